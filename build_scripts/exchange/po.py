"""PO, the format of gettext: written here, read with translate-toolkit.

``msgctxt`` is the address, ``#, fuzzy`` stands with what a machine wrote and what is stale, ``#| msgid`` is
the Chinese that stale English still translates. A comment holds the status and the hash of the English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from build_scripts.exchange.addresses import note, read_identifier, read_note
from build_scripts.exchange.escaping import shown, unshown
from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.rows import Returned, Row, Said
from build_scripts.exchange.toolkit import parsed
from build_scripts.sync.marks import Status
from build_scripts.sync.text import unified

# No date: the same pages give the same file.
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: duizhao\\n"
"PO-Revision-Date: \\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: zh_CN\\n"
"X-Generator: duizhao\\n"
"""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"})
_LINE = re.compile(r"on line ([0-9]+)")
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_-]+)")
FUZZY = (Status.MACHINE, Status.STALE, Status.ORPHAN)


def write_po(rows: Iterable[Row]) -> Iterator[str]:
    """The file entry by entry; the header is the first."""
    yield _HEADER
    for row in rows:
        yield "".join(f"{line}\n" for line in _entry(row))


def _entry(row: Row) -> Iterator[str]:
    yield ""
    yield f"#. {row.role}, duizhao: {note(row)}"
    for zh, en in row.terms:
        yield "#. " + shown(f"{zh} = {en}").replace("\n", " ")
    yield f"#: {row.path}:{row.line}"
    if row.status in FUZZY:
        yield "#, fuzzy"
    if row.was:
        yield from (f"#| {line}" for line in _field("msgid", _chinese(row.was)))
    yield from _field("msgctxt", row.address)
    yield from _field("msgid", _chinese(row.zh))
    yield from _field("msgstr", shown(row.en))


def _chinese(text: str) -> str:
    # Old programs of KDE began a comment inside of a msgid like this, and the toolkit still takes it for one.
    return shown(text).replace("_:", "\u27e6U+005F\u27e7:")


def _field(name: str, text: str) -> list[str]:
    lines = [f'"{line.translate(_ESCAPES)}"' for line in text.splitlines(keepends=True)]
    return [f"{name} {lines[0]}"] if len(lines) == 1 else [f'{name} ""', *lines]


def read_po(data: bytes, path: str) -> list[Returned]:
    """The rows of a file; the header and obsolete entries are passed over.

    Raises:
        Unreadable: it is no PO file.
        ToolkitMissing: translate-toolkit is not installed.
    """
    # Our header goes first, so that neither a header that is gone nor one that lies misleads the toolkit,
    # which also takes the line end of the first entry for that of all.
    text = f"{_HEADER}\n{unified(_decoded(data))}"
    before = _HEADER.count("\n") + 1
    try:
        store = parsed("pypo", "pofile", text.encode("utf-8"))
    except Unreadable as error:
        found = _LINE.search(str(error))
        raise Unreadable("no PO file", int(found.group(1)) - before if found else 0) from error
    return [
        _returned(unit, path, unit.line_number - before)
        for unit in store.units
        if not (unit.isheader() or unit.isobsolete() or unit.hasplural())
    ]


def _decoded(data: bytes) -> str:
    """The text of a file: UTF-8, or else what its header names."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        named = _CHARSET.search(data)
        name = named.group(1).decode("ascii") if named else "UTF-8"
        line = data[: error.start].count(b"\n") + 1
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError) as error:
        raise Unreadable(f"no text in the encoding {name}", line) from error


def _returned(unit: Any, path: str, line: int) -> Returned:
    before, base = read_note(unit.getnotes("developer"))
    address, _ = read_identifier(unit.getcontext())
    english = unshown(unit.target)
    said = Said.NOTHING
    if unit.isfuzzy():
        said = Said.UNFINISHED
    elif english.strip() and before in FUZZY:
        said = Said.TRANSLATED
    return Returned(path, line, address, unshown(unit.source), english, base, said)
