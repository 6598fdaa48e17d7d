"""Terms of the glossary in the Chinese: is their approved English used, and none that is to be avoided?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.annotate.lexicon import Term
from build_scripts.annotate.matching import Match
from build_scripts.annotate.words import find_terms
from build_scripts.check.codes import AVOIDED_TERM, OTHER_RENDERING, UNUSED_TERM
from build_scripts.check.faults import Fault
from build_scripts.check.renderings import Avoided, Renderings
from build_scripts.check.wording import English, content, root


def term_faults(zh: str, en: str, renderings: Renderings, *, brief: bool = False) -> Iterator[Fault]:
    """Compare the terms of a Chinese text with its English.

    Args:
        zh: the Chinese of one unit.
        en: its English as readers see it.
        renderings: the glossary.
        brief: the text is a heading or a title, which says less than its Chinese.

    A rendering counts as used when its words stand close together, however inflected
    (:meth:`English.uses`). Where some of it stands in the English (:func:`_stated`), the sense is stated
    otherwise.
    """
    held = list(renderings.held(zh))
    if not held:
        return
    english = English.of(en)
    faults = list(_suspected(held, english, renderings))
    if not faults:
        return
    # Only now the segmentation: most texts use all their terms.
    sure = set(find_terms(zh, renderings.lexicon))
    said: set[tuple[str, str]] = set()
    for match, avoided in faults:
        what = (match.key, avoided.text if avoided else "")
        if match in sure and what not in said:
            said.add(what)
            expression = zh[match.start : match.end]
            yield (
                _wrong(expression, avoided)
                if avoided
                else _missing(expression, renderings.lexicon.by_id[match.key], english, renderings, brief)
            )


def _suspected(
    held: Sequence[Match], english: English, renderings: Renderings
) -> Iterator[tuple[Match, Avoided | None]]:
    """The terms that the English does not use, and what it uses of that which is to be avoided."""
    keys = dict.fromkeys(match.key for match in held)
    missing = {
        key
        for key in keys
        if (forms := renderings.approved[key]) and not any(english.uses(form) for form in forms)
    }
    wrong: list[tuple[Match, Avoided]] = []
    if any(key in renderings.avoided for key in keys):
        good = english.covered(form for key in keys for form in renderings.approved[key])
        wrong = [
            (match, avoided)
            for match in held
            for avoided in renderings.avoided.get(match.key, ())
            if _stands(avoided, english, good)
        ]
    # Of a term that is rendered wrongly it need not be said that it is not rendered rightly.
    missing -= {match.key for match, _ in wrong}
    yield from ((match, None) for match in held if match.key in missing)
    yield from wrong


def _stated(approved: Iterable[tuple[str, ...]], english: English, shared: frozenset[str]) -> bool:
    """Whether the English says something of a rendering: a word that few terms share, or most of its words.

    “Party” alone is no sign of “Party branch”; “Party secretaries of the village” is one of “village Party
    committee secretary”.
    """
    said = english.roots
    for form in approved:
        wanted = {root(word) for word in content(form)}
        there = wanted & said
        if there - shared or (len(there) > 1 and 2 * len(there) > len(wanted)):
            return True
    return False


def _missing(expression: str, term: Term, english: English, renderings: Renderings, brief: bool) -> Fault:
    asked = f"{_named(expression, term)} is rendered {_quoted(term.en)} in the glossary"
    stated = _stated(renderings.approved[term.id], english, renderings.shared)
    if brief and not stated:
        return Fault(OTHER_RENDERING.code, f"{asked}; the heading does without it", term.id)
    # What stands in quotation marks is a name, and a name in other words is another name.
    if stated and (brief or "“" not in term.en):
        return Fault(OTHER_RENDERING.code, f"{asked}; the English says it in other words", term.id)
    message = f"{asked}; the English has neither this nor an admitted rendering"
    return Fault(UNUSED_TERM.code, message, term.id)


def _wrong(expression: str, avoided: Avoided) -> Fault:
    term = avoided.term
    wrong = f"{_quoted(avoided.text)} is to be avoided for {_quoted(expression)}"
    return Fault(AVOIDED_TERM.code, f"{wrong}: the glossary wants {_quoted(term.en)}", term.id)


def _named(expression: str, term: Term) -> str:
    """The expression, with the heading of its entry where that is another."""
    same = expression.strip("“”") == term.zh.strip("“”")
    return _quoted(expression) if same else f"{_quoted(expression)} ({term.zh})"


def _quoted(text: str) -> str:
    """``text`` in quotation marks, unless it has some of its own."""
    return text if "“" in text else f"“{text}”"


def _stands(avoided: Avoided, english: English, good: set[int]) -> bool:
    """Whether the rendering stands anywhere outside of an approved one (``good`` are the places of these)."""
    if avoided.literal:
        return re.search(rf"(?<!\w){re.escape(avoided.text)}(?!\w)", english.text) is not None
    size = len(avoided.stems)
    return any(
        not good.issuperset(range(start, start + size))
        and not (avoided.small and english.in_name(start, size))
        for start in english.starts(avoided.stems)
    )
