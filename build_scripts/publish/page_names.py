"""What pages and anchors are called that are named after an id: of a term, of a report's cleaning."""

from __future__ import annotations

from build_scripts.digests import digest

_LONGEST_STEM = 100
"""Characters that the name of a file has at most; file systems take 255 bytes."""


def term_anchor(term_id: str) -> str:
    """The anchor of a term on its glossary page.

    >>> term_anchor("一肩挑")
    't-一肩挑'
    """
    return "t-" + "-".join(term_id.split())


def term_stem(term_id: str) -> str:
    """The name of a term's files, without a suffix: its id, unless no file can have so long a name.

    >>> term_stem("yi-jian-tiao")
    'yi-jian-tiao'
    """
    if len(term_id) <= _LONGEST_STEM:
        return term_id
    end = digest(term_id, 8)
    return f"{term_id[: _LONGEST_STEM - len(end) - 1]}-{end}"


def term_path(term_id: str) -> str:
    """The page of a term's own, from docs/.

    >>> term_path("yi-jian-tiao")
    'terms/yi-jian-tiao.md'
    """
    return f"terms/{term_stem(term_id)}.md"


def cleaning_path(report_id: str) -> str:
    """The page about the cleaning of a report, from docs/.

    >>> cleaning_path("yunxi")
    'cleaning/yunxi.md'
    """
    return f"cleaning/{report_id}.md"
