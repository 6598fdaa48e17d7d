"""Page number: a number that stands alone and numbers no section.

Example:
    - 3 -        removed
    第 4 页      removed
    2            kept where 1, 2, 3 … stand before short headings; removed elsewhere
"""

from __future__ import annotations

import re

CODE = "C032"
REASON = "page_number"

_PAGE = re.compile(
    r"[-—–·•\s]*(?:第\s*)?\d{1,4}\s*(?:页|頁)(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*(?:页|頁))?[-—–·•\s]*"
    r"|[-—–·•]+\s*\d{1,4}\s*[-—–·•]+|\d{1,4}\s*[/／]\s*\d{1,4}|(?:Page|P\.?)\s*\d{1,4}",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}")


def is_page_number(text: str) -> bool:
    """Whether the line is plainly a page number (a bare number is decided by its surroundings)."""
    return bool(_PAGE.fullmatch(text))


def is_bare_number(text: str) -> bool:
    """Whether the line is nothing but a number."""
    return bool(_BARE.fullmatch(text))
