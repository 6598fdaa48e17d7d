"""Where the books of a site are, for the pages that link to them.

Which there are follows from the site's data alone, so that it is known before any of them is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from build_scripts.books.volumes import WHOLE_BOOK, report_book, volumes_of
from build_scripts.publish.site import Site


@dataclass(frozen=True, slots=True)
class BookLink:
    """A book of several reports: its ``path`` from docs/, what sets it off from others in both languages, how
    many reports it has, and whether it is the one of the whole site.
    """

    path: str
    label: tuple[str, str]
    reports: int
    whole: bool = False


def can_make_books() -> bool:
    """Whether the library for it is there: it is an extra, ``duizhao[books]``."""
    return find_spec("ebooklib") is not None


def book_links(site: Site, folder: str, by_year: bool, theme_id: str) -> tuple[BookLink, ...]:
    """The books of a theme, or of the site for an empty id; nothing without a folder.

    ``by_year``: whether there are books of all reports by years.
    """
    return tuple(
        BookLink(f"{folder}/{volume.path}", volume.label, len(volume.reports), volume.path == WHOLE_BOOK)
        for volume in (volumes_of(site, theme_id, by_year) if folder else ())
    )


def book_path(site: Site, folder: str, report_id: str) -> str:
    """The book of a report, from docs/; empty where there is none."""
    return f"{folder}/{report_book(report_id)}" if folder and report_id in site.reports else ""
