"""From lines to blocks: what each line looks like, before its surroundings are weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from statistics import median_high

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind, Verdict, above, first_prose, han_count
from build_scripts.clean.captions import is_caption, may_be_caption
from build_scripts.clean.chinese import ends_sentence, joined_text
from build_scripts.clean.cut_starts import cut_starts
from build_scripts.clean.cuts import cut_units
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_one_sentence
from build_scripts.clean.headings import open_headings
from build_scripts.clean.hinted import apply_hints
from build_scripts.clean.listing import item_headings, list_items
from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.neighbours import by_neighbours
from build_scripts.clean.numerals import counts_on, lone_number, section_number
from build_scripts.clean.official_lines import is_signatory
from build_scripts.clean.people import byline_names, probable_names
from build_scripts.clean.rules import (
    compatibility,
    extraction_note,
    furniture,
    hard_wrap,
    imprint,
    ornament,
    page_furniture,
    page_number,
    placeholder,
    reader_appeal,
    spacing,
)
from build_scripts.clean.rules.invisible import visible
from build_scripts.clean.tables import is_table_row
from build_scripts.clean.told import NOTHING, Told, cut_groups, marked, with_role
from build_scripts.clean.typography import Published, set_right, without_markup
from build_scripts.model import Finding, SourceText, Span
from build_scripts.offsets import RawLine, raw_lines, text_of

# A heading of a Chinese newspaper rarely passes 30 characters; deck-like section heads of web reports
# reach the mid-forties (这五年，我们……，……，……).
LONGEST_HEADING = 46

# Characters of a caption that is one sentence without a credit.
_LONGEST_BRIEF = 24

# 联系电话：0700-1234567 states something; a heading with a colon goes on in words.
_ENTRY = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]\s*[\d（(]")
_QUESTIONS = ("？", "！", "?", "!")
_LONGEST_QUESTION = 24

# Two counts and a comma (设立林长1026名,聘用1830名……) are half a sentence rather than a heading.
_SHORTEST_COUNT = 20
_COUNTED = re.compile(r"\d+(?:\.\d+)?[万亿]?(?:[名个家项户人元条座所次件亩公里支间处台套场%％]|余)")
_SENTENCE = re.compile(r"[。；]")
_OFFICE = re.compile(
    r"(?:中共)?[\u4e00-\u9fff]{2,10}(?:组织部|宣传部|县委|市委|区委|省委|党委|政府|办公室|委员会|人事局|教育局|[\u4e00-\u9fff]局|党校|学校|大学|学院|研究院|研究所|课题组|调研组|编辑部|评论部|通讯组|报道组|采访组|工作组|联合会|协会)$"
)
# 市 长 文 溪, spaced out and closed up: the speaker of a report to a congress.
_SPEAKER = re.compile(r"(?:代|副)?(?:[省市县区州镇乡]长|检察长|院长|主任|主席)[\u4e00-\u9fff]{2,3}$")
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


_HEADINGS = (Kind.HEADING, Kind.SHORT)
_RULE = Verdict(ornament.REASON, ornament.CODE)


def content_of(text: str, spans: Sequence[Span], *, spaced: bool, exact: bool = False) -> Published:
    """The content of the lines at ``spans`` as one text, markup included.

    Args:
        text: the document.
        spans: one a line.
        spaced: see :func:`spacing.is_spaced`.
        exact: the lines were cut without regard for words: no space is missing at their ends.
    """
    whole = text_of(text, spans) if exact else reduce(joined_text, (text_of(text, (s,)) for s in spans))
    return set_right(without_markup(compatibility.repair(visible(whole)).strip()), spaced=spaced)


def classify(source: SourceText, told: Told = NOTHING) -> Draft:
    """The document as blocks, one a line that is not blank, each of the kind that its own form shows.

    What a person ``told`` of a line decides before its form does.
    """
    blocks = []
    findings = []
    lines = tuple(raw_lines(source.text))
    spaced = spacing.is_spaced(source.text)
    usual = max(1, median_high(line.blanks for line in lines)) if lines else 1
    cut_off, set_between = cut_starts(lines)
    for group, first, spans in _units(source.text, hard_wrap.unwrapped(source.text, lines), told):
        content = content_of(source.text, spans, spaced=spaced, exact=group.exact)
        block = Block(
            first.number,
            spans,
            content.text,
            Kind.TEXT,
            first.follows_blank,
            parted=first.blanks > usual,
            repairs=content.repairs,
        )
        block = of_line(marked(block, told))
        if block.kind is Kind.SHORT and first.number in cut_off:
            block = replace(block, kind=Kind.TEXT)
        between = group.inside or first.number in set_between
        blocks.append(with_role(_put_inside(block) if between else block, content.text, told))
        if len(spans) > 1:
            message = f"a paragraph was set in {len(spans)} lines of one width; joined"
            findings.append(Finding(hard_wrap.CODE, message, spans, hard_wrap.CONFIDENCE))
    return Draft(
        source.text, _in_context(source.text, apply_hints(source, blocks)), (), (*source.findings, *findings)
    )


def _units(
    text: str, groups: Iterable[hard_wrap.Group], told: Told
) -> Iterator[tuple[hard_wrap.Group, RawLine, tuple[Span, ...]]]:
    """The groups of lines, cut where a person says so and where a line holds two things."""
    for group in groups:
        for first, spans in cut_units(text, cut_groups([group.lines], told)):
            yield group, first, spans


def _put_inside(block: Block) -> Block:
    """A line that stood between two lines of a paragraph: a caption, unless its form tells otherwise."""
    kind = Kind.CAPTION if block.kind in (Kind.TEXT, Kind.SHORT) else block.kind
    return replace(block, kind=kind, inside=True)


def of_line(block: Block) -> Block:
    """The kind of a single line; one that a person keeps is not judged."""
    content = block.text
    plain = _HASHES.sub("", content, count=1) if content.startswith("#") else content
    for is_such, rule in _JUDGES:
        if is_such(plain) and not block.held:
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
    if short and _ENTRY.match(content):
        return replace(block, kind=Kind.ITEM)
    if found := section_number(content):
        if short:
            return _numbered(replace(block, kind=Kind.HEADING))
        if counts_on(content, found[0]):
            return block
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


def _in_context(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
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
        elif (
            block.kind is Kind.SHORT and block.text.endswith(_QUESTIONS) and place not in questions
        ) or _is_drop_capital(blocks, place):
            result[place] = replace(block, kind=Kind.TEXT)
        elif block.kind is Kind.SHORT and _below_title(result, place) and _signs(block.text):
            result[place] = replace(block, kind=Kind.BYLINE)
        if block.kind is Kind.PLACEHOLDER and _caption_follows(blocks, place, heads):
            result[place + 1] = replace(blocks[place + 1], kind=Kind.CAPTION)
    return list_items(item_headings(open_headings(by_neighbours(source, tuple(result)))))


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


def _is_drop_capital(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a line of one character is the first, set large, of the paragraph directly below it."""
    block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    alone = block.kind is Kind.SHORT and len(block.text) == 1 and han_count(block.text) == 1
    return alone and below is not None and below.kind is Kind.TEXT and not below.follows_blank


def _goes_on(before: Block, line: Block, following: tuple[Block, ...]) -> bool:
    """Whether the line below a picture is the other half of the sentence that was broken off above it.

    The words at the cut decide, here and at what comes next; a brief sentence may still be the caption.
    """
    here = fit(before.text, line.text)
    after = next((b for b in following if b.kind in (Kind.TEXT, Kind.SHORT)), None)
    there = fit(before.text, after.text) if after else here - 1
    if line.kind is Kind.SHORT:
        return here >= CLEAR_FIT and here > there
    if before.text.endswith(("，", ",", "、")) and following and following[0].kind in _HEADINGS:
        # The section ends below this line, and its last sentence with it.
        return True
    if before.kind is Kind.SHORT and here < CLEAR_FIT:
        return False
    brief = after is not None and is_one_sentence(line) and len(line.text) <= _LONGEST_BRIEF
    return here >= CLEAR_FIT or not (there >= CLEAR_FIT or brief)


def _signs(text: str) -> bool:
    """Whether a line below a title can be who wrote the report: names, an office, a speaker (市长 文溪)."""
    named = is_signatory(text) or bool(_SPEAKER.match("".join(text.split())))
    return named or probable_names(text) or bool(_OFFICE.match(text))


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
