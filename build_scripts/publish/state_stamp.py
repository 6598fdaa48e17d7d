"""Whether anything changed at all since the last build, told without reading it.

To ask again what each page asked of the site's data costs milliseconds a page, and a site of ten thousand
reports has tens of thousands of pages. Where every file that the Markdown extension can read is the very file
that it was at the end of the last build, the answers are the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from build_scripts.digests import digest
from build_scripts.publish.extension import DuizhaoExtension

_DATA = ("glossary", "cleaning", "units", "entities", "vocabulary", "progress", "figures", "site_data")
"""The options of the extension that name its files and folders."""

_BESIDE = ("reports", "themes", "terms", "home.json")
"""What it reads beside the data of the site."""


def state_stamp(options: Mapping[str, Any], files: Iterable[File]) -> str:
    """A name for the state of all that pages can ask of.

    Args:
        options: those of the Markdown extension.
        files: of the site: pages ask for their addresses.
    """
    extension = DuizhaoExtension(**options)
    named = {name: Path(extension.getConfig(name)) for name in _DATA}
    beside = (named["site_data"].parent / name for name in _BESIDE)
    places = [*named.values(), named["figures"].with_suffix(""), *beside]
    lines = [line for place in places for line in _states(place)]
    lines += (f"{file.src_uri} {file.url} {file.inclusion.name}" for file in files)
    return digest("\n".join(lines))


def _states(place: Path) -> Iterator[str]:
    """A line for each file: one that was written or replaced has another."""
    if not place.is_dir():
        yield f"{place} {_state(place)}"
        return
    for folder, folders, names in os.walk(place):
        folders.sort()
        for name in sorted(names):
            yield f"{folder}/{name} {_state(Path(folder, name))}"


def _state(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_ino} {found.st_mtime_ns} {found.st_size}"
