"""The markers that make the site put something in their place.

    <!-- report ID -->            the head of a report: titles, by-line, themes, progress, view switch
    <!-- related ID -->           its nearest relatives, with reasons
    <!-- reports -->              all reports, newest first; <!-- reports theme=ID --> those of a theme, with
                                  its telling words and places
    <!-- latest 5 -->             the five newest
    <!-- themes -->               the themes with the number of their reports
    <!-- search -->               a box to search in
    <!-- numbers -->              how many reports, paragraphs, themes and terms there are
    <!-- highlights 4 -->         some figures of the reports, with their sentences
    <!-- top-places 12 -->        the prefectures that most reports name, each with its places
    <!-- glossary -->             in a glossary file: its entries are enriched
    <!-- glossary-index -->       all terms with pinyin and English
    <!-- term ID -->              the page of one term: what it is, when and where it stands
    <!-- cleaning ID -->          how the text of a report was cleaned: raw text and result, line by line
    <!-- codes -->                all codes with what they mean
    <!-- offers -->               the books of all reports, and the feed
    <!-- downloads -->            the corpus as files, with what is in them and the licence
    <!-- entity KIND/ID -->       the page of a place, document … that reports name: what it is, and where
    <!-- entities KIND -->        the list of a kind; <!-- entities KIND/list-2 --> its second page
    <!-- entity-kinds -->         the kinds with the number of their pages
    <!-- dashboard -->            how far the translation is, and what the checks found
    <!-- figures -->              the figures of all reports: table, comparisons, downloads

Of a long list, a marker shows the first page; ``page=2`` at its end, as in ``<!-- reports page=2 -->``, shows
another. Such pages are the program's.

A marker stands alone on its line. Anything else, such as ``<!-- latest many -->``, is no marker and
stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID = r"\w[\w.\-]*"
_PAGE = r"(?: page=(?P<page>[1-9][0-9]{0,6}))?"
_KIND = "(?:places|documents|organisations|formulas|offices)"

_FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf" {{0,3}}<!-- {name}{argument} -->[ \t]*")
    for name, argument in {
        "report": rf" (?P<argument>{_ID})",
        "related": rf" (?P<argument>{_ID})",
        "reports": rf"(?: theme=(?P<argument>{_ID}))?{_PAGE}",
        "latest": r" (?P<argument>[1-9][0-9]{0,2})",
        "themes": "",
        "search": "",
        "numbers": "",
        "highlights": r" (?P<argument>[1-9]|1[0-2])",
        "top-places": r" (?P<argument>[1-9][0-9]?|100)",
        "glossary": "",
        "glossary-index": _PAGE,
        "term": rf" (?P<argument>{_ID}){_PAGE}",
        "cleaning": rf" (?P<argument>{_ID})",
        "codes": "",
        "offers": "",
        "downloads": "",
        "entity": rf" (?P<argument>{_KIND}/{_ID})",
        "entities": rf" (?P<argument>{_KIND}(?:/list-[1-9][0-9]{{0,4}})?)",
        "entity-kinds": "",
        "dashboard": "",
        "figures": "",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A well-formed marker: its name, its one argument (empty if it has none), and which page of a list."""

    name: str
    argument: str = ""
    page: int = 1


def read_marker(line: str) -> Marker | None:
    """The marker that ``line`` is, or None.

    >>> read_marker("<!-- reports theme=renjuhuanjing -->")
    Marker(name='reports', argument='renjuhuanjing', page=1)
    >>> read_marker("<!-- latest many -->") is None
    True
    """
    for name, form in _FORMS.items():
        found = form.fullmatch(line)
        if found:
            parts = found.groupdict()
            return Marker(name, parts.get("argument") or "", int(parts.get("page") or 1))
    return None
