"""CSV for spreadsheets: fixed columns, UTF-8 with a byte-order mark, nothing that acts as a formula.

Read back are also the tables that spreadsheets make of it: semicolons or tabs between the cells, a line
``sep=;``, other line ends, columns in another order or left out, UTF-16 and GB18030.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from build_scripts.exchange.escaping import cell, shown, uncell, unshown
from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.lines import SAID
from build_scripts.exchange.rows import Returned, Row, Said
from build_scripts.read.encoding import EncodingError, NotTextError
from build_scripts.read.source import read_source
from build_scripts.sync.text import split_lines

COLUMNS = ("address", "role", "status", "zh", "en", "en_hash", "was", "terms", "place")
"""The columns in the order in which they are written."""

_LARGEST = 2**31 - 1
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_HASH = re.compile(r"#([0-9a-f]{8})?")


def write_sheet(rows: Iterable[Row]) -> Iterator[str]:
    """The table line by line; the first begins with the byte-order mark that Excel needs to see UTF-8."""
    yield "\ufeff" + _line(COLUMNS)
    for row in rows:
        terms = "; ".join(f"{zh} = {en}" for zh, en in row.terms)
        # "#": else a spreadsheet reads 00123456 or 1e234567 as a number.
        values = (
            row.address,
            row.role,
            row.status.value,
            row.zh,
            row.en,
            f"#{row.hash}",
            row.was,
            terms,
            f"{row.path}:{row.line}",
        )
        yield _line([cell(shown(value)) for value in values])


def _line(cells: Iterable[str]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()


def read_sheet(data: bytes, path: str) -> list[Returned]:
    """The rows of a table with at least the columns ``en`` and ``address`` or ``zh``, in any order.

    Raises:
        Unreadable: it is no such table, or its encoding is not to be told.
    """
    text = _decoded(data, path)
    found = _SEPARATOR.match(text)
    body, before = (text[found.end() :], 1) if found else (text, 0)
    header = (split_lines(body) or [""])[0]
    delimiter = found.group(1) if found else max(",;\t", key=header.count)
    csv.field_size_limit(_LARGEST)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    rows: list[Returned] = []
    names: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if names is None:
                names = _names(cells, before + 1)
            elif any(value.strip() for value in cells):
                rows.append(_row(dict(zip(names, cells, strict=False)), path, before + line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"no table: {error}", before + reader.line_num) from error
    if names is None:
        raise Unreadable("the table is empty")
    return rows


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return read_source(data, path).text
    except (EncodingError, NotTextError) as error:
        raise Unreadable(str(error)) from error


def _names(cells: Iterable[str], line: int) -> list[str]:
    names = [value.strip().casefold() for value in cells]
    if "en" not in names or not {"address", "zh"} & set(names):
        raise Unreadable("the first line must name the columns: en, and address or zh", line)
    double = next((name for name in COLUMNS if names.count(name) > 1), "")
    if double:
        raise Unreadable(f"two columns are named {double}", line)
    return names


def _row(cells: Mapping[str, str], path: str, line: int) -> Returned:
    values = {name: unshown(uncell(value)) for name, value in cells.items()}
    base = _HASH.fullmatch(values.get("en_hash", "").strip())
    return Returned(
        path,
        line,
        values.get("address", "").strip(),
        values.get("zh", ""),
        values.get("en", ""),
        (base.group(1) or "") if base else None,
        SAID.get(values.get("status", "").strip(), Said.NOTHING),
    )
