"""Which pages the lists of a site take: a page for each term, and further pages for each long list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from build_scripts.publish.list_files import ListPage
from build_scripts.publish.page_names import term_path
from build_scripts.publish.paging import (
    GLOSSARY_INDEX,
    REPORTS,
    REPORTS_INDEX,
    TERMS,
    Paging,
    Parts,
    page_path,
)
from build_scripts.publish.term_data import PAGING as TERM_PAGING

FOLDERS = ("terms", "themes/*", "reports/*", "glossary/*")
"""Where these pages lie, from docs/, as patterns; those of people beside them are left alone."""


def plan_lists(site: Mapping[str, Any]) -> Iterator[ListPage]:
    """The pages that the data of a site (:func:`.site_data.build_site_data`) call for, in a fixed order."""
    titles = ("报告", "Reports")
    yield from _further(REPORTS_INDEX, titles, "reports", len(site["reports"]), REPORTS)
    for name, theme in site["themes"].items():
        titles = (theme["title"], theme["title_en"])
        yield from _further(theme["path"], titles, f"reports theme={name}", len(theme["reports"]), REPORTS)
    titles = ("词汇", "Glossary")
    yield from _further(GLOSSARY_INDEX, titles, "glossary-index", len(site["terms"]), TERMS)
    for name, term in site["terms"].items():
        path, titles = term_path(name), (term["zh"], term["en"])
        yield ListPage(path, *titles, f"<!-- term {name} -->", listed=True)
        yield from _further(path, titles, f"term {name}", term["reports"], TERM_PAGING)


def _further(
    path: str, titles: tuple[str, str], marker: str, total: int, paging: Paging | Parts
) -> Iterator[ListPage]:
    named = page_titles if isinstance(paging, Paging) else part_titles
    for number in range(2, paging.pages(total) + 1):
        title, title_en = named(titles, number)
        yield ListPage(page_path(path, number), title, title_en, f"<!-- {marker} page={number} -->")


def page_titles(titles: Sequence[str], number: int) -> tuple[str, str]:
    """The titles of a further page of a list.

    >>> page_titles(("报告", "Reports"), 2)
    ('报告 · 第2页', 'Reports · page 2')
    """
    chinese, english = titles
    return f"{chinese} · 第{number}页", f"{english} · page {number}" if english else ""


def part_titles(titles: Sequence[str], number: int) -> tuple[str, str]:
    """The titles of a page with older reports; page 2 has the oldest, see :class:`.paging.Parts`.

    >>> part_titles(("网格", "grid"), 2)
    ('网格 · 较早的报告（1）', 'grid · older reports, part 1')
    """
    chinese, english = titles
    return (
        f"{chinese} · 较早的报告（{number - 1}）",
        f"{english} · older reports, part {number - 1}" if english else "",
    )
