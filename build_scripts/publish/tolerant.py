"""Reading plain JSON values with tolerance: what is not of the expected form counts as not there.

For the generated files under ``.duizhao/``: a page must render without one, or with one of another version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")


def text(value: Any) -> str:
    """A text, or the empty one."""
    return value if isinstance(value, str) else ""


def texts(value: Any) -> tuple[str, ...]:
    """The texts in a list."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def number(value: Any) -> int:
    """A whole number, or 0."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def numbers(value: Any) -> dict[str, int]:
    """The whole numbers in an object, by their keys."""
    return {k: v for k, v in value.items() if isinstance(v, int)} if isinstance(value, dict) else {}


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects in a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def entries(data: Mapping[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    """The objects in the object ``data[key]``, by their names, in order."""
    found = data.get(key)
    if not isinstance(found, dict):
        return []
    return [(name, value) for name, value in found.items() if isinstance(value, dict)]


def document(source: str, schema: str) -> dict[str, Any] | None:
    """The object that the text of a file is; None unless it is JSON and says that it is of ``schema``."""
    try:
        data = json.loads(source)
    except ValueError:
        return None
    return data if isinstance(data, dict) and data.get("schema") == schema else None


def load(path: Path, parse: Callable[[str], T], default: T) -> T:
    """What ``parse`` makes of the file at ``path``; ``default`` when there is no such file in UTF-8.

    ``parse`` is a pure function. What it made of the last texts is remembered: a page asks for a file twice
    or thrice, and for a digest of what it was told.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return default
    return cast(T, _parsed(parse, source))


@lru_cache(maxsize=16)
def _parsed(parse: Callable[[str], T], source: str) -> T:
    return parse(source)


Identity = tuple[str, int, int, int]
"""Which file it is, and of which moment: our files are replaced by rename, so that a new one is another."""


def identity(path: Path) -> Identity | None:
    """What tells this state of a file from another without reading it; None when there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_ino, found.st_mtime_ns, found.st_size


def keeping(parse: Callable[[str], T], default: T, size: int = 2) -> Callable[[Path], T]:
    """A :func:`load` that keeps what it made of the last ``size`` files, as long as these do not change."""

    @lru_cache(maxsize=size)
    def kept(known: Identity) -> T:
        return load(Path(known[0]), parse, default)

    def loaded(path: Path) -> T:
        known = identity(path)
        return default if known is None else kept(known)

    return loaded
