"""Readings that the characters around a character tell, wherever the segmentation has parted the words.

What the dictionary of the segmentation does not know it guesses: 一石米, 用针挑破, 网缝在一块 come as words
that no rule of :mod:`build_scripts.annotate.context` is asked for. The rules of ``data/surroundings.tsv``,
and before them those of ``data/spoken_surroundings.tsv`` (speech, scenes in villages) and
``data/official_surroundings.tsv`` (offices, courts, newspapers), look at the clause as
a row of characters: what stands before a character in it, and what behind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.resources import files

from build_scripts.annotate.readings import PROPER, SURNAMES
from build_scripts.annotate.segment import Segment

_NUMERAL = "[0-9０-９一二两三四五六七八九十百千万几数半]"
_SURNAME = "姓"
_ONE_GROUP = re.compile(r"\(\?:[^()]*\)")
_PLAIN = re.compile(r"[^()\[\]]*(?:\[[^|\]]*\][^()\[\]]*)*")
# Characters before a character that its rules see.
_FAR = 14
_CLAUSE = re.compile("[^，、。；：！？,;:!?“”‘’（）()…\\n]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A ``reading`` that holds where ``here`` matches at the character and ``before`` up to it.

    ``here`` looks back as well where what stands before has one width, which is much quicker; then ``before``
    is None.
    """

    reading: str
    here: re.Pattern[str]
    before: re.Pattern[str] | None


def parse_rules(text: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of a table, by character; the first that fits holds.

    Args:
        text: lines of characters, their reading, what stands before and what behind, parted by tabs. The
            last two are regular expressions over the clause; ``{数}`` is a numeral, an empty one is anything.
            The reading ``姓`` is the one that each of the characters has as a surname; it gets a capital.
            Lines that begin with ``#`` and blank lines say nothing.

    Raises:
        ValueError: a line has not four parts, or its expression is none; the message names the line.

    >>> rules = parse_rules("石\\tdàn\\t{数}\\t谷\\n")
    >>> [rule.reading for rule in rules["石"]]
    ['dàn']
    """
    rules: dict[str, list[Rule]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 4 or not parts[0]:
            raise ValueError(f"line {number}: characters, their reading, before and behind, parted by tabs")
        characters, reading, before, behind = (part.replace("{数}", _NUMERAL) for part in parts)
        for character in characters:
            if reading == _SURNAME and character not in SURNAMES:
                raise ValueError(f"line {number}: {character} has no reading of its own as a surname")
            told = SURNAMES[character].capitalize() if reading == _SURNAME else reading
            try:
                rule = _rule(character, told, before, behind)
            except re.error as error:
                raise ValueError(f"line {number}: {error}") from error
            rules.setdefault(character, []).append(rule)
    return {character: tuple(found) for character, found in rules.items()}


def _rule(character: str, reading: str, before: str, behind: str) -> Rule:
    ahead = f"{character}(?:{behind})"
    if not before:
        return Rule(reading, re.compile(ahead), None)
    inner = before[3:-1] if _ONE_GROUP.fullmatch(before) else before
    options = inner.split("|") if _PLAIN.fullmatch(inner) else [before]
    looking_back = "|".join(f"(?<={option})" for option in options)
    try:
        return Rule(reading, re.compile(f"(?:{looking_back}){ahead}"), None)
    except re.error:  # what stands before has no one width
        return Rule(reading, re.compile(ahead), re.compile(f"(?:{before})\\Z"))


def _table() -> dict[str, tuple[Rule, ...]]:
    data = files("build_scripts.annotate").joinpath("data")
    found: dict[str, tuple[Rule, ...]] = {}
    for name in ("spoken_surroundings.tsv", "official_surroundings.tsv", "surroundings.tsv"):
        for character, rules in parse_rules(data.joinpath(name).read_text("utf-8")).items():
            found[character] = found.get(character, ()) + rules
    return found


_RULES = _table()
# One pattern a character, to find quickly that no rule holds, as mostly.
_ANY = {
    character: re.compile("|".join(rule.here.pattern for rule in found))
    for character, found in _RULES.items()
}
_ASKED = re.compile(f"[{''.join(sorted(_RULES))}]")


def surrounding_readings(text: str) -> dict[int, str]:
    """The place of a character in ``text`` → the reading that its surroundings give it.

    >>> surrounding_readings("收了三石谷子"), surrounding_readings("一块石头")
    ({3: 'dàn'}, {})
    """
    found: dict[int, str] = {}
    for clause in _CLAUSE.finditer(text):
        for place, reading in _of_clause(clause[0]):
            found[clause.start() + place] = reading
    return found


def _of_clause(clause: str) -> list[tuple[int, str]]:
    found = []
    for match in _ASKED.finditer(clause):
        place = match.start()
        if not _ANY[match[0]].match(clause, place):
            continue
        for rule in _RULES[match[0]]:
            if not rule.here.match(clause, place):
                continue
            # The limits stand for the end of the pattern and leave ^ to the beginning of the clause.
            if rule.before is None or rule.before.search(clause, max(0, place - _FAR), place):
                found.append((place, rule.reading))
                break
    return found


def touched_words(words: Sequence[Segment], told: Collection[int]) -> frozenset[int]:
    """The positions of the words that hold a character of ``told``."""
    starts = [word.start for word in words] if told else []
    return frozenset(bisect_right(starts, place) - 1 for place in told)


def with_surroundings(
    word: str, start: int, spelled: tuple[str, ...], told: dict[int, str]
) -> tuple[str, ...]:
    """The syllables of a word that begins at ``start``, with what its surroundings tell of its characters.

    A proper noun of the table stays as it is.
    """
    if word in PROPER:
        return spelled
    return tuple(told.get(start + at, one).lower() for at, one in enumerate(spelled))


def begins_with_surname(start: int, told: dict[int, str]) -> bool:
    """Tell whether the surroundings have the character at ``start`` as a surname."""
    return told.get(start, "")[:1].isupper()
