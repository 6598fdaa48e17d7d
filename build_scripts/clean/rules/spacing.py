"""Space inside Chinese: white space between Han characters that no Chinese sentence has.

Example:
    乡 村 振 兴，产业  先行      →  乡村振兴，产业先行
    图为新村部。 文溪 摄         kept in captions; in titles one space parts two phrases
    （通讯员 林间）              kept: it parts the office from the name
"""

from __future__ import annotations

import re

from build_scripts.clean.chinese import CJK, HAN, spans_word

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


_HAN_PAIR = re.compile(rf"[{HAN}](?=[{HAN}])")
_HAN_SPACE = re.compile(rf"(?<=[{HAN}])[ \u3000\t]+(?=[{HAN}])")
_SINGLE = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}0-9])|(?<=[0-9%％]) (?=[{CJK}])")
# A line with spaces between so many of its neighbouring Han characters is spaced out on purpose or by damage.
_SPACED_OUT, _FEWEST = 0.6, 4
# A document whose prose has a space in so many places between Han characters is damaged throughout.
_DAMAGED = 0.01
# Characters of a line that may be a title, a heading, a by-line or a credit.
_LONGEST_PHRASE = 46


def is_spaced(text: str) -> bool:
    """Whether a document has spaces inside its words, so that no space between Han characters means anything.

    Measured on long lines only: titles, headings and captions have lawful ones.
    """
    prose = [line for line in text.splitlines() if len(line) > 60]
    spaces = sum(len(_HAN_SPACE.findall(line)) for line in prose if _has_space(line))
    return spaces > 0 and spaces > _DAMAGED * sum(len(_HAN_PAIR.findall(line)) + 1 for line in prose)


def close_up(text: str, *, spaced: bool) -> tuple[str, int]:
    """``text`` without the single spaces between its characters, if it is spaced out; else as it stands.

    ``spaced``: the whole document is damaged so, which lets a few spaces count.
    """
    if not _has_space(text):
        return text, 0
    spaces = len(_HAN_SPACE.findall(text))
    pairs = len(_HAN_PAIR.findall(text))
    if not spaces:
        return text, 0
    if len(text) > _LONGEST_PHRASE and spaced:
        return _SINGLE.subn("", text)
    if spaces >= _FEWEST and spaces >= _SPACED_OUT * (spaces + pairs):
        return _SINGLE.subn("", text)
    return _inside_words(text) if spaced else (text, 0)


def _inside_words(text: str) -> tuple[str, int]:
    """``text`` without the spaces that part a word: between names and phrases they may be meant."""
    count = 0
    for match in reversed(list(_HAN_SPACE.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        if spans_word(_HAN_SPACE.sub("", before), after):
            text, count = before + after, count + 1
    return text, count


def _has_space(text: str) -> bool:
    """Whether there is white space inside ``text``: much quicker to tell than what stands around it."""
    return len(text.split()) > 1


def repair(text: str, *, keep_spaces: bool) -> tuple[str, int]:
    """The text without spaces that are damage, and how many runs of them were closed."""
    phrases = text.split()
    if len(phrases) <= 1:
        # No space inside, as in most texts: nothing to look for.
        return "".join(phrases), 0
    text = " ".join(phrases)
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
