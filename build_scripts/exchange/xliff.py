"""XLIFF 1.2, which every translators' tool reads (2.0 few do): written here, read with translate-toolkit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from build_scripts.exchange.addresses import identifier, note, read_identifier, read_note
from build_scripts.exchange.escaping import shown, unshown
from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.outline import outline
from build_scripts.exchange.rows import Returned, Row, Said
from build_scripts.exchange.toolkit import parsed
from build_scripts.exchange.xml_text import attribute, element
from build_scripts.sync.marks import Status

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
"""
_LANGUAGES = 'source-language="zh-CN" target-language="en" datatype="plaintext"'

STATES = {
    Status.MACHINE: 'state="needs-review-translation" state-qualifier="mt-suggestion"',
    Status.STALE: 'state="needs-adaptation"',
    Status.ORPHAN: 'state="needs-adaptation"',
    Status.HUMAN: 'state="translated"',
    Status.REVIEWED: 'state="final"',
}
"""How a target says its status; what is to be translated has none."""

_FINAL = frozenset({"final", "signed-off"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff(rows: Iterable[Row]) -> Iterator[str]:
    """The file unit by unit, a ``file`` element for each report."""
    yield _HEAD
    empty = True
    for path, group in groupby(rows, key=lambda row: row.path):
        original = attribute("original", shown(path))
        yield f"<file {original} {_LANGUAGES}>\n<body>\n"
        for row in group:
            yield "".join(f"{line}\n" for line in _unit(row))
        yield "</body>\n</file>\n"
        empty = False
    if empty:
        # The format wants one file at least.
        yield f'<file original="docs/reports" {_LANGUAGES}>\n<body>\n</body>\n</file>\n'
    yield "</xliff>\n"


def _unit(row: Row) -> Iterator[str]:
    names = f"{attribute('id', identifier(row))} {attribute('resname', row.address)}"
    approved = "yes" if row.status is Status.REVIEWED else "no"
    yield f'<trans-unit {names} restype="x-{row.role}" approved="{approved}" xml:space="preserve">'
    yield element("source", shown(row.zh))
    if row.status in STATES:
        yield element("target", shown(row.en), STATES[row.status])
    yield '<context-group purpose="location">'
    yield element("context", shown(row.path), 'context-type="sourcefile"')
    yield element("context", str(row.line), 'context-type="linenumber"')
    yield "</context-group>"
    yield element("note", note(row), 'from="duizhao"')
    for zh, en in row.terms:
        yield element("note", shown(f"{zh} = {en}"), 'from="glossary"')
    if row.was:
        yield '<alt-trans origin="duizhao" alttranstype="previous-version" xml:space="preserve">'
        yield element("source", shown(row.was))
        yield element("target", shown(row.en))
        yield "</alt-trans>"
    yield "</trans-unit>"


def read_xliff(data: bytes, path: str) -> list[Returned]:
    """The units of a file of XLIFF 1.1 or 1.2.

    Raises:
        Dangerous: it declares entities.
        Unreadable: it is no such file.
        ToolkitMissing: translate-toolkit is not installed.
    """
    seen = outline(data, "trans-unit")
    if seen.root != "xliff":
        raise Unreadable(f"no XLIFF but “{seen.root}”", 1)
    if seen.version.startswith("2"):
        raise Unreadable(f"XLIFF {seen.version} is not read: save it as XLIFF 1.2", 1)
    if not {"file", "body"} <= seen.elements:
        raise Unreadable("no XLIFF: there is no file with a body in it", 1)
    units = parsed("xliff", "xlifffile", data).units
    if len(units) != len(seen.lines):
        raise Unreadable("its units are not of the format's namespace", 1)
    return [_returned(unit, path, line) for unit, line in zip(units, seen.lines, strict=True)]


def _returned(unit: Any, path: str, line: int) -> Returned:
    made = unit.xmlelement
    # Where a tool has dropped it, it may have made one line of the text; what line ends are left must stay.
    loose = made.get(_SPACE) != "preserve"
    made.set(_SPACE, "preserve")
    address, base = read_identifier(made.get("id") or "")
    if not address:
        address, base = read_identifier(made.get("resname") or "")
    if base is None:
        _, base = read_note(unit.getnotes("duizhao"))
    english = unshown(unit.target or "")
    said = _said(unit, english)
    return Returned(path, line, address, unshown(unit.source or ""), english, base, said, loose)


def _said(unit: Any, english: str) -> Said:
    target = unit.target_dom
    state = target.get("state", "") if target is not None else ""
    if not english.strip():
        return Said.NOTHING
    if unit.xmlelement.get("approved") == "yes" or state in _FINAL:
        return Said.APPROVED
    if state == "translated":
        return Said.TRANSLATED
    return Said.UNFINISHED if state == "new" or state.startswith("needs-") else Said.NOTHING
