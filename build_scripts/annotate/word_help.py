"""What a reader is told of one word: senses, level, parts. Made once for each word of a site.

Of a word that neither the glossary nor the dictionary has, each part is told instead; of a place and of a
numeral what the gloss says.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.annotate.dictionary import Dictionary, Meaning
from build_scripts.annotate.gloss import spoken_numeral, word_sense
from build_scripts.annotate.hsk import word_level
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.pinyin import join, syllables
from build_scripts.annotate.segment import HAN
from build_scripts.annotate.vocabulary import SpelledWord
from build_scripts.annotate.word import Word


@dataclass(frozen=True, slots=True)
class PartHelp:
    """A part of a word: its reading there and its sense, either of which may be empty."""

    text: str
    pinyin: str
    sense: str


@dataclass(frozen=True, slots=True)
class WordHelp:
    """A word in one reading. ``level`` as :func:`word_level` gives it; ``parts`` only where nothing is known
    of the whole; ``term`` is the id of its term."""

    text: str
    pinyin: str
    level: int
    meaning: Meaning
    parts: tuple[PartHelp, ...] = ()
    term: str | None = None
    place: bool = False


def explain_word(word: Word | SpelledWord, lexicon: Lexicon, dictionary: Dictionary) -> WordHelp:
    """What is known of ``word``, which has pinyin.

    >>> from build_scripts.annotate.dictionary import Dictionary, read_table
    >>> from build_scripts.annotate.lexicon import EMPTY
    >>> from build_scripts.annotate.words import annotate
    >>> table = read_table("软弱\\t\\tweak\\n涣散\\t\\tslack\\n")
    >>> found = explain_word(annotate("软弱涣散")[0], EMPTY, Dictionary({}, table))
    >>> [(part.text, part.sense) for part in found.parts]
    [('软弱', 'weak'), ('涣散', 'slack')]
    """
    pinyin = word.pinyin or ""
    meaning = dictionary.meaning(word.text, pinyin)
    parts: tuple[PartHelp, ...] = ()
    if word.place:
        # 中方县 is a county; what the dictionary says of its characters is of no use here.
        named = word_sense(word, lexicon, dictionary)
        senses = tuple(dict.fromkeys((named, *meaning.senses[:1])))
        meaning = Meaning(tuple(filter(None, senses)), meaning.traditional, meaning.cedict)
    elif not meaning.senses and not word.term:
        if numeral := spoken_numeral(word.text):
            meaning = Meaning((numeral,))
        else:
            parts = _parts(word.text, dictionary)
    return WordHelp(word.text, pinyin, word_level(word.text), meaning, parts, word.term, word.place)


def _parts(word: str, dictionary: Dictionary) -> tuple[PartHelp, ...]:
    """The parts of a word of several characters, with the reading that each has in it."""
    if len(word) < 2 or len(HAN.findall(word)) != len(word):
        return ()
    found, made, at = syllables(word), [], 0
    for part in dictionary.parts(word):
        reading = join(found[at : at + len(part)])
        senses = dictionary.meaning(part, reading).senses
        made.append(PartHelp(part, reading, "; ".join(senses[: 3 if len(part) == 1 else 2])))
        at += len(part)
    return tuple(made) if any(part.sense for part in made) else ()
