"""The glossary's terms in a draft: protected on the way through a provider, put right and checked after.

A protected term travels as a sign of Latin capitals and a number (``XT1``), which translators of every kind
copy; each sign must come back exactly once, or the answer is of no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.annotate.words import find_terms

_SIGNS = ("XT", "XQ", "XZ", "QX", "ZX", "QZ", "ZQ")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:]\s+|\n)[“‘\"'(\[\s]*$")
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Protected:
    """A text whose terms are signs. ``terms`` holds the term of each sign, in the order of their numbers."""

    text: str
    sign: str
    terms: tuple[Term, ...]

    def restored(self, answer: str) -> str | None:
        """The answer with the approved English for the signs; None if they did not all come back once."""
        pattern = re.compile(rf"(?<![^\W_]){self.sign}[ -]?([0-9]+)(?![^\W_])", re.IGNORECASE)
        found = list(pattern.finditer(answer))
        numbers = sorted(int(match[1]) for match in found)
        stray = len(re.findall(rf"{self.sign}[ -]?[0-9]", answer, re.IGNORECASE)) != len(found)
        if stray or numbers != list(range(1, len(self.terms) + 1)):
            return None
        made, done = "", 0
        for match in found:
            made = _joined(made + answer[done : match.start()], self.terms[int(match[1]) - 1].en)
            done = match.end()
        return made + answer[done:]


def protect(text: str, lexicon: Lexicon) -> Protected | None:
    """``text`` with a sign in place of each term; None if it has no term, or no sign is free."""
    matches = find_terms(text, lexicon)
    sign = next((sign for sign in _SIGNS if sign not in text.upper()), "")
    if not matches or not sign:
        return None
    made, done = [], 0
    for number, match in enumerate(matches, 1):
        made.append(f"{text[done : match.start]} {sign}{number} ")
        done = match.end
    made.append(text[done:])
    terms = tuple(lexicon.by_id[match.key] for match in matches)
    return Protected("".join(made).strip(), sign, terms)


def terms_in(text: str, lexicon: Lexicon) -> tuple[Term, ...]:
    """The terms of ``text``, each once, in the order in which they come first."""
    return tuple(lexicon.by_id[key] for key in dict.fromkeys(m.key for m in find_terms(text, lexicon)))


def put_right(english: str, terms: Sequence[Term]) -> str:
    """``english`` with the approved English in place of renderings that the glossary lists as others.

    Only of terms whose approved English is missing, and never inside of another term's approved English.

    Args:
        english: a translation.
        terms: those of its Chinese.
    """
    for term in missing(english, terms):
        for other in (*term.avoid, *term.admitted):
            english = _replaced(english, other, term.en, [one.en for one in terms])
    return english


def missing(english: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms whose approved English does not occur, whatever its number or tense."""
    stems = _stems(english)
    wanted = ((term, _stems(term.en)) for term in terms)
    return tuple(term for term, words in wanted if words and not any(True for _ in _windows(stems, words)))


def _joined(before: str, english: str) -> str:
    """``before`` and a term that follows it, with the capital and the article that the place wants."""
    if re.match(r"(?:the|an?)\s", english, re.IGNORECASE):
        before = _THE.sub("", before)
    elif article := _ARTICLE.search(before):
        fitting = "an" if _VOWEL.match(english) else "a"
        fitting = fitting.capitalize() if article[1][0].isupper() else fitting
        before = f"{before[: article.start()]}{fitting}{article[2]}"
    if _STARTS_SENTENCE.search(before):
        english = english[:1].upper() + english[1:]
    return before + english


def _replaced(english: str, other: str, approved: str, kept: Sequence[str]) -> str:
    words = list(_WORD.finditer(english))
    stems = [_stem(word.group()) for word in words]
    safe = {n for one in kept for start, end in _windows(stems, _stems(one)) for n in range(start, end)}
    made, done = "", 0
    for start, end in _windows(stems, _stems(other)):
        if safe.intersection(range(start, end)) or words[start].start() < done:
            continue
        plural = _is_plural(words[end - 1].group()) and not _is_plural(_WORD.findall(other)[-1])
        made = _joined(
            made + english[done : words[start].start()], pluralised(approved) if plural else approved
        )
        done = words[end - 1].end()
    return made + english[done:]


def pluralised(english: str) -> str:
    """The plural of a term, at its head.

    >>> pluralised("registered poor household"), pluralised("secretary of state")
    ('registered poor households', 'secretaries of state')
    """
    head, of, rest = english.partition(" of ")
    if _is_plural(head):
        return english
    if re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ies"
    else:
        head += "es" if re.search(r"(?:s|x|z|ch|sh)$", head) else "s"
    return head + of + rest


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _windows(stems: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words ``wanted`` stand one after another."""
    size = len(wanted)
    if size:
        for start in range(len(stems) - size + 1):
            if stems[start] == wanted[0] and list(stems[start : start + size]) == list(wanted):
                yield start, start + size


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    """A word without what inflects it; good for comparing, not for showing.

    >>> [_stem(word) for word in ("cutting", "committees", "policies")]
    ['cut', 'committ', 'polic']
    """
    word = re.sub(r"[’']s?$", "", word.lower())
    if len(word) > 3:
        word = re.sub(r"(?:ies|ied)$", "y", word)
        word = re.sub(r"(?<=..)(?:ing|ed|es|(?<!s)s)$", "", word)
        word = re.sub(r"([bdgklmnprt])\1$", r"\1", word)
        word = re.sub(r"(?<=..)[ey]+$", "", word)
    return word
