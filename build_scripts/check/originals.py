"""Chinese characters and marks of Chinese typesetting in the English, and where they may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.annotate.segment import HAN
from build_scripts.check.codes import FULL_WIDTH, UNTRANSLATED
from build_scripts.check.excerpt import excerpt
from build_scripts.check.faults import Fault

_BESIDE = re.compile(r"(?<=[\w”’\"'%.])(\s?[(（])([^()（）]{1,80})(?=[)）])")
"""Parentheses behind English words: “holding both posts (一肩挑)”."""

_GLOSSED = re.compile(r"([“‘\"'])([^“”‘’\"']{1,20})(?=[”’\"'],?\s?[(（]\W*[A-Za-z])")
"""A quotation with its rendering behind it: “福” (good fortune)."""

_MOST = 20
_SENTENCE = re.compile(r"[。！？；]")
_RUN = re.compile(rf"{HAN.pattern}(?:[0-9A-Za-z·、，《》“”（）\s]{{0,3}}{HAN.pattern})*")
_ANY = re.compile(rf"{HAN.pattern[:-1]}\u3000-\u303f\uff01-\uff5e\uffe5]|——|……")
_FULL = re.compile(r"[\u3000-\u303f\uff01-\uff5e\uffe5]|——|……")


def original_faults(en: str) -> Iterator[Fault]:
    """Han characters and full-width marks that do not belong to an original beside its rendering.

    Allowed are at most 20 characters that are no sentence, in parentheses behind English words, or in
    quotation marks before a rendering in parentheses.

    >>> [fault.code for fault in original_faults("It was holding both posts (一肩挑) at once.")]
    []
    """
    if not _ANY.search(en):
        return
    rest = _GLOSSED.sub(_allowed, _BESIDE.sub(_allowed, en))
    runs = list(_RUN.finditer(rest))
    if runs:
        first = runs[0]
        more = f" and {len(runs) - 1} more" if len(runs) > 1 else ""
        message = f"“{first.group()[:_MOST]}”{more} is not translated; an original stands in parentheses"
        yield Fault(UNTRANSLATED.code, f"{message} behind its rendering, or not at all")
    outside = _RUN.sub(_blank, rest)
    marks = list(_FULL.finditer(outside))
    if marks:
        first = marks[0]
        names = " ".join(dict.fromkeys(found.group() for found in marks))
        where = excerpt(rest, *first.span())
        what = names.strip() or "an ideographic space"
        yield Fault(FULL_WIDTH.code, f"{what} is Chinese typesetting: “{where}”")


def _allowed(found: re.Match[str]) -> str:
    """Characters of the same number in place of an original that may stand there; anything else stays."""
    before, text = found.groups()
    fits = 0 < len(HAN.findall(text)) <= _MOST and not _SENTENCE.search(text)
    return before + "·" * len(text) if fits else found.group()


def _blank(found: re.Match[str]) -> str:
    return "·" * len(found.group())
