"""The figures of the whole corpus as files: CSV for spreadsheets and statistics, JSON for programs.

Both have the columns of :data:`COLUMNS`, one row a figure; the JSON file says of each what it holds.
Law: what :func:`read_csv` gives of a written table is what was written.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from build_scripts.annotate.figures.rows import FigureRow
from build_scripts.exchange.escaping import cell, shown, uncell, unshown
from build_scripts.printable import json_line

SCHEMA = "duizhao.figures/1"

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "report": "identifier of the report",
        "title": "its title",
        "title_en": "the English of the title",
        "date": "its date, ISO 8601; may be empty",
        "address": "page and paragraph, from the root of the site's sources: reports/ID.md#u-…",
        "value": "exact: a decimal, or a fraction such as 1/3; of a percentage the number before the sign",
        "high": "the upper end of a range, else empty",
        "unit": "the unit that value counts (yuan for 万元), in Chinese",
        "unit_en": "the same in English; empty for counters (个, 所 …)",
        "unit_written": "the unit as written",
        "counts": "what is counted: the indicator",
        "counts_en": "the English that the glossary has for it; empty where it has none",
        "action": "the verb by which it came about (新建), may be empty",
        "verb": "the verb of what is said of it (得到提拔), may be empty",
        "per": "each of what it is said of (村均, 每人每年), may be empty",
        "change": "level, share, increase, increase to, decrease, decrease to, or from (the first of two)",
        "start": "begin of its time, ISO 8601 of reduced precision, included; empty where not known",
        "end": "end of its time, included",
        "period": "the time as written",
        "period_basis": "stated, relative (reckoned from the date of the report), carried (named before) or "
        "report (a state of things without a time: the year of the report)",
        "place": "the place it is about",
        "place_basis": "stated beside the figure, or report: the place that the report is about",
        "approximate": "exact, about, over, nearly, at least, at most, under, full or several",
        "hedge": "the words that say so",
        "text": "the figure as written",
        "sentence": "the Chinese sentence",
        "paragraph_en": "the English of its paragraph",
        "en_status": "todo, machine, human, reviewed or stale",
    }
)
"""The columns in order, each with what it holds."""


def record(row: FigureRow) -> dict[str, str]:
    """A figure as plain texts by the names of :data:`COLUMNS`, in their order."""
    figure, report, paragraph = row.figure, row.report, row.paragraph
    values = (
        report.id,
        report.title,
        report.title_en,
        report.date,
        f"reports/{report.id}.md#{paragraph.anchor}",
        figure.value,
        figure.high,
        figure.unit,
        row.unit_en,
        figure.written,
        figure.counts,
        row.counts_en,
        figure.action,
        figure.verb,
        figure.per,
        figure.change,
        figure.period.start,
        figure.period.end,
        figure.period.text,
        figure.period.basis,
        figure.place,
        ("stated" if figure.near else "report") if figure.place else "",
        figure.approx,
        figure.hedge,
        figure.text,
        row.sentence,
        paragraph.en,
        paragraph.status,
    )
    return dict(zip(COLUMNS, values, strict=True))


_AT_ONCE = 500


def write_csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    """The table piece by piece: a byte-order mark, by which spreadsheets see UTF-8, and no cell a formula."""
    yield "\ufeff" + _lines([COLUMNS])
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        yield _lines([cell(text) for text in _harmless(record(row).values())] for row in some)


def _harmless(values: Iterable[str]) -> Iterable[str]:
    """The texts of a row with what does not survive as numbers: looked for in all at once, as it is rare."""
    texts = list(values)
    joined = "".join(texts)
    return texts if shown(joined) == joined else map(shown, texts)


def read_csv(text: str) -> list[dict[str, str]]:
    """The records of a table that :func:`write_csv` wrote."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    return [{name: unshown(uncell(value)) for name, value in line.items()} for line in reader]


LICENCE = "The licence of the site's texts holds for this file too; the page of figures names it."


def write_json(rows: Iterable[FigureRow]) -> Iterator[str]:
    """The file piece by piece: schema, licence, what the fields hold, and one figure a line."""
    head = {"schema": SCHEMA, "licence": LICENCE, "fields": dict(COLUMNS)}
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "figures": ['
    comma = ""
    for row in rows:
        yield f"{comma}\n  {json_line(record(row))}"
        comma = ","
    yield "\n ]\n}\n"


def _lines(table: Iterable[Iterable[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(table)
    return stream.getvalue()
