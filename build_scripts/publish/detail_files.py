"""The edge to the data files that one page each reads, below ``.duizhao/``: written, deleted when stale."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from build_scripts.files import write_if_changed

FOLDERS = ("reports", "terms", "themes")
"""The folders that are wholly made of such files."""


def write_details(state: Path, files: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Bring the files up to date; one that is not among ``files`` any more is deleted.

    Args:
        state: the folder ``.duizhao``.
        files: the path of each file below it, without ``.json``, and its data. May be made one by one, so
            that they need not be held in memory.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    written = set()
    for name, data in files:
        path = state / f"{name}.json"
        write_if_changed(path, json.dumps(data, ensure_ascii=False) + "\n", again=True)
        written.add(path)
    for folder in FOLDERS:
        for path in sorted((state / folder).rglob("*.json")):
            if path not in written:
                path.unlink()
