"""Traditional characters folded to simplified ones, for patterns that mean both."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from build_scripts.clean.remembering import remembered


# Each line is folded for several rules, of which some come to it later than others.
@remembered
def simplified(text: str) -> str:
    """``text`` with each traditional character as its usual simplified one; no character is added or lost.

    A pattern of the cleaning rules is written in simplified characters and meets the folded line. The text
    itself is never changed so: which form is right (著, 乾) only a dictionary of words would know.

    Example:
        >>> simplified("目前位置：首頁 > 縣政新聞")
        '目前位置：首页 > 县政新闻'
    """
    return text.translate(_table()) if _traditional().search(text) else text


@lru_cache(maxsize=1)
def traditional_forms() -> tuple[str, str]:
    """The traditional characters that are known, and the simplified one of each at the same place."""
    data = resources.files("build_scripts.clean").joinpath("data/simplified.txt")
    traditional, simple = data.read_text(encoding="utf-8").splitlines()
    return traditional, simple


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    return str.maketrans(*traditional_forms())


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")
