"""The renderings of a glossary, made ready to be looked for in English texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import ahocorasick

from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.annotate.matching import Match
from build_scripts.check.wording import content, root, stems

_ASIDE = re.compile(r"\s*\([^()]*\)")
_NAME = re.compile("“([^“”]+)”")
_Stems = tuple[str, ...]
_Approved = Mapping[str, tuple[_Stems, ...]]
_SHARED = 4
_SHARE = 25
"""A word that more than 4 terms (or one in 25) have in their renderings tells no term from another. In the
glossary of the samples these are Party (12 of 103), village (11), service (9) and one (6)."""


@dataclass(frozen=True, slots=True)
class Avoided:
    """A rendering to be avoided: its ``text``, its ``stems``, and the ``term`` whose entry says so.

    ``literal``: it differs from an approved rendering in inflection, spelling or capitals only, and so must
    be looked for letter for letter.
    """

    text: str
    stems: tuple[str, ...]
    term: Term
    literal: bool

    @property
    def small(self) -> bool:
        """Whether it is written without a capital: with some it is a name (“the Cadre Regulations”)."""
        return self.text.islower()


@dataclass(frozen=True, slots=True)
class Renderings:
    """A lexicon with the stems of its renderings.

    ``approved`` are those of each term, admitted ones included; ``avoided`` also those that a term inherits
    from the terms it is made of; ``shared`` the roots of words that tell no term from another; ``around``
    the longer expressions that hold an expression, with where they do. ``automaton`` finds all expressions,
    each with its number in the glossary.
    """

    lexicon: Lexicon
    approved: _Approved
    avoided: Mapping[str, tuple[Avoided, ...]]
    shared: frozenset[str]
    around: Mapping[str, tuple[tuple[str, int], ...]]
    automaton: ahocorasick.Automaton = field(repr=False, compare=False)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Renderings:
        """Those of ``lexicon``."""
        approved = {term.id: tuple(_stemmed(term)) for term in lexicon.terms}
        counted = Counter(word for forms in approved.values() for word in roots(forms))
        most = max(_SHARED, len(approved) // _SHARE)
        shared = frozenset(word for word, count in counted.items() if count > most)
        automaton = ahocorasick.Automaton()
        for number, expression in enumerate(filter(None, lexicon.by_zh)):
            automaton.add_word(expression, (number, expression))
        if len(automaton):
            automaton.make_automaton()
        avoided = _all_avoided(lexicon, approved)
        return cls(lexicon, approved, avoided, shared, _around(lexicon), automaton)

    def held(self, zh: str) -> Iterator[Match]:
        """The expressions of the glossary in a Chinese text, by their characters alone.

        None stands inside a longer one of another term. Whether each begins and ends with a word is for
        :func:`words.find_terms` to say, which costs a segmentation.
        """
        found = (
            (end + 1 - len(expression), len(expression) == 1, number, expression)
            for end, (number, expression) in (self.automaton.iter(zh) if len(self.automaton) else ())
        )
        for start, _, _, expression in sorted(found):
            if not self._nested(zh, start, expression):
                yield Match(start, start + len(expression), self.lexicon.by_zh[expression].id)

    def _nested(self, zh: str, start: int, expression: str) -> bool:
        """Whether a longer expression of another term stands around the one at ``start``."""
        for longer, shift in self.around.get(expression, ()):
            if start >= shift and zh.startswith(longer, start - shift):
                return True
        return False


def _around(lexicon: Lexicon) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each expression the longer ones of other terms that hold it, with where they hold it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for longer, term in lexicon.by_zh.items():
        for shift, part in _parts(longer):
            if part in lexicon.by_zh and lexicon.by_zh[part].id != term.id:
                found.setdefault(part, []).append((longer, shift))
    return {part: tuple(around) for part, around in found.items()}


def _parts(expression: str) -> Iterator[tuple[int, str]]:
    """Every part of an expression that is not the whole, with where it begins."""
    size = len(expression)
    for start in range(size):
        for end in range(start + 1, size + 1):
            if end - start < size:
                yield start, expression[start:end]


def roots(forms: Iterable[Sequence[str]]) -> set[str]:
    """The roots of all words of ``forms`` that carry sense."""
    return {root(word) for form in forms for word in content(form)}


def _stemmed(term: Term) -> Iterator[tuple[str, ...]]:
    """The renderings of a term as stems.

    What stands in parentheses may be left out (2016–2020), and of a rendering with a name in quotation marks
    all but the name: the “three meetings and one lecture” system.
    """
    for text in (term.en, *term.admitted):
        for form in dict.fromkeys((text, _ASIDE.sub("", text), *_NAME.findall(text))):
            if found := stems(form):
                yield found


def _all_avoided(lexicon: Lexicon, approved: _Approved) -> dict[str, tuple[Avoided, ...]]:
    """What is to be avoided for each term, with that of the terms it is made of in both languages."""
    own = {term.id: tuple(_avoided(term, approved[term.id])) for term in lexicon.terms if term.avoid}
    found: dict[str, tuple[Avoided, ...]] = dict(own)
    for term in lexicon.terms:
        held = (lexicon.by_zh[part] for _, part in _parts(term.zh) if part in lexicon.by_zh)
        for part in dict.fromkeys(part.id for part in held):
            if part in own and part != term.id and _is_made_of(approved[term.id], approved[part]):
                found[term.id] = (*found.get(term.id, ()), *own[part])
    return found


def _avoided(term: Term, approved: tuple[_Stems, ...]) -> Iterator[Avoided]:
    for text in term.avoid:
        words = stems(text)
        if words:
            yield Avoided(text, words, term, literal=words in approved)


def _is_made_of(whole: tuple[_Stems, ...], part: tuple[_Stems, ...]) -> bool:
    """Whether one term's renderings hold another's: village official (村干部) holds official (干部).

    The characters alone do not tell: 党组 (leading Party members’ group) is no part of 党组织 (Party
    organisation).
    """
    words = {word for form in whole for word in form}
    return any(set(content(form)) <= words for form in part)
