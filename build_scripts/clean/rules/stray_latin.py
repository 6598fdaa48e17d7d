"""Stray Latin word: the English “and” between two Chinese words, where 和 must have stood.

Example:
    疫情防控 and 项目开标      →  疫情防控和项目开标
    Research and Development   untouched: Latin on either side

Only this word, in lower case and between Chinese characters, is sure enough to be changed; any other
Latin word stays as it stands.
"""

from __future__ import annotations

import re

CODE = "C051"
NOTE = "a stray “and” between Chinese words restored to 和"

_AND = re.compile(r"(?<=[\u3400-\u9fff”）》])\s*\band\b\s*(?=[\u3400-\u9fff“《（])")


def repair(text: str) -> tuple[str, int]:
    """The text with each such “and” as 和, and their number."""
    return _AND.subn("和", text) if "and" in text else (text, 0)
