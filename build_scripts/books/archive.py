"""ZIP files that are the same bytes for the same content: no times, no rights, one order.

What another archive holds compressed already is taken over as it is: to compress a hundred chapters once more
for each book that holds them would be most of the work.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from build_scripts.zipped import deflated, entry


@dataclass(frozen=True, slots=True)
class Packed:
    """The content of a file, compressed: its ``data``, and the checksum and the size of what it was."""

    data: bytes
    checksum: int
    size: int

    @classmethod
    def of(cls, content: bytes) -> Packed:
        """Compress ``content``."""
        return cls(deflated(content), zlib.crc32(content), len(content))


class Place(NamedTuple):
    """Where a compressed file lies in an archive: from the byte ``start`` on, ``length`` bytes; and the
    checksum and the size of what it was."""

    start: int
    length: int
    checksum: int
    size: int


def place_of(archive: bytes, content: Packed) -> Place:
    """Where ``content`` lies in an archive that holds it."""
    return Place(archive.index(content.data), len(content.data), content.checksum, content.size)


def packed(file: Path, place: Place) -> Packed:
    """A compressed file of the archive in ``file``, as it lies there; what else it holds is not looked at."""
    with file.open("rb") as archive:
        archive.seek(place.start)
        return Packed(archive.read(place.length), place.checksum, place.size)


def write_archive(first: tuple[str, bytes], files: Iterable[tuple[str, Packed]]) -> bytes:
    """An archive of ``files`` in their order, behind ``first``, which is not compressed.

    >>> made = write_archive(("mimetype", b"text/plain"), [("a", Packed.of(b"aaa"))])
    >>> archive = ZipFile(BytesIO(made))
    >>> archive.testzip(), archive.read("a"), place_of(made, Packed.of(b"aaa")).size
    (None, b'aaa', 3)
    """
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(entry(first[0], ZIP_STORED), first[1])
        for name, content in files:
            _add(archive, stream, entry(name, ZIP_DEFLATED), content)
    return stream.getvalue()


def _add(archive: ZipFile, stream: BytesIO, info: ZipInfo, content: Packed) -> None:
    """What :meth:`ZipFile.writestr` does, but for the compression."""
    info.CRC, info.file_size, info.compress_size = content.checksum, content.size, len(content.data)
    stream.seek(archive.start_dir)
    info.header_offset = archive.start_dir
    stream.write(info.FileHeader(zip64=False))
    stream.write(content.data)
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
    archive.start_dir = stream.tell()
