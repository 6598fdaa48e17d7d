"""The glossary as a value: the terms that reports are searched for, each with its entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from build_scripts.annotate.codes import DUPLICATE_TERM, UNKNOWN_REFERENCE
from build_scripts.annotate.glossary_file import RawEntry, read_glossary_file
from build_scripts.annotate.matching import Matcher
from build_scripts.annotate.pinyin import slug, spell
from build_scripts.annotate.segment import has_han, segments
from build_scripts.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the glossary.

    ``id`` is its address, made of its pinyin and unique; ``zh`` its heading; ``pinyin`` is None where the
    program makes it. ``admitted`` and ``avoid`` are other English renderings, allowed and wrong ones.
    ``kind`` is ``term``, ``organisation``, ``campaign`` or ``office``. ``path`` and ``line`` tell where.
    """

    id: str
    zh: str
    variants: tuple[str, ...]
    pinyin: str | None
    en: str
    admitted: tuple[str, ...]
    avoid: tuple[str, ...]
    kind: str
    explanation_zh: str
    explanation_en: str
    see_also: tuple[str, ...]
    source: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms, by the order of their files and lines. ``find`` by :func:`words.find_terms`."""

    terms: tuple[Term, ...]
    by_id: Mapping[str, Term] = field(repr=False)
    by_zh: Mapping[str, Term] = field(repr=False)
    """Terms by their headings and variants: what ``see_also`` names."""
    matcher: Matcher = field(repr=False)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Lexicon:
        """Make a lexicon of terms whose ids and expressions are unique."""
        terms = tuple(terms)
        by_zh = {expression: term for term in terms for expression in (term.zh, *term.variants)}
        matcher = Matcher.of((expression, term.id) for expression, term in by_zh.items())
        return cls(terms, {term.id: term for term in terms}, by_zh, matcher)


EMPTY = Lexicon.of(())
"""The lexicon without terms."""


def load_lexicon(files: Mapping[str, str]) -> tuple[Lexicon, tuple[Diagnostic, ...]]:
    """Read the glossary.

    Args:
        files: the text of each file by its path (forward slashes); the order does not matter.

    Returns:
        The lexicon, and what is wrong in the files, by path and line. A fault never hides another entry.

    >>> lexicon, faults = load_lexicon({"g.md": "<!-- glossary -->\\n## 网格\\n- en: grid\\n"})
    >>> lexicon.terms[0].id, [fault.code for fault in faults]
    ('wangge', ['A005', 'A005'])
    """
    terms: list[Term] = []
    faults: list[Diagnostic] = []
    taken: dict[str, Term] = {}
    lines: dict[str, Mapping[str, int]] = {}
    ids: set[str] = set()
    for path in sorted(files):
        entries, found = read_glossary_file(path, files[path])
        faults.extend(found)
        for entry in entries:
            if entry.zh in taken:
                faults.append(_duplicate(path, entry.line, entry.zh, taken[entry.zh]))
                continue
            term = _term(entry, path, ids)
            ids.add(term.id)
            taken[term.zh] = term
            lines[term.id] = entry.lines
            terms.append(term)
    lexicon = Lexicon.of(_with_unique_variants(terms, taken, lines, faults))
    for term in lexicon.terms:
        for name in term.see_also:
            if name not in lexicon.by_zh:
                message = f"“{term.zh}” refers to “{name}”, which the glossary lacks"
                faults.append(Diagnostic(term.path, lines[term.id]["see"], UNKNOWN_REFERENCE.code, message))
    return lexicon, tuple(sorted(faults, key=lambda at: (at.path, at.line, at.code, at.message)))


def _with_unique_variants(
    terms: list[Term],
    taken: dict[str, Term],
    lines: Mapping[str, Mapping[str, int]],
    faults: list[Diagnostic],
) -> Iterable[Term]:
    """The terms without the variants that stand for another term already; headings go before variants."""
    for term in terms:
        kept: list[str] = []
        for variant in term.variants:
            if variant in taken:
                faults.append(_duplicate(term.path, lines[term.id]["variants"], variant, taken[variant]))
            else:
                taken[variant] = term
                kept.append(variant)
        yield replace(term, variants=tuple(kept))


def _duplicate(path: str, line: int, expression: str, first: Term) -> Diagnostic:
    message = f"“{expression}” stands already at {first.path}:{first.line} (“{first.zh}”), which counts"
    return Diagnostic(path, line, DUPLICATE_TERM.code, message)


def _term(entry: RawEntry, path: str, ids: set[str]) -> Term:
    pinyin = entry.fields.get("pinyin") or None
    return Term(
        id=_unique(slug(pinyin or plain_pinyin(entry.zh)) or "term", ids),
        zh=entry.zh,
        variants=entry.items("variants"),
        pinyin=pinyin,
        en=entry.fields["en"],
        admitted=entry.items("admitted"),
        avoid=entry.items("avoid"),
        kind=entry.fields.get("kind", "term"),
        explanation_zh=entry.explanation(chinese=True),
        explanation_en=entry.explanation(chinese=False),
        see_also=entry.items("see"),
        source=entry.fields.get("source") or None,
        path=path,
        line=entry.line,
    )


def _unique(wanted: str, ids: set[str]) -> str:
    """``wanted``, or with -2, -3 … the first that is free: homophones share their pinyin."""
    candidate, number = wanted, 1
    while candidate in ids:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def plain_pinyin(expression: str) -> str:
    """The pinyin of an expression word by word, for addresses; for readers use :mod:`words`."""
    return " ".join(spell(s.text, s.tag) if has_han(s.text) else s.text for s in segments(expression))
