"""For each thing that is doubtful in a document the corrections that would settle it, one way or the other.

They come as comments: a person looks at the original, takes one into NAME.fixes.toml and says why. Law
(tested): each of them, taken over as it stands, is a correction that is applied without an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.clean.rules import gap, hard_wrap, unknown_division
from build_scripts.confidence import is_doubtful
from build_scripts.fixes.holding import pieces_at
from build_scripts.fixes.known import KNOWN, warns
from build_scripts.fixes.likely import likely_title
from build_scripts.fixes.model import Action, Fix
from build_scripts.fixes.writing import Quoter, as_toml
from build_scripts.ledger import JOINS, MOVES
from build_scripts.model import CleanDocument, Finding, Piece, Removal, Role, Span
from build_scripts.offsets import LineIndex, first_offset, text_of
from build_scripts.split.articles import MISSING_TITLE

REASON = "已核对 · checked"
HEADER = """\
## 建议的更正，由 duizhao clean --suggest 生成，每次运行都会重写。
## Suggested corrections, made by duizhao clean --suggest and written anew at each run.
##
## 请对照原文。采用一条：把该条移到 NAME.fixes.toml，去掉行首的“# ”，写明理由。
## Look at the original. To take one over, move it to NAME.fixes.toml, strip the leading “# ”, say why.
"""
_TEXT = (Role.PARAGRAPH, Role.LIST_ITEM)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle a doubt: what it says, in Chinese and English, and the correction."""

    zh: str
    en: str
    fix: Fix


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something doubtful on a line: what and on what evidence, in both languages, and what can be done."""

    line: int
    zh: str
    en: str
    choices: tuple[Choice, ...]


def suggestions(document: CleanDocument) -> str:
    """The text of NAME.fixes.suggested.toml; empty where nothing is doubtful."""
    doubts = sorted(find_doubts(document), key=lambda doubt: doubt.line)
    return "\n".join((HEADER, *map(_written, doubts))) if doubts else ""


def _written(doubt: Doubt) -> str:
    lines = [f"## {_plain(doubt.zh)}", f"## {_plain(doubt.en)}"]
    for choice in doubt.choices:
        lines += [f"## {choice.zh} · {choice.en}:"]
        lines += [f"# {line}" for line in as_toml(choice.fix).splitlines()]
    return "\n".join((*lines, ""))


def _plain(text: str) -> str:
    """``text`` as a comment can hold it: one line, nothing that does not print."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def find_doubts(document: CleanDocument) -> Iterator[Doubt]:
    """What is doubtful in a document, findings first."""
    adviser = _Adviser(document)
    for found in document.findings:
        if warns(found):
            yield from adviser.about_finding(found)
    for removal in document.removed:
        if is_doubtful(removal.confidence):
            yield adviser.about_removal(removal)


class _Adviser:
    """Knows one document, and what can be done about a finding in it."""

    def __init__(self, document: CleanDocument) -> None:
        self._document = document
        self._text = document.source.text
        self._lines = LineIndex(self._text, document.source.file_lines)
        self._quoter = Quoter(self._text)

    def about_removal(self, removal: Removal) -> Doubt:
        """Keep it, or confirm that it goes."""
        span = removal.spans[0]
        line = self._lines.line(removal.spans)
        name = KNOWN[removal.code].name
        sure = _sure(removal.confidence)
        shown = _brief(removal.text)
        quoted, number = self._quoter.whole(span)
        keep = Fix(0, Action.KEEP, REASON, quoted, number=number)
        return Doubt(
            line,
            f"第{line}行，{removal.code} {name}：删去“{shown}”，把握 {sure}",
            f"line {line}, {removal.code} {name}: removed “{shown}”, {sure} sure",
            (
                Choice("保留", "keep it", keep),
                Choice("确认删去", "it is rightly removed", replace(keep, action=Action.REMOVE)),
            ),
        )

    def about_finding(self, found: Finding) -> Iterator[Doubt]:
        """What is doubted, with the choices there are; a finding without a place can only be ignored."""
        if found.code == unknown_division.CODE:
            yield from self._divisions(found)
            return
        line = self._lines.line(found.spans)
        name = KNOWN[found.code].name
        sure = _sure(found.confidence)
        place = text_of(self._text, found.spans[:1])
        evidence = f"；依据：“{_brief(place)}”" if place else ""
        confidence = (f"，把握 {sure}", f" ({sure} sure)") if found.confidence is not None else ("", "")
        yield Doubt(
            line,
            f"第{line}行，{found.code} {name}{confidence[0]}{evidence}",
            f"line {line}, {found.code} {name}{confidence[1]}: {found.message}",
            (*self._choices(found), self._ignored(found)),
        )

    def _choices(self, found: Finding) -> Iterator[Choice]:
        if found.code in JOINS:
            yield from self._joins(found)
        elif found.code in MOVES:
            yield from self._moves(found)
        elif found.code == gap.CODE:
            yield from self._gap(found)
        elif found.code == MISSING_TITLE and (span := likely_title(self._document, found)):
            quoted, number = self._quoter.beginning(span)
            fix = Fix(0, Action.ROLE, REASON, quoted, role=Role.TITLE, number=number)
            yield Choice("这一行是标题", "this line is the title", fix)

    def _ignored(self, found: Finding) -> Choice:
        quoted, number = self._quoter.beginning(found.spans[0]) if found.spans else ("", 0)
        fix = Fix(0, Action.IGNORE, REASON, quoted, code=found.code, number=number)
        return Choice("无误，不再提示", "all is well, say no more", fix)

    def _joined(self, first: Span, second: Span) -> Fix:
        text, number = self._quoter.end(first)
        other, other_number = self._quoter.beginning(second)
        return Fix(0, Action.JOIN, REASON, text, other, number=number, other_number=other_number)

    def _joins(self, found: Finding) -> Iterator[Choice]:
        """Confirm each join, or part the halves."""
        for first, second in pairwise(found.spans):
            quoted, number = self._quoter.beginning(second)
            fix = Fix(0, Action.SPLIT, REASON, quoted, number=number)
            if any(second in piece.spans for _, piece in pieces_at(first, self._document)):
                yield Choice("确认相接", "they belong together", self._joined(first, second))
                yield Choice("分为两段", "a paragraph begins here", fix)
            elif found.code == hard_wrap.CODE:
                yield Choice("确认分段", "a paragraph begins here", fix)
                yield Choice("是同一段", "it is one paragraph", self._joined(first, second))

    def _moves(self, found: Finding) -> Iterator[Choice]:
        """Confirm the place of a piece that was moved, or put it back where it stands in the document."""
        moved = list(dict.fromkeys(p for span in found.spans for _, p in pieces_at(span, self._document)))
        if len(moved) != 1 or not moved[0].spans:
            return
        piece = moved[0]
        quoted, number = self._quoter.beginning(piece.spans[0])
        if piece.role is Role.TITLE:
            for role, zh, en in (
                (Role.TITLE, "确认是标题", "it is the title"),
                (Role.HEADING, "是小标题", "it is a heading"),
            ):
                fix = Fix(0, Action.ROLE, REASON, quoted, role=role, number=number)
                yield Choice(zh, en, fix)
            return
        article = next(a for a, _ in pieces_at(piece.spans[0], self._document))
        now = _before(article.pieces, piece)
        raw = sorted((p for p in article.pieces if p.spans), key=lambda p: first_offset(p.spans))
        for neighbour, zh, en in (
            (now, "确认现在的位置", "it stands rightly"),
            (_before(raw, piece), "放回原处", "put it back where it stood"),
        ):
            if neighbour and neighbour.spans:
                other, other_number = self._quoter.end(neighbour.spans[-1])
                fix = Fix(0, Action.ORDER, REASON, quoted, other, number=number, other_number=other_number)
                yield Choice(zh, en, fix)

    def _gap(self, found: Finding) -> Iterator[Choice]:
        """Join the broken end with the next paragraph, or the one before with the broken beginning."""
        for article in self._document.articles:
            prose = [piece for piece in article.pieces if piece.role in _TEXT and piece.spans]
            for first, second in pairwise(prose):
                after = found.spans[0] == first.spans[-1] and "gap-after" in first.flags
                before = found.spans[0] == second.spans[0] and "gap-before" in second.flags
                if after or before:
                    fix = self._joined(first.spans[-1], second.spans[0])
                    yield Choice("与相邻段落是同一段", "it goes on in the paragraph beside it", fix)
                    return

    def _divisions(self, found: Finding) -> Iterator[Doubt]:
        """Each place of a name that does not exist, with the name that it looks like."""
        known = {name: (to, of) for name, to, of, _ in unknown_division.doubtful_divisions(self._text)}
        for span in found.spans:
            name = text_of(self._text, (span,))
            line = self._lines.line((span,))
            choices = []
            if name in known:
                quoted, number = self._quoter.whole(span)
                fix = Fix(0, Action.REPLACE, REASON, quoted, known[name][0], number=number)
                choices.append(Choice(f"应为{known[name][0]}", f"it must read {known[name][0]}", fix))
            whole = Finding(found.code, found.message, (span,))
            zh = f"第{line}行，{found.code}：没有“{name}”这个行政区划"
            zh += f"；形近的有{known[name][1]}{known[name][0]}，文中提到{known[name][1]}" if choices else ""
            yield Doubt(
                line,
                zh,
                f"line {line}, {found.code}: {found.message}",
                (*choices, self._ignored(whole)),
            )


def _before(pieces: tuple[Piece, ...] | list[Piece], piece: Piece) -> Piece | None:
    place = next(n for n, other in enumerate(pieces) if other is piece)
    return pieces[place - 1] if place else None


def _sure(confidence: float | None) -> str:
    return "—" if confidence is None else f"{confidence:.0%}"


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
