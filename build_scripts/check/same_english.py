"""The same English for Chinese that says different things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from build_scripts.check.codes import SAME_ENGLISH
from build_scripts.check.faults import Fault
from build_scripts.check.texts import Text

_SIGNS = re.compile(r"[^\w]+|_+")
_FIGURES = re.compile(r"[0-9]+")
_LONG = 8
_ALIKE = 90.0
_UNLIKE = 30.0
"""In per cent of rapidfuzz' ratio: 突出政治引领 and 坚持政治引领 have 67, texts of other contents as a rule
under 20 – Chinese of a few characters shares one or two by accident."""


def same_english(texts: Iterable[Text]) -> Iterator[tuple[Text, Fault]]:
    """Those whose English another text before them has, though their Chinese differs.

    Texts are compared with the first that has the same English, so that the work stays linear.
    """
    first: dict[str, Text] = {}
    on_page: dict[tuple[str, str], Text] = {}
    for text in texts:
        key = " ".join(text.en.casefold().split())
        if not key:
            continue
        long = key.count(" ") + 1 >= _LONG
        before = first.setdefault(key, text) if long else on_page.setdefault((text.path, key), text)
        if before is not text and differ(before.zh, text.zh, long=long):
            where = f"{before.path}:{before.line}"
            message = f"the same English stands at {where}, where the Chinese is “{before.zh[:20]}…”"
            yield text, Fault(SAME_ENGLISH.code, message)


def differ(one: str, other: str, *, long: bool) -> bool:
    """Whether two Chinese texts cannot well have the same English.

    Long texts differ by a tenth of their characters or by a figure, short ones when they have hardly
    anything in common.
    """
    one, other = _SIGNS.sub("", one), _SIGNS.sub("", other)
    if one == other:
        return False
    if long and _FIGURES.findall(one) != _FIGURES.findall(other):
        return True
    return fuzz.ratio(one, other) < (_ALIKE if long else _UNLIKE)
