"""Lines that only their place tells from the report's own: a lone 分享, 热度：512, 主办：…, 地址：….

They stand beside the text, above its first paragraph or below its last, and mostly with lines that are
furniture by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto

from build_scripts.clean.blocks import PROSE, Block, Kind, Verdict
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.counters import may_be_counter
from build_scripts.clean.interface import interface_words
from build_scripts.clean.rules import furniture, imprint, link_list

# Beside lines that are furniture by themselves; without such.
_WITH_OTHERS, _ALONE = 0.85, 0.75
_OF_SITES = (furniture.CODE, imprint.CODE, link_list.CODE)
_SOLID = (*PROSE, Kind.HEADING, Kind.TABLE, Kind.CAPTION)
_TITLES = (Kind.SHORT, Kind.HEADING, Kind.DECK)
# Paragraphs above an address that may ask for letters and calls.
_ASKING = 6
_LONGEST_LABEL = 24
# Words that are the names of columns too, as they stand above a title.
_COLUMNS = ("评论", "評論", "阅读", "閱讀", "推荐", "投稿", "喜欢", "赞", "讚", "收藏", "播放", "朗读")


class _Form(Enum):
    """What a line may be beside the text."""

    TOOL = auto()
    PATH = auto()
    SPONSOR = auto()
    CONTACT = auto()


def drop_beside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the lines of the page beside the text as furniture.

    Args:
        blocks: all blocks of a document, each of the kind that its own form shows.
    """
    forms = [_form(block) for block in blocks]
    result = list(blocks)
    for start, end in _runs(blocks, forms):
        if any(forms[start:end]):
            _settle(result, forms, start, end)
    return tuple(result)


def _form(block: Block) -> _Form | None:
    if block.verdict or block.held or block.role or block.kind is Kind.TABLE:
        return None
    text = block.text
    if imprint.is_contact(text):
        return _Form.CONTACT
    if imprint.is_sponsor(text):
        return _Form.SPONSOR
    if furniture.is_brief_path(text):
        return _Form.PATH
    return _Form.TOOL if len(text) <= _LONGEST_LABEL and _is_tool(text) else None


def _is_tool(text: str) -> bool:
    """Whether a line is made of an interface's words (not of those of its sections), or is a counter."""
    words = interface_words(text)
    button = words.tools + words.platforms > 0 and not (words.others or words.sections)
    return button or may_be_counter(text) or furniture.is_download(text)


def _runs(blocks: Sequence[Block], forms: Sequence[_Form | None]) -> Iterator[tuple[int, int]]:
    """Where lines stand together of which none is the report's text; a title may be among them."""
    start = 0
    for place in range(len(blocks) + 1):
        if place == len(blocks) or (
            blocks[place].kind in _SOLID and forms[place] is None and not blocks[place].verdict
        ):
            if start < place:
                yield start, place
            start = place + 1


def _settle(result: list[Block], forms: Sequence[_Form | None], start: int, end: int) -> None:
    """Decide about the lines of one run."""
    sites = [n for n in range(start, end) if (v := result[n].verdict) and v.code in _OF_SITES]
    head = _heads(result, start, end)
    foot = all(block.kind not in PROSE for block in result[end:])
    titles = [n for n in range(start, end) if _may_be_title(result[n]) and not forms[n]]
    for place in range(start, end):
        form = forms[place]
        if form is _Form.TOOL:
            away = bool(sites) or foot or (head and bool(titles))
            away = away and (foot or result[place].text not in _COLUMNS)
        elif form is _Form.PATH:
            away = head and bool(titles) and place < titles[0]
        elif form is _Form.SPONSOR:
            listed = _among_entries(result, forms, place)
            away = bool(sites) or (foot and not listed)
            if listed and not away and result[place].kind is Kind.SHORT:
                result[place] = replace(result[place], kind=Kind.ITEM)
        elif form is _Form.CONTACT:
            away = _is_of_site(result, forms, place, start, sites, foot=foot)
        else:
            continue
        if away:
            rule = furniture if form in (_Form.TOOL, _Form.PATH) else imprint
            sure = _WITH_OTHERS if sites else _ALONE
            verdict = Verdict(rule.REASON, rule.CODE, sure)
            result[place] = replace(result[place], kind=Kind.FURNITURE, verdict=verdict)


def _may_be_title(block: Block) -> bool:
    return block.kind in _TITLES and not block.verdict


def _heads(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether the run stands above the first paragraph: a title that asks (……吗？) may be above it."""
    return end < len(blocks) and all(
        block.verdict or block.kind not in PROSE or not ends_sentence(block.text) for block in blocks[:start]
    )


def _among_entries(blocks: Sequence[Block], forms: Sequence[_Form | None], place: int) -> bool:
    """Whether the line is one of a list of facts (活动时间：… 主办单位：…) that belongs to the report."""
    beside = [n for n in (place - 1, place + 1) if 0 <= n < len(blocks) and not forms[n]]
    own = [blocks[n] for n in beside if blocks[n].kind is not Kind.META and not blocks[n].verdict]
    return any(imprint.is_entry(block.text) for block in own)


def _is_of_site(
    blocks: Sequence[Block],
    forms: Sequence[_Form | None],
    place: int,
    start: int,
    sites: Sequence[int],
    *,
    foot: bool,
) -> bool:
    """Whether an address is the site's: below its furniture, or below a text that asks for no letters."""
    if sites and sites[0] < place:
        return True
    prose = [block for block in blocks[:start] if block.kind in PROSE and not block.verdict][-_ASKING:]
    asked = any(imprint.invites(block.text) for block in prose)
    if asked or _among_entries(blocks, forms, place):
        return False
    return bool(sites) or (foot and bool(prose) and imprint.is_address_of_a_house(blocks[place].text))
