"""What Pagefind wrote, made smaller for the reader: finer pieces of the index, one program for all indexes.

Pagefind cuts an index into pieces of 25 KB, of which a query loads one for each of its words, and a list of
these pieces, which every query loads. Finer pieces make a longer list: see :func:`piece_size`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
"""With this begins what is compressed in a file of Pagefind's."""

ENTRY = 20
"""Bytes that a piece takes in the list of pieces."""

WORDS = 3
"""So many words a query has, for which :func:`piece_size` is best."""


class SearchError(RuntimeError):
    """Pagefind could not make the index, or made another kind of it; the message says what."""


_EXPORTS = re.compile(r"export\s*\{([\w\s,]*)\};?\s*$")


def piece_size(total: int) -> int:
    """The size of pieces at which a query loads least, of an index of ``total`` bytes.

    With ``n`` pieces it loads a list of ``ENTRY * n`` and some ``WORDS`` pieces of ``total / n``.

    >>> piece_size(450_000), piece_size(45_000_000)
    (1732, 17320)
    """
    return max(1000, int((total * ENTRY / WORDS) ** 0.5))


def unpacked(data: bytes) -> Any:
    """The content of a file of Pagefind's."""
    return cbor2.loads(gzip.decompress(data).removeprefix(SIGNATURE))


def packed(content: Any) -> tuple[str, bytes]:
    """A file of Pagefind's with that content, and a name for it: the same content gives the same bytes."""
    data = SIGNATURE + cbor2.dumps(content)
    return sha256(data).hexdigest()[:10], gzip.compress(data, mtime=0)


def divide(folder: Path, pieces: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """Cut the pieces in ``folder`` finer; gives the new list of them.

    Args:
        folder: where the files are.
        pieces: the list in Pagefind's metadata: the first and the last word of each piece, and its name.
        language: what names of pieces begin with.
    """
    files = [folder / f"{name}.pf_index" for _, _, name in pieces]
    size = piece_size(sum(file.stat().st_size for file in files))
    listed: list[list[str]] = []
    for file in files:
        data = file.read_bytes()
        file.unlink()
        for words in _parts(unpacked(data)[0], max(1, round(len(data) / size))):
            name, made = packed([words])
            (folder / f"{language}_{name}.pf_index").write_bytes(made)
            listed.append([words[0][0], words[-1][0], f"{language}_{name}"])
    return listed


def _parts(words: Sequence[Any], count: int) -> Iterator[Sequence[Any]]:
    """The words of a piece in some ``count`` parts of like size; a word is never parted."""
    sizes = [len(cbor2.dumps(word)) for word in words]
    most = sum(sizes) / count
    start, held = 0, 0
    for at, size in enumerate(sizes):
        if held and held + size > most:
            yield words[start:at]
            start, held = at, 0
        held += size
    yield words[start:]


def shared_program(source: str) -> str:
    """Pagefind's program such that one file serves several indexes: ``fresh()`` gives one of its own.

    As it comes, a module of it has room for one WebAssembly, and a browser would load it for each index.

    >>> shared_program("let wasm;const createInstance=()=>wasm;export{createInstance,search};")
    'export function fresh(){let wasm;const createInstance=()=>wasm;return {createInstance};}\\n'

    Raises:
        SearchError: the program does not end as that of the pinned version does.
    """
    exports = _EXPORTS.search(source)
    if exports is None or "createInstance" not in exports[1]:
        raise SearchError("pagefind.js does not end with the export of createInstance: see docs/adr/0025")
    return f"export function fresh(){{{source[: exports.start()]}return {{createInstance}};}}\n"
