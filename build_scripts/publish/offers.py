"""What people can take along or follow: the links to the books of reports and to the feeds."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from build_scripts.books.links import BookLink
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, pair, plural

BOOK_TYPE, FEED_TYPE = "application/epub+zip", "application/atom+xml"
_WITH_PINYIN = ("EPUB（带拼音和注释）", "EPUB with pinyin and notes")


def report_offer(report_id: str, context: Context) -> Element | None:
    """The link to the book of a report; None where there is none."""
    path = context.book(report_id)
    return _book(path, _WITH_PINYIN, context) if path else None


def render_offers(theme_id: str, context: Context) -> list[Element]:
    """The line with the books and the feed of a theme, or of the site for an empty id."""
    feed = context.feed(theme_id)
    parts = [
        *_books(context.books(theme_id), not theme_id, context),
        *([_feed(feed, context)] if feed else []),
    ]
    spaced: list[Node] = [node for part in parts for node in (" ", part)]
    return [element("p", *spaced[1:], cls="dz-offers", attrs=NO_SEARCH)] if parts else []


def _books(books: Sequence[BookLink], all_themes: bool, context: Context) -> list[Element]:
    nodes: list[Node] = []
    for book in books:
        label = book.label if any(book.label) else _WITH_PINYIN
        count = pair(f"{book.reports} 篇", plural(book.reports, "report"))
        nodes += [" ", _book(book.path, label, context), " ", element("small", *count, cls="dz-count")]
    if all_themes and context.has_books and not any(book.whole for book in books) and context.site.latest(1):
        # Too many for one book: those of the themes have others.
        attrs = {"href": context.links.to("themes/index.md")}
        nodes += [" ", element("a", *pair("按专题分册", "Books by theme"), attrs=attrs)]
    return [element("span", element("b", *pair("电子书", "E-books")), *nodes)] if nodes else []


def _book(path: str, label: tuple[str, str], context: Context) -> Element:
    attrs = {"href": context.links.file(path), "type": BOOK_TYPE, "download": "download"}
    return element("a", *pair(*label), attrs=attrs)


def _feed(path: str, context: Context) -> Element:
    link = element("a", "Atom", attrs={"href": context.links.file(path), "type": FEED_TYPE})
    return element("span", element("b", *pair("订阅", "Feed")), " ", link)
