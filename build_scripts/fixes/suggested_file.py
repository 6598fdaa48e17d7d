"""NAME.fixes.suggested.toml beside a raw document: the program's own file, written and taken away by it."""

from __future__ import annotations

from pathlib import Path

from build_scripts.files import write_if_changed
from build_scripts.fixes.suggest import HEADER, suggestions
from build_scripts.model import CleanDocument
from build_scripts.names import suggested_file


def write_suggestions(path: Path, document: CleanDocument) -> str:
    """Write what would settle the doubts about the document at ``path``, and say so in one line.

    Where nothing is doubtful no file is written, and one of an earlier run is taken away.

    Raises:
        OSError: the folder cannot be written to.
    """
    target = suggested_file(path)
    text = suggestions(document)
    if text:
        write_if_changed(target, text)
        return f"{target.as_posix()}: 已写入建议，请对照原文 · suggestions written"
    if target.is_file() and target.read_text(encoding="utf-8", errors="replace").startswith(HEADER):
        target.unlink()
    return f"{path.as_posix()}: 没有存疑之处，无需建议 · nothing is doubtful, nothing to suggest"
