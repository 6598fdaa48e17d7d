"""TMX 1.4, translation memory: pairs of Chinese and English, and nothing that is not translated.

Written here in a stream (the site offers that of the whole corpus), read with translate-toolkit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from build_scripts import __version__
from build_scripts.exchange.addresses import identifier, read_identifier
from build_scripts.exchange.escaping import shown, unshown
from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.lines import SAID
from build_scripts.exchange.outline import outline
from build_scripts.exchange.rows import Returned, Row, Said
from build_scripts.exchange.toolkit import parsed
from build_scripts.exchange.xml_text import attribute, element
from build_scripts.sync.marks import Status

TRANSLATED = (Status.MACHINE, Status.HUMAN, Status.REVIEWED)
"""What is a translation of the Chinese beside it. Stale English translates another Chinese."""

# No date: the same pages give the same file.
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="duizhao" creationtoolversion="{__version__}" segtype="paragraph" o-tmf="duizhao" \
adminlang="en" srclang="zh-CN" datatype="plaintext"/>
<body>
"""
FOOT = "</body>\n</tmx>\n"
_STATUS = "x-duizhao-status"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def in_memory(row: Row) -> bool:
    """Whether a row has a place in a translation memory."""
    return row.status in TRANSLATED and bool(row.en.strip())


def write_tmx(rows: Iterable[Row]) -> Iterator[str]:
    """The file unit by unit; rows without a translation are left out."""
    yield HEAD
    yield from (tmx_unit(row) for row in rows if in_memory(row))
    yield FOOT


def tmx_unit(row: Row) -> str:
    """One unit between :data:`HEAD` and :data:`FOOT`."""
    lines = (
        f"<tu {attribute('tuid', identifier(row))}>",
        element("prop", row.status, f'type="{_STATUS}"'),
        element("prop", row.role, 'type="x-duizhao-role"'),
        element("prop", shown(f"{row.path}:{row.line}"), 'type="x-duizhao-place"'),
        f'<tuv xml:lang="zh-CN">{element("seg", shown(row.zh))}</tuv>',
        f'<tuv xml:lang="en">{element("seg", shown(row.en))}</tuv>',
        "</tu>",
    )
    return "".join(f"{line}\n" for line in lines)


def read_tmx(data: bytes, path: str) -> list[Returned]:
    """The units of a file that have a Chinese and an English side; the first of each counts.

    Raises:
        Dangerous: it declares entities.
        Unreadable: it is no such file.
        ToolkitMissing: translate-toolkit is not installed.
    """
    seen = outline(data, "tu")
    if seen.root != "tmx" or "body" not in seen.elements:
        raise Unreadable(f"no TMX but “{seen.root}”", 1)
    units = parsed("tmx", "tmxfile", data).units
    if len(units) != len(seen.lines):
        raise Unreadable("its units are not of the format's namespace", 1)
    found = (_returned(unit, path, line) for unit, line in zip(units, seen.lines, strict=True))
    return [row for row in found if row is not None]


def _returned(unit: Any, path: str, line: int) -> Returned | None:
    chinese = english = None
    for node in unit.getlanguageNodes():
        # TMX 1.1 had "lang".
        language = (node.get(_LANG) or node.get("lang") or "").casefold()
        if chinese is None and language.startswith("zh"):
            chinese = unit.getNodeText(node)
        elif english is None and language.startswith("en"):
            english = unit.getNodeText(node)
    if chinese is None or english is None:
        return None
    address, base = read_identifier(unit.xmlelement.get("tuid") or "")
    props = {prop.get("type"): prop.text for prop in unit.xmlelement.iterchildren("prop")}
    said = SAID.get(props.get(_STATUS) or "", Said.NOTHING)
    return Returned(path, line, address, unshown(chinese), unshown(english), base, said)
