"""Numbered formulas: “五化”, “四不两直”, “1+4”, “四个意识”: short names that count what they stand for.

One is found in quotation marks, or without them where the glossary has it or the report quotes it elsewhere.
Dates (“七一”), five-year plans (“十三五”) and things that are but one (“一站式”) count nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.annotate.annotated import AnnotatedText
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.sentences import chinese_sentences
from build_scripts.annotate.tables import word_set


@dataclass(frozen=True, slots=True)
class FormulaMention:
    """The formula ``key`` in text number ``text``; ``defined``: its sentence spells it out."""

    text: int
    start: int
    end: int
    key: str
    defined: bool


_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "双": 2}
_N = "[一二两三四五六七八九十]{1,2}"
_SUM = re.compile(r"(?:\d{1,3}|[NnXx])(?:\+(?:\d{1,3}|[NnXx])){1,4}")
# What a single number may count in a name of this kind; longer tails only behind these.
_COUNTER = (
    "个|大|项|种|条|支|类|方面|位一体|合一|清|无|有|不|查|送|问|真|严|比|带|联|进|访|包|必|防|减|增|"
    "新|好|小|化|委|区|落实|到位|到户|统一|结合|覆盖|服务|融合|联动"
)
_ONE = re.compile(
    rf"{_N}(?:[^{''.join(_DIGITS)}\d]|[^\d](?:合一|一体|统一|联动|同步|到位|结合|融合|并举|并重)|(?:{_COUNTER})[\u4e00-\u9fff]{{0,6}})"
)
_PARALLEL = re.compile(rf"(?:{_N}[\u4e00-\u9fff]{{1,3}}?){{2,4}}")
_DATES = word_set(
    "七一 八一 五一 十一 五四 三八 六一 一二 三一 八九 九一八 一一 双十一 双十二 三七 四六 五五"
)
_FIVE_YEARS = re.compile("十[一二三四五六七八]五")
# Words of numerals that count nothing: two-faced, both hands, a couple of ways.
_NO_FORMULA = re.compile(
    "两面|两手|两张|两难|^一[^两二三四五六七八九十]*$|三连|两头|三农|九寨|五溪|三湘|四海|八方|五一|百|千|万|三角|十佳|双十"
)
_RISE_AND_FALL = re.compile("[升降增减].*[升降增减]")
_QUOTED = re.compile('[“"]([^“”"]{2,14})[”"]')
_SAYS = re.compile(
    r"[”\"]?(?:[\u4e00-\u9fff]{0,6}?)[，,]?(?:即|是指|指的是|就是|分别是|分别为|主要包括|包括|：|——|（即|（指)"
)
_ITEMS = re.compile("[、，,；;]")


def formula_key(text: str) -> str:
    """The form by which formulas are compared: no quotation marks, half-width signs, ``N`` as a capital.

    >>> formula_key("“1＋5＋n”")
    '1+5+N'
    """
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s“”\"'‘’]", "", plain).replace("n", "N").replace("x", "X")


def is_formula(text: str) -> bool:
    """Tell whether ``text`` has the form of a numbered formula.

    >>> [is_formula(text) for text in ("五化", "四不两直", "1+5+N", "四个意识", "三会一课", "两新")]
    [True, True, True, True, True, True]
    >>> [is_formula(text) for text in ("七一", "十三五", "一站式", "两面人", "三连冠", "百千万", "90后")]
    [False, False, False, False, False, False, False]
    """
    key = formula_key(text)
    if _SUM.fullmatch(key):
        return True
    if len(key) > 12 or key in _DATES or _FIVE_YEARS.match(key):
        return False
    if (
        _PARALLEL.fullmatch(key)
        and not _RISE_AND_FALL.search(key)
        and not _NO_FORMULA.match(key.lstrip("一"))
    ):
        numbers = [_DIGITS[char] for char in key if char in _DIGITS]
        return len(numbers) > 1 and (max(numbers) > 1 or len(numbers) > 2 or len(key) == 4)
    return bool(_ONE.fullmatch(key)) and not _NO_FORMULA.search(key) and key[0] != "一"


def read_formulas(texts: Sequence[AnnotatedText], lexicon: Lexicon) -> list[FormulaMention]:
    """The formulas in the texts of a report, in order."""
    found: list[tuple[int, int, int]] = []
    quoted: set[str] = set()
    for number, text in enumerate(texts):
        for match in _QUOTED.finditer(text.zh):
            if is_formula(match[1]):
                found.append((number, match.start(1), match.end(1)))
                quoted.add(match[1])
    for number, text in enumerate(texts):
        found += [(number, *span) for span in _unquoted(text, quoted, lexicon)]
    mentions = []
    done: set[tuple[int, int]] = set()
    for number, start, end in sorted(set(found)):
        covered = {(number, at) for at in range(start, end)}
        if done & covered:
            continue
        done |= covered
        zh = texts[number].zh
        key = formula_key(zh[start:end])
        mentions.append(FormulaMention(number, start, end, key, defines(zh, start, end, key)))
    return mentions


def _unquoted(text: AnnotatedText, quoted: set[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Terms of the glossary that are formulas, and longer ones that the report quotes elsewhere."""
    for word in text.words:
        if word.term and is_formula(lexicon.by_id[word.term].zh) and is_formula(word.text):
            bare = word.text.strip('“”"')
            start = word.start + word.text.find(bare)
            yield start, start + len(bare)
    starts, ends = {word.start for word in text.words}, {word.end for word in text.words}
    for name in sorted(quoted):
        for match in re.finditer(re.escape(name), text.zh) if len(name) > 3 else ():
            if match.start() in starts and match.end() in ends:
                yield match.span()


def defines(text: str, start: int, end: int, key: str) -> bool:
    """Whether the sentence of a formula says what it stands for.

    Either words of definition follow (“五化”，即…), or as many items as it counts stand in brackets behind
    it, or right before it, all with the same ending: 岗位、学位、床位“三位”.
    """
    sentence = next((span for span in chinese_sentences(text) if span[0] <= start < span[1]), (0, len(text)))
    behind = text[end : sentence[1]]
    if _SAYS.match(behind) and len(behind) > 8:
        return True
    count = _DIGITS.get(key[:1], 0) if len(key) < 6 else 0
    if count < 2:
        return False
    before = text[sentence[0] : start].rstrip('“"的等')
    items = re.split("[，,；;：:“”]", before)[-1].split("、")
    listed = re.match(r"[”\"]?(?:[\u4e00-\u9fff]{0,6})[（(]([^（）()]+)[）)]", behind)
    alike = len(items) == count and len({item[-1:] for item in items}) == 1 and max(map(len, items)) <= 12
    return (alike and bool(items[0])) or bool(listed and len(_ITEMS.split(listed[1])) == count)


_NUMBER_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
                 9: "nine", 10: "ten"}  # fmt: skip
_EITHER = re.compile("“([^“”]{1,80})”")


def english_formula(zh: str, start: int, key: str, english: str) -> str:
    """How the English of a paragraph says a formula; empty where there is doubt.

    Taken where both languages quote as many expressions, from the one in the same place, if it holds the
    formula's first number.

    Args:
        zh: the paragraph.
        start: where the formula begins in it, behind its quotation mark.
        key: its normalised form.
        english: the paragraph in English.

    >>> english_formula("推行“五化”建设。", 3, "五化", "The “five standards” are under way.")
    '“five standards”'
    """
    ours, theirs = list(_EITHER.finditer(zh)), _EITHER.findall(english)
    at = next((number for number, match in enumerate(ours) if match.start(1) == start), None)
    if at is None or len(ours) != len(theirs):
        return ""
    said = theirs[at].rstrip(".,;")
    number = _NUMBER_WORDS.get(_DIGITS.get(key[0], 0), key[0])
    return f"“{said}”" if re.search(rf"\b{re.escape(number)}\b", said, re.IGNORECASE) else ""
