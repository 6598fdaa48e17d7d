"""The sitemap divided, where it has more addresses than one file may hold.

The protocol (sitemaps.org) allows 50,000 addresses and 50 MB a file; beyond that ``sitemap.xml`` becomes a
list of files. A site of ten thousand reports gets there: places, documents and terms have pages of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from build_scripts.files import write_if_changed

NAME = "sitemap.xml"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1000 * 1000
"""The protocol says 50 MB in one place and 52,428,800 bytes in another: the less."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_INDENT = "\n  "
_ENTRY = re.compile(r"<url>.*?</url>", re.DOTALL)


def divide(
    sitemap: str, site_url: str, addresses: int = MOST_ADDRESSES, size: int = MOST_BYTES
) -> Mapping[str, str]:
    """What takes the place of a sitemap: itself alone where it may stay, else the list and its parts.

    Args:
        sitemap: the text of a sitemap with all addresses.
        site_url: where the site will be; the parts lie there.
        addresses: how many addresses a file may hold.
        size: how many bytes a file may have.
    """
    entries = _ENTRY.findall(sitemap)
    if len(entries) <= addresses and len(sitemap.encode()) <= size:
        return {NAME: sitemap}
    parts = {f"sitemap-{number}.xml": part for number, part in enumerate(_parts(entries, addresses, size), 1)}
    base = site_url.rstrip("/")
    listed = "".join(f"{_INDENT}<sitemap><loc>{escape(f'{base}/{name}')}</loc></sitemap>" for name in parts)
    return {NAME: f"{_HEAD}<sitemapindex {_SPACE}>{listed}\n</sitemapindex>\n", **parts}


def write_sitemap(site: Path, site_url: str) -> None:
    """Divide the sitemap of a finished site if need be.

    The compressed copy that MkDocs lays beside it goes: it holds the date of the build (Law 3), would still
    be the undivided one, and servers compress by themselves.
    """
    path = site / NAME
    path.with_name(f"{NAME}.gz").unlink(missing_ok=True)
    if path.is_file():
        for name, text in divide(path.read_text(encoding="utf-8"), site_url).items():
            write_if_changed(site / name, text)


def _parts(entries: list[str], addresses: int, size: int) -> Iterator[str]:
    frame = len(_part([]).encode())
    part: list[str] = []
    length = frame
    for entry in entries:
        more = len(_part([entry]).encode()) - frame
        if part and (len(part) == addresses or length + more > size):
            yield _part(part)
            part, length = [], frame
        part.append(entry)
        length += more
    yield _part(part)


def _part(entries: list[str]) -> str:
    return f"{_HEAD}<urlset {_SPACE}>{''.join(f'{_INDENT}{entry}' for entry in entries)}\n</urlset>\n"
