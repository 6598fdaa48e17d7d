"""What is shown of a page that was found, in either language: a small file, loaded when it is shown.

    [address, Chinese title, English title, kind, year, [[anchor, number of the first word, text, …], …]]

Of a block of English a fourth item, 1, says that a machine wrote it. The words are numbered as the index has
them (:mod:`.words`), so that the browser finds in the text what the index found.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from build_scripts.search.pages import SearchPage
from build_scripts.search.words import Words

Filters = Mapping[str, Sequence[str]]
"""What results can be narrowed to: the name of a filter to the values that a page has."""

_Block = list[str | int]


def chinese_text(page: SearchPage, words: Words, filters: Filters) -> str:
    """What is shown of the Chinese; empty where the page has none."""
    blocks: list[_Block] = [
        [block.anchor, start, " ".join(block.zh.split())]
        for block, (start, _) in zip(page.blocks, words.starts, strict=True)
        if block.zh.strip()
    ]
    return _text(page, filters, blocks)


def english_text(page: SearchPage, words: Words, filters: Filters) -> str:
    """What is shown of the English; empty where the page has none."""
    blocks: list[_Block] = [
        [block.anchor, start, block.en, *([1] if block.machine else [])]
        for block, (_, start) in zip(page.blocks, words.starts, strict=True)
        if block.en
    ]
    return _text(page, filters, blocks)


def _text(page: SearchPage, filters: Filters, blocks: Sequence[_Block]) -> str:
    if not blocks:
        return ""
    kind, year = ("".join(filters.get(name, ())[:1]) for name in ("kind", "year"))
    shown = [page.path, page.title, page.title_en, kind, year, blocks]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
