"""Whatever stands in a page, the checks come to an end and say the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.check.codes import CODES
from build_scripts.check.excerpt import excerpt
from build_scripts.check.figures.codes import CODES as FIGURES
from build_scripts.check.renderings import Renderings
from build_scripts.check.shown import shown
from build_scripts.check.texts import Text
from build_scripts.check.units import check_page, text_faults
from build_scripts.sync.page import parse
from tests.check.helpers import lexicon, page_text

RENDERINGS = Renderings.of(lexicon())
SIGNS = (
    "“”‘’\"'()[]{}《》（）【】<>&;*_`\\~!?.,:-—… \n\t0123%{}\u3000\ufffd"
    "党支部干一肩挑村组织TERMtheinPartybuildingé"
)
TEXTS = st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=200))
ROLES = st.sampled_from(["paragraph", "heading", "caption", "list_item", "metadata", "title", "subtitle"])


@given(TEXTS, TEXTS, ROLES)
def test_any_text_has_findings_of_known_codes(zh: str, en: str, role: str) -> None:
    text = Text("page.md", "0", role, 1, zh, shown(en), ())
    faults = list(text_faults(text, RENDERINGS))
    assert {fault.code for fault in faults} <= {code.code for code in (*CODES, *FIGURES)}
    assert all(fault.message for fault in faults)
    assert faults == list(text_faults(text, RENDERINGS))


@given(st.lists(st.tuples(ROLES.filter(lambda role: role != "subtitle"), TEXTS, TEXTS), max_size=5))
def test_any_page_can_be_checked(units: list[tuple[str, str, str]]) -> None:
    page = parse(page_text(units), "page.md")
    lines = page_text(units).count("\n") + 1
    assert all(0 <= at.line <= lines for at in check_page(page, "page.md", lexicon()))


@given(TEXTS)
def test_english_without_signs_of_markdown_is_shown_as_it_is(text: str) -> None:
    plain = "".join(char for char in text if char not in "\\*_`[&<@:.")
    assert shown(plain) == plain


@given(TEXTS, st.integers(0, 300), st.integers(0, 300))
def test_an_excerpt_is_one_line(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    made = excerpt(text, start, min(start + size, len(text)))
    assert "\n" not in made and made == made.strip()
    assert "".join(text[start : start + size].split()) in "".join(made.split())


PARTS = (
    "(", "“ ", "“a", "‘", '"', "<a ", "<!-- ", "&a", "{", "[", "[a](", "[[", "*a", "*a ", "**", "_a ", "__A",
    "`", "` ``", "the ", " ,", ". ", "a@", "a.", "w.", "⟦", "%(a", "一", "一肩挑", "（一", "党", "A ",
    "a", "1", "十", "1)", "\n\n", "\\",
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_long_text_of_the_signs_over_which_patterns_stumble_is_checked_to_its_end(part: str) -> None:
    en = part * (30_000 // len(part))
    faults = list(text_faults(Text("page.md", "0", "paragraph", 1, en, shown(en), ()), RENDERINGS))
    assert all(fault.message for fault in faults)
