"""The edge to the disk: files are read whole, and written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_if_changed(path: Path, text: str) -> bool:
    """Make ``path`` hold ``text`` (UTF-8, line ends as given); tell whether it had to be written.

    Written to a temporary file beside it and renamed, so that a crash at any moment leaves the old
    file or the new one, whole (Law 3). An unchanged file is not touched: a watcher sees no event.

    Raises:
        OSError: the folder cannot be written to; nothing on disk has changed then.
    """
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # One name for each file: what a killed run leaves behind is overwritten by the next.
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True
