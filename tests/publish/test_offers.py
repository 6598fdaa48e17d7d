"""Links to books and feeds: where there are any, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from build_scripts.books.links import BookLink, book_links, book_path
from build_scripts.feeds.atom import feed_path
from build_scripts.publish.context import Context
from build_scripts.publish.extension import DuizhaoExtension

FOLDER = "assets/books"


def offering(context: Context) -> Context:
    """The same site with books and feeds."""
    return replace(
        context,
        has_books=True,
        book=partial(book_path, context.site, FOLDER),
        books=partial(book_links, context.site, FOLDER, False),
        feed=feed_path,
    )


def test_a_report_offers_its_book(render: Any) -> None:
    link = render("<!-- report yunxi -->", offering(render.context())).select_one("a[download]")
    assert link["href"] == "/assets/books/reports/yunxi.epub" and link["type"] == "application/epub+zip"
    assert link.get_text() == "EPUB（带拼音和注释） EPUB with pinyin and notes"


def test_a_theme_offers_its_book_and_its_feed(render: Any) -> None:
    page = render("<!-- reports theme=jianfu -->", offering(render.context()))
    links = {link["href"]: link.get_text() for link in page.select(".dz-offers a")}
    assert list(links) == ["/assets/books/themes/jianfu.epub", "/themes/jianfu.xml"]
    assert page.select_one(".dz-offers small").get_text() == "1 篇 1 report"


def test_home_and_the_list_of_reports_offer_the_whole(render: Any) -> None:
    for marker in ("<!-- offers -->", "<!-- reports -->"):
        page = render(marker, offering(render.context()))
        links = [link["href"] for link in page.select(".dz-offers a")]
        assert links == ["/assets/books/all.epub", "/feed.xml"]
    assert not render("<!-- reports page=2 -->", offering(render.context())).select(".dz-offers")


def test_a_site_too_large_for_one_book_leads_to_its_themes(render: Any) -> None:
    newest = BookLink(f"{FOLDER}/newest.epub", ("最新报告", "Newest reports"), 2)
    context = replace(offering(render.context()), books=lambda _: (newest,))
    links = {link["href"]: link.get_text() for link in render("<!-- offers -->", context).select("a")}
    assert links == {
        "/assets/books/newest.epub": "最新报告 Newest reports",
        "/themes/index.md": "按专题分册 Books by theme",
        "/feed.xml": "Atom",
    }


def test_nothing_is_offered_where_there_is_nothing(render: Any) -> None:
    for marker in ("<!-- offers -->", "<!-- report yunxi -->", "<!-- reports theme=jianfu -->"):
        page = render(marker)
        assert not page.select(".dz-offers, a[download]"), marker
    assert render("<!-- offers -->", replace(offering(Context()))).get_text().strip() == "订阅 Feed Atom"


@pytest.mark.parametrize(
    ("there", "folder", "offered"), [(True, FOLDER, True), (False, FOLDER, False), (True, "", False)]
)
def test_books_take_a_folder_and_a_host_that_makes_them(there: bool, folder: str, offered: bool) -> None:
    options = {"books": folder, "glossary": "nowhere", "site_data": "nowhere.json"}
    context = DuizhaoExtension(**options, **({"books_made": True} if there else {})).context()
    assert context.has_books is offered and context.books("") == () and context.book("yunxi") == ""
    assert context.feed("") == ""
