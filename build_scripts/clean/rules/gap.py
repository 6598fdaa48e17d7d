"""Gap: text is missing from the source at this place.

A paragraph breaks off and nothing in the document goes on from there, or one begins in the middle of a
sentence, a word or a quotation. Both sides stay as they are; the page shows a note; nothing is made up.

Example:
    ……以预防为主为发展方针，
    域内住院先诊疗后付费……          gap: 域内 is the rest of a cut word, no join is possible

Look for the missing lines in the original and add them to the raw document.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import begins_in_sentence, begins_in_word, ends_sentence, unmatched
from build_scripts.clean.evidence import is_open
from build_scripts.clean.numerals import doubtful_number
from build_scripts.model import Finding

CODE = "C011"
# Characters; a shorter line is likelier the heading of a section whose beginning is lost.
_SHORTEST_REST = 16


def mark_gaps(draft: Draft) -> Draft:
    """The draft with ``gap-before`` and ``gap-after`` flags set and each gap reported once."""
    blocks = _rests(list(draft.blocks))
    findings: list[Finding] = []
    previous: int | None = None
    for place, block in enumerate(blocks):
        if block.kind not in PROSE:
            continue
        before = blocks[previous] if previous is not None else None
        broken_off = before is not None and is_open(before)
        if _begins_amid(block, broken_off):
            blocks[place] = block = block.flagged("gap-before")
            findings.append(Finding(CODE, _message(block, "before"), block.spans[:1]))
        elif broken_off and before is not None and previous is not None:
            blocks[previous] = before.flagged("gap-after")
            findings.append(Finding(CODE, _message(before, "after"), before.spans[-1:]))
        previous = place
    if previous is not None and is_open(blocks[previous]):
        findings.append(Finding(CODE, _message(blocks[previous], "after"), blocks[previous].spans[-1:]))
        blocks[previous] = blocks[previous].flagged("gap-after")
    return replace(draft, blocks=tuple(blocks)).report(*findings)


def _rests(blocks: list[Block]) -> list[Block]:
    """Unmarked lines right above a paragraph that begins amid a word are no headings but a rest of text."""
    for place in range(1, len(blocks) - 1):
        above, line, below = blocks[place - 1 : place + 2]
        amid = begins_in_sentence(below.text) or begins_in_word(below.text)
        unmarked = line.kind is Kind.SHORT and not line.inside and len(line.text) >= _SHORTEST_REST
        if unmarked and above.kind in PROSE and below.kind is Kind.TEXT and amid:
            blocks[place] = replace(line, kind=Kind.TEXT)
    return blocks


def _begins_amid(block: Block, broken_off: bool) -> bool:
    """Whether a paragraph begins in the middle of something."""
    # The bracket of 1） has no other half.
    numbered = doubtful_number(block.text) if block.number else None
    text = block.text[numbered[1] :] if numbered else block.text
    loose, _ = unmatched(text[:400])
    if begins_in_sentence(text):
        return True
    if loose and not _closer_is_late(text, loose[0]):
        return True
    return broken_off and begins_in_word(text)


def _closer_is_late(text: str, closer: str) -> bool:
    """Whether the loose closing mark comes after whole sentences: then a mark was misread, not text lost."""
    head = text[: text.index(closer)]
    sentences = head.count("。")
    return sentences > 1 or (sentences == 1 and not ends_sentence(head))


def _message(block: Block, side: str) -> str:
    if side == "before":
        return f"text is missing before “{block.text[:12]}…”: it begins in the middle of a sentence"
    return (
        f"text is missing after “…{block.text[-12:]}”: the sentence breaks off and nothing goes on from there"
    )
