"""A report page as a value. Law: ``write(parse(text)) == text`` for any text whatever.

A page is its front matter and a row of nodes, each holding its raw text: plain :class:`Text`, a
:class:`Marker` of the page (report, related, orphans), or a :class:`Unit`, one block of the report with
its Chinese, its English and what is known of both. What is not a well-formed marker in a place where it
means something stays text and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Role
from build_scripts.sync.asides import read_exception, suggestion_ends, without_suggestions
from build_scripts.sync.fences import fenced
from build_scripts.sync.front import read_front_matter
from build_scripts.sync.marks import Chinese, Status, effective, read_mark
from build_scripts.sync.nodes import Marker, Node, Page, Parts, Text, Unit
from build_scripts.sync.text import (
    bare,
    is_quotation,
    prefix_with_hash,
    quoted,
    quoted_marked,
    split_lines,
    unified,
    zh_hash,
)

__all__ = ["Marker", "Node", "Page", "Parts", "Text", "Unit", "english_lines", "parse", "status", "write"]

_HASH = r"[0-9a-f]{8}"
_ROLES = "|".join(role.value for role in Role)
_ZH = re.compile(
    rf"zh[ \t]+(?P<hash>{_HASH}(?:-[1-9][0-9]{{0,5}})?)[ \t]+(?P<role>{_ROLES})"
    r"(?P<flags>(?:[ \t]+[a-z0-9-]+)*)"
)
_WAS = re.compile(rf"was[ \t]+(?P<hash>{_HASH})")
_PAGE = re.compile(r"(?P<kind>report|related)[ \t]+(?P<id>[^\s<>]+)|(?P<orphans>orphans)")
_COMMENT = re.compile(r"<!--[ \t]*(?P<words>[a-z][^<>]*)-->[ \t]*")
_LOOKS = re.compile(
    r"<!--[ \t]*(?P<kind>zh|en|was|ok|suggested|report|related|orphans)(?=[ \t]|-->|$)", re.IGNORECASE
)
_CODE = re.compile(r" {4}| {0,3}\t")
_CONFLICT = re.compile(r"(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(?: |$)")


def parse(text: str, path: str = "") -> Page:
    """Read a page; never raises, and loses nothing: ``write(parse(text)) == text``.

    Args:
        text: the whole file; any string will do.
        path: the name of the file for the diagnostics.
    """
    front = read_front_matter(text)
    lines = split_lines(text[len(front.raw) :])
    reader = _Reader(lines, len(split_lines(front.raw)))
    nodes = tuple(reader.nodes())
    found = [(line, "P002", "git left a merge conflict here") for line in _conflicts(text)]
    if front.error:
        found.append((front.error_line, "P003", f"the front matter cannot be read: {front.error}"))
    found += [(reader.number(n), "P006", "a code block is opened here and not closed") for n in reader.stray]
    found += reader.malformed
    found.sort(key=lambda item: (item[0], item[1]))
    return Page(front, nodes, tuple(Diagnostic(path, line, code, message) for line, code, message in found))


def write(page: Page) -> str:
    """The text of ``page``."""
    return page.front.raw + "".join(node.raw for node in page.nodes)


def status(unit: Unit) -> Status:
    """What is true of the English of ``unit``, whatever its marker says.

    Example: a unit with the marker ``machine 1a2b3c4d`` is ``human`` once its English has another hash.
    """
    return effective(unit.mark, unit.en).status


def english_lines(nodes: Iterable[Node]) -> list[str]:
    """Every line that people or machines wrote, stripped; the lines that no sync may lose.

    A suggestion is a copy of what stands elsewhere: it counts once somebody has edited it.
    """
    lines: list[str] = []
    for node in nodes:
        if isinstance(node, Unit):
            prose = (node.parts.note, node.parts.second_note, node.parts.body)
            lines += unified("\n".join(without_suggestions(raw) for raw in prose)).split("\n")
        elif isinstance(node, Text):
            lines += unified(node.raw).split("\n")
    return [line.strip() for line in lines if line.strip()]


def _conflicts(text: str) -> Iterator[int]:
    # "=======" alone underlines a heading in Markdown: it is no sign of a conflict without the others.
    if "<<<<<<<" in text or ">>>>>>>" in text:
        yield from (n for n, line in enumerate(split_lines(text), 1) if _CONFLICT.match(bare(line)))


def _stray_ends(lines: Sequence[str]) -> Iterator[int]:
    """The lines that only end a comment where none is open: a marker's first line was deleted."""
    inside = False
    for place, line in enumerate(lines):
        if not inside and line.strip() == "-->":
            yield place
        last = max(line.rfind("<!--"), line.rfind("-->"))
        if last >= 0:
            inside = line.startswith("<!--", last)


def _old_chinese(wanted: str, lines: Sequence[str]) -> Chinese:
    """The old Chinese below a ``was`` marker; older pages show it without its changes."""
    plain = quoted(lines)
    return Chinese(wanted, plain if zh_hash(plain) == wanted else quoted_marked(lines))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A well-formed marker line; ``zh`` with where its quotation starts and ends."""

    kind: str
    words: str
    fields: Mapping[str, str | None]
    quotation: tuple[int, int] = (0, 0)
    authentic: bool = False


class _Reader:
    """Walks over the lines of one page once."""

    def __init__(self, lines: Sequence[str], before: int) -> None:
        self._lines = lines
        self._before = before
        self._marks = {n: mark for n, line in enumerate(lines) if (mark := self._mark(n, line))}
        borders = {n for n, mark in self._marks.items() if mark.authentic}
        self._suggestions = suggestion_ends(lines)
        self._hidden, self.stray = fenced(lines, borders, self._suggestions)
        self._strays = set(_stray_ends(lines))
        self.malformed: list[tuple[int, str, str]] = []

    def number(self, place: int) -> int:
        """The line of the file, from 1, that ``place`` is."""
        return self._before + place + 1

    def nodes(self) -> Iterator[Node]:
        """The nodes of the page in order; their raw texts joined are the lines joined."""
        place = start = 0
        while place < len(self._lines):
            mark = self._at(place)
            if mark is None or mark.kind in ("en", "was", "ok"):
                self._report(place, mark)
                place += 1
                continue
            if start < place:
                yield Text(self._raw(start, place), self.number(start))
            if mark.kind == "zh":
                unit, start = self._unit(place, mark)
                yield unit
            else:
                start = self._past_blank(place + 1)
                argument = mark.fields["id"] or ""
                yield Marker(self._raw(place, start), self.number(place), mark.kind, argument)
            place = start
        if start < place:
            yield Text(self._raw(start, place), self.number(start))

    def _unit(self, first: int, mark: _Mark) -> tuple[Unit, int]:
        quotation = mark.quotation
        after_zh = self._past_blank(quotation[1])
        was_at, en_at, end = self._markers_inside(after_zh)
        was = self._at(was_at) if was_at is not None else None
        en = self._at(en_at) if en_at is not None else None
        notes_end = en_at if en_at is not None else end
        was_start, was_end, old = notes_end, notes_end, None
        if was is not None and was_at is not None:
            was_start, was_end = was_at, self._past_blank(was.quotation[1])
            old = _old_chinese(was.fields["hash"] or "", self._lines[slice(*was.quotation)])
        parts = Parts(
            zh=self._raw(first, after_zh),
            note=self._raw(after_zh, was_start),
            was=self._raw(was_start, was_end),
            second_note=self._raw(was_end, notes_end),
            en=self._raw(notes_end, notes_end + 1) if en else "",
            body=self._raw(notes_end + 1, end) if en else "",
        )
        unit = Unit(
            line=self.number(first),
            zh_hash=mark.fields["hash"] or "",
            role=mark.fields["role"] or "",
            flags=tuple((mark.fields["flags"] or "").split()),
            zh=quoted(self._lines[slice(*quotation)]),
            was=old,
            mark=read_mark(en.words) if en else None,
            parts=parts,
        )
        return unit, end

    def _markers_inside(self, start: int) -> tuple[int | None, int | None, int]:
        """Where the ``was`` and ``en`` markers of a unit stand, and where the unit ends."""
        was = en = None
        place = start
        while place < len(self._lines):
            mark = self._at(place)
            if mark is None:
                if place in self._suggestions and not self._hidden[place]:
                    place = self._suggestions[place]
                    continue
                if self._looks_like(place, "zh", at_start=True):
                    break
                self._report(place, mark)
            elif mark.kind == "en" and en is None:
                en = place
            elif mark.kind == "was" and was is None and en is None:
                was = place
                place = mark.quotation[1] - 1
            elif mark.kind in ("en", "was"):
                self._report(place, mark)
            elif mark.kind != "ok":
                break
            place += 1
        return was, en, place

    def _at(self, place: int) -> _Mark | None:
        return None if self._hidden[place] else self._marks.get(place)

    def _mark(self, place: int, line: str) -> _Mark | None:
        if not line.startswith("<!--"):
            return None
        if read_exception(line):
            return _Mark("ok", "", {})
        comment = _COMMENT.fullmatch(bare(line))
        if not comment:
            return None
        words = comment["words"].rstrip(" \t")
        first, _, rest = words.replace("\t", " ").partition(" ")
        if first == "en" and read_mark(rest.strip(" ")):
            return _Mark("en", rest.strip(" "), {})
        page = _PAGE.fullmatch(words)
        if page:
            return _Mark(page["kind"] or "orphans", words, page.groupdict(), authentic=True)
        found = _ZH.fullmatch(words) or _WAS.fullmatch(words)
        if not found:
            return None
        kind = words[:3].strip()
        quotation, whole = self._quotation(place + 1, (found["hash"] or "")[:8], kind)
        if kind == "was" and quotation[0] == quotation[1]:
            return None
        return _Mark(kind, words, found.groupdict(), quotation, whole and kind == "zh")

    def _quotation(self, start: int, wanted: str, kind: str) -> tuple[tuple[int, int], bool]:
        """The quotation from ``start`` on, without what somebody added to it; and whether it has the hash."""
        first = self._past_blank(start)
        end = first
        while end < len(self._lines) and is_quotation(self._lines[end]):
            end += 1
        lines = list(self._lines[first:end])
        count = prefix_with_hash(lines, wanted)
        if not count and kind == "was":
            count = prefix_with_hash(lines, wanted, quoted_marked)
        if count:
            return (first, first + count), True
        return ((first, end) if end > first else (start, start)), False

    def _past_blank(self, place: int) -> int:
        while place < len(self._lines) and not self._lines[place].strip():
            place += 1
        return place

    def _raw(self, start: int, end: int) -> str:
        return "".join(self._lines[start:end])

    def _looks_like(self, place: int, kind: str = "", *, at_start: bool = False) -> bool:
        line = self._lines[place]
        if self._hidden[place] or _CODE.match(line):
            return False
        found = _LOOKS.match(line.lstrip(" ")) if at_start else _LOOKS.search(bare(line))
        return found is not None and kind in ("", found["kind"].lower())

    def _report(self, place: int, mark: _Mark | None) -> None:
        if mark is not None:
            message = f"this “{mark.kind}” marker stands where it has no meaning; it stays ordinary text"
        elif self._looks_like(place):
            message = "this looks like a marker but is none; it stays ordinary text"
            if self._looks_like(place, "ok"):
                message = "an exception needs a code and a reason; this stays ordinary text"
            elif self._looks_like(place, "suggested"):
                message = "a suggestion is a comment of several lines in a unit; this stays ordinary text"
        elif place in self._strays and not self._hidden[place]:
            message = "a comment ends here that began nowhere; it stays ordinary text"
        else:
            return
        self.malformed.append((self.number(place), "P001", message))
