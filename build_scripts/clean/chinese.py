"""What words and brackets tell about a place where a text was cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

from build_scripts import segmenter
from build_scripts.clean.remembering import remembered

OPENERS = "“‘（《〈【〔「『("
CLOSERS = "”’）》〉】〕」』)"
_PAIR = dict(zip(CLOSERS, OPENERS, strict=True))
_BRACKETS = re.compile(f"[{re.escape(OPENERS + CLOSERS)}]")

HAN = r"\u3400-\u9fff"
"""The Han characters of prose, as the inside of a class of a regular expression."""
CJK = rf"{HAN}\u3000-\u303f，。：；！？（）“”‘’《》〔〕【】、…—"
"""The same with the marks of Chinese sentences."""

_FULL_STOPS = tuple("。！？!?…～")
_CLOSING = "”’」』）)】》"
_LISTING = tuple("；;：:")
# Who wrote or said it, behind the full stop: ……向前行。（文溪 田野） ……安稳。——田野
_SIGNED = re.compile(r"[。！？!?…][”’」』]?\s*(?:[（(][^（）()]{2,40}[）)]|——[^\s，。]{2,14})$")
# What is neither letter, digit nor Han character.
_MARKS = re.compile(r"[\W_]+")
# Marks that stand between or after words and hence can't begin a paragraph.
_MIDDLE = tuple("，。、；：！？”’）》〉】〕」』,;:!?)%％·")


_CLAUSE = re.compile(r"[^，,。；;：:！？、]{0,40}[，,。；;：:！？、]")
# How whole paragraphs and captions like to begin.
_OPENINGS = (
    "同时", "与此同时", "此外", "近年来", "近日", "据", "今年", "去年", "前年", "当年", "一年来", "五年来",
    "首先", "其次", "下一步", "截至", "一方面", "另一方面", "如今", "现在", "目前", "眼下", "为", "在",
    "随着", "对", "针对", "围绕", "这", "他", "她", "该", "全", "“", "《", "每", "不仅", "通过", "从",
    "自", "以", "按", "走进", "说起", "谈", "20", "19", "不久", "后来", "随后", "接着", "过去", "以前",
    "当天", "当时", "那", "我", "你", "有", "当", "图",
)  # fmt: skip
# 8月， 三月， 10日上午， 傍晚，; a lone 晚， may be the rest of 从早到晚.
_DATED = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}[日号])?|[0-9一二三四五六七八九十]{1,3}[日号])"
    r"(?:清晨|一早|早上|上午|中午|下午|傍晚|晚上|晚|夜里)?，|(?:清晨|一早|早上|上午|中午|下午|傍晚|晚上|夜里)，"
)
# Time, numeral, preposition, pronoun, place: tags of words with which paragraphs rather begin.
_FRESH_TAGS = ("t", "m", "p", "r", "s", "nt")
_FUNCTION_WORDS = frozenset("的和与及或在对从把将为以是由向被给于而并其每各该使让按据经个比")


# Every rule asks this of its neighbours.
@remembered
def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a paragraph or a list's introduction ends: with 。！？… or ；：.

    Example:
        >>> ends_sentence("路通了。（文溪 田野）"), ends_sentence("路通了（三公里）")
        (True, False)
    """
    if text.endswith(_LISTING) or text.rstrip(_CLOSING).endswith(_FULL_STOPS):
        return True
    return bool(_SIGNED.search(text))


def ends_in_quotation(text: str) -> bool:
    """Whether ``text`` ends with a closing mark without a full stop: it may be whole or cut."""
    return text.endswith(tuple(CLOSERS)) and not ends_sentence(text)


def begins_in_sentence(text: str) -> bool:
    """Whether ``text`` begins with a mark that no paragraph begins with."""
    return text.startswith(_MIDDLE)


@remembered
def unmatched(text: str) -> tuple[str, str]:
    """The closing marks without an opener and the opening marks without a closer, each in order.

    Example:
        >>> unmatched("精准滴灌。”他说：“这")
        ('”', '“')
    """
    stack: list[str] = []
    loose = []
    for char in _BRACKETS.findall(text):
        if char in OPENERS:
            stack.append(char)
        elif stack and stack[-1] == _PAIR[char]:
            stack.pop()
        elif not stack:
            loose.append(char)
    return "".join(loose), "".join(stack)


def closes(opener: str, closer: str) -> bool:
    """Whether ``closer`` is the other half of ``opener``."""
    return _PAIR.get(closer) == opener


@remembered
def spans_word(before: str, after: str) -> bool:
    """Whether a dictionary word lies across the cut between ``before`` and ``after``.

    Only words of the segmenter's dictionary count (its statistical guesser is off), and only such as
    neither side has whole.

    Example:
        >>> spans_word("巩固脱贫攻坚成", "果，接续推进")
        True
        >>> spans_word("认真落实", "近年来，全县")
        False
    """
    head, tail = before[-8:], after[:8]
    if not head or not tail or not (_is_han(head[-1]) and _is_han(tail[0])):
        return False
    position = 0
    for word in segmenter.cut(head + tail, False):
        if position < len(head) < position + len(word):
            return True
        position += len(word)
    return False


def begins_in_word(text: str) -> bool:
    """Whether ``text`` begins with the second half of a word: a character that hardly begins any.

    The characters (``bound_initials.txt``) are those that begin a word in less than a tenth of their
    occurrences in the segmenter's dictionary, weighted by frequency: 域 員 务 们. A dictionary word
    that does begin so (务实, 员工) is no evidence.

    Example:
        >>> begins_in_word("域内住院费用"), begins_in_word("务实的作风")
        (True, False)
    """
    return text[:1] in _bound_initials() and not begins_dictionary_word(text)


@remembered
def ends_in_function_word(text: str) -> bool:
    """Whether the last word of ``text`` is one that needs another after it: 的 和 在 把 由.

    Example:
        >>> ends_in_function_word("放到最吃劲的"), ends_in_function_word("党建领航把方向")
        (True, False)
    """
    words = segmenter.cut(text[-8:], False)
    return bool(words) and words[-1] in _FUNCTION_WORDS


@remembered
def resumes(text: str) -> int:
    """How much the beginning of ``text`` reads like the rest of a sentence, from -2 (not at all) to 2.

    Counted in natural logarithms of odds, rounded: how often cuts at word borders look so beside how often
    the beginnings of whole paragraphs do (390 made-up paragraphs). A mark within two characters (民宿，) is
    2.5, after three 1.1, after more than nine -0.6; an opening that paragraphs like (今年 在 “) -2; a
    pronoun, numeral or preposition first -0.4, where a noun or a verb has 1.2.

    Example:
        >>> resumes("民宿，八间客房一直订到国庆节。"), resumes("去年，全县修通村道三十条。")
        (2, -2)
    """
    if text.startswith(_OPENINGS) or _DATED.match(text):
        return -2
    clause = _CLAUSE.match(text)
    length = clause.end() - 1 if clause else 40
    score = 2 if length <= 2 else 1 if length == 3 else -1 if length > 9 else 0
    first = segmenter.tag(text[:10], False)[:1]
    return score - 1 if first and first[0][1] in _FRESH_TAGS else score


def begins_dictionary_word(text: str) -> bool:
    """Whether ``text`` begins with a word of two characters or more that the dictionary has."""
    words = segmenter.cut(text[:8], False)
    return bool(words) and len(words[0]) > 1


@lru_cache(maxsize=1)
def _bound_initials() -> frozenset[str]:
    data = resources.files("build_scripts.clean").joinpath("data/bound_initials.txt")
    return frozenset(data.read_text(encoding="utf-8").strip())


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def joined_text(first: str, second: str) -> str:
    """Two halves as one text; a space only between two Latin words."""
    left, right = first[-1:], second[:1]
    latin = left.isascii() and right.isascii() and left.isalpha() and right.isalpha()
    return f"{first} {second}" if latin else first + second


def joined_texts(texts: Iterable[str]) -> str:
    """Any number of pieces as one text, as ``joined_text`` joins two; linear in what they hold together."""
    parts: list[str] = []
    end = ""
    for text in texts:
        parts.append(joined_text(end, text)[len(end) :])
        end = text[-1:] or end
    return "".join(parts)


def comparable(text: str) -> str:
    """``text`` reduced to what tells two copies apart: letters, digits and Han characters, folded."""
    return _MARKS.sub("", text).casefold()
