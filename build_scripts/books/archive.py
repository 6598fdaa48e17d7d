"""ZIP files that are the same bytes for the same content: no times, no rights, one order.

What another archive holds compressed already is taken over as it is: to compress a hundred chapters once more
for each book that holds them would be most of the work.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from build_scripts.zipped import deflated, entry

_LOCAL_HEADER = 30
_LENGTHS = 26
"""Where a local header says how long the name and the further fields are that follow it."""


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


def packed(archive: ZipFile, name: str) -> Packed:
    """A compressed file of an archive, as it lies there.

    Raises:
        KeyError: there is none of that name.
    """
    info = archive.getinfo(name)
    assert archive.fp is not None and info.compress_type == ZIP_DEFLATED  # open, and written by write_archive
    archive.fp.seek(info.header_offset + _LENGTHS)
    before = sum(struct.unpack("<HH", archive.fp.read(4)))
    archive.fp.seek(info.header_offset + _LOCAL_HEADER + before)
    return Packed(archive.fp.read(info.compress_size), info.CRC, info.file_size)


def write_archive(first: tuple[str, bytes], files: Iterable[tuple[str, Packed]]) -> bytes:
    """An archive of ``files`` in their order, behind ``first``, which is not compressed.

    >>> made = write_archive(("mimetype", b"text/plain"), [("a", Packed.of(b"aaa"))])
    >>> archive = ZipFile(BytesIO(made))
    >>> archive.testzip(), archive.read("a"), packed(archive, "a") == Packed.of(b"aaa")
    (None, b'aaa', True)
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
