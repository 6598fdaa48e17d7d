"""Space inside Chinese: white space between Han characters that no Chinese sentence has.

Example:
    乡 村 振 兴，产业  先行      →  乡村振兴，产业先行
    图为新村部。 文溪 摄         kept in captions; in titles one space parts two phrases
    （通讯员 林间）              kept: it parts the office from the name

Where a document has spaces between nearly all characters every one goes, in titles too; where it has some
inside words, those go that part a word, leave a scrap of two characters that is no name, or stand in a
heading of several clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from build_scripts.clean.chinese import CJK, HAN, ends_in_function_word, spans_word

CODE = "C052"
NOTE = "white space between Chinese characters closed up"

_BETWEEN = re.compile(rf"(?<=[{CJK}])\s+(?=[{CJK}0-9“])|(?<=[0-9%])\s+(?=[{CJK}])")
_AFTER_MARK = re.compile(r"(?<=[，。：；！？、）》”])\s+|\s+(?=[，。：；！？、）》”])")
_STRAY = re.compile(r"(?<=[，：；、])\s+|\s+(?=[，。：；！？、）》”])")
_OFFICE = re.compile(
    rf"((?:记者|通讯员|评论员|摄影))\s+((?:[{HAN}]{{2,4}})(?:[\s、]+[{HAN}]{{2,4}})*)(?=[）)])"
)
# Who wrote the report, behind its last full stop: 。（文溪 田野）
_WRITERS = re.compile(rf"[（(][{HAN}]{{2,3}}(?:\s+[{HAN}]{{2,3}})+[）)]$")
_KEPT = "\ue000"


_HAN_RUN = re.compile(rf"[{HAN}]+")
_HAN_SPACE = re.compile(rf"(?<=[{HAN}])[ \u3000\t]+(?=[{HAN}])")
_WHITE = re.compile(r"[ \u3000\t]+")
_SINGLE = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}0-9])|(?<=[0-9%％]) (?=[{CJK}])")
# A line with spaces between so many of its neighbouring Han characters is spaced out on purpose or by damage.
_SPACED_OUT, _FEWEST = 0.6, 4
# A document whose prose has a space in so many places between Han characters is damaged throughout.
_DAMAGED = 0.01
# The same of lines that may all be headings, where only spaces inside words count: about a third of all.
_PARTED = 0.003
# Characters of a line that is prose.
_LONG = 60
# Characters of a line that may be a title, a heading, a by-line or a credit.
_LONGEST_PHRASE = 46
# Characters that are no phrase of a heading; but names are as short.
_LONGEST_SCRAP = 2
_CREDIT = re.compile(
    r"记者|通讯员|作者|编辑|来源|供图|供稿|摄影|[摄攝]|[文图][/／:：·]|^[□■◇◆○●]|[（(：:]|^[\u3400-\u9fff]{2,3}(?:\s+[\u3400-\u9fff]{2,3})+$"
)


class Spaced(IntEnum):
    """Whether a document has spaces inside its words, so that a space between Han characters means little."""

    NOT = 0
    SOME = 1
    """Here and there."""
    ALL = 2
    """Between nearly all characters: what a space may have parted before cannot be known."""


def spacing_of(text: str) -> Spaced:
    """How a document is spaced.

    Spaces here and there are measured on long lines, or by words that have a space inside: titles,
    headings and captions have lawful ones between theirs.
    """
    spaces = _spaces(text)
    if not spaces:
        return Spaced.NOT
    if spaces >= _FEWEST and spaces >= _SPACED_OUT * (spaces + _pairs(text)):
        return Spaced.ALL
    lines = text.splitlines()
    prose = [line for line in lines if len(line) > _LONG]
    spaces = sum(_spaces(line) for line in prose if _has_space(line))
    if spaces > 0 and spaces > _DAMAGED * sum(_pairs(line) + 1 for line in prose):
        return Spaced.SOME
    if 2 * sum(map(len, prose)) > len(text):
        return Spaced.NOT
    short = [line for line in lines if len(line) <= _LONG]
    return Spaced.SOME if _has_parted_words(short) else Spaced.NOT


def _spaces(text: str) -> int:
    """How many runs of white space ``text`` has between two Han characters.

    To look behind at each run is quicker than to search for what has a Han character before it.
    """
    return sum(
        _is_han(text[run.start() - 1]) and _is_han(text[run.end() : run.end() + 1])
        for run in _WHITE.finditer(text, 1)
    )


def _pairs(text: str) -> int:
    """How many Han characters of ``text`` have another directly behind them."""
    runs = _HAN_RUN.findall(text)
    return len("".join(runs)) - len(runs)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _has_parted_words(lines: Iterable[str]) -> bool:
    """Whether lines too short to tell by their number of spaces have some inside dictionary words."""
    parted = pairs = 0
    for line in lines:
        pairs += _pairs(line)
        if _has_space(line) and _spaces(line):
            parted += _inside_words(line)[1]
    return parted >= _FEWEST and parted > _PARTED * pairs


def close_up(text: str, *, spaced: Spaced) -> tuple[str, int]:
    """``text`` without the single spaces between its characters, if it is spaced out; else as it stands.

    ``spaced``: how the whole document is, which lets a few spaces count.
    """
    if not _has_space(text):
        return text, 0
    spaces = _spaces(text)
    if not spaces:
        return text, 0
    pairs = _pairs(text)
    if spaced and (len(text) > _LONGEST_PHRASE or (spaced is Spaced.ALL and pairs <= spaces)):
        return _SINGLE.subn("", text)
    if spaces >= _FEWEST and spaces >= _SPACED_OUT * (spaces + pairs):
        return _SINGLE.subn("", text)
    return _between_phrases(text) if spaced else (text, 0)


def _between_phrases(text: str) -> tuple[str, int]:
    """``text`` without the spaces that part a word or leave a scrap: between names and phrases they may stay.

    Example:
        >>> _between_phrases("产业 兴旺带民富 支部 建得强，村 里有奔头")[0]
        '产业兴旺带民富支部建得强，村里有奔头'
        >>> _between_phrases("支部建得强 家底攒得厚"), _between_phrases("记者 文溪 田野")[1]
        (('支部建得强 家底攒得厚', 0), 0)
    """
    if _CREDIT.search(text):
        return _inside_words(text)
    if "，" in text or text.startswith("关于"):
        # A heading of several clauses, or the title of an official paper, has no space instead of a mark.
        return _HAN_SPACE.subn("", text)
    closed, count = _inside_words(text)
    phrases = _HAN_SPACE.split(closed)
    whole = phrases[0]
    for phrase in phrases[1:]:
        scrap = min(len(whole.rsplit(" ", 1)[-1]), len(phrase)) <= _LONGEST_SCRAP
        if scrap or ends_in_function_word(whole):
            whole, count = whole + phrase, count + 1
        else:
            whole = f"{whole} {phrase}"
    return whole, count


def _inside_words(text: str) -> tuple[str, int]:
    """``text`` without the spaces that part a word."""
    count = 0
    for match in reversed(list(_HAN_SPACE.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        if spans_word(_HAN_SPACE.sub("", before), after):
            text, count = before + after, count + 1
    return text, count


def _has_space(text: str) -> bool:
    """Whether there is white space inside ``text``: much quicker to tell than what stands around it."""
    # A space is printable, all other white space is not.
    return (" " in text or not text.isprintable()) and len(text.split()) > 1


def repair(text: str, *, keep_spaces: bool) -> tuple[str, int]:
    """The text without spaces that are damage, and how many runs of them were closed."""
    if not _has_space(text):
        # As in most texts: nothing to look for.
        return text.strip(), 0
    text = " ".join(text.split())
    if keep_spaces:
        # A caption's full stop and a closing mark may be followed by a credit or a second phrase.
        return _STRAY.subn("", text)
    guarded = _OFFICE.sub(_guarded, text)
    guarded = _WRITERS.sub(_guarded, guarded)
    guarded, count = _BETWEEN.subn("", guarded)
    guarded, more = _AFTER_MARK.subn("", guarded)
    return guarded.replace(_KEPT, " "), count + more


def _guarded(names: re.Match[str]) -> str:
    """Names, of which each space is one that stays."""
    return names.group().replace(" ", _KEPT)
