"""The table of figures cut into files that a browser loads when it needs them.

``index`` says what is in which chunk; a chunk holds all figures of some reports, with their sentences
and English once. Reports of one year share a chunk until it is full; then they are divided by their
identifiers, so that a new report changes one chunk and the index, and no other file. They are JSON,
compressed (``.json.gz``): a host of files sends them as they are, and the browser opens them.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from build_scripts.annotate.figures.rows import FigureRow, Paragraph, by_report
from build_scripts.annotate.figures.units import unit_english
from build_scripts.publish.figure_names import BASES, CHANGES, EXACTNESS

INDEX_SCHEMA = "duizhao.figures-index/1"
CHUNK_SCHEMA = "duizhao.figures-chunk/1"
FULL = 1500
"""So many figures a chunk may hold, some 100 kB with their texts; a browser takes one by one."""
MOST_CHOICES = 300
"""So many places the choice offers, those with the most figures."""
UNDATED = "undated"

FIELDS = (
    "paragraph",
    "sentence",
    "at",
    "text",
    "value",
    "high",
    "unit",
    "counts",
    "counts_en",
    "action",
    "per",
    "change",
    "start",
    "end",
    "period",
    "basis",
    "place",
    "near",
    "approx",
)
"""The cells of a row: ``paragraph`` and ``sentence`` count from 0, ``at`` is where the figure stands in its
sentence in UTF-16 units, by which browsers count."""


def plan_chunks(rows: Mapping[str, Sequence[FigureRow]]) -> dict[str, list[str]]:
    """The reports of each chunk by its name, the newest year first.

    Args:
        rows: the figures of each report.
    """
    years: dict[str, list[str]] = defaultdict(list)
    for name in by_report(rows):
        years[rows[name][0].report.date[:4] or UNDATED].append(name)
    chunks: dict[str, list[str]] = {}
    for year, names in years.items():
        parts = 1
        while parts * FULL < sum(len(rows[name]) for name in names) and parts < len(names):
            parts *= 2
        found: dict[int, list[str]] = defaultdict(list)
        for name in names:
            found[zlib.crc32(name.encode()) % parts].append(name)
        chunks |= {f"{year}-{part}": found[part] for part in sorted(found)}
    return chunks


def index(
    chunks: Mapping[str, Sequence[str]], rows: Mapping[str, Sequence[FigureRow]], themes: Names
) -> dict[str, Any]:
    """What the browser reads first: what can be chosen, and which chunk has it.

    Args:
        chunks: what :func:`plan_chunks` gives.
        rows: the figures of each report.
        themes: the titles of the themes in both languages by their identifiers.
    """
    units: Counter[str] = Counter()
    places: Counter[str] = Counter()
    listed = []
    for name, reports in chunks.items():
        members = [row for report in reports for row in rows[report]]
        units.update(row.figure.unit for row in members)
        places.update(row.figure.place for row in members if row.figure.place)
        listed.append({"name": name, "rows": len(members), "reports": sorted(reports), **_facets(members)})
    return {
        "schema": INDEX_SCHEMA,
        "total": sum(units.values()),
        "fields": list(FIELDS),
        "changes": {key: list(names) for key, names in CHANGES.items()},
        "exactness": {key: list(names) for key, names in EXACTNESS.items()},
        "bases": {key: list(names) for key, names in BASES.items()},
        "units": [[unit, unit_english(unit), number] for unit, number in _most(units, len(units))],
        "places": [[place, number] for place, number in _most(places, MOST_CHOICES)],
        "themes": [[theme, *names] for theme, names in themes.items()],
        "chunks": listed,
    }


Names = Mapping[str, tuple[str, str]]


def _most(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]


def _facets(rows: Sequence[FigureRow]) -> dict[str, list[str]]:
    """What a chunk has of all that can be chosen."""
    return {
        "units": sorted({row.figure.unit for row in rows}),
        "places": sorted({row.figure.place for row in rows if row.figure.place}),
        "themes": sorted({theme for row in rows for theme in row.report.themes}),
        "years": sorted({year for row in rows for year in years_of(row)}),
    }


def years_of(row: FigureRow) -> Iterable[str]:
    """The years of a figure's time, at most a hundred: those in which it is found."""
    period = row.figure.period
    first, last = period.start[:4] or period.end[:4], period.end[:4] or period.start[:4]
    return (
        []
        if not first
        else [f"{year:04d}" for year in range(int(first), min(int(last), int(first) + 99) + 1)]
    )


def chunk(reports: Sequence[str], rows: Mapping[str, Sequence[FigureRow]]) -> dict[str, Any]:
    """The figures of some reports with all that their rows show."""
    shown: list[dict[str, Any]] = []
    paragraphs: list[dict[str, Any]] = []
    cells: list[list[Any]] = []
    for name in reports:
        report = rows[name][0].report
        shown.append(
            {
                "id": report.id,
                "title": report.title,
                "title_en": report.title_en,
                "machine": report.machine,
                "date": report.date,
                "themes": list(report.themes),
            }
        )
        places: dict[str, int] = {}
        sentences: dict[tuple[str, int], int] = {}
        for row in rows[name]:
            paragraph, start = row.paragraph, row.figure.sentence[0]
            if paragraph.anchor not in places:
                places[paragraph.anchor] = len(paragraphs)
                paragraphs.append({"report": len(shown) - 1, **_texts(paragraph)})
            place = places[paragraph.anchor]
            listed = paragraphs[place]["zh"]
            if (paragraph.anchor, start) not in sentences:
                sentences[paragraph.anchor, start] = len(listed)
                listed.append(row.sentence)
            cells.append(_cells(row, place, sentences[paragraph.anchor, start]))
    return {"schema": CHUNK_SCHEMA, "reports": shown, "paragraphs": paragraphs, "rows": cells}


def _texts(paragraph: Paragraph) -> dict[str, Any]:
    anchor, status = paragraph.anchor, paragraph.status
    return {"anchor": anchor, "zh": [], "en": paragraph.en, "status": status, "machine": paragraph.machine}


def _cells(row: FigureRow, paragraph: int, sentence: int) -> list[Any]:
    figure = row.figure
    return [
        paragraph,
        sentence,
        utf16_length(place_in_sentence(row)),
        figure.text,
        figure.value,
        figure.high,
        figure.unit,
        figure.counts,
        row.counts_en,
        figure.action,
        figure.per,
        figure.change,
        figure.period.start,
        figure.period.end,
        figure.period.text,
        figure.period.basis,
        figure.place,
        int(figure.near),
        figure.approx,
    ]


def place_in_sentence(row: FigureRow) -> str:
    """What stands before a figure in its sentence as it is shown, the white space around it gone."""
    return row.paragraph.zh[row.figure.sentence[0] : row.figure.start].lstrip()


def utf16_length(text: str) -> int:
    """How long a browser takes a text to be.

    >>> utf16_length("一𠀀")
    3
    """
    return len(text) + sum(char > "\uffff" for char in text)
