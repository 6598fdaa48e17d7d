"""The figures of the whole corpus as files: CSV for spreadsheets and statistics, JSON for programs.

Both have the columns of :data:`COLUMNS`, one row a figure, and JSON says of each what it holds. The table
repeats what a report and a paragraph say beside each of their figures; JSON says it once
(:data:`BY_REPORT`, :data:`BY_PARAGRAPH`).
Law: what :func:`read_csv` and :func:`read_json` give of what was written is the records that were written.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from build_scripts.annotate.figures.rows import FigureRow
from build_scripts.exchange.escaping import cell, may_be_formula, shown, uncell, unshown
from build_scripts.printable import json_line

SCHEMA = "duizhao.figures/2"

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

BY_REPORT = ("title", "title_en", "date")
"""What all figures of a report have in common."""

BY_PARAGRAPH = ("paragraph_en", "en_status")
"""What all figures of a paragraph have in common."""

_APART = (*BY_REPORT, *BY_PARAGRAPH)
_OWN = tuple((name, place) for place, name in enumerate(COLUMNS) if name not in _APART)


def record(row: FigureRow) -> dict[str, str]:
    """A figure as plain texts by the names of :data:`COLUMNS`, in their order."""
    return dict(zip(COLUMNS, _values(row), strict=True))


def _values(row: FigureRow) -> tuple[str, ...]:
    figure, report, paragraph = row.figure, row.report, row.paragraph
    return (
        report.id,
        report.title,
        report.title_en,
        report.date,
        _address(row),
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


def _address(row: FigureRow) -> str:
    return f"reports/{row.report.id}.md#{row.paragraph.anchor}"


_AT_ONCE = 500


def write_csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    """The table piece by piece: a byte-order mark, by which spreadsheets see UTF-8, and no cell a formula."""
    yield "\ufeff" + _lines([COLUMNS])
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        yield _lines(map(_cells, some))


def _cells(row: FigureRow) -> Iterable[str]:
    """The texts of a row, harmless: what is rare is looked for in all of them at once.

    The line ends between them, behind which any text may begin, are none of the signs that are looked for.
    """
    texts = _values(row)
    joined = "\n".join(texts)
    if shown(joined) != joined:
        texts = tuple(map(shown, texts))
    return map(cell, texts) if may_be_formula(joined) else texts


def read_csv(text: str) -> list[dict[str, str]]:
    """The records of a table that :func:`write_csv` wrote."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    return [{name: unshown(uncell(value)) for name, value in line.items()} for line in reader]


LICENCE = "The licence of the site's texts holds for this file too; the page of figures names it."


def write_json(rows: Iterable[FigureRow]) -> Iterator[str]:
    """The file piece by piece: schema, licence, what the fields hold, then one entry a line.

    ``reports`` has those of the figures by their identifier, ``paragraphs`` theirs by their address, and
    ``figures`` the figures, each with ``report`` and ``address``. Empty fields are left out.
    """
    known = list(rows)
    head = {"schema": SCHEMA, "licence": LICENCE, "fields": _fields()}
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ","
    yield from _table("reports", _apart(known, lambda row: row.report.id, BY_REPORT))
    yield from _table("paragraphs", _apart(known, _address, BY_PARAGRAPH))
    yield '\n "figures": ['
    comma = ""
    for row in known:
        values = _values(row)
        yield f"{comma}\n  {json_line({name: values[at] for name, at in _OWN if values[at]})}"
        comma = ","
    yield "\n ]\n}\n"


def _fields() -> dict[str, dict[str, str]]:
    """What the fields of each table hold; an empty one is left out of an entry."""
    return {
        "reports": {name: COLUMNS[name] for name in BY_REPORT},
        "paragraphs": {name: COLUMNS[name] for name in BY_PARAGRAPH},
        "figures": {name: COLUMNS[name] for name, _ in _OWN},
    }


def _apart(
    rows: Iterable[FigureRow], key: Callable[[FigureRow], str], fields: Sequence[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """What is common to the figures with the same ``key``, by that, each once."""
    seen: set[str] = set()
    columns = [(name, place) for place, name in enumerate(COLUMNS) if name in fields]
    for row in rows:
        name = key(row)
        if name not in seen:
            seen.add(name)
            values = _values(row)
            yield name, {field: values[at] for field, at in columns if values[at]}


def _table(name: str, entries: Iterable[tuple[str, dict[str, str]]]) -> Iterator[str]:
    yield f'\n "{name}": {{'
    comma = ""
    for key, entry in entries:
        yield f"{comma}\n  {json_line(key)}: {json_line(entry)}"
        comma = ","
    yield "\n },"


def read_json(text: str) -> list[dict[str, str]]:
    """The records of a file that :func:`write_json` wrote, each whole again."""
    data = json.loads(text)
    whole = (
        data["reports"][figure["report"]] | data["paragraphs"][figure["address"]] | figure
        for figure in data["figures"]
    )
    return [{name: found.get(name, "") for name in COLUMNS} for found in whole]


def _lines(table: Iterable[Iterable[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(table)
    return stream.getvalue()
