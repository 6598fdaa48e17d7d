"""A unit written anew: only the parts that must change do, everything else stays character for character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.sync.asides import english_of
from build_scripts.sync.body import Block
from build_scripts.sync.differing import change_quotation
from build_scripts.sync.marks import TODO, Chinese, Mark, Status, effective, with_chinese, without_chinese
from build_scripts.sync.nodes import Unit
from build_scripts.sync.text import (
    is_quotation,
    joined,
    quotation,
    quoted,
    quoted_marked,
    split_lines,
    unified,
    zh_hash,
)

_WORD = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def numbered(base: str, seen: dict[str, int]) -> str:
    """``base``, or with ``-2``, ``-3`` … if it is not the first on the page; counts in ``seen``."""
    seen[base] = seen.get(base, 0) + 1
    return base if seen[base] == 1 else f"{base}-{seen[base]}"


def new_unit(block: Block, name: str, end: str) -> str:
    """A unit without English; ``name`` is its unique hash, ``end`` the line end of the page."""
    head = _Head(name, block.role, block.flags, block.zh.text)
    return head.written(end) + f"<!-- en {TODO} -->{end}{end}"


def refreshed(unit: Unit, block: Block, name: str, end: str) -> str:
    """``unit`` with the Chinese of ``block``; its English as it stands, marked for what it now is."""
    texts = _texts(unit, block.zh.text, end)
    true = effective(unit.mark, texts.english)
    mark, was = with_chinese(true, texts.english, shown=texts.shown, was=texts.was, new=block.zh)
    return _rewritten(unit, texts, _Head(name, block.role, block.flags, block.zh.text), was, mark, end)


def orphaned(unit: Unit, name: str, end: str) -> str:
    """``unit`` for the end of the page: its Chinese is no longer in the source."""
    texts = _texts(unit, "", end)
    true = effective(unit.mark, texts.english)
    mark, was = without_chinese(true, texts.english, shown=texts.shown, was=texts.was)
    return _rewritten(unit, texts, _Head(name, unit.role, unit.flags, texts.shown.text), was, mark, end)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of a unit, with what somebody wrote into its quotations among the notes."""

    shown: Chinese
    was: Chinese | None
    note: str
    english: str


def _texts(unit: Unit, known: str, end: str) -> _Texts:
    zh, written = own_chinese(unit, known)
    was = unit.was
    if was is not None and zh_hash(was.text) != was.hash:
        lines = _quotation_lines(unit.parts.was)
        foreign = _foreign(lines, "")
        written = [*written, *foreign]
        was = Chinese(was.hash, quoted_marked(line for line in lines if line not in foreign))
    note = joined(["".join(written), unit.parts.note], end)
    notes = joined([note, unit.parts.second_note], end)
    english = unified(english_of(unit.parts.body)).strip() or unified(english_of(notes)).strip()
    # English follows the hash in the marker: for that it was written, whoever touched the quotation.
    return _Texts(Chinese(unit.base_hash, zh), was, note, english)


def own_chinese(unit: Unit, known: str) -> tuple[str, list[str]]:
    """The Chinese of ``unit`` without what a person wrote into the quotation, and that as raw lines.

    Only where the quotation is not what the program wrote. A line counts as a person's when it holds no
    Chinese, or a Latin word that ``known``, the Chinese of the source, does not hold.
    """
    if unit.authentic:
        return unit.zh, []
    lines = _quotation_lines(unit.parts.zh)
    written = _foreign(lines, known)
    return quoted(line for line in lines if line not in written), written


def _quotation_lines(part: str) -> list[str]:
    return [line for line in split_lines(part)[1:] if is_quotation(line)]


def _foreign(lines: Sequence[str], known: str) -> list[str]:
    texts = {line: quoted([line]) for line in lines}
    return [
        line
        for line, text in texts.items()
        if text.strip() and text not in known.split("\n")
        if not _HAN.search(text) or any(word not in known for word in _WORD.findall(text))
    ]


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands in the ``zh`` marker and the quotation."""

    name: str
    role: str
    flags: tuple[str, ...]
    zh: str

    def written(self, end: str) -> str:
        words = " ".join([self.name, self.role, *self.flags])
        return f"<!-- zh {words} -->{end}{end}{quotation(self.zh, end)}{end}"


def _rewritten(unit: Unit, texts: _Texts, head: _Head, was: Chinese | None, mark: Mark, end: str) -> str:
    """The parts of ``unit``, those anew whose meaning has changed."""
    parts = unit.parts
    same_head = head == _Head(unit.zh_hash, unit.role, unit.flags, unit.zh)
    shown = _was(was, head.zh, end)
    same_was = was == unit.was and unified(shown).rstrip() == unified(parts.was).rstrip()
    same_mark = _marker_stays(unit, mark)
    if same_head and same_was and same_mark and texts.note == parts.note:
        return unit.raw
    notes = [texts.note, parts.second_note]
    new_zh = parts.zh if same_head else head.written(end)
    new_was = parts.was if same_was else shown
    line = parts.en if same_mark else f"<!-- en {mark} -->{end}"
    if parts.en or same_mark:
        body = parts.body or ("" if same_mark else end)
        return joined([new_zh, notes[0], new_was, notes[1], line + body], end)
    # Without a marker the English stood below the Chinese: now it stands below a marker.
    return joined([new_zh, new_was, line + end, *notes], end)


def _marker_stays(unit: Unit, mark: Mark) -> bool:
    if unit.mark is None:
        # English without a marker is a person's and stays as it was written.
        return bool(unit.en) and mark.status is Status.HUMAN
    return unit.mark == mark or (unit.mark.status is mark.status and mark.status in _BARE)


_BARE = (Status.HUMAN, Status.REVIEWED)  # a hash in these marks means nothing


def _was(was: Chinese | None, new: str, end: str) -> str:
    """The block of the old Chinese with what became of it."""
    return f"<!-- was {was.hash} -->{end}{end}{change_quotation(was.text, new, end)}{end}" if was else ""
