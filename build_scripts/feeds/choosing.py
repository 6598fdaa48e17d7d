"""What the feeds say of the newest reports: the beginning of the text, in both languages.

``.duizhao/feeds.json`` (``duizhao.feeds/1``), written by the pipeline, which alone has the pages.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.publish.english import plain_english
from build_scripts.publish.tolerant import document, entries, text
from build_scripts.sync.marks import Status, effective
from build_scripts.sync.page import Page

SCHEMA = "duizhao.feeds/1"

NEWEST = 50
"""Reports in a feed."""

_LONGEST_ZH, _LONGEST_EN = 140, 400
_SENTENCE_ENDS = "。！？"


@dataclass(frozen=True, slots=True)
class Summary:
    """The beginning of a report in both languages; ``machine``: the English is a machine's."""

    zh: str = ""
    en: str = ""
    machine: bool = False


def feed_data(pages: Mapping[str, Page], themes: Collection[Sequence[str]]) -> dict[str, Any]:
    """The data in the form of the schema.

    Args:
        pages: the report pages by their id.
        themes: the reports of each theme, newest first.
    """
    by_date = sorted(sorted(pages), key=lambda name: pages[name].front.text("date"), reverse=True)
    chosen = {name for names in (by_date, *themes) for name in names[:NEWEST] if name in pages}
    return {"schema": SCHEMA, "summaries": {name: _row(summary(pages[name])) for name in sorted(chosen)}}


def _row(found: Summary) -> dict[str, Any]:
    return {"zh": found.zh, "en": found.en, "machine": found.machine}


def parse_feed_data(source: str) -> Mapping[str, Summary]:
    """The summaries by report; none for anything that is not such a file."""
    data = document(source, SCHEMA)
    if data is None:
        return {}
    return {
        name: Summary(text(row.get("zh")), text(row.get("en")), row.get("machine") is True)
        for name, row in entries(data, "summaries")
    }


def summary(page: Page) -> Summary:
    """The first paragraph of a page, shortened."""
    unit = next((unit for unit in page.live_units if unit.role == "paragraph"), None)
    if unit is None:
        return Summary()
    english = plain_english(unit.en) if unit.en else ""
    mark = effective(unit.mark, unit.en)
    machine = bool(english) and Status.MACHINE in (mark.status, mark.prior)
    return Summary(shortened_chinese(unit.zh), shortened_english(english), machine)


def shortened_chinese(text: str, most: int = _LONGEST_ZH) -> str:
    """The sentences of ``text`` that fit into ``most`` characters, or as many characters of the first one.

    >>> shortened_chinese("村里修了路。路通了。", 7), shortened_chinese("村里修了路", 3)
    ('村里修了路。', '村里修…')
    """
    if len(text) <= most:
        return text
    end = max(text.rfind(sign, 0, most) for sign in _SENTENCE_ENDS) + 1
    return text[:end] if end else f"{text[:most]}…"


def shortened_english(text: str, most: int = _LONGEST_EN) -> str:
    """The sentences of ``text`` that fit into ``most`` characters, or as many words of a long first one.

    >>> shortened_english("A road was built. It is open.", 20), shortened_english("A road was built.", 8)
    ('A road was built.', 'A road…')
    """
    if len(text) <= most:
        return text
    end = max(text.rfind(sign, 0, most) for sign in (". ", "? ", "! ")) + 1
    if end > most // 3:  # not at an abbreviation near the beginning
        return text[:end]
    return f"{text[:most].rpartition(' ')[0] or text[:most]}…"
