"""Annotate a text: its words with their pinyin in context, and the terms of the glossary.

Law: ``"".join(w.text for w in annotate(t, lexicon)) == t`` for any text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache, partial

from build_scripts.annotate.alignment import align
from build_scripts.annotate.context import is_settled, reading
from build_scripts.annotate.given_names import CALLED
from build_scripts.annotate.guesses import guessed_reading, is_no_guess
from build_scripts.annotate.lexicon import EMPTY, Lexicon
from build_scripts.annotate.matching import Match
from build_scripts.annotate.name_finding import part_names
from build_scripts.annotate.names import given_names, surnames
from build_scripts.annotate.phrases import phrase_readings
from build_scripts.annotate.pinyin import capital, form, join, whole_syllables
from build_scripts.annotate.places import is_place
from build_scripts.annotate.running_pinyin import spell_words
from build_scripts.annotate.segment import HAN, Segment, has_han, segments
from build_scripts.annotate.surroundings import (
    begins_with_surname,
    surrounding_readings,
    touched_words,
    with_surroundings,
)
from build_scripts.annotate.syllables import given_syllables, syllables
from build_scripts.annotate.word import Word

# Word(*fields), a function in Python, takes several times as long, and a report has a thousand words.
_made = partial(tuple.__new__, Word)


_PARTICLES = frozenset({"了", "着", "过"})
_NEUTRAL = frozenset({"le", "zhe", "guo"})
_SUFFIXES = frozenset({"们", "化", "者", "性", "率", "式", "制", "长", "儿"})
_JOINED = _PARTICLES | _SUFFIXES
_HEADS = frozenset("nvaijl")


def annotate(text: str, lexicon: Lexicon = EMPTY, names: Collection[str] = ()) -> tuple[Word, ...]:
    """Divide ``text`` into words with pinyin; terms of ``lexicon`` are one word each, the longest first.

    A term is found only where it is made of whole words, see :class:`matching.Matcher`. ``names``: what
    :func:`~build_scripts.annotate.told.told_names` found in texts before this one, which makes them
    names here as well.

    >>> [(w.text, w.pinyin) for w in annotate("推进减负3项")]
    [('推进', 'tuījìn'), ('减负', 'jiǎnfù'), ('3', None), ('项', 'xiàng')]
    """
    terms, found = lexicon.matcher.find(text, part_names(segments(text), names) if names else _parted(text))
    matches = {match.start: match for match in terms}
    named = surnames(found)
    given = given_names(found, named)
    phrases = phrase_readings(text, found)
    told = surrounding_readings(text)
    touched = touched_words(found, told)
    # What these say nothing of is read by itself, as most words are.
    told_of = {*named, *given, *phrases, *touched}
    words: list[Word] = []
    at = 0
    while at < len(found):
        word_text, tag, start = found[at]
        match = matches.get(start) if matches else None
        if match is None:
            if at not in told_of and (settled := _settled(word_text, tag)):
                words.append(_made((word_text, start, start + len(word_text), *settled)))
                at += 1
                continue
            phrase = phrases.get(at) if phrases else None
            if at in given:
                words.append(_given_name(found[at]))
            else:
                words.append(_word(found, at, named.get(at), phrase, told if at in touched else None))
            at += 1
            continue
        behind = at + 1
        while found[behind - 1].end < match.end:
            behind += 1
        words.append(_term_word(match, lexicon, found[at], text[match.start : match.end]))
        at = behind
    return tuple(words)


def find_terms(text: str, lexicon: Lexicon) -> tuple[Match, ...]:
    """The terms in ``text`` without the cost of pinyin: start, end and ``key``, the id of the term."""
    return lexicon.matcher.find(text, _parted(text)).matches


@lru_cache(maxsize=64)  # of a report in work: its words are found, then its terms
def _parted(text: str) -> tuple[Segment, ...]:
    """The segmentation of ``text`` with the names in it cut out."""
    return tuple(part_names(segments(text)))


def spell_text(text: str, lexicon: Lexicon = EMPTY) -> str:
    """The pinyin of a whole text: words parted by spaces, sentences with a capital, Latin punctuation.

    >>> spell_text("干部走进了山村，为群众办事。")
    'Gànbù zǒujìnle shāncūn, wèi qúnzhòng bànshì.'
    """
    return spell_words(annotate(text, lexicon))


def _word(
    found: Sequence[Segment],
    at: int,
    surname: str | None,
    phrase: tuple[str, ...] | None,
    told: dict[int, str] | None,
) -> Word:
    """The word at ``at``; ``surname``: the reading of its first character where that is one of a kind;
    ``phrase``: what the phrase that it belongs to gives it; ``told``: what surroundings tell."""
    text, tag, start = found[at]
    end = start + len(text)
    if not has_han(text):
        return _made((text, start, end, None, None, False, False, (None,) * len(text)))
    named = bool(surname)
    if surname:
        spelled: tuple[str, ...] | None = (surname, *syllables(text[1:]))
    else:
        spelled = phrase or reading(found, at) or guessed_reading(found, at)
        if told and not phrase:
            spelled = with_surroundings(text, start, spelled or whole_syllables(text, tag), told)
            named = begins_with_surname(start, told)
    if spelled is None:
        pinyin, by_character = _plain(text, tag)
    else:
        pinyin, by_character = _written(text, tag, spelled, named), _by_character(text, spelled)
    joined = text in _JOINED and _is_joined(found, at, by_character)
    return _made((text, start, end, pinyin, None, joined, is_place(text, tag), by_character))


def _given_name(word: Segment) -> Word:
    spelled = given_syllables(word.text)
    pinyin = capital(join(spelled))
    by_character = _by_character(word.text, spelled)
    return _made((word.text, word.start, word.end, pinyin, None, False, False, by_character))


@lru_cache(maxsize=65536)
def _settled(text: str, tag: str) -> tuple[str | None, None, bool, bool, tuple[str | None, ...]] | None:
    """All of a word from its pinyin on, of one that is the same wherever it stands; None of any other.

    The law (tested): it is what :func:`_word` makes of it.
    """
    if not has_han(text):
        return None, None, False, False, (None,) * len(text)
    if text in _JOINED or not is_settled(text) or not is_no_guess(text, tag):
        return None
    pinyin, by_character = _plain(text, tag)
    return pinyin, None, False, is_place(text, tag), by_character


@lru_cache(maxsize=65536)
def _plain(text: str, tag: str) -> tuple[str, tuple[str | None, ...]]:
    """The pinyin and the syllables of a word that its neighbours do not change: most words of a text."""
    spelled = whole_syllables(text, tag)
    return form(text, tag, spelled), _by_character(text, spelled)


def _written(text: str, tag: str, spelled: tuple[str, ...], named: bool) -> str:
    if not named:
        return form(text, tag, spelled)
    # A surname, and what stands of the given name in the same word: Shàn; Zhā Yuè'é.
    given = join(spelled[1:])
    return f"{capital(spelled[0])} {given if CALLED.fullmatch(text, 1) else capital(given)}".rstrip()


@lru_cache(maxsize=65536)
def _by_character(text: str, spelled: tuple[str, ...]) -> tuple[str | None, ...]:
    return tuple(one if HAN.match(char) else None for char, one in zip(text, spelled, strict=True))


def _is_joined(found: Sequence[Segment], at: int, spelled: tuple[str | None, ...]) -> bool:
    """Particles and suffixes are written together with the word before them (GB/T 16159 6.1)."""
    text = found[at].text
    if at == 0 or text not in _JOINED:
        return False
    before = found[at - 1]
    if not has_han(before.text):
        return False
    if text in _PARTICLES:
        return spelled[0] in _NEUTRAL and before.tag[:1] not in "xpcru"
    if text == "儿":
        return spelled[0] == "r"
    if text == "长":
        return spelled[0] == "zhǎng" and before.tag[:1] == "n"
    if text == "率" and spelled[0] != "lǜ":
        return False
    return before.tag[:1] in _HEADS and len(before.text) > 1


def _term_word(match: Match, lexicon: Lexicon, segment: Segment, matched: str) -> Word:
    term = lexicon.by_id[match.key]
    place = segment.end == match.end and is_place(matched, segment.tag)
    pinyin, spelled = _term_pinyin(matched, term.zh, term.pinyin)
    return Word(matched, match.start, match.end, pinyin, term=match.key, place=place, syllables=spelled)


@lru_cache(maxsize=8192)
def _term_pinyin(matched: str, heading: str, forced: str | None) -> tuple[str | None, tuple[str | None, ...]]:
    """The pinyin of a term and its syllables, the same in every text; those of its entry also in a variant.

    “三高四新”战略 is spelled with the pinyin that the entry 三高四新 has.
    """
    if not has_han(matched):
        return None, (None,) * len(matched)
    found = part_names(segments(matched))
    named = surnames(found)
    phrases = phrase_readings(matched, found)
    told = surrounding_readings(matched)
    words = [_word(found, at, named.get(at), phrases.get(at), told) for at in range(len(found))]
    aligned = align(heading, forced) if forced is not None else None
    start = matched.find(heading)
    if forced is not None and aligned is not None and start >= 0:
        end = start + len(heading)
        before = [word for word in words if word.end <= start]
        behind = [word for word in words if word.start >= end]
        if (
            sum(len(word.text) for word in before) == start
            and sum(len(word.text) for word in behind) == len(matched) - end
        ):
            entry = Word(heading, start, end, forced, syllables=_by_character(heading, aligned))
            words = [*before, entry, *behind]
    spelled = tuple(syllable for word in words for syllable in word.syllables)
    if len(words) == 1:
        return words[0].pinyin, spelled
    return spell_words(words, sentence=False), spelled
