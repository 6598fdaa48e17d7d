"""Which books there are besides one of each report: of the whole site, and of each theme.

A book of thousands of reports opens slowly or not at all, and is made anew whenever one of them changes;
and each book that holds a report costs its ten kilobytes once more. So a site of up to :data:`MOST` reports
has one book of everything and one of each theme. A larger one has a book of its newest reports, and one of
the newest of each theme. All are in its books by years, where these are wanted (``books_by_year``): a year of
more than :data:`MOST` in parts that begin with its oldest, so that a new report changes the last alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from build_scripts.publish.site import Report, Site, year_of

T = TypeVar("T")

MOST = 200
"""Reports in a book: some two megabytes."""

NEWEST = 50
"""Reports in the book of a theme on a site with more than :data:`MOST`."""

WHOLE = ""
"""In place of a theme: the whole site."""

WHOLE_BOOK, NEWEST_BOOK, YEARS = "all.epub", "newest.epub", "years"
OTHER = ("其他报告", "Other reports")


@dataclass(frozen=True, slots=True)
class Volume:
    """A book of several reports: its ``path`` below the folder of books, and its reports, newest first.

    ``theme`` is the id of its theme, :data:`WHOLE` that of none; ``newest`` says that it has not all of them.
    ``year`` and ``part`` are empty and 0 where it is not ``divided``.
    """

    path: str
    theme: str
    reports: tuple[str, ...]
    divided: bool = False
    year: str = ""
    part: int = 0
    newest: bool = False

    @property
    def label(self) -> tuple[str, str]:
        """What tells it from the other books of its theme, in both languages; empty where there is one."""
        if self.newest:
            return ("最新报告", "Newest reports")
        if not self.divided:
            return ("", "")
        part = f" ({self.part})" if self.part else ""
        return (f"{self.year or '日期不详'}{part}", f"{self.year or 'Undated'}{part}")


def report_book(report_id: str) -> str:
    """Where the book of a report lies below the folder of books.

    >>> report_book("yunxi")
    'reports/yunxi.epub'
    """
    return f"reports/{report_id}.epub"


def volumes(site: Site, by_year: bool = False, most: int = MOST, newest: int = NEWEST) -> tuple[Volume, ...]:
    """All books of several reports; for the arguments see :func:`volumes_of`."""
    themes = [volume for theme in site.themes for volume in volumes_of(site, theme, by_year, most, newest)]
    return (*volumes_of(site, WHOLE, by_year, most, newest), *themes)


def volumes_of(
    site: Site, theme_id: str, by_year: bool = False, most: int = MOST, newest: int = NEWEST
) -> tuple[Volume, ...]:
    """The books of a theme, or of :data:`WHOLE`.

    Args:
        site: the data of the site.
        theme_id: which.
        by_year: whether a large site has books of all its reports by years as well.
        most: so many reports a site may have to be large in no book.
        newest: so many are in the book of a theme on a larger one.
    """
    small = len(site.reports) <= most
    if theme_id != WHOLE:
        theme = site.themes.get(theme_id)
        names = [name for name in theme.reports if name in site.reports] if theme else []
        return tuple(_newest(f"themes/{theme_id}.epub", theme_id, names, most if small else newest))
    names = [report.id for report in site.newest_first()]
    years = _by_year(names, site, most) if by_year and not small else ()
    return (*_newest(WHOLE_BOOK if small else NEWEST_BOOK, WHOLE, names, most), *years)


def _newest(path: str, theme: str, names: Sequence[str], most: int) -> Iterator[Volume]:
    """The book of these reports, which come newest first, or of the first of them."""
    if names:
        yield Volume(path, theme, tuple(names[:most]), newest=len(names) > most)


def _by_year(names: Sequence[str], site: Site, most: int) -> Iterator[Volume]:
    """The books of these reports, which come newest first."""
    for year, group in _grouped(names, lambda name: year_of(site.reports[name].date)).items():
        oldest = group[::-1]
        parts = [oldest[start : start + most] for start in range(0, len(oldest), most)]
        for number, part in reversed(list(enumerate(parts, start=1))):
            several = number if len(parts) > 1 else 0
            name = f"{year or 'undated'}-{several}" if several else year or "undated"
            yield Volume(f"{YEARS}/{name}.epub", WHOLE, tuple(part[::-1]), True, year, several)


def sections(volume: Volume, site: Site) -> list[tuple[tuple[str, str], list[Report]]]:
    """The reports of a book below the headings of its contents: of the whole by theme, of a theme by year.

    A report of several themes stands once, with its first. A heading that would be the only one is empty.
    """
    reports = [site.reports[name] for name in volume.reports]
    if volume.theme != WHOLE:
        found = [(_year(year), group) for year, group in _grouped(reports, _year_of).items()]
    else:
        themes = _grouped(reports, lambda report: next(filter(site.themes.get, report.themes), ""))
        ordered = [name for name in (*site.themes, "") if name in themes]
        found = [(_theme(name, site), themes[name]) for name in ordered]
    return found if len(found) > 1 else [(("", ""), group) for _, group in found]


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """In the order in which keys come first; dates that are none may stand among those without one."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _year_of(report: Report) -> str:
    return year_of(report.date)


def _year(year: str) -> tuple[str, str]:
    return (year or "日期不详", year or "Undated")


def _theme(theme_id: str, site: Site) -> tuple[str, str]:
    theme = site.themes.get(theme_id)
    return (theme.title, theme.title_en) if theme else OTHER
