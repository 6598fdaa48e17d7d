"""Recurring line: a line that stands in many files of one source belongs to the site, not to the reports.

Example:
    清江县融媒体中心出品        above the title in 8 of 10 files of a folder: removed
    一、基本情况              in 9 of 10 files, inside the text: kept, reports of one kind have such headings
    特此报告。                below the text in all files: kept, it is how such papers end

It must stand in three files at least and in a third of them, figures aside, and at the same edge: above the
first paragraph or below the last. A line that ends a sentence must stand there in more than half of them.
Inside the text only a line that parts unfinished sentences is meant. By-lines, sources, offices, numbered
headings and captions stay, and so does the last line that could be a report's title.

The files are those of the document's folder in source_articles/, else those given to `duizhao clean`; saved
web pages are left out, for their markup says what belongs to the site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind, Verdict
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.official_lines import is_addressee, is_office
from build_scripts.clean.rules.invisible import visible
from build_scripts.model import Recurring
from build_scripts.offsets import text_of

CODE = "C039"
REASON = "recurring"

HEAD, INSIDE, FOOT = "head", "inside", "foot"
_FEWEST_FILES = 3
# A line of this many characters, with a mark of a sentence in it, is a paragraph.
_SHORTEST_PROSE = 40
# Characters of a line that may stand with another date or number in each file.
_LONGEST_FOLDED = 60
# Characters of a line that an unfinished sentence can end with.
_SHORTEST_HALF = 15
_LEFT_OUT = re.compile(r"[\d\s]+")
_LETTERS = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[。！？；]")
_CLOSING = re.compile(r"特此|此[复致令]|敬礼|现予|审议|施行|印发之日|执行|谢谢|（?完）?$|[:：]$")
_KINDS = (Kind.SHORT, Kind.TEXT, Kind.ITEM, Kind.DECK)
_TITLES = (Kind.SHORT, Kind.DECK, Kind.HEADING)


def recurring_lines(texts: Sequence[str]) -> tuple[Recurring, ...]:
    """The lines that recur in the documents of one source, in an order that depends on nothing but them."""
    if len(texts) < _FEWEST_FILES:
        return ()
    files = [list(_lines(text)) for text in texts]
    counts = Counter(key for lines in files for key in dict.fromkeys(key for key, _ in lines))
    often = {key for key, count in counts.items() if _is_often(count, len(files))}
    places = Counter(place for lines in files for place in _places(lines, often))
    found = [
        Recurring(key, place, _confidence(count, len(files)))
        for (key, place), count in places.items()
        if _is_often(count, len(files)) and (not _SENTENCE.search(key) or count * 2 > len(files))
    ]
    return tuple(sorted(found, key=lambda one: (one.line, one.place)))


def _is_often(count: int, files: int) -> bool:
    return count >= _FEWEST_FILES and count * 3 >= files


def _confidence(count: int, files: int) -> float:
    """The surer, the more files there are and the greater the share of them that has the line."""
    return round(1 - 0.4 * (1 - count / files) - 0.3 / count, 2)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text that are not blank: what they are compared by, and themselves."""
    for line in text.splitlines():
        shown = visible(line).strip()
        if shown:
            yield _key(shown), shown


def _key(line: str) -> str:
    """What a line is compared by: of a short one white space and figures are left out."""
    return _LEFT_OUT.sub("", line).casefold() if len(line) <= _LONGEST_FOLDED else line


def _is_prose(line: str) -> bool:
    return len(line) >= _SHORTEST_PROSE and bool(re.search(r"[，。]", line))


def _places(lines: Sequence[tuple[str, str]], often: set[str]) -> set[tuple[str, str]]:
    """Where the frequent lines of one file stand. A file without a paragraph of its own says nothing."""
    own = [n for n, (key, line) in enumerate(lines) if _is_prose(line) and key not in often]
    if not own:
        return set()
    found = set()
    for n, (key, _) in enumerate(lines):
        if key in often and len(_LETTERS.findall(key)) > 1:
            place = HEAD if n < own[0] else FOOT if n > own[-1] else INSIDE
            if place != INSIDE or _is_half(lines[n - 1][1]):
                found.add((key, place))
    return found


def _is_half(line: str) -> bool:
    """Whether a line is a sentence that is not finished."""
    return len(line) >= _SHORTEST_HALF and "，" in line and not ends_sentence(line)


def judge_recurring(draft: Draft, recurring: Iterable[Recurring]) -> Draft:
    """The draft with a verdict on the blocks that are lines of the site.

    Args:
        draft: a document of which nothing has been removed or joined yet.
        recurring: the lines that recur in the documents of its source.
    """
    known = {(one.line, one.place): one.confidence for one in recurring}
    if not known:
        return draft
    keys = [_key(visible(text_of(draft.text, block.spans)).strip()) for block in draft.blocks]
    doomed = _doomed(draft.blocks, keys, known)
    blocks = tuple(
        replace(block, kind=Kind.FURNITURE, verdict=Verdict(REASON, CODE, doomed[place]))
        if place in doomed
        else block
        for place, block in enumerate(draft.blocks)
    )
    return replace(draft, blocks=blocks)


def _doomed(
    blocks: Sequence[Block], keys: Sequence[str], known: Mapping[tuple[str, str], float]
) -> dict[int, float]:
    """The places of the blocks to be removed, each with how sure that is."""
    often = {key for key, _ in known}
    own = [
        n
        for n, block in enumerate(blocks)
        if block.kind in PROSE and _is_prose(block.text) and keys[n] not in often
    ]
    if not own:
        return {}
    found = {}
    for n, block in enumerate(blocks):
        place = HEAD if n < own[0] else FOOT if n > own[-1] else INSIDE
        if (keys[n], place) in known and _may_go(block) and (place != INSIDE or _is_half(blocks[n - 1].text)):
            found[n] = known[keys[n], place]
    titles = [n for n in range(own[0]) if blocks[n].kind in _TITLES]
    if titles and all(n in found for n in titles):
        del found[titles[-1]]
    return found


def _may_go(block: Block) -> bool:
    """Whether a block can be a line of the site by its form."""
    if block.verdict or block.held or block.kind not in _KINDS or block.number or block.level:
        return False
    return not (_CLOSING.search(block.text) or is_office(block.text) or is_addressee(block.text))
