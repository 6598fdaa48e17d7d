"""The book-keeper of Law 1: every character of a document is kept or removed, and none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from build_scripts.model import CleanDocument, Span
from build_scripts.offsets import LineIndex, spans_of


class AccountError(ValueError):
    """Law 1 is broken: characters are lost or claimed twice. The message names them."""


def check_accounts(document: CleanDocument) -> None:
    """Law 1: each character that is not white space is in exactly one piece or exactly one removal.

    Runs in every build, in time linear in the document.

    Raises:
        AccountError: naming the path, and the first characters lost or claimed twice with their lines.
    """
    text = document.source.text
    claimed = [span for article in document.articles for piece in article.pieces for span in piece.spans]
    claimed += [span for removal in document.removed for span in removal.spans]
    for start, end in claimed:
        if not 0 <= start <= end <= len(text):
            raise AccountError(f"{document.source.path}: the span {start}–{end} lies outside the document")
    if not _is_tiled(text, sorted(claimed)):
        lost, twice = _faults(text, claimed)
        if lost or twice:
            raise AccountError(_broken_account(document, lost, twice))


def _is_tiled(text: str, ordered: Sequence[Span]) -> bool:
    """Whether spans in order overlap nowhere and leave out nothing but white space."""
    position = 0
    for start, end in ordered:
        # Most spans follow each other directly or after a line end.
        if start < position or (start > position and not text[position:start].isspace()):
            return False
        position = end
    return not text[position:].strip()


def _faults(text: str, claimed: Iterable[Span]) -> tuple[list[int], list[int]]:
    """The offsets of characters lost and of those claimed twice; white space may be either."""
    claims = Counter(chain.from_iterable(range(start, end) for start, end in claimed))
    lost = [i for i, char in enumerate(text) if i not in claims and not char.isspace()]
    twice = [i for i, char in enumerate(text) if claims[i] > 1 and not char.isspace()]
    return lost, twice


def _broken_account(document: CleanDocument, lost: list[int], twice: list[int]) -> str:
    """The message of a broken account: how many characters, which, and on what line the first stands."""
    index = LineIndex(document.source.text)
    parts = []
    for what, offsets in (("lost", lost), ("claimed twice", twice)):
        if offsets:
            sample = "".join(document.source.text[i] for i in offsets[:24])
            line = index.line(spans_of(offsets[:1], 1))
            parts.append(f"{len(offsets)} characters {what}, from line {line}: {sample!r}")
    return f"{document.source.path}: " + "; ".join(parts)
