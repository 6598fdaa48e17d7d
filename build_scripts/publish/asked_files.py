"""Which files of the site are looked for while a page is rendered."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel


class AskedFiles:
    """The files of the site, remembering which were looked for: ``asked`` has their addresses by path."""

    def __init__(self, files: Files) -> None:
        """``files``: those that answer."""
        self._files = files
        self.asked: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """As :meth:`Files.get_file_from_path`."""
        # Nearly always the path is written as the files have it: then no Path has to be made of it.
        file = self._files.src_uris.get(path) or self._files.get_file_from_path(path)
        self.asked[path] = _address(file)
        return file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


def address(files: Files, path: str) -> str:
    """Where a file is on the site; empty where there is none, or none that is published."""
    return _address(files.get_file_from_path(path))


def _address(file: File | None) -> str:
    return "" if file is None or file.inclusion is InclusionLevel.EXCLUDED else file.url
