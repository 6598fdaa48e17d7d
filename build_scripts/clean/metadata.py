"""Metadata lines: date, source, editors; and datelines (湖南日报3月2日讯)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from build_scripts.clean.official_lines import is_official_metadata
from build_scripts.clean.patterns import any_of
from build_scripts.clean.people import byline_names
from build_scripts.clean.script import simplified

_YMD = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_TIME = r"(?:\s*T?\s*\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?)?"
_DATE_ONLY = re.compile(
    rf"[（(\[【]?\s*(?:\d{{4}}\s*[年./-]\s*)?\d{{1,2}}\s*[月./-]\s*\d{{1,2}}\s*日?{_TIME}\s*[）)\]】]?"
)
# Labels of a line; white space may stand inside them (来 源：, 索 引 号：).
_LABELS = (
    r"(?:文章|信息|新闻|稿件|内容|本文|消息|資料|新聞|消息)?(?:来源|稿源|出处|來源|出處)"
    r"|(?:发布|發布|发表|發表|更新|录入|编辑|上传|刊发|发稿|成文|发文|公布|公開|上版|上稿|張貼|生成|公开|签发|生效|实施|施行|出版|最后修改|最後更新)?(?:时间|日期|時間)"
    r"|(?:发布|發布|供稿|提供|张贴|張貼|发文|制发|信息公开|编发|報導|供图)(?:单位|單位|机构|機構|机关|機關|部门|部門|人|者)?"
    r"|(?:文章|本文)?作者|撰稿人?|供稿人?|采写|撰文|(?:信息)?索引号|公开目录|文号|发文字号|文件编号|统一编号|登记号|主题词|主题分类|体裁分类|组配分类|服务对象|有效性|文件状态|效力状态|有效期"
    r"|关键词|關鍵字|标签|標籤|栏目|欄目|分类|分類|专栏|版次|版别"
    r"|(?:浏览|瀏覽|阅读|閱讀|点击|點擊|點閱|访问)(?:人次|次数|次數|量|数|數|率)"
    r"|(?:责任|責任|执行|值班|本期|本版|网络|新媒体|图片|文字|视觉|美术|特约|栏目|轮值)?(?:编辑|編輯|责编|責編|主编|主編|编委|总编)"
    r"|责编|責編|美编|校对|校對|审核|审校|审稿|复审|[一二三初复终]审|监制|监审|策划|统筹|签发|编审|排版|版式|制图|制作|值班主任|值班总监|总值班|总监制|出品人?|终审"
)
_LABEL = re.compile(
    rf"(?:{re.sub(r'(?<=[一-鿿])(?=[一-鿿])', lambda _: chr(92) + 's*', _LABELS)})" + r"\s*[:：丨|｜/／]\s*"
)
_STAFF = re.compile(
    r"(?:图文|文字|图片|摄影|视频|撰文|文稿|文|图|文案|美编|排版|制图|设计|剪辑|拍摄|配音|播音|主播|编辑|责编|主编|审核|校对|监制|策划|统筹|终审|初审|复审|一审|二审|三审|记者|通讯员|来源|出品|编审|值班|供稿)"
    r"\s*[:：丨|｜/／]\s*[^\s:：。，丨|｜/／]{1,16}(?:[\s、]+(?!\S{1,4}[:：丨|｜/／])[^\s:：。，丨|｜/／]{2,8})*"
)
_SPACED = re.compile(
    r"^(?:责任编辑|责编|编辑|校对|审核)[\s　]+[\u4e00-\u9fff]{2,4}(?:[\s　]+[\u4e00-\u9fff]{2,4})*$"
)
_SOURCE = re.compile(
    r"(?:来源|稿源|出处|來源|出處|供稿单位|发布单位|發布單位|发布机构|发文机关|发文机构|制发机关)\s*[:：丨|｜/／]\s*([^\s:：|｜\]】）)]+)"
)
_NAMED = re.compile(
    r"^[（(]?\s*(?:原载|转载自?)?\s*《\s*(?P<quoted>[^》]{2,14}?)\s*》|^(?P<first>[\u4e00-\u9fff]{1,10}(?:网|报|社|云|客户端))\s+\d{4}"
    r"|\d\s+(?P<last>[\u4e00-\u9fff]{1,10}(?:网|报|社|云|客户端))$"
)
_AUTHOR = re.compile(
    r"(?:作者|撰稿人?|供稿人?|撰文|文字)\s*[:：丨|｜/／]\s*([\u4e00-\u9fff·]{2,16}(?:[\s、,，]+[\u4e00-\u9fff·]{2,5}(?![:：\u4e00-\u9fff]))*)"
)
_ORIGINAL = re.compile(r"^[（(\[【]?\s*(?:原标题|原题|原载|转载自|摘自|本文来源)\s*[:：].{0,60}$")
_ABOUT_AUTHOR = re.compile(r"^[（(\[【]\s*(?:本文)?作者(?:系|为|是|单位|简介)?[:：]?.{2,60}[）)\]】]$")
_CREDIT_LINE = re.compile(
    r"^[（(\[【]\s*(?:参与采写|参加采写|采写|据)[:：]?.{2,40}[）)\]】]$|^[（(].{2,30}(?:供稿|整理|提供)[）)]$"
    r"|^[\u4e00-\u9fff]{2,10}\d{1,2}月\d{1,2}日[电讯]\s*题\s*[:：].{2,40}$"
    r"|^[（(]?\s*《\s*[^》]{2,14}\s*》\s*[（(].{4,40}[）)]\s*[）)]?$|^[（(]\s*(?:原载|转载).{2,40}[）)]$"
)
_BARE_SOURCE = re.compile(
    r"^(?:[\u4e00-\u9fff·•]{1,12}(?:网|报|社|云|号|台|客户端|频道|湖南|在线)(?:\s*[•·|｜]\s*[\u4e00-\u9fff]{2,8})?\s+)?"
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
    r"(?:\s+[\u4e00-\u9fff·•]{1,16}(?:网|报|社|云|号|台|客户端|频道|在线))?$"
)
_HAN_DATE = re.compile(
    r"^[（(]?[二〇○零一九八七六五四三]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日[）)]?$"
)
_END = re.compile(r"^[（(\[【]?\s*(?:完|全文完|本文完|END|未完待续)\s*[）)\]】]?$", re.IGNORECASE)
_DATELINE = re.compile(
    r"[【\[(（]?\s*(?P<paper>[\u4e00-\u9fff]{0,8}?(?:日报|晚报|时报|早报|晨报|都市报|[\u4e00-\u9fff]报|新闻网|在线|[\u4e00-\u9fff]网|社|客户端|频道))"
    r"[\u4e00-\u9fff·•\s]{0,10}?(?:(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<dom>\d{1,2})日)?\s*(?:讯|電|电|消息)\s*[】\])）]?"
    r"\s*(?:[（(](?P<people>[^）)]{2,60})[）)])?"
)
# 原创 小禾 清江发布 2023-08-21 18:30 发表于湖南: the line below the title of a WeChat article.
_WECHAT = re.compile(
    r"^(?:原创\s+)?(?:\S{1,16}\s+){0,3}\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2})?(?:\s*(?:发表于|发布于|來自|来自)\s*\S{2,6})?$"
    r"|^(?:以下文章来源于|本文来源于|本文转自|转自|来源于|作者\s*[|｜丨])\s*.{2,40}$|^(?:收录于(?:合集|专辑|话题)|#[^\s#]{2,12}(?:\s+#[^\s#]{2,12})*(?:\s*\d+个)?$).{0,40}$|^原创\s+\S{2,12}(?:\s+\S{2,16})?$"
)
_WHOLE_LINE = any_of(_END, _ORIGINAL, _SPACED, _ABOUT_AUTHOR, _CREDIT_LINE, _BARE_SOURCE, _HAN_DATE, _WECHAT)
# What stands behind every label.
_SEPARATOR = re.compile("[:：丨|｜/／]")
_BETWEEN_NAMES = re.compile(r"[\s、，,]+")
_STAFF_WORD = re.compile(r"(?:本报|特约|见习)?(?:记者|通讯员|评论员)")
_SENTENCE = re.compile("[。！？]")
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Facts:
    """What a metadata line or a dateline tells: ISO date, publisher, names; each may be missing."""

    date: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def is_metadata(text: str) -> bool:
    """Whether a whole line is date, source, editor or the like.

    Example:
        >>> is_metadata("来源：某某日报 2021年3月2日"), is_metadata("（2021年1月20日）")
        (True, True)
        >>> is_metadata("2021-03-02　记者 文溪"), is_metadata("2021年3月2日，全县召开动员大会。")
        (True, False)
    """
    if len(text) > _LONGEST:
        return False
    text = simplified(text)
    if _DATE_ONLY.fullmatch(text) or _WHOLE_LINE.match(text) or is_official_metadata(text):
        return True
    if _dated_byline(text):
        return True
    if not _SEPARATOR.search(text):
        return False
    if _is_staff(text):
        return True
    body = text.lstrip("（([【 ")
    if match := _LABEL.match(body):
        return not _SENTENCE.search(body[match.end() :].rstrip("。）)")) and len(body) - match.end() < 110
    # A date first, then the labels: 2021-11-17 16:18 来源：…
    dated = _DATE_ONLY.match(body)
    return bool(dated and _LABEL.match(body[dated.end() :].lstrip(" \u3000|｜·•")))


def _dated_byline(text: str) -> tuple[str, ...]:
    """The names of a line that is a date and who wrote: 2021-03-02　记者 文溪; none of any other line."""
    body = text.strip("（([【）)]】 \u3000")
    dated = _DATE_ONLY.match(body)
    rest = body[dated.end() :].lstrip(" \u3000|｜·•") if dated else ""
    return (byline_names(rest) or ()) if _STAFF_WORD.match(rest) else ()


def _is_staff(text: str) -> bool:
    """Whether a line says who did what, twice or more: 文字：小禾　图片：阿林."""
    found = [match.span() for match in _STAFF.finditer(text)]
    rest = text
    for start, end in reversed(found):
        rest = rest[:start] + rest[end:]
    return len(found) >= 2 and not rest.strip(" \u3000（）()【】|｜丨、，")


def read_metadata(text: str) -> Facts:
    """The date, publisher and authors that a metadata line states."""
    source = _SOURCE.search(simplified(text))
    publisher = text[slice(*source.span(1))].strip("，。）)】") if source else None
    if publisher and _YMD.match(publisher):
        publisher = None
    if not publisher and (named := _NAMED.search(text)):
        publisher = named["quoted"] or named["first"] or named["last"]
    author = _AUTHOR.search(text)
    names = tuple(_BETWEEN_NAMES.split(author.group(1).strip())) if author else _dated_byline(text)
    return Facts(iso_date(text), publisher, names)


def iso_date(text: str) -> str | None:
    """The first whole date in ``text`` as ``YYYY-MM-DD``, if it is one of the calendar."""
    dates = (_iso(*match.groups()) for match in _YMD.finditer(text))
    return next((date for date in dates if date), None)


def _iso(year: str, month: str, day: str) -> str | None:
    """A date as ``YYYY-MM-DD``, or ``None`` where the calendar has no such day."""
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date.isoformat() if 1900 <= date.year <= 2100 else None


def dateline(text: str) -> Facts | None:
    """What the dateline at the head of a paragraph tells, or ``None`` where there is none.

    Example:
        >>> dateline("某某日报3月2日讯（通讯员 林间）近日，").authors
        ('林间',)
        >>> dateline("据新华社报道，") is None
        True
    """
    match = _DATELINE.match(text)
    if not match or text.startswith(("据", "在", "由")):
        return None
    people = match["people"] or ""
    names = tuple(
        token for token in _BETWEEN_NAMES.split(_STAFF_WORD.sub(" ", people)) if 2 <= len(token) <= 5
    )
    date = _iso(match["year"], match["month"], match["dom"]) if match["year"] else None
    paper = match["paper"]
    return Facts(date, None if paper in ("本报", "本网", "本社") else paper, names)
