"""Texts and files compressed, the same bytes for the same content: no time, no rights, no machine.

A ZIP file opens with a double click on every desktop, and programs (pandas, ``unzip -p``) read it as it is.
The texts of a corpus shrink to a third, the table of figures, which repeats its sentences, to a tenth.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_scripts.files import move_if_changed

Result = TypeVar("Result")

Write = Callable[[str], object]
"""Takes the next piece of the text."""

LEVEL = 6
"""How hard zlib tries, of 9."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP file can name."""

_RIGHTS = 0o644 << 16
_AT_ONCE = 1 << 16
"""So many characters are compressed at once."""


def deflated(data: bytes, level: int = LEVEL) -> bytes:
    """Data compressed, without any head: what lies in ZIP and gzip files.

    >>> zlib.decompress(deflated("茶山".encode()), -zlib.MAX_WBITS).decode()
    '茶山'
    """
    work = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return work.compress(data) + work.flush()


def entry(name: str, kind: int = ZIP_DEFLATED) -> ZipInfo:
    """The head of a file in a ZIP file: a time and rights that are the same on every machine.

    Args:
        name: of the file.
        kind: how it is compressed, ``ZIP_DEFLATED`` or ``ZIP_STORED``.
    """
    info = ZipInfo(name, _EPOCH)
    info.compress_type, info.create_system, info.external_attr = kind, 3, _RIGHTS
    return info


@contextmanager
def zipped(path: Path) -> Iterator[Write]:
    """Write a ZIP file that holds one text, as UTF-8, under the name of the file without its ``.zip``.

    ``path`` is overwritten and not whole before the end; :func:`write_zip_if_changed` brings it into place.

    Raises:
        OSError: the folder cannot be written to.
    """
    waiting: list[str] = []
    size = 0
    with (
        ZipFile(path, "w", compresslevel=LEVEL) as archive,
        # How long the text is shows only at its end; without this, one of more than 2 GB would fail there.
        archive.open(entry(path.stem), "w", force_zip64=True) as end,
    ):

        def write(piece: str) -> None:
            nonlocal size
            waiting.append(piece)
            size += len(piece)
            if size >= _AT_ONCE:
                end.write("".join(waiting).encode("utf-8"))
                waiting.clear()
                size = 0

        yield write
        end.write("".join(waiting).encode("utf-8"))


def write_zip_if_changed(path: Path, drafts: Path, text: Callable[[Write], Result]) -> Result:
    """Make ``path``, such as ``figures.csv.zip``, hold a text; a file that is the same is not touched.

    Args:
        path: the ZIP file.
        drafts: a folder on the same disk, in which the file is made; it holds nothing of that name.
        text: writes the text piece by piece.

    Returns:
        What ``text`` gives.

    Raises:
        OSError: a folder cannot be written to. The file at ``path`` is whole all the same.
    """
    drafts.mkdir(parents=True, exist_ok=True)
    draft = drafts / path.name
    try:
        with zipped(draft) as write:
            result = text(write)
        move_if_changed(draft, path)
        forget_unzipped(path)
    finally:
        draft.unlink(missing_ok=True)
    return result


_GZIP_HEAD = b"\x1f\x8b\x08\x00" + b"\x00" * 5 + b"\xff"
"""Deflate, no name, no time, an unknown system: the gzip module writes that on which it runs."""


def gzipped(data: bytes, level: int = LEVEL) -> bytes:
    """Data as a gzip file, which browsers can open (``DecompressionStream``).

    >>> import gzip
    >>> gzip.decompress(gzipped("茶山".encode())).decode()
    '茶山'
    """
    end = struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return _GZIP_HEAD + deflated(data, level) + end


def forget_unzipped(path: Path) -> None:
    """Delete what an earlier version wrote as ``figures.csv`` where there is ``figures.csv.zip`` now."""
    path.with_suffix("").unlink(missing_ok=True)
