"""How the files of a book are called, and what is in them: names that any reader and any zip can take."""

from __future__ import annotations

import re

from build_scripts.digests import digest

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")

STYLE, NOTES, NAV, ABOUT = "book.css", "notes.xhtml", "nav.xhtml", "about.xhtml"


def chapter_file(report_id: str) -> str:
    """Where the chapter of a report lies in a book.

    >>> chapter_file("yunxi"), chapter_file("云溪")
    ('reports/yunxi.xhtml', 'reports/-33f144dbdf84a91b.xhtml')
    """
    name = report_id if _PLAIN.fullmatch(report_id) else f"-{digest(report_id, 16)}"
    return f"reports/{name}.xhtml"


def note_anchor(term_id: str) -> str:
    """Where a term stands among the notes.

    >>> note_anchor("yi-jian-tiao")
    'n-99d508a6fb'
    """
    return f"n-{digest(term_id, 10)}"
