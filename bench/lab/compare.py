"""When two texts are the same: up to white space and to the typography that cleaning may lawfully change."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff\s]+")
_MARKS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "「": '"',
        "」": '"',
        "。": ".",
        "、": ",",
        "—": "-",
        "–": "-",
        "・": "·",
    }
)
_LEAD = re.compile(
    r"^(?:[-●•·*○◆■□◇◎▪]+|[一二三四五六七八九十]{1,3},|\([一二三四五六七八九十]{1,3}\)|\(\d{1,2}\)|\d{1,2}[,.](?!\d)"
    r"|第[一二三四五六七八九十]{1,2}(?:部分)?,?)"
)
_MARK = re.compile(
    r"^(?:[—●·•◆■★-]+|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、．.）](?!\d)"
    r"|第[一二三四五六七八九十]{1,2}部分)"
)
_HAN_SPACE = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_NUMBERED = ("heading", "list_item")


def solid(text: str) -> str:
    """``text`` without white space and invisible characters.

    Example:
        >>> solid("支部 建得强")
        '支部建得强'
    """
    return _INVISIBLE.sub("", text)


def plain(text: str) -> str:
    """``text`` with the width and style of its marks, letters and digits set aside.

    Example:
        >>> plain("增长６.５%,其中“小巨人”") == plain("增长6.5％，其中\\"小巨人\\"")
        True
    """
    folded = unicodedata.normalize("NFKC", solid(text).replace("…", "...")).translate(_MARKS)
    return re.sub(r"\.{2,}", "..", re.sub(r"-{2,}", "-", folded))


def shown(text: str, role: str) -> str:
    """``text`` without white space, and without the number of a heading or an item."""
    return _MARK.sub("", solid(text)) if role in _NUMBERED else solid(text)


def _parted(text: str, role: str) -> int:
    """How often white space parts two Han characters; names in brackets and lines of names may be so."""
    if role in ("metadata", "caption"):
        return 0
    return len(_HAN_SPACE.findall(re.sub(r"（[^）]*）", "", text.strip())))


def same(published: str, expected: str, role: str, *, exact: bool = False) -> bool:
    """Whether a published text is the expected one.

    The number of a heading or an item and the mark before a by-line may be in the text or not.
    """
    if exact:
        return shown(published, role) == shown(expected, role) and _parted(published, role) <= _parted(
            expected, role
        )
    one, other = plain(published), plain(expected)
    if one == other:
        return True
    if role in _NUMBERED:
        return _LEAD.sub("", one) == _LEAD.sub("", other)
    if role in ("metadata", "caption", "subtitle"):
        return one.strip("-□■●○◎▲▼△()[]【】*.") == other.strip("-□■●○◎▲▼△()[]【】*.")
    return False
