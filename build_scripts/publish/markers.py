"""The markers that make the site put something in their place.

    <!-- report ID -->            the head of a report: titles, by-line, themes, progress, view switch
    <!-- related ID -->           its nearest relatives, with reasons
    <!-- reports -->              all reports, newest first; <!-- reports theme=ID --> those of a theme
    <!-- latest 5 -->             the five newest
    <!-- themes -->               the themes with the number of their reports
    <!-- glossary -->             in a glossary file: its entries are enriched
    <!-- glossary-index -->       all terms with pinyin and English
    <!-- cleaning ID -->          how the text of a report was cleaned: raw text and result, line by line
    <!-- codes -->                all codes with what they mean
    <!-- downloads -->            the corpus as files, with what is in them and the licence
    <!-- dashboard -->            how far the translation is, and what the checks found
    <!-- figures -->              the figures of all reports: table, comparisons, downloads

A marker stands alone on its line. Anything else, such as ``<!-- latest many -->``, is no marker and
stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID = r"\w[\w.\-]*"

_FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf" {{0,3}}<!-- {name}{argument} -->[ \t]*")
    for name, argument in {
        "report": rf" (?P<argument>{_ID})",
        "related": rf" (?P<argument>{_ID})",
        "reports": rf"(?: theme=(?P<argument>{_ID}))?",
        "latest": r" (?P<argument>[1-9][0-9]{0,2})",
        "themes": "",
        "glossary": "",
        "glossary-index": "",
        "cleaning": rf" (?P<argument>{_ID})",
        "codes": "",
        "downloads": "",
        "dashboard": "",
        "figures": "",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A well-formed marker: its name and its one argument (empty if it has none)."""

    name: str
    argument: str = ""


def read_marker(line: str) -> Marker | None:
    """The marker that ``line`` is, or None.

    >>> read_marker("<!-- reports theme=renjuhuanjing -->")
    Marker(name='reports', argument='renjuhuanjing')
    >>> read_marker("<!-- latest many -->") is None
    True
    """
    for name, form in _FORMS.items():
        found = form.fullmatch(line)
        if found:
            return Marker(name, found.groupdict().get("argument") or "")
    return None
