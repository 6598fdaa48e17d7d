"""From lines to blocks: what each line looks like, before its surroundings are weighed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from statistics import median_high

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind, Verdict, above, first_prose, han_count
from build_scripts.clean.captions import is_caption, may_be_caption
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_one_sentence
from build_scripts.clean.headings import open_headings
from build_scripts.clean.hinted import apply_hints
from build_scripts.clean.listing import list_items
from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.neighbours import caption_neighbours, drop_lists, drop_menu
from build_scripts.clean.numerals import lone_number, section_number
from build_scripts.clean.people import byline_names, probable_names
from build_scripts.clean.rules import (
    compatibility,
    furniture,
    hard_wrap,
    ornament,
    page_furniture,
    page_number,
    placeholder,
    spacing,
)
from build_scripts.clean.rules.invisible import visible
from build_scripts.clean.typography import set_right
from build_scripts.model import Finding, SourceText
from build_scripts.offsets import raw_lines

# A heading of a Chinese newspaper rarely passes 30 characters; deck-like section heads of web reports
# reach the mid-forties (这五年，我们……，……，……).
LONGEST_HEADING = 46

# Characters of a caption that is one sentence without a credit.
_LONGEST_BRIEF = 24

_QUESTIONS = ("？", "！", "?", "!")
_LONGEST_QUESTION = 24

# Two counts and a comma (设立林长1026名,聘用1830名……) are half a sentence rather than a heading.
_SHORTEST_COUNT = 20
_COUNTED = re.compile(r"\d+(?:\.\d+)?[万亿]?(?:[名个家项户人元条座所次件亩公里支间处台套场%％]|余)")
_SENTENCE = re.compile(r"[。；]")
_CELL_END = re.compile(r"\t+|\s*[|｜]\s*|\s{2,}")
_FIGURE = re.compile(r"[\d.,%％＋+\-/年月日]+[\u4e00-\u9fff]{0,2}")
_OFFICE = re.compile(
    r"(?:中共)?[\u4e00-\u9fff]{2,10}(?:组织部|宣传部|县委|市委|区委|省委|党委|政府|办公室|委员会|人事局|教育局|[\u4e00-\u9fff]局|党校|学校|大学|学院|研究院|研究所|课题组|调研组|编辑部|评论部|通讯组|报道组|采访组|工作组|联合会|协会)$"
)
_HASHES = re.compile(r"(#{1,6})\s*(?=\S)")
_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)[:：]?$")
_LENTICULAR = re.compile(r"[【〖](.+)[】〗]$")
_QUOTED = re.compile(r">\s+(?=\S)")
_DASH = re.compile(r"(?:—{1,3}|－{1,3}|―{1,3}|─{1,3}|--+|–{1,2})\s*(?=\S)")
_BULLET = re.compile(r"(?:[●•·◆◇■▪★☆※]|[-*+](?=\s))\s*(?=\S)")

_JUDGES = (
    (ornament.is_ornament, ornament),
    (placeholder.is_placeholder, placeholder),
    (page_furniture.is_page_furniture, page_furniture),
    (page_number.is_page_number, page_number),
    (furniture.is_furniture, furniture),
)


_RULE = Verdict(ornament.REASON, ornament.CODE)


def classify(source: SourceText) -> Draft:
    """The document as blocks, one a line that is not blank, each of the kind that its own form shows."""
    blocks = []
    findings = []
    lines = tuple(raw_lines(source.text))
    spaced = spacing.is_spaced(source.text)
    usual = max(1, median_high(line.blanks for line in lines)) if lines else 1
    for group in hard_wrap.unwrapped(source.text, lines):
        first, spans = group.lines[0], tuple(line.span for line in group.lines)
        content = set_right(compatibility.repair(visible(group.text(source.text))).strip(), spaced=spaced)
        block = Block(
            first.number,
            spans,
            content.text,
            Kind.TEXT,
            first.follows_blank,
            parted=first.blanks > usual,
            repairs=content.repairs,
        )
        blocks.append(_put_inside(_of_line(block)) if group.inside else _of_line(block))
        if len(spans) > 1:
            message = f"a paragraph was set in {len(spans)} lines of one width; joined"
            findings.append(Finding(hard_wrap.CODE, message, spans, hard_wrap.CONFIDENCE))
    return Draft(source.text, _in_context(apply_hints(source, blocks)), (), (*source.findings, *findings))


def _put_inside(block: Block) -> Block:
    """A line that stood between two lines of a paragraph: a caption, unless its form tells otherwise."""
    kind = Kind.CAPTION if block.kind in (Kind.TEXT, Kind.SHORT) else block.kind
    return replace(block, kind=kind, inside=True)


def _of_line(block: Block) -> Block:
    """The kind of a single line."""
    content = block.text
    plain = _HASHES.sub("", content, count=1) if content.startswith("#") else content
    for is_such, rule in _JUDGES:
        if is_such(plain):
            kind = Kind.PLACEHOLDER if rule is placeholder else Kind.FURNITURE
            return replace(block, kind=kind, verdict=Verdict(rule.REASON, rule.CODE))
    bare = content.strip("【】[]")
    if is_metadata(content) or (bare != content and is_metadata(bare)):
        return replace(block, kind=Kind.META)
    marked = _marked_heading(block)
    if marked:
        return marked
    if is_table_row(content):
        return replace(block, kind=Kind.TABLE)
    if is_caption(content):
        return replace(block, kind=Kind.CAPTION)
    if byline_names(content) is not None:
        return replace(block, kind=Kind.BYLINE)
    if page_number.is_bare_number(content):
        return replace(block, kind=Kind.NUMBER, number=lone_number(content))
    return _prose(block)


def _marked_heading(block: Block) -> Block | None:
    """A line that Markdown, 【】 or bold type marks as a heading."""
    content = _QUOTED.sub("", block.text, count=1)
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
        return replace(block, kind=Kind.BYLINE, text=content)
    if number := lone_number(content):
        return replace(block, kind=Kind.NUMBER, text=content, level=level, number=number)
    if dash := _DASH.match(content):
        return replace(block, kind=Kind.DECK, text=content[dash.end() :], level=level)
    bold = bool(inner and inner.re is _BOLD)
    return _numbered(replace(block, kind=Kind.HEADING, text=content, level=level, bold=bold))


def _numbered(block: Block) -> Block:
    """A heading with its section number read off and taken out of its text."""
    if found := section_number(block.text):
        number, length = found
        if block.text[length:].strip():
            return replace(block, number=number, text=block.text[length:].strip())
    return block


def _prose(block: Block) -> Block:
    """A line without marks of its own: list item, deck, numbered heading, short line or text."""
    content = block.text
    short = is_short(content)
    if dash := _DASH.match(content):
        rest = content[dash.end() :]
        return replace(block, kind=Kind.DECK if is_short(rest) else Kind.ITEM, text=rest)
    if bullet := _BULLET.match(content):
        rest = content[bullet.end() :]
        return replace(block, kind=Kind.SHORT if is_short(rest) else Kind.ITEM, text=rest)
    if found := section_number(content):
        if short:
            return _numbered(replace(block, kind=Kind.HEADING))
        return replace(block, kind=Kind.ITEM, number=found[0])
    return replace(block, kind=Kind.SHORT) if short else block


def is_short(text: str) -> bool:
    """Whether ``text`` can be a heading by its form: not long, and no sentence ends within it.

    A question or an exclamation may be a heading if it is brief (硬件怎么补？); whether this document sets
    its headings so is seen later.
    """
    if len(text) > LONGEST_HEADING or re.search(r"[。；;]", text):
        return False
    if len(text) >= _SHORTEST_COUNT and len(_COUNTED.findall(text)) >= 2 and re.search(r"[，,]", text):
        return False
    if text.endswith(_QUESTIONS):
        return len(text) <= _LONGEST_QUESTION and not text.startswith(("“", "「"))
    return not text.endswith(("，", ",", "、", "：", ":", "…"))


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: three cells or more, parted by tabs or bars, or mostly figures."""
    if _SENTENCE.search(text):
        return False
    cells = [cell for cell in _CELL_END.split(text) if cell.strip()]
    if len(cells) < 3:
        return False
    figures = sum(bool(_FIGURE.fullmatch(cell.strip())) for cell in cells)
    return "\t" in text or text.count("|") + text.count("｜") >= 3 or figures >= 2


def _in_context(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Second look: captions after pictures, and bare numbers that number sections or pages."""
    result = list(blocks)
    heads = Counter(block.text[:3] for block in blocks if block.kind in (Kind.SHORT, Kind.HEADING))
    numbering = _numbering_lines(blocks)
    questions = _heading_questions(blocks)
    top = next((n for n, b in enumerate(blocks) if b.verdict is None), 0)
    for place, block in enumerate(blocks):
        if place and blocks[place - 1].verdict == _RULE and not blocks[place].parted:
            result[place] = block = replace(block, parted=True)
        if block.kind is Kind.NUMBER and not block.level and place not in numbering:
            verdict = Verdict(page_number.REASON, page_number.CODE)
            result[place] = replace(block, kind=Kind.FURNITURE, verdict=verdict)
        if place == top and _asks_title(blocks, place):
            result[place] = replace(block, kind=Kind.SHORT)
        elif block.kind is Kind.SHORT and block.text.endswith(_QUESTIONS) and place not in questions:
            result[place] = replace(block, kind=Kind.TEXT)
        elif block.kind is Kind.SHORT and _below_title(result, place) and _signs(block.text):
            result[place] = replace(block, kind=Kind.BYLINE)
        if block.kind is Kind.PLACEHOLDER and _caption_follows(blocks, place, heads):
            result[place + 1] = replace(blocks[place + 1], kind=Kind.CAPTION)
    for look in (caption_neighbours, drop_menu, drop_lists, open_headings, list_items):
        blocks = look(tuple(result))
        result = list(blocks)
    return tuple(result)


def _heading_questions(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The places of brief questions and exclamations that are headings.

    Above the first paragraph or a by-line they are a title; in the body only where the document has
    several of them, each by itself: a lone 怎么办？ is a sentence of the text.
    """
    first = first_prose(blocks)
    places = [n for n, b in enumerate(blocks) if b.kind is Kind.SHORT and b.text.endswith(_QUESTIONS)]
    body = [n for n in places if n > first]
    heads = (Kind.DECK, Kind.BYLINE, Kind.META)
    titles = [n for n in places if n < first or (n + 1 < len(blocks) and blocks[n + 1].kind in heads)]
    return frozenset(places if len(body) >= 2 else titles)


def _asks_title(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether the document's first line is a title that asks or exclaims (……，为什么能火一个夏天？)."""
    text = blocks[place].text
    whole = text.endswith(_QUESTIONS) and not re.search(r"[。；：:？！?!]", text[:-1])
    return blocks[place].kind in (Kind.TEXT, Kind.SHORT) and whole and len(text) <= LONGEST_HEADING


def _goes_on(before: Block, line: Block, following: tuple[Block, ...]) -> bool:
    """Whether the line below a picture is the other half of the sentence that was broken off above it.

    The words at the cut decide, here and at what comes next; a brief sentence may still be the caption.
    """
    here = fit(before.text, line.text)
    after = next((b for b in following if b.kind in (Kind.TEXT, Kind.SHORT)), None)
    there = fit(before.text, after.text) if after else here - 1
    if line.kind is Kind.SHORT:
        return here >= CLEAR_FIT and here > there
    if before.kind is Kind.SHORT and here < CLEAR_FIT:
        return False
    brief = after is not None and is_one_sentence(line) and len(line.text) <= _LONGEST_BRIEF
    return here >= CLEAR_FIT or not (there >= CLEAR_FIT or brief)


def _signs(text: str) -> bool:
    """Whether a line below a title can be who wrote the report: names, or an office."""
    return probable_names(text) or bool(_OFFICE.match(text))


def _below_title(blocks: list[Block], place: int) -> bool:
    """Whether a title line or a deck stands directly above, and prose or another head line below."""
    if place == 0 or place + 1 >= len(blocks):
        return False
    titled = blocks[place - 1].kind in (Kind.SHORT, Kind.DECK, Kind.HEADING)
    return titled and blocks[place + 1].kind not in (Kind.SHORT, Kind.DECK)


def _numbering_lines(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The places of bare numbers that number sections: each before a heading, two at least, from 1 on."""
    places = [
        place
        for place, block in enumerate(blocks[:-1])
        if block.kind is Kind.NUMBER
        and not block.level
        and block.number
        and blocks[place + 1].kind in (Kind.SHORT, Kind.HEADING)
    ]
    values = {number.value for place in places if (number := blocks[place].number)}
    return frozenset(places) if {1, 2} <= values else frozenset()


def _caption_follows(blocks: tuple[Block, ...], place: int, heads: Counter[str]) -> bool:
    """Whether the line after the placeholder at ``place`` is its caption.

    A short line is. But where text was broken off before the picture, or where a heading is due (the
    line is short, nothing of its kind follows it, and body text does), the picture had no caption.
    """
    if place + 1 >= len(blocks):
        return False
    line = blocks[place + 1]
    if line.kind not in (Kind.TEXT, Kind.SHORT) or not may_be_caption(line.text) or not han_count(line.text):
        return False
    lines = (*PROSE, Kind.SHORT, Kind.HEADING)
    before = next((b for b in above(blocks, place) if b.kind in lines), None)
    if before is not None and before.kind is not Kind.HEADING and not ends_sentence(before.text):
        return not _goes_on(before, line, blocks[place + 2 : place + 5])
    if line.kind is Kind.SHORT and place + 2 < len(blocks):
        # Headings of one report like to begin alike (这五年，我们……); captions do not.
        return heads[line.text[:3]] < 2
    return True
