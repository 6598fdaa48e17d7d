"""Page furniture: running heads and feet, page labels and turn notes of the printed page.

Example:
    2021年2月5日 星期五 第06版 综合            removed
    责任编辑 甲乙 美术编辑 丙丁 第3版          removed
    D4    A09 民生    清江周刊·2021年第7期      removed
    （下转第三版）  （上接第一版）              removed, at the edge of a paragraph too

The halves of a sentence that such a line parts are joined again (C010).
"""

from __future__ import annotations

import re

from build_scripts.clean.interface import interface_words
from build_scripts.clean.script import simplified

CODE = "C031"
REASON = "page_furniture"

_DATE = re.compile(
    r"(?:\d{4}|[二〇○零一九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_WEEKDAY = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日](?![\u4e00-\u9fff])|[礼禮]拜[一二三四五六日天]"
)
_SHEET = re.compile(
    r"(?:第\s*)?[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}\s*版(?![\u4e00-\u9fff]{0,2}图)|版面\s*[:：]|(?<![A-Za-z])[A-D]\d{1,2}(?:\s|$)|本版"
)
_STAFF = re.compile(r"(?:责任?编辑?|美术?编辑?|版式|校对|组版|检校|值班(?:编委|主任|总编)|制图|视觉)")
_PAPER = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|早报|都市报|导报|周报|晨报|新闻网)$")
_LUNAR = re.compile(r"(?:农历|農曆)|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年")
# 《某某日报》（2021年8月5日 第12版） and （原载……第7版） state the source of a copied report.
_STATEMENT = re.compile(r"^[（(]?\s*(?:原载|转载|摘自|来源|据)|^[（(]?\s*《[^》]{2,12}》\s*[（(]")
_NUMBERED = re.compile(
    r"^[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|早报|都市报)\s+[A-Z]?\d{1,3}(?:\s+[\u4e00-\u9fff]{2,6})?$"
)
_ALONE = re.compile(
    r"(?:第\s*)?[A-Z]?\d{1,3}\s*版[\s:：]*[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{0,6}\s*第\s*[A-Z]?\d{1,3}\s*版"
)
_SECTION = r"(?P<section>[\u4e00-\u9fff·]{2,8})"
_BAR = r"\s*[|｜/／·:：\s]\s*"
# G and S number roads (G60); a letter further down the alphabet names a product.
_LABEL = re.compile(
    rf"[A-F][0-9０-９]{{1,2}}(?:\s*[-—–~/]\s*[A-F]?\d{{1,2}})?\s*版?(?:{_BAR}?{_SECTION})?$|{_SECTION}{_BAR}[A-F]\d{{1,2}}\s*版?$".replace(
        "(?P<section>", "(?:", 1
    )
)
_TURN_NOTE = (
    r"[（(\[【＜<]?\s*[▶►→↓▼>＞]*\s*(?:未完\s*[，,、]?\s*)?(?:(?:上|紧|緊)接|[下]?[转轉]|接)\s*(?:本报)?(?:\d{1,2}月\d{1,2}日)?\s*第?\s*[A-Z]?\s*[\d一二三四五六七八九十]{1,3}\s*[版页頁]"
    r"(?:[\u4e00-\u9fff]{0,4}|[①-⑳]|[《·\s][^）)]{0,16})\s*[）)\]】＞>]?\s*[▶►→]*"
)
_TURN = re.compile(
    rf"(?:{_TURN_NOTE}|[（(]\s*(?:接上期|上接前页|下转次页|未完待续|下期待续|续上期)\s*[）)])$"
)
_TURN_AT_END = re.compile(
    r"[（(\[【]\s*(?:未完\s*[，,、]?\s*)?下?[转轉]\s*第?\s*[A-Z]?\s*[\d一二三四五六七八九十]{1,3}\s*[版页頁][^）)\]】。]{0,8}[）)\]】]\s*$"
)
_TURN_AT_HEAD = re.compile(
    r"[（(\[【]\s*(?:上|紧|緊)接(?:\d{1,2}月\d{1,2}日)?\s*第?\s*[A-Z]?\s*[\d一二三四五六七八九十]{1,3}\s*[版页頁][^）)\]】。]{0,8}[）)\]】]\s*"
)
_ISSUE = (
    r"(?:19|20)\d{2}\s*(?:年\s*)?(?:第\s*[\d一二三四五六七八九十]{1,3}\s*期"
    r"|[./·年]\s*\d{1,2}(?:\s*月)?(?:号|刊|上|下)?)(?:\s*[（(]?\s*总第?\s*\d+\s*期[）)]?)?"
)
_FOLIO = r"(?:\d{1,3}\s*[|｜·\s]\s*)?"
_MAGAZINE = (
    r"(?:[\u4e00-\u9fff]{2,12}(?:周刊|月刊|半月刊|杂志|雜誌|旬刊|季刊|学刊|画报)|《[\u4e00-\u9fff]{2,12}》)"
)
# A chronicle has headings such as 大事记 2021年7月: without 期 or 号 the name must be a periodical's.
_PERIODICAL = re.compile(
    rf"{_FOLIO}(?:{_MAGAZINE}[·•|｜\s]*{_ISSUE}|[\u4e00-\u9fff]{{2,10}}[·•|｜\s]+{_ISSUE}(?<=[期号）)]))(?:\s*[|｜·\s]\s*\d{{1,3}})?$"
    rf"|{_FOLIO}{_ISSUE}(?:[·•|｜\s]+{_MAGAZINE}|(?<=[期号）)])[·•|｜\s]+[\u4e00-\u9fff]{{2,12}})(?:\s*[|｜·\s]\s*\d{{1,3}})?$"
)
_PRESS = re.compile(
    r"(?:国内统一(?:连续出版物|刊)号|国内统一刊|邮发代号|國內統一|CN\s?\d{2}[-—]\d{4}|(?:本报|今日)[^。，]{0,6}\d{1,2}\s*版\s*$|第\s*\d{3,6}\s*[期号]|总第\s*\d{3,6}\s*[期号]|(?:社址|本报地址)\s*[:：]|广告(?:经营)?许可证|^(?:本报)?(?:新闻|报料|爆料|投稿|订报|订阅|发行|广告)(?:热线|电话|邮箱)\s*[:：]|零售(?:价)?\s*[:：]?\s*每?份?|(?:印刷|承印)\s*[:：]|(?:由)?\s*扫描全能王|本报网址)"
)
_CLAUSES = re.compile("[。；！？，]")
_BETWEEN = re.compile(r"[\s|｜/／·]+")
_LONGEST = 70


def is_page_furniture(text: str) -> bool:
    """Whether a whole line is a running head or foot, a page's label, or a note that the text goes on."""
    if len(text) > _LONGEST:
        return False
    text = simplified(text)
    if _STATEMENT.search(text):
        return False
    if _TURN.match(text):
        return True
    if _CLAUSES.search(text):
        return False
    return _is_running_head(text) or _is_label(text) or bool(_PERIODICAL.match(text) or _PRESS.match(text))


def _is_running_head(text: str) -> bool:
    """Two of date, weekday, sheet, paper, staff; or a sheet with nothing but its label."""
    telling = sum(pattern.search(text) is not None for pattern in (_WEEKDAY, _SHEET, _LUNAR))
    if telling:
        others = sum(pattern.search(text) is not None for pattern in (_DATE, _STAFF))
        paper = any(_PAPER.match(word) for word in _BETWEEN.split(text) if word)
        if telling + others + paper >= 2:
            return True
    return bool(_NUMBERED.match(text) or _ALONE.fullmatch(text))


def _is_label(text: str) -> bool:
    """The label of a page: D4, A09 民生, 要闻 A02. What stands beside the number must be a page's name.

    Example:
        >>> _is_label("A09 民生"), _is_label("B2 机床")
        (True, False)
    """
    if not (match := _LABEL.match(text)):
        return False
    section = re.sub(r"[^\u4e00-\u9fff]|版$", "", match.group())
    if not section:
        return True
    words = interface_words(section)
    return (words.sections > 0 and not words.others) or text.endswith("新闻") or "·" in text


def turn_notes(text: str) -> tuple[int, int]:
    """How many characters at the head and at the end of a paragraph say that it goes on on another page.

    Example:
        >>> turn_notes("全县干部纷纷下乡（下转第三版）")
        (0, 7)
    """
    head, end = _TURN_AT_HEAD.match(text), _TURN_AT_END.search(text)
    at_head = head.end() if head else 0
    at_end = len(text) - end.start() if end else 0
    return (at_head, at_end) if at_head + at_end < len(text) else (0, 0)
