"""The values that travel between the stages: frozen, without behaviour beyond what they hold.

Offsets everywhere are half-open and count Unicode characters of the decoded document
(:attr:`SourceText.text`); arithmetic on them belongs to :mod:`build_scripts.offsets` alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]
"""``(start, end)`` in characters of the decoded document, end not included."""


class Role(StrEnum):
    """What a kept piece is in the report."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    METADATA = "metadata"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup of a web page says of a stretch of its text: stronger than its look, never proof.

    ``role`` is ``None`` for what lies outside the report (navigation, footer, aside); ``level`` is that of
    a heading (1 for ``<h1>``), else 0. ``sure`` is how likely the markup is right, from 0 to 1.
    """

    span: Span
    role: Role | None
    level: int = 0
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Recurring:
    """A line that stands in many documents of one source, and where: ``head``, ``inside`` or ``foot``.

    ``line`` is the form by which lines are compared; ``confidence`` how sure it is the site's, from 0 to 1.
    """

    line: str
    place: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a web page says of itself in JSON-LD, ``<meta>`` and ``<time>``; it is no part of the text.

    Used where the text does not say it. ``date`` is ISO (YYYY-MM-DD); each may be empty.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded raw document.

    ``path`` is the name it was given by, with forward slashes; ``text`` the decoded characters, a
    byte-order mark dropped and all else as it stands (of a web page: its text content, a line a block);
    ``encoding`` the codec's Python name; ``sha256`` the digest of the bytes on disk; ``findings`` what is to
    be said of the bytes (a charset that is not the declared one). Only a web page has
    ``hints``, in the order of the text, ``facts``, and ``file_lines``: for each line of ``text`` the line of
    the file that it comes from. ``recurring`` are the lines that other documents of its source have as well.
    """

    path: str
    text: str
    encoding: str
    sha256: str
    hints: tuple[Hint, ...] = ()
    facts: PageFacts = field(default_factory=PageFacts)
    file_lines: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    recurring: tuple[Recurring, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One kept unit of a report in reading order.

    ``spans`` lie in reading order, not in document order: a paragraph broken by a column has several.
    ``flags`` is a sorted tuple out of ``gap-before``, ``gap-after`` (the source lacks text there),
    ``level-2`` … ``level-4`` (headings), ``lead-N`` (the first N characters of ``text`` are the run-in
    lead of a list item) and ``doubtful``.
    """

    role: Role
    text: str
    spans: tuple[Span, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """Characters that are not published, with the reason and the code of the rule that removed them.

    ``confidence``: how likely this is right, from 0 to 1 (see :mod:`build_scripts.confidence`).
    """

    reason: str
    code: str
    text: str
    spans: tuple[Span, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a maintainer should know about the document: a join, a move, a repair, a doubt, a gap.

    ``confidence`` belongs to decisions that could have been otherwise (joins, moves): how likely this one
    is right, from 0 to 1. It is ``None`` for what is merely stated.
    """

    code: str
    message: str
    spans: tuple[Span, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One report. ``pieces`` hold everything that is kept, title and metadata included."""

    id: str
    title: str
    subtitle: str
    authors: tuple[str, ...]
    date: str | None
    publisher: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """What cleaning and splitting make of one source: every character in one piece or one removal."""

    source: SourceText
    articles: tuple[Article, ...]
    removed: tuple[Removal, ...]
    findings: tuple[Finding, ...]
