"""The front matter of a page: read with YAML, changed line by line: people's lines stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import yaml

from build_scripts.sync.text import bare, line_end, split_lines

Value = str | tuple[str, ...] | None
"""What the program writes under a key; ``None`` takes the key away."""

KEYS = (
    "id", "source", "title", "title_en", "title_mark", "title_was",
    "subtitle", "subtitle_en", "subtitle_mark", "subtitle_was", "authors", "publisher", "date",
)  # fmt: skip
"""The keys that the program writes, in the order in which it writes them."""

_FENCE = re.compile(r"---[ \t]*")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WRITTEN = re.compile(r"[#A-Za-z]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the front matter and where ``key: value`` stands in its YAML, in characters of that."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a page. ``raw`` is all of it, from a byte-order mark to the closing line.

    ``values`` holds the scalars as strings, just as they are written (``date`` too); ``error`` says why
    they could not be read, ``error_line`` where (from 1, in the page).
    """

    raw: str = ""
    opening: str = ""
    inner: str = ""
    closing: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    indent: str = ""
    error: str = ""
    error_line: int = 0

    def text(self, key: str) -> str:
        """The value of ``key`` as a stripped string; empty if there is none."""
        value = self.values.get(key)
        return value.strip() if isinstance(value, str) else "" if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The values of a list, such as ``authors`` or ``themes``; a single value is a list of one."""
        value = self.values.get(key)
        if isinstance(value, list):
            return tuple(item for item in value if isinstance(item, str))
        return (value,) if isinstance(value, str) and value else ()

    def line(self, key: str) -> int:
        """The line of the page, from 1, on which ``key`` stands; 1 if it does not."""
        start = next((entry.start for entry in self.entries if entry.key == key), None)
        return 1 if start is None else len(split_lines(self.inner[:start] + "x")) + 1


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the beginning of ``text``; empty if it has none.

    Never raises: what is wrong is in :attr:`FrontMatter.error`.
    """
    lines = split_lines(text)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    if not lines or not _FENCE.fullmatch(bare(lines[0].removeprefix(mark))):
        return FrontMatter(raw=mark)
    last = next((n for n, line in enumerate(lines[1:], 1) if _CLOSE.fullmatch(bare(line))), None)
    if last is None:
        return FrontMatter(raw=mark, error="the front matter has no closing ---", error_line=1)
    inner = "".join(lines[1:last])
    return _read_yaml("".join(lines[: last + 1]), lines[0], inner, lines[last])


@lru_cache(maxsize=256)  # a page is read several times in a run, mostly with the same head
def _read_yaml(raw: str, opening: str, inner: str, closing: str) -> FrontMatter:
    base = FrontMatter(raw, opening, inner, closing)
    try:
        node = yaml.compose(inner, Loader=yaml.SafeLoader)
        # MkDocs reads the values like this, and would stop at what cannot be constructed (2021-13-45).
        _construct(inner, node)
        # Strings only, nothing is constructed.
        values = yaml.BaseLoader("").construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return _failed(base, error.problem or "not readable", line)
    except Exception as error:  # PyYAML lets ValueError, KeyError, RecursionError and others through
        return _failed(base, str(error).split("\n")[0] or type(error).__name__, 1)
    if node is None:
        return base
    if not isinstance(node, yaml.MappingNode) or node.flow_style or not isinstance(values, dict):
        return _failed(base, "the front matter must hold one “key: value” a line", 2)
    keys = [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in node.value]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            line = node.value[place][0].start_mark.line + 2
            return _failed(base, f"the key {key} stands there twice", line)
    entries = tuple(_entries(inner, node, keys))
    indent = " " * (node.value[0][0].start_mark.column if node.value else 0)
    return FrontMatter(raw, opening, inner, closing, values, entries, indent)


def _construct(inner: str, node: yaml.Node | None) -> None:
    """What ``yaml.safe_load(inner)`` does, with the parsing done: that takes nearly all of its time.

    To construct a mapping with a merge key changes its node, so that this is parsed anew.
    """
    if node is None or "<<" in inner:
        yaml.safe_load(inner)
    else:
        yaml.SafeLoader("").construct_document(node)


def _failed(front: FrontMatter, message: str, line: int) -> FrontMatter:
    return FrontMatter(front.raw, front.opening, front.inner, front.closing, error=message, error_line=line)


def _entries(inner: str, node: yaml.MappingNode, keys: Sequence[str]) -> Iterator[Entry]:
    for key, (name, value) in zip(keys, node.value, strict=True):
        start, end = name.start_mark.index, value.end_mark.index
        if isinstance(value, yaml.ScalarNode) and value.style not in ("|", ">"):
            yield Entry(key, start, end)
            continue
        # The end of a block is where the next thing starts: leave comments and empty lines out.
        lines = split_lines(inner[start:end])
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            lines.pop()
        lines[-1:] = [bare(lines[-1])]
        yield Entry(key, start, start + len("".join(lines)))


def with_values(front: FrontMatter, updates: Mapping[str, Value], end: str = "\n") -> FrontMatter | None:
    """``front`` with other values for some keys; every other line stays as it is.

    A key whose value is right already is not touched, so that its way of quoting stays. ``end`` is the line
    end to use where there is no front matter yet. Gives None if the value to change goes over several lines,
    or if the result could not be read back with exactly these values (an unusual YAML construction).
    """
    wanted = {key: value for key, value in updates.items() if value != _current(front, key)}
    if not wanted and front.inner + front.opening:
        return front
    if handwritten(front, updates):
        return None
    opening = front.opening or f"{front.raw}---{end}"
    end = line_end(opening)
    chunks = _changed(front, wanted, end)
    for key in KEYS:
        value = wanted.get(key)
        if value is not None and key not in front.values:
            _insert(chunks, key, front.indent + write_entry(key, value) + end, end)
    inner = "".join(text for _, text in chunks)
    closing = front.closing or f"---{end}"
    made = read_front_matter(opening + inner + closing)
    right = all(_current(made, key) == value for key, value in updates.items())
    others = all(made.values.get(key) == value for key, value in front.values.items() if key not in updates)
    return made if right and others and not made.error else None


def handwritten(front: FrontMatter, updates: Mapping[str, Value]) -> tuple[str, int] | None:
    """The first key with another value in ``updates`` whose lines may hold a person's words, and its line.

    The program writes a value on one line. In one of several lines somebody may have written, and no line
    of that may be lost. Only a list of authors goes over lines in the hands of editors that format YAML:
    it is the program's as long as it holds no comment and, but for the new authors, no Latin letter.
    """
    for entry in front.entries:
        value = updates.get(entry.key)
        if entry.key not in updates or value == _current(front, entry.key):
            continue
        text = front.inner[entry.start : entry.end]
        if len(split_lines(text)) == 1:
            continue
        words = text.removeprefix("authors")
        for author in value if isinstance(value, tuple) else ():
            words = words.replace(author, "")
        if entry.key != "authors" or _WRITTEN.search(words):
            return entry.key, front.line(entry.key)
    return None


def _current(front: FrontMatter, key: str) -> Value:
    if key not in front.values:
        return None
    value = front.values[key]
    if isinstance(value, str):
        return value
    plain = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return front.texts(key) if plain else ("", "")  # equal to nothing that is ever written


def _changed(front: FrontMatter, wanted: Mapping[str, Value], end: str) -> list[tuple[str, str]]:
    """The YAML in pieces, one from each key to the next, with the values changed that are there."""
    inner, entries = front.inner, front.entries
    starts = [inner.rfind("\n", 0, e.start) + 1 or inner.rfind("\r", 0, e.start) + 1 for e in entries]
    chunks = [("", inner[: starts[0]] if starts else inner)]
    for place, entry in enumerate(entries):
        stop = starts[place + 1] if place + 1 < len(starts) else len(inner)
        before, after = inner[starts[place] : entry.start], inner[entry.end : stop]
        middle = inner[entry.start : entry.end]
        value = wanted.get(entry.key)
        if value is not None:
            middle = write_entry(entry.key, value)
        elif entry.key in wanted:
            middle = ""
            rest = split_lines(after)
            if not (before + (rest[0] if rest else "")).strip():
                before, after = "", "".join(rest[1:])
        name = entry.key if middle else ""
        chunks.append((name, before + middle + after))
    return chunks


def _insert(chunks: list[tuple[str, str]], key: str, line: str, end: str) -> None:
    """Put ``line`` behind the nearest key that is written before ``key``."""
    before = KEYS[: KEYS.index(key)]
    place = max((n for n, (name, _) in enumerate(chunks) if name in before), default=0)
    name, text = chunks[place]
    if text and not text.endswith(("\n", "\r")):
        chunks[place] = (name, text + end)
    chunks.insert(place + 1, (key, line))


def write_entry(key: str, value: str | Sequence[str]) -> str:
    """``key: value`` on one line, quoted where YAML would take it for something else.

    >>> write_entry("title", "一肩挑：#1")
    'title: 一肩挑：#1'
    >>> write_entry("title", "a: b")
    "title: 'a: b'"
    """
    if key == "date" and isinstance(value, str) and _is_date(value):
        return f"date: {value}"
    if isinstance(value, str) and not value.isprintable():
        # Line ends and control characters as escapes: one key, one line.
        quoted = yaml.safe_dump(value, allow_unicode=True, width=2**31, default_style='"')
        return f"{key}: {quoted.rstrip()}"
    if isinstance(value, str):
        return yaml.safe_dump({key: value}, allow_unicode=True, width=2**31).rstrip("\n")
    listed = yaml.safe_dump(list(value), allow_unicode=True, width=2**31, default_flow_style=True)
    return f"{key}: {listed.rstrip()}"


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
