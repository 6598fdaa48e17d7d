"""The glossary and the themes that the project ships: whole, consistent and usable."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.annotate.codes import CODES
from build_scripts.annotate.lexicon import Term, load_lexicon
from build_scripts.annotate.segment import segments
from build_scripts.annotate.themes import load_themes
from build_scripts.annotate.words import annotate

DOCS = Path(__file__).parents[2] / "docs"


def _files(folder: str) -> dict[str, str]:
    return {path.as_posix(): path.read_text("utf-8") for path in sorted((DOCS / folder).glob("*.md"))}


LEXICON, LEXICON_FAULTS = load_lexicon(_files("glossary"))
THEMES, THEME_FAULTS = load_themes(_files("themes"))


def test_the_glossary_has_no_fault() -> None:
    assert [str(fault) for fault in LEXICON_FAULTS] == []
    assert len(LEXICON.terms) >= 60


def test_the_themes_have_no_fault() -> None:
    assert [str(fault) for fault in THEME_FAULTS] == []
    assert {theme.id for theme in THEMES} == {
        "grassroots-party-building", "officials", "cutting-burdens", "rural-revitalisation",
        "public-services", "talent", "health", "business-environment",
    }  # fmt: skip


@pytest.mark.parametrize("term", LEXICON.terms, ids=lambda term: term.id)
def test_a_term_and_its_variants_are_found_in_a_sentence(term: Term) -> None:
    for expression in (term.zh, *term.variants):
        words = annotate(f"谈到{expression}，大家都熟悉。", LEXICON)
        assert [word.text for word in words if word.term == term.id][:1] == [expression]


@pytest.mark.parametrize("term", LEXICON.terms, ids=lambda term: term.id)
def test_an_entry_is_explained_in_a_few_sentences(term: Term) -> None:
    assert 1 <= term.explanation_zh.count("。") <= 4
    assert 1 <= term.explanation_en.count(". ") + 1 <= 4
    assert '"' not in term.explanation_en + term.en, "quotation marks are typographic"
    assert "ize " not in term.explanation_en, "British spelling, -ise"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_a_theme_has_enough_keywords_and_each_can_be_found(theme: object) -> None:
    found = next(item for item in THEMES if item is theme)
    assert 15 <= len(found.keywords) <= 40
    for keyword, _ in found.keywords:
        text = f"谈到{keyword}，大家都熟悉。"
        assert keyword in {match.key for match in found.matcher.find(text, segments(text)).matches}, keyword


def test_theme_pages_end_with_the_list_of_their_reports() -> None:
    for path, text in _files("themes").items():
        name = Path(path).stem
        if name != "index":
            assert text.rstrip().endswith(f"<!-- reports theme={name} -->")


def test_codes_are_explained_with_fault_example_and_cure() -> None:
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    for code in CODES:
        assert code.code.startswith("A")
        assert "Example:" in code.explanation
        assert "Cure:" in code.explanation
