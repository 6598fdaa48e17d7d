"""Quotation marks and brackets that are opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.check.codes import UNBALANCED
from build_scripts.check.excerpt import excerpt
from build_scripts.check.faults import Fault

_PAIRS = ("“”", "()", "[]", "{}", "《》", "〈〉", "「」", "『』", "【】", "（）", "〔〕")
_ALIKE = {"“": "“「『", "(": "(（", "（": "(（", "[": "[【〔", "《": "《〈"}
_ENUMERATION = re.compile(r"(?<![\w(])(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,4})\)$")
_NEW_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LONE_SINGLE = re.compile(r"‘(?!\d|em\b|til\b|tis\b|twas\b)")
_INCHES = re.compile(r'(?<=\d)"')


def balance_faults(zh: str, en: str) -> Iterator[Fault]:
    """One fault for each kind of mark that does not come out even.

    Where the Chinese leaves the same kind open in the same way, so may the English: the speech or the
    parenthesis goes on in another unit.
    """
    for opening, closing in map(tuple, _PAIRS):
        if opening not in en and closing not in en:
            continue
        place, sign = _unmatched(en, opening, closing)
        if place >= 0 and sign != _leaning(zh, opening):
            yield _fault(en, place, "is not closed" if sign > 0 else "was not opened")
    if '"' in en and not _leaning(zh, "“"):
        straight = [found.start() for found in re.finditer('"', _INCHES.sub("·", en))]
        if len(straight) % 2:
            yield _fault(en, straight[-1], "has no other half")
    if "‘" in en:
        # A closing ’ is also the apostrophe: only an opening one without any ’ behind it is sure.
        last = [found.start() for found in _LONE_SINGLE.finditer(en)]
        if last and "’" not in en[last[-1] :]:
            yield _fault(en, last[-1], "is not closed")


def _fault(en: str, place: int, what: str) -> Fault:
    return Fault(UNBALANCED.code, f"{en[place]} {what}: “{excerpt(en, place, place + 1)}”")


def _unmatched(text: str, opening: str, closing: str) -> tuple[int, int]:
    """Where the first mark without its other half stands, and 1 for an opening, -1 for a closing one.

    (-1, 0) if there is none. Each paragraph of a quotation begins with “ again; only the last closes it.
    """
    opened: list[int] = []
    breaks = {gap.end() for gap in _NEW_PARAGRAPH.finditer(text)} if opening == "“" else set()
    for found in re.finditer(f"[{re.escape(opening + closing)}]", text):
        place, char = found.start(), found.group()
        if char == opening:
            if opened and place in breaks:
                opened.pop()
            opened.append(place)
        elif char == closing and opened:
            opened.pop()
        elif char == closing and not _ENUMERATION.search(text[max(0, place - 5) : place + 1]):
            return place, -1
    return (opened[0], 1) if opened else (-1, 0)


def _leaning(zh: str, opening: str) -> int:
    """1 if the Chinese opens more of such marks than it closes, -1 if it closes more, else 0."""
    kinds = _ALIKE.get(opening, opening)
    pairs = [pair for pair in _PAIRS if pair[0] in kinds]
    open_more = sum(zh.count(pair[0]) - zh.count(pair[1]) for pair in pairs)
    return (open_more > 0) - (open_more < 0)
