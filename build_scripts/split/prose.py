"""Where the prose of a report begins: what stands above can be its head."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.clean.blocks import Block, Kind

PROSE = (Kind.TEXT, Kind.ITEM)
"""What a report's body is made of; captions, tables and headings may stand anywhere."""


def first_prose(blocks: Sequence[Block]) -> int:
    """The place of the first paragraph or list item; the number of blocks where there is none."""
    return next((place for place, block in enumerate(blocks) if block.kind in PROSE), len(blocks))
