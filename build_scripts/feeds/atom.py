"""The data of the site → Atom feeds (RFC 4287), as XML.

Written with the standard library's ElementTree, which escapes all that it is given: what a feed has is small
and fixed, and must be the same bytes for the same reports. feedgen has not had a release for years
and puts the time of its making into what it makes; feedgenerator knows one language a feed and no XHTML.

The time of an entry is the date of its report, for a build knows no clock: of a report without one it is the
beginning of 1970, the usual sign that a time is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from build_scripts.exchange.xml_text import legal
from build_scripts.feeds.choosing import NEWEST, Summary
from build_scripts.publish.days import newest
from build_scripts.publish.elements import EN, ZH
from build_scripts.publish.site import Report, Site
from build_scripts.publish.statuses import MACHINE_SIGN, marked_title

_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_LANG = "xml:lang"
_UNKNOWN = date(1970, 1, 1)

BOOK_TYPE, PAGE_TYPE, FEED_TYPE = "application/epub+zip", "text/html", "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Publisher:
    """What every feed says of the site: its name, what it is, its licence or nothing."""

    name: str
    description: str = ""
    licence: str = ""


def feed_path(theme_id: str = "") -> str:
    """Where the feed of a theme, or of the site, lies: from docs/.

    >>> feed_path(), feed_path("health")
    ('feed.xml', 'themes/health.xml')
    """
    return f"themes/{theme_id}.xml" if theme_id else "feed.xml"


@dataclass(frozen=True, slots=True)
class Feeds:
    """Makes the feeds of a site.

    ``url`` gives the absolute address of a page or file by its path in docs/, ``book`` the path of the book
    of a report, empty where there is none.
    """

    site: Site
    summaries: Mapping[str, Summary]
    publisher: Publisher
    url: Callable[[str], str]
    book: Callable[[str], str] = lambda _: ""

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Each feed with its path."""
        name = self.publisher.name
        latest = self.site.latest(NEWEST)
        yield feed_path(), self._feed(feed_path(), "index.md", (name, self.publisher.description), latest)
        for theme in self.site.themes.values():
            reports = tuple(
                self.site.reports[one] for one in theme.reports[:NEWEST] if one in self.site.reports
            )
            title = " · ".join(filter(None, (theme.title, theme.title_en)))
            yield (
                feed_path(theme.id),
                self._feed(feed_path(theme.id), theme.path, (f"{title} – {name}", ""), reports),
            )

    def _feed(self, path: str, page: str, titles: tuple[str, str], reports: tuple[Report, ...]) -> bytes:
        root = Element("feed", {"xmlns": _ATOM, _LANG: ZH})
        _text(root, "title", titles[0])
        if titles[1]:
            _text(root, "subtitle", titles[1])
        _text(root, "id", self.url(path))
        SubElement(root, "link", {"rel": "self", "type": FEED_TYPE, "href": self.url(path)})
        SubElement(root, "link", {"rel": "alternate", "type": PAGE_TYPE, "href": self.url(page)})
        _text(root, "updated", _time(*(report.date for report in reports)))
        _text(SubElement(root, "author"), "name", self.publisher.name)
        if self.publisher.licence:
            _text(root, "rights", self.publisher.licence)
        for report in reports:
            self._entry(root, report)
        indent(root)
        data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
        return data + b"\n"

    def _entry(self, root: Element, report: Report) -> None:
        entry = SubElement(root, "entry")
        english = marked_title(report.title_en, report.title_machine)
        _text(entry, "title", " · ".join(filter(None, (report.title, english))))
        address = self.url(report.path)
        _text(entry, "id", address)
        SubElement(entry, "link", {"rel": "alternate", "type": PAGE_TYPE, "href": address})
        if book := self.book(report.id):
            SubElement(entry, "link", {"rel": "enclosure", "type": BOOK_TYPE, "href": self.url(book)})
        _text(entry, "updated", _time(report.date))
        for name in report.authors or ([report.publisher] if report.publisher else []):
            _text(SubElement(entry, "author"), "name", name)
        for theme in (self.site.themes.get(name) for name in report.themes):
            if theme:
                label = " · ".join(filter(None, (theme.title, theme.title_en)))
                SubElement(entry, "category", {"term": legal(theme.id), "label": legal(label)})
        self._summary(entry, self.summaries.get(report.id, Summary()))

    @staticmethod
    def _summary(entry: Element, found: Summary) -> None:
        """Both languages, each said to be such: hence XHTML, of nothing but paragraphs of text."""
        english = f"{found.en} [{MACHINE_SIGN}]" if found.en and found.machine else found.en
        sides = [(lang, text) for lang, text in ((ZH, found.zh), (EN, english)) if text]
        if not sides:
            return
        box = SubElement(SubElement(entry, "summary", {"type": "xhtml"}), "div", {"xmlns": _XHTML})
        for lang, text in sides:
            _text(box, "p", text).attrib.update({"lang": lang, _LANG: lang})


def _text(parent: Element, tag: str, text: str) -> Element:
    made = SubElement(parent, tag)
    made.text = legal(text)
    return made


def _time(*dates: str) -> str:
    return newest(dates, _UNKNOWN).strftime("%Y-%m-%dT%H:%M:%SZ")
