from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.publish.english import plain_english
from build_scripts.sync.fill import as_plain_markdown, fill_units
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse, status
from build_scripts.sync.text import en_hash
from tests.sync.helpers import NEAR_MARKERS, article, near_pages

PAGE = sync_page(
    None, article("甲村修路。", "乙村通水。", title="云溪", subtitle="一年"), source="a.txt"
).text
nasty = st.text() | near_pages | st.text(alphabet="<>!-=`~*_[](){}&#;:|+.\\ \n\r\t1ab/?$", max_size=40)


def test_only_what_has_no_english_is_filled() -> None:
    page = PAGE.replace("<!-- en todo -->", "<!-- en todo -->\n\nA built roads.", 1)
    filled = fill_units(
        page, {"甲村修路。": "x", "乙村通水。": "B has water.", "云溪": "Yunxi: a year", "一年": "y"}
    )
    first, second = parse(filled).units
    assert (first.en, status(first)) == ("A built roads.", Status.HUMAN)
    assert (second.en, str(second.mark)) == ("B has water.", f"machine {en_hash('B has water.')}")
    front = parse(filled).front
    assert (front.text("title_en"), front.text("subtitle_en")) == ("Yunxi: a year", "y")
    assert front.text("title_mark").split()[1:] == ["machine", en_hash("Yunxi: a year")]


def test_a_filled_page_is_in_sync() -> None:
    filled = fill_units(PAGE, {"甲村修路。": "A.\n\nMore.", "云溪": "Yunxi"})
    again = sync_page(
        filled, article("甲村修路。", "乙村通水。", title="云溪", subtitle="一年"), source="a.txt"
    )
    assert again.text == filled


def test_nothing_to_fill_changes_nothing() -> None:
    assert fill_units(PAGE, {}) == PAGE
    assert fill_units(PAGE, {"丙村": "C", "甲村修路。": " \n"}) == PAGE


def test_what_a_provider_sends_a_second_time_changes_nothing() -> None:
    filled = fill_units(PAGE, {"甲村修路。": "One."})
    assert fill_units(filled, {"甲村修路。": "Two."}) == filled


@pytest.mark.parametrize("fault", ["\n<<<<<<< HEAD\n", None])
def test_a_blocked_page_is_left_alone(fault: str | None) -> None:
    page = PAGE + fault if fault else PAGE.replace("title_en: ''", "title_en: a: b")
    assert fill_units(page, {"甲村修路。": "A", "云溪": "Yunxi"}) == page


def test_orphans_are_not_filled() -> None:
    page = PAGE.replace("<!-- report yunxi -->", "<!-- orphans -->")
    assert fill_units(page, {"甲村修路。": "A"}) == page


@given(nasty, nasty)
@example(english="\ufeff\r\ufeff", title="\ufeff\r\ufeff")
def test_what_a_provider_sends_is_the_english_of_one_unit(english: str, title: str) -> None:
    filled = fill_units(PAGE, {"甲村修路。": english, "云溪": title})
    page = parse(filled)
    assert [unit.zh for unit in page.units] == ["甲村修路。", "乙村通水。"]
    assert not page.diagnostics
    assert page.units[0].en == as_plain_markdown(english)
    assert status(page.units[0]) is (Status.MACHINE if page.units[0].en else Status.TODO)
    again = sync_page(
        filled, article("甲村修路。", "乙村通水。", title="云溪", subtitle="一年"), source="a.txt"
    )
    assert again.text == filled


@given(nasty)
def test_a_provider_s_text_holds_no_markup(text: str) -> None:
    made = as_plain_markdown(text)
    assert "<" not in made
    assert "\n\n\n" not in made
    assert made == made.strip()
    assert not re.search(r"(?m)^(?:[ \t]|[#>+=-]|[0-9]+[.)]|```|~~~)", made)


@pytest.mark.parametrize(
    "text",
    [
        "Roads: 12 km (7.5 miles), R&D, 3.5% & more.",
        "“1+5” – the county’s model; income > spending",
        "1. A list? 2) Another",
        "- dash # hash + plus",
        "snake_case *stars* [link](javascript:x) `code` ~~gone~~ &copy;",
        "<script>alert(1)</script> <!-- en human -->",
        "# Heading",
        "=====",
        ":::",
        *(line.strip() for line in NEAR_MARKERS if line.isprintable() and line.strip()),
    ],
)
def test_the_site_shows_the_words_of_the_provider(text: str) -> None:
    assert html.unescape(plain_english(as_plain_markdown(text))) == html.unescape(text)


def test_ordinary_english_is_not_escaped() -> None:
    text = "Yunxi county built 12 km of road (7.5 miles) in 2021 – at a cost of $3.5 million.\n\n“Well done!”"
    assert as_plain_markdown(text) == text
