"""One book: of a report, or of several whose own books are there. Pure but for what it is handed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from build_scripts.annotate.lexicon import Term
from build_scripts.books.archive import Packed
from build_scripts.books.chapter import Chapter, read_chapter, titles
from build_scripts.books.frame import Entry, Publisher, about_page, contents_page
from build_scripts.books.names import ABOUT, NAV, NOTES, STYLE, chapter_file, note_anchor
from build_scripts.books.notes import in_order, note_text, notes_page
from build_scripts.books.package import Book, pack
from build_scripts.books.volumes import Volume, report_book, sections
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.context import Context
from build_scripts.publish.days import day_of, newest
from build_scripts.publish.site import Report, year_of

_UNDATED = date(2000, 1, 1)
_STYLE_FILE = Path(__file__).parent / "data" / STYLE


@dataclass(slots=True)
class Workshop:
    """What all books are made with.

    ``url`` gives the address of a page of the site by its path in docs/; empty where the site has none.
    """

    context: Context
    publisher: Publisher
    url: Callable[[str], str] = lambda _: ""
    _notes: dict[str, str] = field(default_factory=dict)
    _by_anchor: dict[str, Term] = field(default_factory=dict)

    def report(self, report: Report, content: str) -> tuple[bytes, tuple[str, ...], Packed]:
        """The book of one report: its bytes, the ids of the terms with a note in it, and its chapter.

        Args:
            report: what is known of it.
            content: its HTML, as the Markdown extension made it.
        """
        chapter = self._chapter(report, content)
        entries = self._entries(chapter.notes)
        own = chapter_file(report.id)
        title, title_en = titles(report)
        below = tuple(Entry(head.label, f"{own}#{head.anchor}") for head in chapter.headings[1:])
        contents = [Entry(_both(title, title_en), own, below)]
        page = self.url(report.path)
        book = Book(
            identifier=self._identifier(report_book(report.id)),
            title=title,
            title_en=title_en,
            creators=report.authors,
            date=_written_date(report.date),
            sources=(report.publisher, page),
            subjects=self._themes(report.themes),
            publisher=self.publisher.name,
            rights=self.publisher.licence,
            modified=newest([report.date], _UNDATED),
            entries=self._contents(contents, bool(entries)),
            chapters=(own,),
            pages=self._pages(contents, entries, title, page),
        )
        packed = Packed.of(chapter.text.encode())
        return pack(book, {own: packed}), tuple(entry.id for entry in entries), packed

    def volume(self, volume: Volume, terms: Iterable[str], chapters: Mapping[str, Packed]) -> bytes:
        """The book of several reports.

        Args:
            volume: which.
            terms: the ids of the terms that have a note in the books of these reports.
            chapters: their chapters by the paths of these.
        """
        site = self.context.site
        order: list[str] = []
        contents: list[Entry] = []
        for (zh, en), reports in sections(volume, site):
            lines = tuple(Entry(_listed(report), chapter_file(report.id)) for report in reports)
            order += [line.href for line in lines]
            contents += [Entry(_both(zh, en), below=lines)] if zh else lines
        entries = self._entries_of(terms)
        title, title_en = self.titles(volume)
        theme = site.themes.get(volume.theme)
        book = Book(
            identifier=self._identifier(volume.path),
            title=title,
            title_en=title_en,
            creators=(self.publisher.name,),
            date="",
            sources=(self.url(theme.path) if theme else self.publisher.url,),
            subjects=self._themes([volume.theme] if volume.theme else site.themes),
            publisher=self.publisher.name,
            rights=self.publisher.licence,
            modified=newest((site.reports[name].date for name in volume.reports), _UNDATED),
            entries=self._contents(contents, bool(entries)),
            chapters=tuple(order),
            pages=self._pages(contents, entries, title),
            reads_contents=True,
            role="com",
        )
        return pack(book, chapters)

    def titles(self, volume: Volume) -> tuple[str, str]:
        """What a book of several reports is called in both languages; that of the whole site as the site."""
        theme = self.context.site.themes.get(volume.theme)
        zh, en = (theme.title, theme.title_en) if theme else (self.publisher.name, "")
        label, label_en = volume.label
        if volume.newest:
            return f"{zh}：{label}", f"{en}: {label_en.lower()}" if en else label_en
        return f"{zh} {label}".strip(), f"{en} {label_en}".strip() if en else ""

    def _chapter(self, report: Report, content: str) -> Chapter:
        page = self.url(report.path)

        def note(text: str) -> str:
            entry = self.context.entry(text)
            return note_anchor(entry.id) if entry else ""

        def address(href: str) -> str:
            return urljoin(page, href) if page else ""

        return read_chapter(
            report, [_both(*names) for names in self._pairs(report.themes)], content, note, address
        )

    def _entries(self, anchors: Iterable[str]) -> list[Term]:
        if not self._by_anchor:
            self._by_anchor = {note_anchor(term.id): term for term in self.context.lexicon.terms}
        return in_order((self._by_anchor[anchor] for anchor in anchors), self.context)

    def _entries_of(self, terms: Iterable[str]) -> list[Term]:
        known = self.context.lexicon.by_id
        return in_order((known[name] for name in dict.fromkeys(terms) if name in known), self.context)

    def _note(self, entry: Term) -> str:
        if entry.id not in self._notes:
            self._notes[entry.id] = note_text(entry, self.context)
        return self._notes[entry.id]

    def _contents(self, contents: Sequence[Entry], notes: bool) -> tuple[Entry, ...]:
        behind = [Entry("注释 Notes", NOTES)] if notes else []
        return (*contents, *behind, Entry("关于本书 About this book", ABOUT))

    def _pages(
        self, contents: Sequence[Entry], entries: Sequence[Term], title: str, page: str = ""
    ) -> dict[str, str]:
        pages = {
            STYLE: _style(),
            NAV: contents_page(self._contents(contents, bool(entries)), title),
            ABOUT: about_page(self.publisher, page),
        }
        return pages | ({NOTES: notes_page(map(self._note, entries))} if entries else {})

    def _identifier(self, path: str) -> str:
        """One and the same for all editions of a book, and another for another site's."""
        return uuid5(NAMESPACE_URL, legal(f"{self.publisher.url or self.publisher.name} {path}")).urn

    def _pairs(self, themes: Iterable[str]) -> list[tuple[str, str]]:
        known = (self.context.site.themes.get(theme) for theme in themes)
        return [(theme.title, theme.title_en) for theme in known if theme]

    def _themes(self, themes: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for names in self._pairs(themes) for name in names if name)


@cache
def _style() -> str:
    return _STYLE_FILE.read_text(encoding="utf-8")


def _both(zh: str, en: str) -> str:
    return " · ".join(filter(None, (zh, en)))


def _listed(report: Report) -> str:
    """A line of the contents: the date stands first, as in the lists of the site."""
    return " ".join(filter(None, (report.date, _both(*titles(report)))))


def _written_date(text: str) -> str:
    return text if day_of(text) and len(text) == 10 else year_of(text)
