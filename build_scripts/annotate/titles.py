"""Documents in 《》: their titles, numbers and short names, and of what kind they are.

The same title is the same document in all reports, whatever its quotation marks, spaces and width. A short
name counts in the report that defines it, behind its definition:
《云溪县村级资金管理办法》（以下简称《办法》）.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.annotate.annotated import AnnotatedText


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A document named in text number ``text``: ``key`` is the normalised full title, ``title`` as it stands.

    ``title`` is empty where only a short name stands. ``before`` and ``behind`` are what stands around it.
    """

    text: int
    start: int
    end: int
    key: str
    title: str = ""
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class TitleFact:
    """What a report says of a document: its ``number`` or a ``short`` name, in text number ``text``."""

    key: str
    name: str
    value: str
    text: int
    start: int


LONGEST = 120
"""Characters of a title at most; what is longer is a 《 that was never closed."""

_NUMBER = re.compile(
    r"[（(]?([\u4e00-\u9fff]{1,10}[〔\[［【（(]((?:19|20)\d\d)[〕\]］】）)]\s*第?\s*(\d{1,5})\s*号)[）)]?"
)
_INTRODUCED = (
    r"(?:(?:以下|下文|后文)?(?:统一)?(?:简称|合称|统称|并称|下称)|(?:以下|下文|后文)称)(?:为|作)?[：:]?"
)
_DEFINED = re.compile(
    rf"[（(，,]?\s*{_INTRODUCED}\s*(?P<name>《[^《》]{{1,40}}》|“[^“”]{{1,30}}”\w{{0,2}}|[^，。；）)《“]{{2,20}})"
)
# “1+5”文件 is defined by a clause that counts papers, wherever the first of them stands in the sentence.
_SUMMED = re.compile(
    rf"(?:{_INTRODUCED}|合起来(?:就)?(?:叫|称|是)(?:作|为)?|构成了?|形成了?|组成了?|称为|称作|叫作|叫做)\s*"
    r"[“\"]?(?P<sum>\d+(?:[+＋](?:\d+|[NnXx]))+)[”\"]?\s*(?:系列)?文件"
)
_TITLE_MARKS = re.compile("[《》]")
_SENTENCE_END = re.compile("[。！？!?\n]")

KINDS: tuple[tuple[str, str], ...] = (
    # The first pattern that the title matches; “办法” before “法”.
    (
        "newspaper",
        r"(?:日|晚|晨|早|时|周|人事|法制|法治|农村|青年|工人|教育|商|科技|健康|文化|画|学)报$|(?:报纸|周刊)$",
    ),
    ("bulletin", r"(?:通报|快报|简报|公报|专报|内参|动态)$"),
    ("measures", r"(?:办法|措施|举措|条意见|细则|规程|规范|守则)(?:[（(].{1,8}[）)])?$"),
    ("law", r"(?:(?<![办做想方看用书说手语文])法|法典|条例|宪法|法律)(?:[（(].{1,8}[）)])?$"),
    ("opinion", r"意见(?:[（(].{1,8}[）)])?$"),
    ("notice", r"(?:通知|通告|公告|函|批复|命令|令)(?:[（(].{1,8}[）)])?$"),
    ("plan", r"(?:方案|计划|规划|纲要|预案|蓝图|行动|路线图|设计)(?:[（(].{1,12}[）)])?$"),
    ("rules", r"(?:规定|规则|准则|章程|制度|党章|公约|标准|指南|指引|手册)(?:[（(].{1,8}[）)])?$"),
    ("decision", r"(?:决定|决议|要点|部署)(?:[（(].{1,8}[）)])?$"),
    ("report", r"(?:报告|总结|白皮书|蓝皮书|述评)$"),
    ("agreement", r"(?:协议|协议书|合同|承诺书|倡议书|责任书|备忘录)$"),
    ("list", r"(?:清单|目录|名录|名单|一览表)$"),
    ("work", r"(?:选编|选读|读本|文选|文集|全集|选集|教程|教材|课本|概论|史|传|诗|曲|歌|颂|舞|记|故事|论)$"),
)  # fmt: skip
"""Kinds of documents and the endings of titles that tell them."""

_WORK_BEFORE = re.compile(
    "(?:歌曲|歌|电影|影片|纪录片|教育片|专题片|宣传片|微视频|短片|电视剧|小说|散文|诗歌|话剧|歌剧|花鼓戏|戏曲|小品|舞蹈|节目|画|书|课本|教材|剧目|栏目)$"
)
_WORK_BEHIND = re.compile(
    "等?[^，。；《》]{0,8}(?:课本|教材|读本|书籍|图书|歌曲|影片|电影|电视剧|纪录片|专题片)"
)
_SOLID = re.compile(r"[\s“”‘’\"'「」『』《》〈〉<>]+")


def title_key(title: str) -> str:
    """The form by which titles are compared.

    >>> title_key("关于“五化”建设 的意见（试行）") == title_key("关于五化建设的意见(试行)")
    True
    """
    return _SOLID.sub("", unicodedata.normalize("NFKC", title)).casefold()


def kind_of(title: str, before: str = "", behind: str = "") -> str:
    """The kind of a document by its title and by what stands around it; ``document`` where nothing tells.

    >>> kind_of("云溪县环境卫生条例"), kind_of("云溪日报"), kind_of("山里的灯", "电影")
    ('law', 'newspaper', 'work')
    """
    if _WORK_BEFORE.search(before) or _WORK_BEHIND.match(behind):
        return "work"
    bare = _SOLID.sub("", unicodedata.normalize("NFKC", title))
    return next((kind for kind, pattern in KINDS if re.search(pattern, bare)), "document")


def read_titles(texts: Sequence[AnnotatedText]) -> tuple[list[TitleMention], list[TitleFact]]:
    """The documents named in the texts of a report, in order, and what it says of them."""
    mentions: list[TitleMention] = []
    facts: list[TitleFact] = []
    shorts: dict[str, str] = {}
    for number, text in enumerate(texts):
        found: list[TitleMention] = []
        told: list[TitleFact] = []
        for span in _bracketed(text.zh):
            # Where a short name is defined, its 《》 is no document of that name.
            if any(fact.start <= span[0] < fact.start + 3 for fact in told if fact.name == "short"):
                continue
            found.append(_mention(number, text.zh, span, shorts))
            fresh = list(_facts(found[-1], text.zh))
            told += fresh
            shorts |= {title_key(fact.value): fact.key for fact in fresh if fact.name == "short"}
        sums = list(_sums(number, text.zh, found))
        told += sums
        shorts |= {title_key(fact.value): fact.key for fact in sums}
        begins = {title_key(fact.value): fact.start for fact in told if fact.name == "short"}
        found += _named_short(number, text.zh, begins, shorts, found)
        facts += told
        mentions += sorted(found, key=lambda one: (one.start, one.end))
    return mentions, facts


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """The spans of 《…》, the outer ones where they are nested; unclosed and empty ones are passed over."""
    depth = start = 0
    for sign in _TITLE_MARKS.finditer(text):
        at, char = sign.start(), sign[0]
        if depth and at - start > LONGEST + 1:
            depth = 0
        if char == "《":
            start = at if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and title_key(text[start + 1 : at]):
                yield start, at + 1


def _mention(number: int, text: str, span: tuple[int, int], shorts: dict[str, str]) -> TitleMention:
    start, end = span
    title = text[start + 1 : end - 1].strip()
    key = title_key(title)
    full = shorts.get(key)
    around = text[max(0, start - 5) : start], text[end : end + 14]
    return TitleMention(number, start, end, full or key, "" if full else title, *around)


def _facts(mention: TitleMention, text: str) -> Iterator[TitleFact]:
    """The number and the short name that stand right behind a title."""
    behind = text[mention.end : mention.end + 60]
    at = 0
    if match := _NUMBER.match(behind):
        yield TitleFact(mention.key, "number", match[1], mention.text, mention.end)
        at = match.end()
    if match := _DEFINED.match(behind, at):
        name = match["name"].strip()
        if title_key(name) and title_key(name) != mention.key:
            yield TitleFact(mention.key, "short", name, mention.text, mention.end + match.start("name"))


def _sums(number: int, text: str, found: Sequence[TitleMention]) -> Iterator[TitleFact]:
    """“1+5”文件: the short name of the first document of its sentence."""
    for match in _SUMMED.finditer(text):
        first = max((end.end() for end in _SENTENCE_END.finditer(text, 0, match.start())), default=0)
        leading = [one for one in found if first <= one.start < match.start()]
        if leading:
            start = match.start("sum") - (text[match.start("sum") - 1] in '“"')
            yield TitleFact(leading[0].key, "short", f"“{match['sum']}”文件", number, start)


def _named_short(
    number: int,
    text: str,
    begins: Mapping[str, int],
    shorts: Mapping[str, str],
    found: Sequence[TitleMention],
) -> list[TitleMention]:
    """Where a short name stands without 《》: “1+5”文件, or a plain name of four characters and more.

    ``begins`` tells where this text defines a name: it serves from there on.
    """
    made = []
    for name, key in sorted(shorts.items()):
        if len(name) < 4:
            continue
        # Quotation marks are said or left out: “1+5”文件, 1+5文件.
        pattern = '[“”"]?'.join(re.escape(char).replace(r"\+", "[+＋]") for char in name)
        for match in re.finditer(f"“?{pattern}”?", text):
            start, end = match.span()
            inside = any(one.start < end and start < one.end for one in found)
            if not inside and start >= begins.get(name, 0):
                made.append(TitleMention(number, start, end, key))
    return made
