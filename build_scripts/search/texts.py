"""What is shown of a page that was found, in either language: a small file, loaded when it is shown.

    [address, Chinese title, English title, kind, year, [[anchor, number of the first word, text, …], …]]

Of a block of English a fourth item, 1, says that a machine wrote it. The words are numbered as the index has
them (:mod:`.words`), so that the browser finds in the text what the index found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from build_scripts.search.pages import SearchPage
from build_scripts.search.words import Words


class Facts(NamedTuple):
    """What is shown of a page beside its text: the ``kind`` of page, the ``year`` of a report."""

    kind: str
    year: str = ""


_Block = list[str | int]


def chinese_text(page: SearchPage, words: Words, facts: Facts) -> str:
    """What is shown of the Chinese; empty where the page has none."""
    blocks: list[_Block] = [
        [block.anchor, start, " ".join(block.zh.split())]
        for block, (start, _) in zip(page.blocks, words.starts, strict=True)
        if block.zh.strip()
    ]
    return _text(page, facts, blocks)


def english_text(page: SearchPage, words: Words, facts: Facts) -> str:
    """What is shown of the English; empty where the page has none."""
    blocks: list[_Block] = [
        [block.anchor, start, block.en, *([1] if block.machine else [])]
        for block, (_, start) in zip(page.blocks, words.starts, strict=True)
        if block.en
    ]
    return _text(page, facts, blocks)


def _text(page: SearchPage, facts: Facts, blocks: Sequence[_Block]) -> str:
    if not blocks:
        return ""
    shown = [page.path, page.title, page.title_en, facts.kind, facts.year, blocks]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
