"""What the rendering of a page asks of the site's data, so that it is known when a page must be made anew.

The law (tested): as long as all that a page asked has the same answers, its rendering gives the same bytes.
A question is a path from the context: ``site.reports["x"].title``, ``review("x")``. Of entries of the site it
is the fields that were read, so that a report whose English changed leaves those alone that only name it.

What texts were annotated is remembered as well: of the glossary a page depends on the terms that stand in
these, whatever else changes there (:class:`build_scripts.annotate.held.Held`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from types import FunctionType, MethodType
from typing import Any, cast

from build_scripts.publish.context import Context

TEXTUAL = frozenset({"annotate", "gloss"})
"""Fields of the context that work on a text by the glossary alone: the text is remembered, not the result."""

ALONE = frozenset({"level", "ready"})
"""Fields on which no answer depends but on the program: nothing is remembered of them."""

FOLDERS = frozenset({"site", "entities"})
"""Fields of the context that answer by their own attributes and methods: these are the questions."""

Question = tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]
"""A path of steps ``("a", attribute)``, ``("k", key)``, ``("c", argument, …)``, and the fields read there.

Without fields it is about the whole value; ``("n",)`` at its end is how many entries a mapping has.
"""

_current: list[Asked] = []


class Asked:
    """The questions of one rendering, and the texts that it annotated."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        self._fields: dict[tuple[tuple[str, ...], ...], set[str]] = {}
        self._whole: set[tuple[tuple[str, ...], ...]] = set()
        self._texts: dict[str, None] = {}

    def whole(self, path: tuple[tuple[str, ...], ...]) -> None:
        """The value at ``path`` was used as a whole."""
        self._whole.add(path)

    def field(self, path: tuple[tuple[str, ...], ...], name: str) -> None:
        """A field of the object at ``path`` was read."""
        self._fields.setdefault(path, set()).add(name)

    def text(self, text: str) -> None:
        """A text was annotated."""
        self._texts[text] = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts in the order in which they were annotated first."""
        return tuple(self._texts)

    def questions(self) -> tuple[Question, ...]:
        """All questions in a fixed order."""
        found: list[Question] = [(path, tuple(sorted(names))) for path, names in self._fields.items()]
        return tuple(sorted(found + [(path, ()) for path in self._whole], key=repr))


@contextmanager
def recording() -> Iterator[Asked]:
    """Within this, :func:`watched` remembers what is asked of a context."""
    asked = Asked()
    _current.append(asked)
    try:
        yield asked
    finally:
        _current.pop()


def watched(context: Context) -> Context:
    """``context``, or within :func:`recording` one that looks the same and remembers what it is asked."""
    return cast(Context, _Root(context, _current[-1])) if _current else context


class Answers:
    """Digests of what a context answers to questions; each answer is worked out once."""

    def __init__(self, context: Context) -> None:
        """``context``: the one that answers, as it is now."""
        self._context = context
        self._calls: dict[tuple[tuple[str, ...], ...], bytes] = {}
        self._known: dict[tuple[int, tuple[str, ...]], tuple[bytes, object]] = {}

    def digest(self, questions: tuple[Question, ...]) -> str:
        """One digest of all answers."""
        whole = hashlib.sha256()
        for path, names in questions:
            whole.update(repr((path, names)).encode("utf-8", "surrogatepass"))
            whole.update(self._answer(path, names))
        return whole.hexdigest()

    def _answer(self, path: tuple[tuple[str, ...], ...], names: tuple[str, ...]) -> bytes:
        value: Any = self._context
        for kind, *rest in path:
            if kind == "a":
                value = getattr(value, rest[0])
            elif kind == "k":
                value = value.get(rest[0]) if isinstance(value, Mapping) else None
            elif kind == "n":
                value = len(value)
            elif rest:
                return _digest(value(*rest))
            else:
                return self._called(path, value)
            if value is None:
                return b"-"
        return self._remembered(value, names)

    def _called(self, path: tuple[tuple[str, ...], ...], value: Callable[[], object]) -> bytes:
        """The answer to a call without arguments, the same for all pages that ask."""
        if path not in self._calls:
            self._calls[path] = _digest(value())
        return self._calls[path]

    def _remembered(self, value: object, names: tuple[str, ...]) -> bytes:
        place = (id(value), names)
        if place not in self._known:
            read = tuple(getattr(value, name) for name in names) if names else value
            # The value is kept beside its digest, so that its id means no other.
            self._known[place] = (_digest(read), value)
        return self._known[place][0]


def _digest(value: object) -> bytes:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).digest()


class _Once:
    """What an attribute gives is kept as the proxy's own: asked again, it is there already."""

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = self._ask(name)
        return found

    def _ask(self, name: str) -> Any:
        raise NotImplementedError


class _Root(_Once):
    """The context: its methods run on this proxy, so that what they ask is remembered, too."""

    def __init__(self, value: object, asked: Asked) -> None:
        self._value, self._asked = value, asked

    def _ask(self, name: str) -> Any:
        method = getattr(type(self._value), name, None)
        if isinstance(method, FunctionType) and name not in _field_names(type(self._value)):
            return MethodType(method, self)
        value = getattr(self._value, name)
        path = (("a", name),)
        if value is None:
            self._asked.whole(path)
            return None
        if name in TEXTUAL:
            return _Textual(value, self._asked)
        if name in ALONE:
            return value
        if callable(value):
            return _Called(value, path, self._asked)
        if name in FOLDERS:
            return _Site(value, path, self._asked)
        self._asked.whole(path)
        return value


class _Textual:
    """Remembers the texts it is called with."""

    def __init__(self, work: Callable[[str], object], asked: Asked) -> None:
        self._work, self._asked = work, asked

    def __call__(self, text: str) -> object:
        self._asked.text(text)
        return self._work(text)


class _Called:
    """Remembers the arguments it is called with, which are texts and numbers."""

    def __init__(self, work: Callable[..., object], path: tuple[tuple[str, ...], ...], asked: Asked) -> None:
        self._work, self._path, self._asked = work, path, asked

    def __call__(self, *arguments: Any) -> object:
        self._asked.whole((*self._path, ("c", *arguments)))
        return self._work(*arguments)


class _Site(_Once):
    """The site's data: mappings are watched entry by entry, all else as a whole."""

    def __init__(self, value: object, path: tuple[tuple[str, ...], ...], asked: Asked) -> None:
        self._value, self._path, self._asked = value, path, asked

    def _ask(self, name: str) -> Any:
        value = getattr(self._value, name)
        path = (*self._path, ("a", name))
        if isinstance(value, Mapping):
            return _Entries(value, path, self._asked)
        if callable(value):
            return _Called(value, path, self._asked)
        self._asked.whole(path)
        return value


class _Entries(Mapping[Any, Any]):
    """A mapping: entries that are objects are watched field by field; who walks over it has seen all."""

    def __init__(self, value: Mapping[Any, Any], path: tuple[tuple[str, ...], ...], asked: Asked) -> None:
        self._value, self._path, self._asked = value, path, asked
        self._objects: dict[Any, _Object] = {}

    def __getitem__(self, key: Any) -> Any:
        if key in self._objects:
            return self._objects[key]
        path = (*self._path, ("k", key))
        value = self._value.get(key)
        if value is None:
            self._asked.whole(path)
            raise KeyError(key)
        if is_dataclass(value):
            # That it is there is known by its first field.
            self._objects[key] = _Object(value, path, self._asked)
            return self._objects[key]
        self._asked.whole(path)
        return value

    def __contains__(self, key: object) -> bool:
        self._asked.whole((*self._path, ("k", cast(str, key))))
        return key in self._value

    def __iter__(self) -> Iterator[Any]:
        self._asked.whole(self._path)
        return iter(self._value)

    def __len__(self) -> int:
        self._asked.whole((*self._path, ("n",)))
        return len(self._value)

    def values(self) -> Any:
        self._asked.whole(self._path)
        return self._value.values()

    def items(self) -> Any:
        self._asked.whole(self._path)
        return self._value.items()


class _Object(_Once):
    """An entry: which of its fields are read."""

    def __init__(self, value: object, path: tuple[tuple[str, ...], ...], asked: Asked) -> None:
        self._value, self._path, self._asked = value, path, asked
        asked.field(path, fields(cast(Any, value))[0].name)

    def _ask(self, name: str) -> Any:
        if name not in _field_names(type(self._value)):
            # A method or property may read any of them.
            self._asked.whole(self._path)
        else:
            self._asked.field(self._path, name)
        return getattr(self._value, name)


def _field_names(kind: type) -> frozenset[str]:
    # Asked a thousand times a page.
    if kind not in _names:
        fields_of = fields(cast(Any, kind)) if is_dataclass(kind) else ()
        _names[kind] = frozenset(field.name for field in fields_of)
    return _names[kind]


_names: dict[type, frozenset[str]] = {}
