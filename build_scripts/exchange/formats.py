"""The formats of the exchange: how each is written and read, and which a file is of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.lines import read_lines, write_lines
from build_scripts.exchange.po import read_po, write_po
from build_scripts.exchange.rows import Returned, Row
from build_scripts.exchange.sheets import read_sheet, write_sheet
from build_scripts.exchange.tmx import read_tmx, write_tmx
from build_scripts.exchange.xliff import read_xliff, write_xliff


@dataclass(frozen=True, slots=True)
class Format:
    """``suffix`` is that of the files it writes; ``read`` takes the bytes of a file and its name."""

    name: str
    suffix: str
    write: Callable[[Iterable[Row]], Iterator[str]]
    read: Callable[[bytes, str], list[Returned]]


FORMATS: Mapping[str, Format] = {
    made.name: made
    for made in (
        Format("po", ".po", write_po, read_po),
        Format("xliff", ".xlf", write_xliff, read_xliff),
        Format("tmx", ".tmx", write_tmx, read_tmx),
        Format("csv", ".csv", write_sheet, read_sheet),
        Format("jsonl", ".jsonl", write_lines, read_lines),
    )
}

_OTHER_SUFFIXES = {
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".tsv": "csv",
    ".txt": "csv",
    ".ndjson": "jsonl",
}
_BY_SUFFIX = {made.suffix: made for made in FORMATS.values()} | {
    suffix: FORMATS[name] for suffix, name in _OTHER_SUFFIXES.items()
}


def read_file(data: bytes, path: str) -> list[Returned]:
    """The rows of a file, whose suffix tells its format.

    Raises:
        Unreadable: the suffix is unknown, or the file is not of its format.
        ToolkitMissing: reading it needs translate-toolkit, which is not installed.
    """
    suffix = PurePath(path).suffix
    made = _BY_SUFFIX.get(suffix.casefold())
    if made is None:
        raise Unreadable(f"files named *{suffix} are not read, but {', '.join(sorted(_BY_SUFFIX))}")
    return made.read(data, path)
