"""What a single line is by its own form: furniture, metadata, a heading, a caption, a list item, prose."""

from __future__ import annotations

import re

from build_scripts.clean.blocks import Block, Kind, Verdict, changed
from build_scripts.clean.captions import is_caption
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.numerals import counts_on, lone_number, section_number
from build_scripts.clean.people import byline_names
from build_scripts.clean.rules import (
    extraction_note,
    furniture,
    imprint,
    ornament,
    page_furniture,
    page_number,
    placeholder,
    reader_appeal,
)
from build_scripts.clean.signing import wrote_and_pictured
from build_scripts.clean.tables import is_table_row

# A heading of a Chinese newspaper rarely passes 30 characters; deck-like section heads of web reports
# reach the mid-forties (这五年，我们……，……，……).
LONGEST_HEADING = 46

QUESTIONS = ("？", "！", "?", "!")
"""What a heading that asks or exclaims ends with."""

# 联系电话：0700-1234567 states something; a heading with a colon goes on in words.
_ENTRY = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]\s*[\d（(]")
_LONGEST_QUESTION = 24

# Two counts and a comma (设立林长1026名,聘用1830名……) are half a sentence rather than a heading.
_SHORTEST_COUNT = 20
_COUNTED = re.compile(r"\d+(?:\.\d+)?[万亿]?(?:[名个家项户人元条座所次件亩公里支间处台套场%％]|余)")
_INNER_END, _COMMA = re.compile("[。；;]"), re.compile("[，,]")
_HASHES = re.compile(r"(#{1,6})\s*(?=\S)")
_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)[:：]?$")
_LENTICULAR = re.compile(r"[【〖](.+)[】〗]$")
_QUOTED = re.compile(r">\s+(?=\S)")
_DASH = re.compile(r"(?:—{1,3}|－{1,3}|―{1,3}|─{1,3}|--+|–{1,2})\s*(?=\S)")
_BULLET = re.compile(r"(?:[●○◎•·◆◇■▪▶►➤★☆※]|[-*+](?=\s))\s*(?=\S)")

_JUDGES = (
    (ornament.is_ornament, ornament),
    (placeholder.is_placeholder, placeholder),
    (extraction_note.is_note, extraction_note),
    (page_furniture.is_page_furniture, page_furniture),
    (page_number.is_page_number, page_number),
    (furniture.is_furniture, furniture),
    (imprint.is_imprint, imprint),
    (reader_appeal.is_appeal, reader_appeal),
)


def of_line(block: Block) -> Block:
    """The kind of a single line; one that a person keeps is not judged."""
    content = block.text
    plain = _HASHES.sub("", content, count=1) if content.startswith("#") else content
    for is_such, rule in _JUDGES:
        if is_such(plain) and not block.held:
            kind = Kind.PLACEHOLDER if rule is placeholder else Kind.FURNITURE
            return changed(block, kind=kind, verdict=Verdict(rule.REASON, rule.CODE))
    bare = content.strip("【】[]")
    if is_metadata(content) or (bare != content and is_metadata(bare)):
        return changed(block, kind=Kind.META)
    marked = _marked_heading(block)
    if marked:
        return marked
    if is_table_row(content):
        return changed(block, kind=Kind.TABLE)
    if is_caption(content) and not wrote_and_pictured(content):
        return changed(block, kind=Kind.CAPTION)
    if byline_names(content) is not None:
        return changed(block, kind=Kind.BYLINE)
    if page_number.is_bare_number(content):
        return changed(block, kind=Kind.NUMBER, number=lone_number(content))
    return _prose(block)


def _marked_heading(block: Block) -> Block | None:
    """A line that Markdown, 【】 or bold type marks as a heading."""
    content = _QUOTED.sub("", block.text, count=1) if ">" in block.text else block.text
    level = 0
    if match := _HASHES.match(content):
        level = len(match.group(1))
        content = content[match.end() :].strip()
    inner = _BOLD.match(content) or _LENTICULAR.match(content)
    if inner and len(inner.group(1)) <= LONGEST_HEADING and not ends_sentence(inner.group(1)):
        content, level = inner.group(1).strip(), level or 3
    if not level:
        return None
    if byline_names(content) is not None and len(content) <= 40 and not section_number(content):
        return changed(block, kind=Kind.BYLINE, text=content)
    if number := lone_number(content):
        return changed(block, kind=Kind.NUMBER, text=content, level=level, number=number)
    if dash := _DASH.match(content):
        return changed(block, kind=Kind.DECK, text=content[dash.end() :], level=level)
    bold = bool(inner and inner.re is _BOLD)
    return numbered(changed(block, kind=Kind.HEADING, text=content, level=level, bold=bold))


def numbered(block: Block) -> Block:
    """A heading with its section number read off and taken out of its text."""
    if found := section_number(block.text):
        number, length = found
        if block.text[length:].strip():
            return changed(block, number=number, text=block.text[length:].strip())
    return block


def _prose(block: Block) -> Block:
    """A line without marks of its own: list item, deck, numbered heading, short line or text."""
    content = block.text
    short = is_short(content)
    if dash := _DASH.match(content):
        rest = content[dash.end() :]
        return changed(block, kind=Kind.DECK if is_short(rest) else Kind.ITEM, text=rest)
    if bullet := _BULLET.match(content):
        rest = content[bullet.end() :]
        return changed(block, kind=Kind.SHORT if is_short(rest) else Kind.ITEM, text=rest)
    if short and _ENTRY.match(content):
        return changed(block, kind=Kind.ITEM)
    if found := section_number(content):
        if short:
            return numbered(changed(block, kind=Kind.HEADING))
        if counts_on(content, found[0]):
            return block
        return changed(block, kind=Kind.ITEM, number=found[0])
    return changed(block, kind=Kind.SHORT) if short else block


def is_short(text: str) -> bool:
    """Whether ``text`` can be a heading by its form: not long, and no sentence ends within it.

    A question or an exclamation may be a heading if it is brief (硬件怎么补？); whether this document sets
    its headings so is seen later.
    """
    if len(text) > LONGEST_HEADING or _INNER_END.search(text):
        return False
    if len(text) >= _SHORTEST_COUNT and len(_COUNTED.findall(text)) >= 2 and _COMMA.search(text):
        return False
    if text.endswith(QUESTIONS):
        return len(text) <= _LONGEST_QUESTION and not text.startswith(("“", "「"))
    return not text.endswith(("，", ",", "、", "：", ":", "…"))
