"""Page furniture: running heads and feet of the printed page.

Example:
    2021年2月5日 星期五 第06版 综合            removed
    责任编辑 甲乙 美术编辑 丙丁 第3版          removed

The halves of a sentence that such a line parts are joined again (C010).
"""

from __future__ import annotations

import re

CODE = "C031"
REASON = "page_furniture"

_DATE = re.compile(
    r"(?:\d{4}|[二〇○零一九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_WEEKDAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日](?![\u4e00-\u9fff])|礼拜[一二三四五六日天]")
_SHEET = re.compile(
    r"(?:第\s*)?[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}\s*版(?![\u4e00-\u9fff]{0,2}图)|版面\s*[:：]|(?<![A-Za-z])[A-D]\d{1,2}(?:\s|$)|本版"
)
_STAFF = re.compile(r"(?:责任?编辑?|美术?编辑?|版式|校对|组版|检校|值班(?:编委|主任|总编)|制图|视觉)")
_PAPER = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|早报|都市报|导报|周报|晨报|新闻网)$")
_LUNAR = re.compile(r"农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年")
# 《某某日报》（2021年8月5日 第12版） and （原载……第7版） state the source of a copied report.
_STATEMENT = re.compile(r"^[（(]?\s*(?:原载|转载|摘自|来源|据)|^[（(]?\s*《[^》]{2,12}》\s*[（(]")
_NUMBERED = re.compile(
    r"^[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|早报|都市报)\s+[A-Z]?\d{1,3}(?:\s+[\u4e00-\u9fff]{2,6})?$"
)
_LONGEST = 70


def is_page_furniture(text: str) -> bool:
    """Whether a whole line is a running head or foot: two of date, weekday, sheet, paper, staff."""
    if len(text) > _LONGEST or re.search(r"[。；！？，]", text) or _STATEMENT.match(text):
        return False
    marks = [bool(pattern.search(text)) for pattern in (_DATE, _WEEKDAY, _SHEET, _STAFF, _LUNAR)]
    words = [word for word in re.split(r"[\s|｜/／·]+", text) if word]
    paper = any(_PAPER.match(word) for word in words)
    if sum(marks) + paper >= 2 and (marks[1] or marks[2]):
        return True
    if _NUMBERED.match(text):
        return True
    # A sheet or a weekday alone is a running head only where nothing but its label stands with it.
    return bool(
        re.fullmatch(
            r"(?:第\s*)?[A-Z]?\d{1,3}\s*版[\s:：]*[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{0,6}\s*第\s*[A-Z]?\d{1,3}\s*版",
            text,
        )
    )
