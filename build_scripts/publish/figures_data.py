"""The figures of all reports, written for those who show them: pages, browser, downloads.

.duizhao/figures.json            what the page of figures shows without a script
.duizhao/figures/ID.json         the figures of a report, for the list at its end
docs/assets/data/figures/*       the table, in chunks that the browser loads
docs/assets/downloads/figures.*  all of it, as CSV and JSON, zipped
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from build_scripts.annotate.figures.gathering import (
    Disagreement,
    Indicator,
    Reported,
    Series,
    disagreements,
    gather_figures,
    series,
)
from build_scripts.annotate.figures.model import Figure
from build_scripts.annotate.figures.rows import FigureRow, by_report, report_of, rows_of
from build_scripts.annotate.figures.units import unit_english
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.themes import Theme
from build_scripts.exchange.figures import write_csv, write_json
from build_scripts.files import write_bytes_if_changed, write_if_changed
from build_scripts.library import DOCS, STATE, Project
from build_scripts.printable import json_line
from build_scripts.publish.figure_chunks import chunk, index, place_in_sentence, plan_chunks
from build_scripts.publish.figures_file import PAGE_SCHEMA, REPORT_SCHEMA
from build_scripts.publish.highlights_data import choose_highlights
from build_scripts.sync.page import Page
from build_scripts.zipped import Write, gzipped, write_zip_if_changed

FIRST = 50
"""So many figures stand on the page itself, those of the newest reports."""
MOST = {"indicators": 60, "disagreements": 30, "charts": 12}
"""So many of each stand on the page; the downloads have all figures."""

Rows = Mapping[str, tuple[FigureRow, ...]]


def write_figures(
    project: Project,
    pages: Mapping[str, Page],
    figures: Mapping[str, Sequence[Figure]],
    themes: Mapping[str, Sequence[str]],
    known: tuple[Lexicon, Sequence[Theme]],
) -> None:
    """Bring all files about figures up to date, and delete those of reports that are gone.

    Args:
        project: the project in whose folders the files go.
        pages: the report pages by their identifiers.
        figures: the figures of each.
        themes: the identifiers of the themes of each.
        known: the glossary, for the English of what is counted, and all themes.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    lexicon, all_themes = known
    rows = {
        name: tuple(rows_of(report_of(name, pages[name], themes.get(name, ())), pages[name], found, lexicon))
        for name, found in sorted(figures.items())
        if not pages[name].blocked
    }
    titles = {theme.id: (theme.title, theme.title_en) for theme in sorted(all_themes, key=lambda one: one.id)}
    _write_folder(project.report_figures, {name: report_data(found) for name, found in rows.items() if found})
    chunks = plan_chunks(rows)
    data = {"index": index(chunks, rows, titles)}
    files = chain(data.items(), ((name, chunk(names, rows)) for name, names in chunks.items()))
    _write_gzipped(project.figure_chunks, files)
    page = page_data(rows, lexicon)
    page["downloads"] = _write_downloads(project, rows)
    write_if_changed(project.figure_data, json.dumps(page, ensure_ascii=True, indent=1) + "\n")


def _write_folder(folder: Path, files: Mapping[str, Any]) -> None:
    """Make a folder hold these JSON files and no other."""
    for name, value in files.items():
        write_if_changed(folder / f"{name}.json", json_line(value) + "\n", again=True)
    for path in sorted(folder.glob("*.json")):
        if path.stem not in files:
            path.unlink()


def _write_gzipped(folder: Path, files: Iterable[tuple[str, Any]]) -> None:
    """Make a folder hold these JSON files, each compressed, and no other."""
    written = set()
    for name, value in files:
        path = folder / f"{name}.json.gz"
        write_bytes_if_changed(path, gzipped(f"{json_line(value)}\n".encode()), again=True)
        written.add(path)
    for path in sorted(folder.glob("*.json*")):
        if path not in written:
            path.unlink()


def _write_downloads(project: Project, rows: Rows) -> list[dict[str, Any]]:
    ordered = [row for name in by_report(rows) for row in rows[name]]
    writers = {"csv": write_csv, "json": write_json}
    made = []
    for kind, write in writers.items():
        path = project.downloads / f"figures.{kind}.zip"
        write_zip_if_changed(path, project.root / STATE, partial(_put, write(ordered)))
        shown = path.relative_to(project.root / DOCS).as_posix()
        made.append({"format": kind, "path": shown, "bytes": path.stat().st_size})
    return made


def _put(pieces: Iterable[str], put: Write) -> None:
    for piece in pieces:
        put(piece)


def report_data(rows: Sequence[FigureRow]) -> dict[str, Any]:
    """What the list at the end of a report shows."""
    return {"schema": REPORT_SCHEMA, "rows": [row_data(row, texts=False) for row in rows]}


def row_data(row: FigureRow, texts: bool = True) -> dict[str, Any]:
    """A row for a page, without its empty fields; ``texts``: with its sentence and its English."""
    figure = row.figure
    data: dict[str, Any] = {
        "report": row.report.id,
        "anchor": row.paragraph.anchor,
        "text": figure.text,
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "label": figure.label,
        "label_en": row.counts_en,
        "per": figure.per,
        "change": figure.change,
        "period": figure.period.iso if figure.period.start else "",
        "period_text": figure.period.text,
        "basis": figure.period.basis,
        "place": figure.place,
        "near": figure.near,
        "approx": figure.approx,
    }
    if texts:
        data |= {
            "sentence": row.sentence,
            "at": len(place_in_sentence(row)),
            "en": row.paragraph.en,
            "status": row.paragraph.status,
            "machine": row.paragraph.machine,
        }
    return {key: value for key, value in data.items() if value}


def page_data(rows: Rows, lexicon: Lexicon) -> dict[str, Any]:
    """What the page of figures shows without a script, and what can be compared."""
    found = {(name, row.figure): row for name, members in rows.items() for row in members}
    indicators = gather_figures({name: [row.figure for row in members] for name, members in rows.items()})
    shared = sorted(
        (one for one in indicators if one.reports > 1),
        key=lambda one: (-one.reports, -len(one.figures), one.label),
    )
    dates = {name: members[0].report.date for name, members in rows.items() if members}
    conflicts = list(disagreements(indicators, dates))
    charts = sorted(series(indicators), key=lambda one: (-len(one.figures), one.label, one.year, one.place))

    def lines(reported: Iterable[Reported]) -> list[dict[str, Any]]:
        return [row_data(found[one.report, one.figure]) for one in reported]

    newest = (row for name in by_report(rows) for row in rows[name])
    return {
        "schema": PAGE_SCHEMA,
        "total": len(found),
        "reports": sum(1 for members in rows.values() if members),
        "first": [row_data(row) for row in islice(newest, FIRST)],
        "indicators": [_indicator(one, lexicon) for one in shared[: MOST["indicators"]]],
        "disagreements": [
            {**_named(one, lexicon), "place": one.place, "rows": lines(one.figures)}
            for one in conflicts[: MOST["disagreements"]]
        ],
        "disagreements_total": len(conflicts),
        "highlights": [
            [{**row_data(one.row), "en": one.english} for one in group]
            for group in choose_highlights(rows, shared)
        ],
        "charts": [
            {**_named(one, lexicon), "year": one.year, "place": one.place, "rows": lines(one.figures)}
            for one in charts[: MOST["charts"]]
        ],
    }


def _named(one: Indicator | Disagreement | Series, lexicon: Lexicon) -> dict[str, Any]:
    term = lexicon.by_zh.get(one.label)
    english = term.en if term else ""
    return {"label": one.label, "label_en": english, "unit": one.unit, "unit_en": unit_english(one.unit)}


def _indicator(one: Indicator, lexicon: Lexicon) -> dict[str, Any]:
    return {**_named(one, lexicon), "figures": len(one.figures), "reports": one.reports}
