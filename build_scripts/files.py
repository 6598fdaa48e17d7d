"""The edge to the disk: files are read whole, and written whole or not at all."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO


def write_if_changed(path: Path, text: str, *, again: bool = False) -> bool:
    """Make ``path`` hold ``text`` (UTF-8, line ends as given); tell whether it had to be written.

    ``again``: what is written can be made again by the next run, so that it is not forced to the disk. After
    a power failure the file may be damaged, and is mended then; of thousands of files this saves minutes.

    Written to a temporary file beside it and renamed, so that a crash at any moment leaves the old
    file or the new one, whole (Law 3). An unchanged file is not touched: a watcher sees no event.

    Raises:
        OSError: the folder cannot be written to; nothing on disk has changed then.
    """
    return write_bytes_if_changed(path, text.encode("utf-8"), again=again)


def write_bytes_if_changed(path: Path, data: bytes, *, again: bool = False) -> bool:
    """The same for what is no text."""
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = None
    if before == data:
        return False
    _replace(path, [data], forced=not again, there=before is not None)
    return True


def write_pieces_if_changed(path: Path, pieces: Callable[[], Iterable[str]]) -> bool:
    """The same for a text too long to be held in memory at once.

    Args:
        path: the file.
        pieces: makes the pieces of the text; called once to compare and again to write, and must give the
            same both times.

    Raises:
        OSError: as above.
    """
    if path.is_file():
        with path.open("rb") as stream:
            same = all(stream.read(len(data)) == data for data in _encoded(pieces()))
            if same and not stream.read(1):
                return False
    _replace(path, _encoded(pieces()))
    return True


def move_if_changed(new: Path, path: Path) -> bool:
    """Put the file ``new``, on the same disk, in the place of ``path``, unless they are equal; then it goes.

    Raises:
        OSError: as above.
    """
    if path.is_file() and filecmp.cmp(new, path, shallow=False):
        new.unlink()
        return False
    with new.open("rb") as stream:
        os.fsync(stream.fileno())
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(new, path)
    return True


def _encoded(pieces: Iterable[str]) -> Iterable[bytes]:
    return (piece.encode("utf-8") for piece in pieces)


def _replace(path: Path, data: Iterable[bytes], *, forced: bool = True, there: bool | None = None) -> None:
    """``there``: whether there is a file at ``path``, if that is known already."""
    # One name for each file: what a killed run leaves behind is overwritten by the next.
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with _opened(temporary) as stream:
            for piece in data:
                stream.write(piece)
            if forced:
                stream.flush()
                os.fsync(stream.fileno())
        if path.exists() if there is None else there:
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _opened(path: Path) -> BinaryIO:
    """A new file, with its folder if that is missing; of thousands of files few are the first there."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")
