"""Web pages of any markup: no crash, no character lost, the same result twice, work grows in step."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.documents import clean_document
from build_scripts.offsets import raw_lines
from build_scripts.read.encoding import NotTextError
from build_scripts.read.html import read_html
from build_scripts.read.markup import DEEPEST, parse, tokens, words

pytestmark = pytest.mark.slow

WORDS = st.text(alphabet="村里的路修通了干部群众。，；：“”123 ab\u3000\xa0\n&<>\"'=/-!", max_size=30)
NAMES = st.sampled_from(
    sorted(
        words(
            "p div span b a h1 h2 h6 li ul ol table tr td th figure figcaption blockquote pre nav aside"
            " footer header article main section br hr img ruby rt em strong script style title head"
            " body html noscript template select option textarea svg button x-y time center font"
        )
    )
)
ATTRIBUTES = st.sampled_from(
    ["", " class='share bar'", ' id="zoom"', " style='display:none'", " hidden", " alt='村民走在路上'",
     " href=x", " role=navigation", " class=caption", " align=center", " class='title'", " class=info",
     ' title="a>b"', " x='"]
)  # fmt: skip
TAGS = st.builds("<{}{}{}>".format, st.sampled_from(["", "", "/"]), NAMES, ATTRIBUTES)
ODD = st.sampled_from(
    ["<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<?xml ?>", "<", "</", "&nbsp;", "&#26449;",
     "&#x110000;", "&#9999999999999;", "</p", "<a b=\"", "<p/>", "<br/>", "\x00", "\u200b", "\ufffd",
     "\u2028", "&#13;", "&#10;"]
)  # fmt: skip
PAGES = st.lists(st.one_of(WORDS, TAGS, ODD), max_size=60).map("".join)
PLAIN = sorted(words("p div span b h1 h2 li td blockquote article section em strong a font center"))


@given(PAGES)
def test_any_page_is_read_and_every_character_accounted_for(page: str) -> None:
    data = ("<p>" + page).encode()
    try:
        source = read_html(data, "a.html")
    except NotTextError:
        assert "\x00" in page or "\ufffd" in page
        return
    assert len(source.file_lines) == source.text.count("\n")
    spans = {raw.span for raw in raw_lines(source.text)}
    assert all(hint.span in spans for hint in source.hints)
    # Law 1 is checked in here.
    assert clean_document(source) == clean_document(read_html(data, "a.html"))


@given(
    st.lists(st.tuples(st.sampled_from(PLAIN), st.text("村里的路修通了。，ab1", max_size=12)), max_size=20),
    st.randoms(),
)
def test_no_character_of_the_text_content_is_lost_or_made_up(parts: list[tuple[str, str]], random) -> None:  # type: ignore[no-untyped-def]
    page = "<body>" + "".join(
        f"<{name}>{text}" + (f"</{name}>" if random.random() < 0.7 else "") for name, text in parts
    )
    shown = Counter("".join(read_html(page.encode(), "a.html").text.split()))
    assert shown == Counter("".join("".join(text for _, text in parts).split()))


@given(st.text(alphabet="<>/!-=\"' ab村&;[]?", max_size=200))
def test_tokens_lie_in_the_order_of_the_page(page: str) -> None:
    starts = [token.start for token in tokens(page)]
    assert starts == sorted(starts)


HOSTILE = {
    "tags without end": "<a ",
    "values without end": '<a b="',
    "comments without end": "<!--",
    "declarations": "<![",
    "nesting": "<div>",
    "nested inline": "<b><i>",
    "nested pre": "<pre>",
    "titles": "<title>",
    "scripts": "<script>",
    "open paragraphs": "<p>村",
    "open items": "<ul><li>村",
    "open cells": "<table><tr><td>村",
    "breaks and ends": "<br></p>",
    "readings and pictures": "<rt>村</rt><img alt=村民走在路上>",
    "hidden": "<span hidden>村",
    "links": "<a>村",
    "authors": "<div class=author>村",
    "references": "&#",
}


def calls(page: str) -> int:
    """How many functions are called to read a page."""
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    data = page.encode()
    sys.setprofile(seen)
    try:
        read_html(data, "a.html")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("part", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_the_length_of_a_hostile_page(part: str) -> None:
    # From the deepest level on; below it each level more is looked through more often.
    once = calls("<p>" + part * 4 * DEEPEST)
    assert calls("<p>" + part * 12 * DEEPEST) < 4 * once


def test_nesting_has_a_deepest_level_and_the_text_below_it_stays() -> None:
    page = "<div>" * 5000 + "村道" + "</div>" * 5000 + "<p>茶山"
    assert read_html(page.encode(), "a.html").text.split() == ["村道", "茶山"]
    assert len(list(parse(page).soup.find_all("div"))) <= DEEPEST
