"""Tables set with spaces: rows known by the rows around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import Block, Kind
from build_scripts.clean.rules.invisible import visible
from build_scripts.offsets import text_of

_CELL = re.compile(r"\t+|\s*[|｜]\s*|[ \u3000]{2,}|\u3000")
_FIGURE = re.compile(r"[-+±]?\d[\d.,]*\s*(?:[%％‰]|[万亿]?[\u4e00-\u9fff]{0,3})|[-—–/]+|\d{4}年?")
_CELL_END = re.compile(r"\t+|\s*[|｜]\s*|\s{2,}")
_FIGURES_ONLY = re.compile(r"[\d.,%％＋+\-/年月日]+[\u4e00-\u9fff]{0,2}")
_SENTENCE = re.compile(r"[。；]")
_CLAUSES = re.compile("[。；：]")
_ROWS = (Kind.SHORT, Kind.TEXT, Kind.TABLE, Kind.BYLINE, Kind.ITEM)
_FEWEST_ROWS = 3
_LONGEST_CELL = 24


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: three cells or more, parted by tabs or bars, or mostly figures."""
    if _SENTENCE.search(text):
        return False
    cells = [cell for cell in _CELL_END.split(text) if cell.strip()]
    if len(cells) < 3:
        return False
    figures = sum(bool(_FIGURES_ONLY.fullmatch(cell.strip())) for cell in cells)
    return "\t" in text or text.count("|") + text.count("｜") >= 3 or figures >= 2


def settle_tables(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with rows of a table that only their neighbours show: its head, and rows of two cells.

    Three lines or more after each other with as many cells each are a table if half of them have a figure,
    or one is a row by its own form.

    Args:
        source: the text of the document, for the spaces between the cells.
        blocks: all its blocks.
    """
    counts = [_cells(source, block) for block in blocks]
    result = list(blocks)
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and counts[start] > 1 and counts[end] == counts[start]:
            end += 1
        if counts[start] > 1 and _is_table(source, blocks[start:end]):
            result[start:end] = [replace(block, kind=Kind.TABLE) for block in blocks[start:end]]
        start = end
    return tuple(result)


def _cells(source: str, block: Block) -> int:
    """How many cells a line has if it is a row; 0 for a line of prose."""
    if block.kind not in _ROWS or len(block.spans) > 1 or _CLAUSES.search(block.text):
        return 0
    cells = _row(source, block)
    return len(cells) if all(len(cell) <= _LONGEST_CELL for cell in cells) else 0


def _row(source: str, block: Block) -> list[str]:
    line = visible(text_of(source, block.spans)).strip()
    return [cell for cell in _CELL.split(line) if cell.strip()]


def _is_table(source: str, rows: Sequence[Block]) -> bool:
    if any(row.kind is Kind.TABLE for row in rows):
        return len(rows) > 1
    figures = sum(any(_FIGURE.fullmatch(cell.strip()) for cell in _row(source, row)[1:]) for row in rows)
    return len(rows) >= _FEWEST_ROWS and figures * 2 >= len(rows)
