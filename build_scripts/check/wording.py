"""English words as they are compared: without inflection, spelling variants, capitals and typography.

``village Party secretaries`` and ``the village’s Party secretary`` have the same stems; so have ``organised``
and ``organizing``. Stems are keys to compare, not words to show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_AMERICAN = re.compile(r"(?<=[a-z]{2}[a-z])(is|iz|ys|yz)(?=(?:e[drs]?|ing|ations?|ational|ers?)$)")
_DOUBLED = re.compile(r"([bdgkmnprtv])\1$")
_VOWEL = re.compile(r"[aeiouy]")

_ROOT = 5
_SLACK = 4
"""So many words may stand between those of a rendering: “Party building [at the] grassroots”."""

# What no rule of endings reaches. Both spellings of British and American English that differ in more
# than s and z, and the irregular forms that renderings of terms are made of.
_SAME = {
    variant: stem
    for stem, variants in {
        "centr": "center centers centre centres centered centred",
        "labour": "labor labors laboring labored",
        "program": "programme programmes programs program",
        "defenc": "defense defence",
        "honour": "honor honors honored",
        "favour": "favor favors favored",
        "neighbour": "neighbor neighbors",
        "fulfil": "fulfill fulfills fulfilled fulfilling fulfils",
        "enrol": "enroll enrolls enrolled enrolling enrollment enrolment",
        "child": "children",
        "person": "people persons",
        "man": "men",
        "woman": "women",
        "hold": "held",
        "lead": "led",
        "build": "built",
        "fight": "fought",
        "teach": "taught",
        "bring": "brought",
        "meet": "met",
        "keep": "kept",
        "leav": "left",
        "mak": "made",
        "tak": "took taken",
        "giv": "gave given",
        "go": "went gone goes",
        "choos": "chose chosen",
        "spend": "spent",
        "send": "sent",
        "grow": "grew grown",
        "know": "knew known",
        "ris": "rose risen",
        "bear": "bore borne",
        "stand": "stood",
        "serv": "service services serve serves served serving",
    }.items()
    for variant in variants.split()
}


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words and figures of ``text``, in order; hyphens and dashes part words.

    >>> stems("Village Party-branch secretaries’ meetings")
    ('villag', 'party', 'branch', 'secretary', 'meet')
    """
    return tuple(_stem(token) for token in _TOKEN.findall(text))


@lru_cache(maxsize=65536)
def _stem(token: str) -> str:
    """One word without its endings. Both sides of a comparison go through this, so it need not be a word."""
    word = _POSSESSIVE.sub("", token.lower())
    if word in _SAME:
        return _SAME[word]
    if len(word) <= 3 or not word.isascii():
        return word
    word = _AMERICAN.sub(lambda found: found.group().replace("z", "s"), word)
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "ches", "shes", "xes", "zzes")) else word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 2 and _VOWEL.search(bare):
            word = _DOUBLED.sub(r"\1", bare)
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def root(stem: str) -> str:
    """The beginning that words of one family share, as ``flexible`` and ``flexibly`` do.

    >>> root("recruitment") == root("recruit")
    True
    """
    return stem[:_ROOT]


FUNCTION_WORDS = frozenset(
    stems(
        "a an the and or of in on at to for by with from as into its their his her this that these those "
        "is are was were be been"
    )
)
"""Stems that carry no sense of a rendering: articles, prepositions, pronouns, forms of “be”."""


def content(words: Sequence[str]) -> tuple[str, ...]:
    """The stems that carry sense; all of them where none does."""
    return tuple(word for word in words if word not in FUNCTION_WORDS) or tuple(words)


@dataclass(frozen=True, slots=True)
class English:
    """An English text made ready to look for renderings in it.

    ``words`` are those of ``text`` as they stand, ``places`` says where each stem stands among them.
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> English:
        """Read ``text``."""
        words = tuple(_TOKEN.findall(text))
        stemmed = tuple(map(_stem, words))
        places: dict[str, list[int]] = {}
        for place, stem in enumerate(stemmed):
            places.setdefault(stem, []).append(place)
        return cls(text, words, stemmed, places)

    @property
    def roots(self) -> frozenset[str]:
        """The roots of all words."""
        return frozenset(map(root, self.places))

    def uses(self, rendering: Sequence[str]) -> bool:
        """Whether all words of ``rendering`` that carry sense stand close together, in whatever order.

        >>> English.of("Party building at the grassroots").uses(stems("grassroots Party building"))
        True
        """
        wanted = set(content(rendering))
        if any(word not in self.places for word in wanted):
            return False
        latest: dict[str, int] = {}
        for place, stem in sorted((place, word) for word in wanted for place in self.places[word]):
            latest[stem] = place
            if len(latest) == len(wanted) and place - min(latest.values()) < len(rendering) + _SLACK:
                return True
        return False

    def starts(self, rendering: Sequence[str]) -> Iterator[int]:
        """The places at which ``rendering`` begins, word for word in its own order."""
        size = len(rendering)
        for start in self.places.get(rendering[0], ()):
            if self.stems[start : start + size] == tuple(rendering):
                yield start

    def covered(self, renderings: Iterable[Sequence[str]]) -> set[int]:
        """All places that one of ``renderings`` covers."""
        return {
            place
            for rendering in renderings
            for start in self.starts(rendering)
            for place in range(start, start + len(rendering))
        }

    def in_name(self, start: int, size: int) -> bool:
        """Whether these words and one beside them have capitals, as in the title of a document."""
        inside = self.words[start : start + size]
        beside = (*self.words[max(0, start - 1) : start], *self.words[start + size : start + size + 1])
        return all(word[0].isupper() for word in inside) and any(word[0].isupper() for word in beside)
