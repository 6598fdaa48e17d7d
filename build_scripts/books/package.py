"""Chapters, notes and facts → the bytes of an EPUB 3.

The one module that uses ebooklib, which is an extra (:func:`.links.can_make_books`) and loaded when needed.

ebooklib makes the package file and the contents for old readers; the archive is written by :mod:`.archive`,
because ebooklib's has the time of its making in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZipFile

from build_scripts.books.archive import Packed, write_archive
from build_scripts.books.frame import Entry
from build_scripts.books.names import ABOUT, NAV, NOTES, STYLE
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.elements import EN, ZH

FOLDER = "EPUB"
"""The folder of an EPUB in which all but its container lies."""

_MIMETYPE = ("mimetype", b"application/epub+zip")
_XHTML = "application/xhtml+xml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_QUICK = {"compresslevel": 0, "raise_exceptions": True}

_ACCESSIBILITY = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "rubyAnnotations"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)
_SUMMARY = (
    (ZH, "全书为文本，中英文各标明语言，拼音以注音标记写成，有目录和标题，没有图片和脚本。"),
    (EN, "All of it is text, each language marked as such, pinyin as ruby, with contents and headings;"
         " it has neither pictures nor scripts."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Book:
    """What a book says of itself, and its pages but for the chapters.

    ``chapters`` are the paths of its chapters in reading order; ``pages`` the texts of the other files by
    their paths, among them the contents. ``modified`` is no time of the clock, but one of the content.
    ``reads_contents``: the contents are a page that a reader comes by. ``role`` is what the creators did, as
    the Library of Congress abbreviates it.
    """

    identifier: str
    title: str
    title_en: str
    creators: tuple[str, ...]
    date: str
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    publisher: str
    rights: str
    modified: datetime
    entries: tuple[Entry, ...]
    chapters: tuple[str, ...]
    pages: Mapping[str, str]
    reads_contents: bool = False
    role: str = "aut"


def pack(book: Book, chapters: Mapping[str, Packed]) -> bytes:
    """The bytes of the EPUB; ``chapters`` by their paths."""
    from ebooklib import epub

    stream = BytesIO()
    epub.write_epub(stream, _package(book), {**_QUICK, "mtime": book.modified})
    with ZipFile(stream) as made:
        files = {name: made.read(name) for name in made.namelist() if name != _MIMETYPE[0]}
    within = {f"{FOLDER}/{path}": content for path, content in chapters.items()}
    whole = {name: within.get(name) or _packed(content) for name, content in files.items()}
    # The container first, as readers expect it; all else by its name.
    return write_archive(_MIMETYPE, sorted(whole.items(), key=lambda item: (item[0] != _CONTAINER, item[0])))


@lru_cache(maxsize=8)  # the container and the style sheet are those of every book
def _packed(content: bytes) -> Packed:
    return Packed.of(content)


_CONTAINER = "META-INF/container.xml"


def _package(book: Book) -> Any:
    from ebooklib import epub

    made = epub.EpubBook()
    _describe(made, book)
    ids: dict[str, str] = {}
    for number, path in enumerate([*book.chapters, *book.pages]):
        kind = "text/css" if path == STYLE else _XHTML
        content = book.pages.get(path, " ").encode()
        item = epub.EpubItem(uid=f"f{number}", file_name=path, media_type=kind, content=content)
        if path == NAV:
            item.properties = ["nav"]
        made.add_item(item)
        ids[path] = item.id
    made.add_item(epub.EpubNcx())
    made.toc = _old_contents(book.entries, count())
    first = [NAV] if book.reads_contents else []
    made.spine = [ids[path] for path in [*first, *book.chapters, NOTES, ABOUT] if path in ids]
    return made


def _describe(made: Any, book: Book) -> None:
    made.set_identifier(book.identifier)
    # Both titles: readers show the first, and search in both.
    made.title = legal(book.title) or "…"
    made.add_metadata("DC", "title", made.title, {"id": "title", _XML_LANG: ZH})
    if book.title_en:
        made.add_metadata("DC", "title", legal(book.title_en), {"id": "title-en", _XML_LANG: EN})
        _meta(
            made, legal(book.title_en), {"refines": "#title", "property": "alternate-script", _XML_LANG: EN}
        )
    made.set_language(ZH)
    made.add_metadata("DC", "language", EN)
    for number, name in enumerate(book.creators, start=1):
        made.add_metadata("DC", "creator", legal(name), {"id": f"creator-{number}"})
        role = {"refines": f"#creator-{number}", "property": "role", "scheme": "marc:relators"}
        _meta(made, book.role, role)
    plain = {
        "date": [book.date],
        "source": book.sources,
        "subject": book.subjects,
        "publisher": [book.publisher],
        "rights": [book.rights],
    }
    for name, values in plain.items():
        for value in filter(str.strip, map(legal, values)):
            made.add_metadata("DC", name, value)
    for name, value in _ACCESSIBILITY:
        _meta(made, value, {"property": name})
    for lang, value in _SUMMARY:
        _meta(made, value, {"property": "schema:accessibilitySummary", _XML_LANG: lang})


def _meta(made: Any, value: str, attributes: Mapping[str, str]) -> None:
    made.add_metadata(None, "meta", value, dict(attributes))


def _old_contents(entries: Sequence[Entry], numbers: Iterator[int]) -> list[Any]:
    """The contents in ebooklib's form, for readers that know EPUB 2; a heading leads to its first line."""
    from ebooklib import epub

    made: list[Any] = []
    for entry, number in zip(entries, numbers, strict=False):
        label = legal(entry.label) or "…"
        href = entry.href or next((below.href for below in entry.below), "")
        link = epub.Link(href, label, f"t{number}")
        made.append((epub.Section(label, href), _old_contents(entry.below, numbers)) if entry.below else link)
    return made
