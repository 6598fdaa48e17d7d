"""The documents of the same source: read for the lines that recur in them, before any of them is cleaned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from build_scripts.clean.rules.recurring import recurring_lines
from build_scripts.model import Recurring
from build_scripts.names import SOURCES, texts_in
from build_scripts.read.encoding import EncodingError, NotTextError, decode

Siblings = Mapping[str, tuple[Recurring, ...]]
"""The recurring lines of each group of documents, by the group's name; groups without any are left out."""


ALONE: Siblings = MappingProxyType({})
"""Of a document nothing else is known."""


def find_recurring(files: Iterable[Path], encoding: str | None = None) -> Siblings:
    """The lines that recur in the groups to which ``files`` belong.

    A folder in source_articles/ is a group, with all its documents, whichever are asked for; all other files
    are one group together. The result does not depend on the order of ``files``.

    Args:
        files: the raw documents to be cleaned.
        encoding: what a person says they are in.
    """
    groups: defaultdict[str, set[Path]] = defaultdict(set)
    for path in files:
        group = group_of(path)
        groups[group].update([path] if group == _GIVEN else [])
    found = {}
    for group, given in sorted(groups.items()):
        members = sorted(given) if group == _GIVEN else texts_in(Path(group))
        texts = [text for path in members if (text := _text(path, encoding)) is not None]
        if lines := recurring_lines(texts):
            found[group] = lines
    return found


_GIVEN = ""


def recurring_for(path: Path, siblings: Siblings) -> tuple[Recurring, ...]:
    """What recurs in the source of a document."""
    return siblings.get(group_of(path), ())


def group_of(path: Path) -> str:
    """The name of the group of a document: its folder if that lies in source_articles/, else none."""
    folder = path.parent if path.is_absolute() else Path.cwd() / path.parent
    return folder.as_posix() if SOURCES in folder.parts else _GIVEN


def _text(path: Path, encoding: str | None) -> str | None:
    """The text of a file; ``None`` for a web page or what can't be read: cleaning says why."""
    try:
        data = path.read_bytes() if path.is_file() else b""
        if not data.strip() or data.lstrip()[:1] == b"<":
            return None
        return decode(data, encoding).text
    except (OSError, NotTextError, EncodingError):
        return None
