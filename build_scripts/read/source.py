"""From bytes to text: whether they are text at all, and which encoding they are in."""

from __future__ import annotations

import hashlib

from build_scripts.model import SourceText
from build_scripts.read.encoding import CONTROL, Decoded, decode
from build_scripts.read.encoding import EncodingError as EncodingError
from build_scripts.read.encoding import NotTextError as NotTextError

# First bytes of formats that people drop into the folder by mistake, from their specifications.
_MAGIC = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"Rar!": "a RAR archive",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}


def read_source(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """Decode a raw document that is plain text.

    Args:
        data: the bytes of the file.
        path: the name to report it under, with forward slashes.
        encoding: the encoding a person says it is in; holds against what the bytes look like.

    Returns:
        Its text, a byte-order mark dropped and all else as it stands, with the encoding's name and the
        SHA-256 of ``data``.

    Raises:
        NotTextError: the bytes are an image, an archive or the like.
        EncodingError: it seems to be text, but nothing decodes all of it; or ``encoding`` does not.

    Example:
        >>> read_source("今年全县修通村道三十条，群众都说好。".encode("gb18030"), "a.txt").encoding
        'gb18030'
    """
    refuse_magic(data)
    decoded = decode(data, encoding)
    refuse_binary(decoded)
    return SourceText(path, decoded.text, decoded.encoding, digest(data), findings=decoded.findings)


def digest(data: bytes) -> str:
    """The SHA-256 of ``data``, by which a document is recognised."""
    return hashlib.sha256(data).hexdigest()


def refuse_magic(data: bytes) -> None:
    """Refuse what begins as files of other kinds do.

    Raises:
        NotTextError: naming the kind.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise NotTextError(f"this is {what}, not text")


def refuse_binary(decoded: Decoded) -> None:
    """Refuse what has more control characters than damage explains.

    Raises:
        NotTextError: a few stray NULs are damage that cleaning reports; one in twenty characters is a
            binary file.
    """
    controls = len(CONTROL.findall(decoded.text))
    if controls > max(8, len(decoded.text) // 20):
        raise NotTextError("this is binary data, not text")
