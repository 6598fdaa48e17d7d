"""Whether an answer is a translation at all. What is none is rejected; how good one is, people judge."""

from __future__ import annotations

import re

from build_scripts.annotate.segment import HAN
from build_scripts.diagnostics import Code
from build_scripts.translate.codes import (
    EMPTY,
    MARKUP,
    MESSAGE,
    MISCOUNTED,
    OVERLONG,
    TRUNCATED,
    UNTRANSLATED,
)
from build_scripts.translate.failures import Rejected

# Letters and digits of English for one Chinese character or digit: 2.0 to 6.2 in the 179 units of the sample
# reports. The bounds leave room for terse headings and for explanations of abbreviations.
_LEAST, _MOST = 1.25, 14.0
# Of Latin letters and digits: GDP stays GDP, but 3000万 becomes 30 million.
_LEAST_OF_LATIN = 0.4
# Below so many characters the lengths say little: 纪委 is “commission for discipline inspection”.
_ENOUGH = 12
_MOST_FOR_FEW = 160
# A draft may name a place in characters; an untranslated clause is longer, or the larger part of the text.
_CLAUSE = re.compile(rf"(?:{HAN.pattern}[，、；：]?){{9,}}")
_HAN_SHARE = 0.15

_HTML = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<!doctype|&(?:#[0-9]+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp"
    r"|[lr][sd]quo|[mn]dash|hellip|middot);",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"\*\*|__|```|~~~|^ {0,3}#{1,6} |^ {0,3}> |\]\(|^\s*\|.*\|\s*$", re.MULTILINE)
_MESSAGES = re.compile(
    r"MYMEMORY WARNING|QUERY LENGTH LIMIT|INVALID (?:LANGUAGE PAIR|SOURCE LANGUAGE|EMAIL)|NO QUERY SPECIFIED"
    r"|PLEASE SELECT TWO DISTINCT LANGUAGES|Error \d{3} \(|That[’']s an error\."
)
# A language model that speaks of itself and its task; not a person of the report who cannot help.
_REFUSAL = re.compile(
    r"^\W*(?:(?:I am|I[’']m) (?:very )?sorry|sorry, (?:but )?I|as an AI"
    r"|I (?:cannot|can[’']t|am unable to|won[’']t))\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"\b(?:translat|assist|AI\b|language model|request|content|comply|polic)", re.IGNORECASE)
_SPEAKER = re.compile("[我俺咱]|本人|笔者|抱歉|对不起|遗憾|愧")
_ENDS_CHINESE = re.compile(r"[。！？!?][”’」』）》】)\"'\s]*$")
_ENDS_ENGLISH = re.compile(r"[.!?…。！？][”’»\"')\]}\s]*$")
_WORDS = re.compile(r"[^\W_]")


def judge(chinese: str, english: str) -> None:
    """Let a translation pass.

    Args:
        chinese: what was to be translated, any number of lines.
        english: the answer.

    Raises:
        Rejected: it is none, and why.
    """
    if not _WORDS.search(english) and _WORDS.search(chinese):
        raise _rejected(EMPTY, "the provider gave nothing")
    if (found := _HTML.search(english)) and not _HTML.search(chinese):
        raise _rejected(MARKUP, f"the answer holds HTML, {_quoted(found.group())}")
    if (found := _MARKDOWN.search(english)) and not _MARKDOWN.search(chinese):
        raise _rejected(MARKUP, f"the answer holds markup, {_quoted(found.group())}")
    refuses = _REFUSAL.search(english) and _TASK.search(english) and not _SPEAKER.search(chinese)
    if _MESSAGES.search(english) or _shouts(english) or refuses:
        raise _rejected(MESSAGE, f"the provider says {_quoted(english)}")
    _judge_language(chinese, english)
    _judge_length(chinese, english)


def size(text: str) -> int:
    """The letters, digits and Chinese characters of a text.

    >>> size("修路 12 公里。")
    6
    """
    return len(_WORDS.findall(text))


def _judge_language(chinese: str, english: str) -> None:
    if not HAN.search(chinese):
        return
    han = len(HAN.findall(english))
    if _bare(chinese) == _bare(english):
        raise _rejected(UNTRANSLATED, "the provider gave the Chinese back")
    if han > _HAN_SHARE * size(english) or _CLAUSE.search(english):
        raise _rejected(UNTRANSLATED, f"much of the answer is Chinese, {_quoted(english)}")


def _judge_length(chinese: str, english: str) -> None:
    wanted, got = _lines(chinese), _lines(english)
    if wanted != got:
        raise _rejected(MISCOUNTED, f"{got} lines of English for {wanted} of Chinese")
    length, answer = size(chinese), size(english)
    han = len(HAN.findall(chinese))
    if length >= _ENOUGH and answer < _LEAST * han + _LEAST_OF_LATIN * (length - han):
        raise _rejected(TRUNCATED, f"{answer} letters of English for {length} characters of Chinese")
    if answer > max(_MOST * length, _MOST_FOR_FEW):
        raise _rejected(OVERLONG, f"{answer} letters of English for {length} characters of Chinese")
    if length >= _ENOUGH and _ENDS_CHINESE.search(chinese) and not _ENDS_ENGLISH.search(english):
        raise _rejected(TRUNCATED, f"the answer ends within a sentence, {_quoted(english[-40:])}")


def _shouts(english: str) -> bool:
    """Whether it is all capitals, as messages of servers are: no translation of a Chinese sentence is."""
    letters = re.findall(r"[^\W\d_]", HAN.sub("", english))
    return len(english.split()) >= 4 and len(letters) >= 16 and all(not char.islower() for char in letters)


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())


def _bare(text: str) -> str:
    return "".join(_WORDS.findall(text))


def _quoted(text: str) -> str:
    one = " ".join(text.split())
    return f"“{one if len(one) <= 60 else one[:59] + '…'}”"


def _rejected(code: Code, message: str) -> Rejected:
    return Rejected(code.code, message)
