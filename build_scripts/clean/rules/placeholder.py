"""Placeholder: what an extraction leaves where the page had a picture or a video.

Example:
    图片                          removed; the line after it may be its caption
    ![](images/3.jpg)             removed
    [视频]                        removed
"""

from __future__ import annotations

import re

from build_scripts.clean.script import simplified

CODE = "C033"
REASON = "placeholder"

_PLACEHOLDER = re.compile(
    r"[\[［【(（<〔]?\s*(?:图片|照片|配图|插图|题图|视频|影片|音频|动图|图|image|img|photo|picture|video)\s*\d{0,3}"
    r"\s*[\]］】)）>〕]?",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|https?://\S+|(?:www\.)\S+|\S+\.(?:jpe?g|png|gif|bmp|webp)",
    re.IGNORECASE,
)


# A line without a point, a bracket or a sign that begins like none: most lines.
_OTHER = re.compile(r"[^\[［【(（<〔\s!h图照配插题视影音动圖題視動ipvw.][^.]*$", re.IGNORECASE)


def is_placeholder(text: str) -> bool:
    """Whether the whole line stands for a picture: its word alone, or an image link."""
    if _OTHER.match(text):
        return False
    return bool(_PLACEHOLDER.fullmatch(simplified(text)) or _LINK.fullmatch(text))
