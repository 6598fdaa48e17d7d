"""Markdown in, HTML out: each gold/NAME.md is a page, gold/NAME.html what readers get of it.

The inputs are read by people, too: report.md shows every kind of unit, hostile.md every way to smuggle
HTML in, malformed.md damaged markers. `make gold` writes the results anew; read the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
PAGES = sorted(path.stem for path in GOLD.glob("*.md"))
ANNOTATED = {"pinyin"}


@pytest.mark.gold
@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, render: Any, gold: Callable[[Path, str], None]) -> None:
    text = (GOLD / f"{name}.md").read_text("utf-8")
    html = render.html(text, render.context(annotated=name in ANNOTATED))
    gold(GOLD / f"{name}.html", html + "\n")
