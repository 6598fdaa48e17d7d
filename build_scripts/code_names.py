"""What each code is called in Chinese: ``build_scripts/data/codes.zh.toml``, one entry a code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "codes.zh.toml"


@dataclass(frozen=True, slots=True)
class ChineseName:
    """The Chinese ``name`` of a code, and what it says in a sentence or two."""

    name: str
    text: str


NONE = ChineseName("", "")
"""For a code without an entry: a fault of the program that a test finds, no reason to stop a build."""


@lru_cache(maxsize=1)
def chinese_names() -> Mapping[str, ChineseName]:
    """All of them, by code.

    Example:
        >>> chinese_names()["C010"].name
        '段落断裂'
    """
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {code: ChineseName(entry["name"], entry["text"]) for code, entry in entries.items()}


def chinese_name(code: str) -> ChineseName:
    """That of one code, or :data:`NONE`."""
    return chinese_names().get(code, NONE)
