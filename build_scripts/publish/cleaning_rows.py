"""The rows of “How this text was cleaned”: raw text on one side, what became of it on the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.code_names import chinese_name
from build_scripts.codes import REGISTRY
from build_scripts.publish.code_list import code_link
from build_scripts.publish.context import Context
from build_scripts.publish.differences import Change, differences, invisible, split_by
from build_scripts.publish.elements import ZH, Node, element, pair, spread, zh
from build_scripts.publish.page_names import cleaning_path
from build_scripts.publish.review_file import Decision, PieceShown, ReviewShown, Row

_ROLES = {
    "title": ("标题", "Title"),
    "subtitle": ("副题", "Deck"),
    "metadata": ("署名与日期", "By-line and dates"),
    "heading": ("小标题", "Heading"),
    "paragraph": ("", ""),  # as nearly all are
    "list_item": ("条目", "List item"),
    "caption": ("图注", "Caption"),
}
_REASONS = {
    "boilerplate": ("网页附带内容", "site furniture"),
    "duplicate": ("重复", "duplicate"),
    "not_chinese": ("非中文", "not Chinese"),
    "ornament": ("装饰符号", "ornament"),
    "page_furniture": ("报纸版面信息", "page furniture"),
    "page_number": ("页码", "page number"),
    "placeholder": ("图片占位", "placeholder"),
}
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"\s")


def reason(name: str, code: str) -> tuple[str, str]:
    """A reason of removal in both languages; one without a name of its own is called as its code."""
    return _REASONS.get(name) or (chinese_name(code).name, name.replace("_", " "))


def render_rows(report_id: str, review: ReviewShown, context: Context) -> Element:
    """The table, a row for each stretch of the raw document."""
    teller = _Rows(report_id, review, context)
    labels = (("行", "Line"), ("原文", "Raw text"), ("结果", "Result"))
    head = element(
        "tr",
        *(element("th", *pair(*label), attrs={"scope": "col", "role": "columnheader"}) for label in labels),
        attrs={"role": "row"},
    )
    # The roles are said again: on a phone the cells are set as blocks, which costs a table its meaning.
    return element(
        "table",
        element("thead", head, attrs={"role": "rowgroup"}),
        spread(element("tbody", *teller.rows(), attrs={"role": "rowgroup"})),
        cls="dz-cleaning",
        attrs={"id": "rows", "role": "table"},
    )


def shown_raw(text: str, quotes: Sequence[str] = ()) -> list[Node]:
    """Raw text in which nothing is hidden: characters that cannot be seen as their numbers.

    ``quotes`` are words in it that are doubted, and marked.
    """
    nodes: list[Node] = []
    if quotes := [quote for quote in quotes if quote]:
        parts = re.split("(" + "|".join(map(re.escape, quotes)) + ")", text)
        for place, part in enumerate(parts):
            nodes += [element("mark", *shown_raw(part))] if place % 2 else shown_raw(part)
        return nodes
    for hidden, group in groupby(text, key=invisible):
        run = "".join(group)
        if not hidden:
            nodes.append(run)
            continue
        for char, same in groupby(run):
            count = len(list(same))
            times = f"×{count}" if count > 1 else ""
            nodes.append(element("i", f"U+{ord(char):04X}{times}", cls="dz-invisible"))
    return nodes


def shown_changes(changes: Iterable[Change]) -> list[Node]:
    """A published text with its repairs: what was put in and, where more than a mark changed, what went."""
    nodes: list[Node] = []
    for change in changes:
        if change.raw == change.text:
            nodes.append(change.text)
            continue
        # A mark for a mark: the raw one stands on the left anyway, and twenty struck commas hide a sentence.
        small = len(change.raw) == len(change.text) == 1 and not (change.raw + change.text).isalnum()
        if change.raw and not small:
            nodes.append(element("del", *shown_raw(_SPACE.sub("␣", change.raw))))
        if change.text:
            nodes.append(element("ins", change.text))
    return nodes


class _Rows:
    """The rows of one report, with what they need to know of each other."""

    def __init__(self, report_id: str, review: ReviewShown, context: Context) -> None:
        self._context = context
        self._pieces = review.pieces
        self._rows = review.rows
        report = context.site.reports.get(report_id)
        self._page = report.path if report else f"reports/{report_id}.md"
        self._shown = {row.line: row.shown for row in review.rows if not row.to}
        self._parts = self._told_apart()
        self._continued = {row.joins: row.line for row in review.rows if row.joins}
        self._ids: set[int] = set()

    def rows(self) -> Iterator[Element]:
        """The rows in the order of the document."""
        for row in self._rows:
            yield self._strangers(row) if row.to else self._row(row)

    def _told_apart(self) -> Mapping[tuple[int, int], list[Change]]:
        """The changes of each part of each piece; none for a piece that is not shown whole."""
        raws: dict[int, dict[int, str]] = {}
        for row in self._rows:
            if row.piece in self._pieces:
                raws.setdefault(row.piece, {})[row.part] = row.raw
        told: dict[tuple[int, int], list[Change]] = {}
        for number, parts in raws.items():
            piece = self._pieces[number]
            if len(parts) != piece.parts:
                continue
            ordered = [parts[part] for part in sorted(parts)]
            changes = split_by(differences("".join(ordered), piece.text), [len(raw) for raw in ordered])
            told |= {(number, part): found for part, found in zip(sorted(parts), changes, strict=True)}
        return told

    def _row(self, row: Row) -> Element:
        lines = _LINE_END.split(row.raw)
        raw = element("td", *self._raw(row, lines), cls="dz-raw", lang=ZH, attrs={"role": "cell"})
        made = element("td", *self._made(row), cls="dz-made", attrs={"role": "cell"})
        names = ["dz-row"]
        names += ["dz-row--decided"] if row.decided else []
        names += ["dz-row--structural"] if row.structural else []
        names += ["dz-row--doubtful"] if row.doubtful else []
        names += ["dz-row--removed"] if row.removed else []
        attrs = {"role": "row", "id": self._id(row.line)}
        return element("tr", self._number(row), raw, made, cls=" ".join(names), attrs=attrs)

    def _id(self, line: int) -> str:
        """The anchor of a line, which only the first stretch on it carries."""
        if line in self._ids:
            return ""
        self._ids.add(line)
        return f"L{line}"

    def _number(self, row: Row) -> Element:
        link = element("a", str(row.shown), attrs={"href": f"#L{row.line}"})
        return element("th", link, attrs={"scope": "row", "role": "rowheader"})

    def _raw(self, row: Row, lines: Sequence[str]) -> list[Node]:
        """The raw text; each further line of a stretch has its anchor, too."""
        nodes: list[Node] = shown_raw(lines[0], row.quotes)
        for offset, line in enumerate(lines[1:], start=1):
            nodes.append(element("br"))
            if anchor := self._id(row.line + offset):
                nodes.append(element("span", attrs={"id": anchor}))
            nodes += shown_raw(line, row.quotes)
        return [element("del", *nodes)] if row.removed else nodes

    def _made(self, row: Row) -> list[Node]:
        nodes: list[Node] = []
        decisions = row.decisions
        if row.removed:
            nodes.append(element("p", *self._removed(row), cls="dz-fate"))
            decisions = decisions[1:]
        elif piece := self._pieces.get(row.piece):
            nodes.append(element("p", *self._fate(row, piece), cls="dz-fate"))
            if text := self._text(row, piece):
                nodes.append(element("p", *text, cls="dz-result", lang=ZH))
        if decisions:
            items = (element("li", *self._decision(decision)) for decision in decisions)
            nodes.append(element("ul", *items, cls="dz-decisions"))
        return nodes

    def _removed(self, row: Row) -> list[Node]:
        """Why it was removed; the first decision of the row is that of the rule that did it."""
        code = row.decisions[0].code if row.decisions else ""
        nodes: list[Node] = [element("b", *pair("删去", "Removed")), " ", *pair(*reason(row.removed, code))]
        if row.decisions:
            nodes += [" ", code_link(code, self._context, titled=False), *_sureness(row.decisions[0])]
        return nodes

    def _text(self, row: Row, piece: PieceShown) -> list[Node]:
        """What is published of the row; nothing where that is the raw text, which stands on the left."""
        changes = self._parts.get((row.piece, row.part))
        if changes is not None:
            same = all(change.raw == change.text for change in changes)
            return [] if same else shown_changes(changes)
        return [piece.text] if row.part == 1 else []

    def _fate(self, row: Row, piece: PieceShown) -> list[Node]:
        """Which piece it became, and where that stands."""
        label = pair(*_ROLES.get(piece.role, (piece.role, "")))
        between = [" "] if label else []
        href = self._context.links.to(self._page, piece.anchor)
        nodes: list[Node] = [element("a", f"¶{row.piece + 1}", *between, *label, attrs={"href": href})]
        if row.joins:
            nodes += self._line("接在第{}行之后", "joined to line {}", row.joins)
        if row.line in self._continued:
            nodes += self._line("下接第{}行", "goes on in line {}", self._continued[row.line])
        if row.moved and row.follows:
            nodes += self._line("移到第{}行之后", "moved to after line {}", row.follows)
        elif row.moved and not row.joins:
            nodes += [" ", element("b", *pair("移到篇首", "moved to the head"))]
        return nodes

    def _line(self, chinese: str, english: str, line: int) -> list[Node]:
        """A reference to another line, with a link if that is on this page."""
        number = self._shown.get(line, line)
        label = pair(chinese.format(number), english.format(number))
        if line in self._shown:
            return [" ", element("a", *label, cls="dz-where", attrs={"href": f"#L{line}"})]
        return [" ", element("b", *label)]

    def _decision(self, decision: Decision) -> list[Node]:
        known = REGISTRY.get(decision.code)
        english = decision.message or (known.name.replace("-", " ") if known else "")
        label = _shown_pair(chinese_name(decision.code).name, english)
        return [code_link(decision.code, self._context, titled=False), " ", *label, *_sureness(decision)]

    def _strangers(self, row: Row) -> Element:
        """A run of lines that belongs to other reports of the document."""
        links: list[Node] = []
        for name in row.reports:
            report = self._context.site.reports.get(name)
            if report is not None:
                href = self._context.links.to(cleaning_path(name))
                links += [" ", element("a", zh(report.title, cls=""), attrs={"href": href})]
        lines = f"{row.shown}–{row.to}" if row.to > row.line else str(row.shown)
        label = pair("属于另一篇报告", "belongs to another report")
        return element(
            "tr",
            element("th", lines, attrs={"scope": "row", "role": "rowheader"}),
            element("td", *label, *links, attrs={"role": "cell", "colspan": "2"}),
            cls="dz-row dz-row--other",
            attrs={"role": "row"},
        )


def _sureness(decision: Decision) -> list[Node]:
    """How sure a decision is, and whether it is in doubt."""
    nodes: list[Node] = []
    if decision.confidence is not None:
        nodes += [" ", element("small", f"{decision.confidence:.0%}", cls="dz-sure")]
    if decision.doubtful:
        nodes += [" ", element("small", "存疑 doubtful", cls="dz-mark dz-mark--doubtful")]
    return nodes


def _shown_pair(chinese: str, english: str) -> list[Node]:
    """A label whose English may quote raw text: nothing in it is hidden."""
    quoted = element("span", *shown_raw(english), cls="dz-en", lang="en")
    return [zh(chinese), " ", quoted] if chinese else [quoted]
