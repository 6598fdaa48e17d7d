"""Lines below the last paragraph: signatures and the like, never headings, for a heading heads something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind

# A table belongs to the body as much as prose does: what stands above it is no tail.
_BODY = (*PROSE, Kind.TABLE)
_OFFICE = re.compile(
    r"(?:委|府|局|办|厅|部|室|院|校|会|站|中心|公司|集团|报社|记者站|组织|党组|总站|支队|大队|法院|检察院)(?:办公室)?$|^[（(].{2,40}[）)]$"
)


def settle_tail(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a body with the short lines below its last paragraph settled.

    A signature (an office, a remark in brackets) is metadata; anything else is a paragraph by itself.
    """
    last = max((place for place, block in enumerate(blocks) if block.kind in _BODY), default=-1)
    if last < 0:
        return tuple(blocks)
    tail = (_settled(block) for block in blocks[last + 1 :])
    return (*blocks[: last + 1], *tail)


def _settled(block: Block) -> Block:
    if block.kind is not Kind.SHORT:
        return block
    return replace(block, kind=Kind.META if may_sign(block.text) else Kind.TEXT)


def may_sign(text: str) -> bool:
    """Whether a line below a body can be a signature: an office, or a remark in brackets."""
    return _OFFICE.search(text) is not None
