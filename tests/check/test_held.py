"""The terms in a text by their characters alone, found all at once: as looking for each would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import EMPTY, Lexicon, load_lexicon
from build_scripts.check.renderings import Renderings

WORDS = ("党", "党组", "党组织", "组织", "织", "村党组织", "村")


def lexicon(words: tuple[str, ...]) -> Lexicon:
    entries = "".join(f"\n## {word}\n- en: w{at}\n\n说明。\n\nIt is.\n" for at, word in enumerate(words))
    return load_lexicon({"a.md": f"<!-- glossary -->\n{entries}"})[0]


def one_by_one(known: Renderings, zh: str) -> list[tuple[int, str]]:
    """By their places, those of several characters first, then in the order of the glossary."""
    return [
        (start, expression)
        for start in range(len(zh))
        for alone in (False, True)
        for expression in known.lexicon.by_zh
        if (len(expression) == 1) is alone
        and zh.startswith(expression, start)
        and not known._nested(zh, start, expression)
    ]


@given(st.permutations(WORDS), st.text("党组织村x", max_size=12))
def test_terms_are_held_as_if_looked_for_one_by_one(words: list[str], zh: str) -> None:
    known = Renderings.of(lexicon(tuple(words)))
    found = [(match.start, zh[match.start : match.end]) for match in known.held(zh)]
    assert found == one_by_one(known, zh)


def test_an_empty_glossary_holds_nothing() -> None:
    assert list(Renderings.of(EMPTY).held("党组织")) == []
