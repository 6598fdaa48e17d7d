"""The edge to the disk: files are read whole, and written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_if_changed(path: Path, text: str) -> bool:
    """Make ``path`` hold ``text`` (UTF-8, line ends as given); tell whether it had to be written.

    Bytes of a page that are not UTF-8, which ``library.report_texts`` reads as surrogates, come back as
    they were (Law 2).

    Written to a temporary file beside it and renamed, so that a crash at any moment leaves the old
    file or the new one, whole (Law 3). An unchanged file is not touched: a watcher sees no event.

    Raises:
        OSError: the folder cannot be written to; nothing on disk has changed then.
    """
    data = text.encode("utf-8", errors="surrogateescape")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes the file private; a page keeps the rights it had, a new one gets the usual ones.
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
