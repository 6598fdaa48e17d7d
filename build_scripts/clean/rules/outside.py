"""Outside the article: a part of a web page that its markup sets apart from the report.

Navigation, header and footer, sidebars, share bars, lists of other reports, the comments, and the pinyin
above characters: told by the tag (<nav>, <aside>), by an ARIA role, by a telling name (class="share-bar"),
by lines that are nothing but links, or because they stand above the title or below the text.

Example:
    <nav>首页 新闻 党建</nav>                           removed
    <div class="related"><a>春茶开采</a> …</div>      removed
    <aside>记者手记：……</aside>                       removed, but reported: a sentence may belong

Where everything that reads as prose stands outside, the markup is wrong and nothing is removed. If a part of
the report is gone, keep it with a correction in NAME.fixes.toml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, Verdict, han_count
from build_scripts.model import Hint, Span

CODE = "C035"
REASON = "outside_article"

# Han characters of a line of prose that may be the report's own, whatever the markup says.
_SHORTEST_PROSE = 20
_PROSE_CONFIDENCE = 0.7


def drop_outside(blocks: Sequence[Block], hints: Mapping[Span, Hint]) -> tuple[Block, ...]:
    """The blocks with a verdict on those that their hint puts outside the report."""
    outside = [_is_outside(block, hints) for block in blocks]
    prose = [_is_prose(block) for block in blocks]
    inner = any(is_prose and not out for is_prose, out in zip(prose, outside, strict=True))
    if not inner and any(prose):
        return tuple(blocks)
    return tuple(
        _judged(block, hints[block.spans[0]].sure) if out and block.kind is not Kind.FURNITURE else block
        for block, out in zip(blocks, outside, strict=True)
    )


def _is_outside(block: Block, hints: Mapping[Span, Hint]) -> bool:
    hint = hints.get(block.spans[0])
    return hint is not None and hint.role is None


def _is_prose(block: Block) -> bool:
    return block.kind in PROSE and han_count(block.text) >= _SHORTEST_PROSE


def _judged(block: Block, sure: float) -> Block:
    """A block that is removed; a sentence is removed with doubt."""
    confidence = min(sure, _PROSE_CONFIDENCE) if _is_prose(block) else sure
    return replace(block, kind=Kind.FURNITURE, verdict=Verdict(REASON, CODE, confidence))
