"""Half-width punctuation in Chinese: , : ; ! ? ( ) become ，：；！？（）.

Example:
    在资水之滨,县域经济增长6.5%(同比)      →  在资水之滨，县域经济增长6.5%（同比）
    是一本账.2021年                        →  是一本账。2021年
    16:18   1,234   www.a.cn   “1+5”        untouched: times, thousands, addresses, formulas

Full-width Latin letters and digits (ＡＢ，２０２０) become half-width by the same rule. Document numbers such
as 〔2018〕59号 stay as they are. Every change is recorded as a repair of its piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_scripts.clean.chinese import CJK, HAN
from build_scripts.clean.remembering import remembered

CODE = "C050"
NOTE = "punctuation or letters of the wrong width set right"

_WIDE = str.maketrans(",:;!?", "，：；！？")
# After a Chinese character or mark; or after anything else when a Chinese one follows, unless it stands
# between two digits (1,234  16:18) or in an address (http://).
# A look behind at every character is dear: each pattern begins with its mark and looks behind from there.
_LATIN = r"[%％0-9A-Za-z+\"'”)）\]]"
_MARK = re.compile(
    rf"[,:;!?\s](?:(?<=[{CJK}][,:;!?])(?:\s?[,:;!?])*(?!//)|(?<={_LATIN}[,:;!?])(?=\s?[{CJK}])"
    rf"|(?<={_LATIN}\s)[,:;!?](?=\s?[{CJK}]))"
)
# 6.1%,9%: after a percent sign the mark can't belong to a figure.
_AFTER_PERCENT = re.compile(r"[,;:](?<=[%％‰][,;:])(?=\d)")
_STOP = re.compile(rf"\.(?:(?<=[{HAN}”）》]\.)(?![0-9A-Za-z.])|(?<=[%％]\.)(?=[{CJK}]|$))")
# …的账.2014年，: a sentence ends before a number and what it counts; 图.1村民, 二.3户以上 number something.
_STOP_BEFORE_COUNT = re.compile(
    rf"\.(?:(?<=[%％”）》]\.)|(?<=[{HAN}]\.)(?<![图表第注例附号件款条节章一二三四五六七八九十]\.))"
    rf"(?=\d+(?:\.\d+)?[万亿多余]*[{HAN}%％])"
)
_ELLIPSIS = re.compile(rf"(?<=[{CJK}])(?:\.{{3,}}|…(?!…)(?<!……))")
_DASHES = re.compile(rf"(?<=[{CJK}])-{{2,}}(?=[{CJK}])")
_PAREN = re.compile(r"\(([^()\n]{0,200})\)")
# 1) is the number of a measure.
_ITEM = re.compile(rf"^(\d{{1,2}})\)(?=\s?(?:[{CJK}]|\d{{1,4}}[年月日时]))")
_QUOTE = re.compile(r'"([^"\n]{1,400})"')
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＋]")
_HAN, _CJK = re.compile(f"[{HAN}]"), re.compile(f"[{CJK}]")
# What is changed or shows that something may be: the patterns are tried only on texts with their marks.
_ANY = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＋\"(),:;!?.…-]")
_WIDENED = frozenset(",:;!?")
# Each line is read several times on its way, hence remembered if it is of a paragraph's length.
_REMEMBERED = 2000


def repair(text: str) -> tuple[str, int]:
    """The text with the marks of Chinese sentences full-width, and how many changes that took.

    A mark set right can make its neighbour one of a Chinese sentence too, so it is repeated until nothing
    changes; each round leaves fewer half-width marks, so it ends.
    """
    total = 0
    while True:
        text, count = _known(text) if len(text) <= _REMEMBERED else _once(text)
        total += count
        if not count:
            return text, total


@remembered
def _known(text: str) -> tuple[str, int]:
    return _once(text)


def _once(text: str) -> tuple[str, int]:
    """One round of all replacements."""
    marks = set(_ANY.findall(text))
    if not marks:
        return text, 0
    count = 0

    def swap(new: str) -> str:
        nonlocal count
        count += 1
        return new

    def widened(marks: re.Match[str]) -> str:
        nonlocal count
        run = marks.group().lstrip()
        count += len("".join(run.split()))
        return run.translate(_WIDE)

    if max(marks) > "…":
        text = _FULL_WIDTH.sub(lambda m: swap(chr(ord(m.group()) - 0xFEE0)), text)
    for mark, pattern, pair in (('"', _QUOTE, "“”"), ("(", _PAREN, "（）")):
        if mark in marks:
            text, enclosed = _enclosed(text, pattern, pair)
            count += enclosed
    if ")" in marks:
        text = _ITEM.sub(lambda m: swap(f"{m.group(1)}）"), text)
    if not _WIDENED.isdisjoint(marks):
        text = _MARK.sub(widened, text)
        text = _AFTER_PERCENT.sub(widened, text)
    if "." in marks:
        text = _STOP.sub(lambda m: swap("。"), text)
        text = _STOP_BEFORE_COUNT.sub(lambda m: swap("。"), text)
    if "--" in text:
        text = _DASHES.sub(lambda m: swap("——"), text)
    if "..." in text or "…" in text:
        text = _ELLIPSIS.sub(lambda m: swap("……"), text)
    return text, count


def _enclosed(text: str, pattern: re.Pattern[str], pair: str) -> tuple[str, int]:
    """The text with those of a kind of brackets full-width that are Chinese, and how many these are.

    Of several side by side all are if one is, for each has a Chinese mark beside it then.
    """
    parts: list[str] = []
    done = count = 0
    for run in _side_by_side(pattern.finditer(text)):
        if any(_chinese(text, match) for match in run):
            parts += [text[done : run[0].start()], *(pair[0] + match[1] + pair[1] for match in run)]
            done, count = run[-1].end(), count + len(run)
    return "".join([*parts, text[done:]]), count


def _side_by_side(matches: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The matches in order, those together that have nothing between them."""
    run: list[re.Match[str]] = []
    for match in matches:
        if run and run[-1].end() != match.start():
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _chinese(text: str, match: re.Match[str]) -> bool:
    """Whether a bracket belongs to a Chinese sentence: Han inside it, or directly around it."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return bool(_HAN.search(match.group(1)) or _CJK.search(around))
