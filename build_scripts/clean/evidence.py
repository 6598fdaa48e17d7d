"""Evidence at a cut: how well two blocks fit together, and what lies between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from build_scripts.clean.blocks import PROSE, Block, Kind
from build_scripts.clean.chinese import (
    begins_dictionary_word,
    begins_in_sentence,
    begins_in_word,
    closes,
    ends_in_function_word,
    ends_in_quotation,
    ends_sentence,
    joined_texts,
    resumes,
    unmatched,
)
from build_scripts.clean.remembering import remembered
from build_scripts.clean.wording import NO_WORDING, Wording, word_gain

# From here on words, marks or figures speak for a join (57 % of true cuts, 1.4 % of unrelated pairs).
CLEAR_FIT = 4
# What a word across the cut weighs by its gain (see wording), and what the document has elsewhere by its
# characters, alone and beside other clear evidence.
_GAINS = ((4.0, 7), (2.0, 4), (0.5, 1))
_SAID, _SAID_AGAIN = {2: 2, 3: 4}, {2: 1, 3: 2}
# A beginning that no paragraph has: ，… 的… 们….
_AMID = 4
LONGEST_CAPTION = 40
"""Characters of the longest whole sentence that may be a caption."""
# Characters of a caption that is one clause, and what it says: somebody does something somewhere.
_LONGEST_SCENE = 26
_SCENE = re.compile(
    r"[^，。]{2,14}(?:在|正|正在|向|为|给)[^，。]{3,}。?$|[^，。]{3,}(?:风光|全景|一角|一景|现场|场景|掠影|夜景)。?$"
)

# A caption tells what a picture shows; it does not lead on from what was said before.
_LEADS_ON = re.compile(
    r"如今|目前|眼下|同时|与此同时|此外|另外|近年来|今年以来|截至|据(?:统计|了解|介绍|悉)|为此|因此|于是|随后|不仅|其中|但|而"
)

_CLAUSES = re.compile("[，,。；;]")

# Words after which a number must come: 转化率达到 | 百分之七十五.
_COUNTING = re.compile(r"(?:达到|达|超过|突破|高达|多达|约|近|共|共计|仅|[增减]至|到|占|为)$")
_NUMERAL = re.compile(
    r"[0-9一二三四五六七八九十百千两]+(?:分之|万|亿|元|个|名|人|户|亩|公里|多|余|%|\.|[百千十])"
)
# Characters of the rest of a sentence that no paragraph would be: 络绎不绝。
_LONGEST_REST = 8
_LONGEST_ENTRY = 40
_OPEN_MARKS = ("，", ",", "、")
# What is counted: 528 | 个网格.
_MEASURES = tuple("个名家项户人元亿万条座所次件亩公多余岁年月日支间处台套场")
# Particles that end a phrase: no paragraph begins with one.
_PARTICLES = ("的", "了", "着", "过", "们", "地", "得", "之", "等")


def fit(before: str, after: str, wording: Wording = NO_WORDING) -> int:
    """How well two texts fit at the cut: words, marks, brackets, and how the second begins."""
    score = cut_fit(before, after, wording)
    return score + resumes(after) if score < CLEAR_FIT else score


def cut_fit(before: str, after: str, wording: Wording = NO_WORDING) -> int:
    """How well two texts fit at the cut, whatever the second looks like by itself: words, marks, brackets.

    Args:
        before: the text that breaks off.
        after: the text that may go on from there.
        wording: that of the document; what it has elsewhere speaks for a join here.

    Returns:
        Half the natural logarithm of the odds that the two are halves of one text, roughly.
    """
    said = wording.across(before, after)
    score = _fit(before, after)
    return score + (_SAID_AGAIN if score >= CLEAR_FIT else _SAID).get(said, 0) if said else score


def highest_fit(before: str) -> int:
    """What ``cut_fit`` gives at most below a text, whatever comes after it."""
    end = _ending(before)
    followed = end.figure + end.counting + end.unfinished + (4 if end.opener else 0)
    return followed + _AMID + _GAINS[0][1] + _SAID_AGAIN[2]


class _Ending(NamedTuple):
    """What the end of a text says of what comes next: weights, and the last mark that waits for its other."""

    figure: int
    counting: int
    unfinished: int
    opener: str


class _Beginning(NamedTuple):
    """The other side of the cut: a measure, a number, the middle of a sentence or word, a closing mark."""

    measure: bool
    numeral: bool
    amid: int
    in_word: int
    closer: str


@remembered
def _ending(text: str) -> _Ending:
    _, loose = unmatched(text)
    unfinished = 2 if text.endswith(_OPEN_MARKS) or ends_in_function_word(text) else 0
    figure, counting = 4 if text[-1:].isdigit() else 0, 3 if _COUNTING.search(text[-2:]) else 0
    return _Ending(figure, counting, unfinished, loose[-1:])


@remembered
def _beginning(text: str) -> _Beginning:
    loose, _ = unmatched(text)
    amid = begins_in_sentence(text) or (text.startswith(_PARTICLES) and not begins_dictionary_word(text))
    return _Beginning(
        measure=text.startswith(_MEASURES),
        numeral=bool(_NUMERAL.match(text)),
        amid=_AMID if amid else 0,
        in_word=-6 if begins_in_word(text) else 0,
        closer=loose[:1],
    )


@remembered
def _fit(before: str, after: str) -> int:
    """The same without regard to the document."""
    end, start = _ending(before), _beginning(after)
    score = start.amid + end.unfinished
    score += end.figure if start.measure else 0
    score += end.counting if start.numeral else 0
    score += _word_across(before, after) or (5 if end.figure and after[:1].isdigit() else start.in_word)
    if start.closer:
        return score + (4 if end.opener and closes(end.opener, start.closer) else -6)
    return score - 3 if end.opener else score


def _word_across(before: str, after: str) -> int:
    """What a word of the dictionary across the cut weighs: 成 | 果 much, 中 | 场 little; 0 where none is."""
    gain = word_gain(before, after)
    return next((weight for least, weight in _GAINS if gain >= least), 0)


def is_one_sentence(block: Block) -> bool:
    """Whether a block is one short whole sentence, as the caption of a picture is: not 如今……, 此外……."""
    text = block.text
    whole = ends_sentence(text) and not begins_in_sentence(text) and "。" not in text[:-1]
    brief = block.kind is Kind.TEXT and len(text) <= LONGEST_CAPTION
    return brief and whole and not _LEADS_ON.match(text)


def is_scene(block: Block) -> bool:
    """Whether a block reads like a caption without a credit: who does what where, in one clause.

    Example: 村民在茶园里采摘春茶。
    """
    return is_one_sentence(block) and len(block.text) <= _LONGEST_SCENE and bool(_SCENE.match(block.text))


def is_rest(block: Block) -> bool:
    """Whether a block is too short for a paragraph and no caption either: 络绎不绝。 新加坡。"""
    return is_one_sentence(block) and len(block.text) <= _LONGEST_REST and not is_scene(block)


def joined(halves: Sequence[Block]) -> Block:
    """One block of two halves or more; Latin words and figures are not run together. Linear in their text."""
    first = halves[0]
    return replace(
        first,
        kind=Kind.TEXT if first.kind is Kind.SHORT else first.kind,
        text=joined_texts(half.text for half in halves),
        spans=tuple(chain.from_iterable(half.spans for half in halves)),
        repairs=tuple(chain.from_iterable(half.repairs for half in halves)),
        role=next((half.role for half in halves if half.role), None),
        held=any(half.held for half in halves),
    )


def is_entry(block: Block) -> bool:
    """Whether a list item is an entry without a sentence, which never breaks off: 2.农村改厕验收标准."""
    short = block.kind is Kind.ITEM and len(block.text) <= _LONGEST_ENTRY
    return short and not _CLAUSES.search(block.text)


def is_open(block: Block) -> bool:
    """Whether the block's text breaks off: prose that ends without a full stop, colon or the like.

    What a web page marks as a paragraph breaks off only where its last word or mark says so.
    """
    if block.ends or block.kind not in PROSE or ends_sentence(block.text) or ends_in_quotation(block.text):
        return False
    if is_entry(block):
        return False
    return not block.whole or block.text.endswith(_OPEN_MARKS) or ends_in_function_word(block.text)
