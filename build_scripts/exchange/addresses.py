"""The identifier of a row in files that have room for one: its address with the hash of its English.

Tools drop attributes and notes that they do not know, but every tool gives identifiers back as they are.
"""

from __future__ import annotations

import re

from build_scripts.exchange.rows import Row

_IDENTIFIER = re.compile(
    r"(?P<address>[^/#\s]+/(?:title|subtitle|[0-9a-f]{8}(?:-[1-9][0-9]{0,5})?))(?P<rest>#.*)?"
)
_BASE = re.compile(r"#([0-9a-f]{8})?")
_NOTED = re.compile(r"\b(todo|machine|human|reviewed|stale|orphan) #([0-9a-f]{8})?(?![0-9a-f])")


def identifier(row: Row) -> str:
    """The identifier of a row, such as ``yunxi/9f2c1a7e#1a2b3c4d``."""
    return f"{row.address}#{row.hash}"


def read_identifier(text: str) -> tuple[str, str | None]:
    """The address and the hash in an identifier; empty and None where it is no such one.

    >>> read_identifier("yunxi/9f2c1a7e#1a2b3c4d"), read_identifier("yunxi/title"), read_identifier("17")
    (('yunxi/9f2c1a7e', '1a2b3c4d'), ('yunxi/title', None), ('', None))
    """
    found = _IDENTIFIER.fullmatch(text.strip())
    if not found:
        return "", None
    base = _BASE.fullmatch(found["rest"] or "")
    return found["address"], (base.group(1) or "") if base else None


def note(row: Row) -> str:
    """The same in words for a comment: the status and the hash at the export."""
    return f"{row.status} #{row.hash}"


def read_note(text: str) -> tuple[str, str | None]:
    """The status and the hash in a comment, whatever stands around them; empty and None without them.

    >>> read_note("duizhao: machine #1a2b3c4d")
    ('machine', '1a2b3c4d')
    """
    found = _NOTED.search(text)
    return (found.group(1), found.group(2) or "") if found else ("", None)
