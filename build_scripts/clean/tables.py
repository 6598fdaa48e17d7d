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
# 粮  食 in a column of names that are all as wide.
_STRETCHED = re.compile(r"(?<!\S)([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?!\S)")
# What parts the cells: wide spaces; or single ones, where the cells are figures.
_WIDE, _NARROW = _CELL, re.compile(r"\s+")
# One of these is in whatever parts cells.
_PARTED = re.compile(r"[\s|｜]")


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: three cells or more, parted by tabs or bars, or mostly figures."""
    if _SENTENCE.search(text) or not _PARTED.search(text):
        return False
    cells = [cell for cell in _CELL_END.split(text) if cell.strip()]
    if len(cells) < 3:
        return False
    figures = sum(bool(_FIGURES_ONLY.fullmatch(cell.strip())) for cell in cells)
    return "\t" in text or text.count("|") + text.count("｜") >= 3 or figures >= 2


def settle_tables(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with rows of a table that only their neighbours show: its head, and rows of two cells.

    Three lines or more after each other with as many cells each are a table if half of them have a figure,
    or one is a row by its own form. Of cells with a single space between, those of half of the lines must
    all be figures, the first one aside.

    Args:
        source: the text of the document, for the spaces between the cells.
        blocks: all its blocks.
    """
    lines = [_line(source, block) for block in blocks]
    for gap in (_WIDE, _NARROW):
        rows = [_cells(line, gap) for line in lines]
        result = list(blocks)
        start = 0
        while start < len(blocks):
            end = start + 1
            while end < len(blocks) and len(rows[start]) > 1 and len(rows[end]) == len(rows[start]):
                end += 1
            if len(rows[start]) > 1 and _is_table(blocks[start:end], rows[start:end], gap):
                result[start:end] = [replace(block, kind=Kind.TABLE) for block in blocks[start:end]]
            start = end
        blocks = tuple(result)
    return blocks


def _line(source: str, block: Block) -> str:
    """The line of a block if it may be a row; nothing for a line of prose."""
    if block.kind not in _ROWS or len(block.spans) > 1:
        return ""
    line = text_of(source, block.spans)
    # Most lines have nothing to part cells at.
    if not _PARTED.search(line) or _CLAUSES.search(block.text):
        return ""
    return visible(line).strip()


def _cells(line: str, gap: re.Pattern[str]) -> list[str]:
    """The cells of a line that may be a row."""
    if not line or not gap.search(line):
        return []
    line = _STRETCHED.sub(r"\1\2", line)
    cells = [cell for cell in gap.split(line) if cell.strip()]
    return cells if all(len(cell) <= _LONGEST_CELL for cell in cells) else []


def _is_table(blocks: Sequence[Block], rows: Sequence[Sequence[str]], gap: re.Pattern[str]) -> bool:
    if gap is _WIDE and any(block.kind is Kind.TABLE for block in blocks):
        return len(rows) > 1
    enough = any if gap is _WIDE else all
    figures = sum(enough(bool(_FIGURE.fullmatch(cell.strip())) for cell in row[1:]) for row in rows)
    return len(rows) >= _FEWEST_ROWS and figures * 2 >= len(rows)
