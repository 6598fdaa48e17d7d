"""Corrections as they are written: quotations of the raw text that find their place again, as TOML."""

from __future__ import annotations

import json

from build_scripts.fixes.model import Action, Fix
from build_scripts.model import Span
from build_scripts.offsets import Quotations, left_over, squeezed, text_of

# Characters that a quotation begins with, and what it may grow to until no other place has it.
_LENGTHS = (12, 20, 32, 48)
_SIDES = {Action.JOIN: "with", Action.REPLACE: "with"}


class Quoter:
    """Quotes stretches of one raw document, as short as is unambiguous."""

    def __init__(self, text: str) -> None:
        """Index ``text`` once."""
        self._text = text
        self._quotations = Quotations(text)

    def whole(self, span: Span) -> tuple[str, int]:
        """All of ``span``, and which of its places that is: 0 where there is one only."""
        return self._numbered(squeezed(text_of(self._text, (span,))), span, at_end=False)

    def beginning(self, span: Span) -> tuple[str, int]:
        """The first characters of ``span``, enough to be found, and which place it is."""
        return self._short(span, at_end=False)

    def end(self, span: Span) -> tuple[str, int]:
        """The last characters of ``span``, enough to be found, and which place it is."""
        return self._short(span, at_end=True)

    def _short(self, span: Span, *, at_end: bool) -> tuple[str, int]:
        shown = squeezed(text_of(self._text, (span,)))
        quoted = shown
        for length in _LENGTHS:
            quoted = shown[-length:] if at_end else shown[:length]
            if len(self._quotations.find(quoted)) == 1:
                return quoted, 0
        return self._numbered(quoted, span, at_end=at_end)

    def _numbered(self, quoted: str, span: Span, *, at_end: bool) -> tuple[str, int]:
        places = self._quotations.find(quoted)
        here = left_over(self._text, span, ())
        if len(places) < 2 or here is None:
            return quoted, 0
        side = 1 if at_end else 0
        return quoted, next((n for n, place in enumerate(places, 1) if place[side] == here[side]), 1)


def as_toml(fix: Fix) -> str:
    """A correction as it stands in NAME.fixes.toml.

    Example:
        >>> print(as_toml(Fix(0, Action.KEEP, "原报有", "图片新闻")), end="")
        [[fix]]
        do = "keep"
        text = "图片新闻"
        reason = "原报有"
    """
    side = _SIDES.get(fix.action) or ("before" if fix.before else "after")
    values: dict[str, str | int | bool] = {
        "do": fix.action.value,
        "code": fix.code,
        "text": fix.text,
        "number": fix.number,
        side: fix.other,
        "other_number": fix.other_number,
        "role": fix.role.value if fix.role else "",
        "report": fix.report,
        "reason": fix.reason,
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    # The strings of JSON are those of TOML, but for one character.
    return "\n".join(["[[fix]]", *lines, ""]).replace("\x7f", "\\u007f")
