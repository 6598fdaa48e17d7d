"""JSON Lines, schema ``duizhao.units/1``: one object a row, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.rows import Returned, Row, Said
from build_scripts.printable import json_line

SCHEMA = "duizhao.units/1"

SAID = {"reviewed": Said.APPROVED, "human": Said.TRANSLATED, "machine": Said.UNFINISHED}
"""What a status in a column says; a row that had none yet keeps the word ``todo`` when somebody fills it."""


def write_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the file, each with its end."""
    return map(json_unit, rows)


def json_unit(row: Row) -> str:
    """A row as one line, with its end; ``terms`` only where there are any."""
    values: dict[str, Any] = {
        "schema": SCHEMA,
        "address": row.address,
        "role": row.role,
        "zh": row.zh,
        "en": row.en,
        "status": row.status.value,
        "en_hash": row.hash,
        "was": row.was,
        "path": row.path,
        "line": row.line,
    }
    if row.terms:
        values["terms"] = [{"zh": zh, "en": en} for zh, en in row.terms]
    return json_line(values) + "\n"


def read_lines(data: bytes, path: str) -> list[Returned]:
    """The rows of a file; empty lines are passed over.

    Raises:
        Unreadable: it is not UTF-8, or a line is no object of the schema.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable(f"byte {error.start} is not UTF-8", line) from error
    # Not splitlines: JSON may hold U+2028 as it is.
    lines = text.split("\n")
    return [_row(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]


def _row(line: str, path: str, number: int) -> Returned:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise Unreadable(f"no JSON: {reason}", number) from error
    if not isinstance(values, dict):
        raise Unreadable("no JSON object", number)
    if values.get("schema", SCHEMA) != SCHEMA:
        raise Unreadable(f"the schema is not {SCHEMA}", number)
    fields = {key: values.get(key) for key in ("address", "zh", "en", "en_hash", "status")}
    for key, value in fields.items():
        if not isinstance(value, str | None):
            raise Unreadable(f"“{key}” is no text", number)
    if fields["address"] is None and fields["zh"] is None:
        raise Unreadable("neither “address” nor “zh”", number)
    return Returned(
        path,
        number,
        fields["address"] or "",
        fields["zh"] or "",
        fields["en"] or "",
        fields["en_hash"],
        SAID.get(fields["status"] or "", Said.NOTHING),
    )
