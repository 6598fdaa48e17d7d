"""Long documents of one kind, to see how the work grows: many damaged documents, one below the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from .kinds import MIXTURE
from .running import Job, make

_STOPS = re.compile("[。！？；：]")
_CLAUSE = re.compile("(?<=[，。])")
_SEEDS = 4

SHAPES: dict[str, tuple[str, Callable[[str], str]]] = {
    "open-lines": ("tight", lambda text: _STOPS.sub("，", text)),
    "short-lines": ("tight", lambda text: _CLAUSE.sub("\n", text)),
    "one-line": ("tight", lambda text: text.replace("\n", "")),
    "one-sentence": ("tight", lambda text: _STOPS.sub("，", text).replace("\n", "")),
}
"""Shapes that no laboratory kind has: the kind each is made of, and what is done to its text. No line of the
first ends a sentence; each line of the second is a clause; the others are one line."""

LONG = (
    "spaced", "wrapped", "columns-mid-sentence", "shuffled-han", "caption-list", "parted-by-several",
    "paragraph-twice", "next-headline", "cut-by-report", "whole-page", "spaces-some", MIXTURE, *SHAPES,
)  # fmt: skip
"""What is measured: a kind of each group, the mixtures and the shapes."""


def long_document(kind: str, size: int, first: int = 0) -> str:
    """A document of at least ``size`` bytes in UTF-8.

    Its parts are made from a few seeds that come again and again: of few parts some width or some style of
    headings may be the rule that is the exception among many, which would change what there is to do.

    Args:
        kind: one of the laboratory's, or one of :data:`SHAPES`.
        size: its least size.
        first: the number of its first part. Each sentence ends with the number of its part, so that no two
            parts are copies, nor documents of other numbers.
    """
    base, shaped = SHAPES.get(kind, (kind, str))
    parts: list[str] = []
    length = 0
    for number in count(first):
        made = make(Job(base, (number - first) % _SEEDS, None))
        if made is None:
            raise ValueError(f"no text of the corpus allows the kind {base}")
        parts.append(shaped(made.damaged.text.replace("。", f"{number}。").strip("\n") + "\n\n"))
        length += len(parts[-1].encode("utf-8", "surrogatepass"))
        if length >= size:
            return "".join(parts)
    raise AssertionError("numbers never end")
