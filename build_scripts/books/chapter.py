"""A report as it was rendered for the site → the chapter of a book.

Read by the classes of :mod:`build_scripts.publish.units`: titles, deck, headings, units, notices of gaps.
Menus, switches, lists at the end and all else stays behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from lxml.etree import _Element

from build_scripts.books.names import NOTES, STYLE
from build_scripts.books.xhtml import PAGE, Address, Cleaner, plain, set_language, written
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.elements import EN, ZH
from build_scripts.publish.site import Report
from build_scripts.publish.statuses import LABELS, marked_title

_FURTHER = re.compile('<h[1-6][^<>]* id="(?!u-)')
"""The first heading that is none of the report: below it stand other reports, figures and words."""

_ANCHOR = re.compile("u-[A-Za-z0-9-]+")
_SIDES = {"dz-zh": ZH, "dz-en": EN}
_HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a chapter: its place, and what it is called in both languages."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A report in a book: its file as text, its headings, and the headwords that it links to, in order."""

    text: str
    headings: tuple[Heading, ...]
    notes: tuple[str, ...]


def read_chapter(
    report: Report, themes: Sequence[str], content: str, note: Callable[[str], str], address: Address
) -> Chapter:
    """The chapter of a report.

    Args:
        report: what is known of it.
        themes: the names of its themes.
        content: its HTML, as the Markdown extension made it.
        note: the anchor of the note on a heading or variant of the glossary; empty where there is none.
        address: see :class:`.xhtml.Cleaner`.
    """
    cleaner = Cleaner(note, f"../{NOTES}", address)
    own = _FURTHER.split(content, maxsplit=1)[0]
    blocks = [block for child in cleaner.parse(own) if (block := _block(child, cleaner)) is not None]
    headings = tuple(
        Heading(block.get("id") or "", " · ".join(filter(None, (_side(block, cls) for cls in _SIDES))))
        for block in blocks
        if block.tag in _HEADINGS
    )
    head = [block for block in blocks if block.get("id") in ("u-title", "u-subtitle")]
    rest = [block for block in blocks if block not in head]
    labelled = ' aria-labelledby="u-title"' if headings and headings[0].anchor == "u-title" else ""
    start = f'<section epub:type="chapter" role="doc-chapter"{labelled}>'
    parts = [start, written(head), facts(report, themes), written(rest), "</section>"]
    body = "\n".join(filter(None, parts))
    title = escape(legal(report.title))
    text = PAGE.format(lang=ZH, title=title, style=f"../{STYLE}", body=body)
    return Chapter(text, headings, tuple(cleaner.used))


def _block(node: _Element, cleaner: Cleaner) -> _Element | None:
    """A block of the page, cleaned; None for what has no place in a book."""
    if not isinstance(node.tag, str):
        return None
    classes = (node.get("class") or "").split()
    if node.tag in _HEADINGS and _anchor(node):
        return _kept(node, cleaner, "")
    if "dz-unit" in classes or "dz-deck" in classes:
        return _unit(node, cleaner)
    if "dz-list" in classes:
        for child in list(node):
            if _unit(child, cleaner) is None:
                child.drop_tree()
        return _plain_block(node, "dz-list", {"role": "list"})
    if node.tag == "p" and (not classes or "dz-gap" in classes):
        return _kept(node, cleaner, " ".join(classes))
    return None


def _unit(node: _Element, cleaner: Cleaner) -> _Element | None:
    """A row of both languages: of its parts the two sides and notices of gaps."""
    anchor, role = _anchor(node), node.get("role") or ""
    if not anchor:
        return None
    for child in list(node):
        side = next((cls for cls in (*_SIDES, "dz-gap") if cls in (child.get("class") or "").split()), "")
        if not side:
            child.drop_tree()
            continue
        _kept(child, cleaner, side)
        for inner in list(child) if child.tag == "div" else ():
            if inner.tag != "p":
                inner.drop_tree()
        if side in _SIDES:
            set_language(child, _SIDES[side])
    return _plain_block(node, "dz-unit", {"id": anchor, "role": role if role == "listitem" else ""})


def _kept(node: _Element, cleaner: Cleaner, classes: str) -> _Element:
    anchor = _anchor(node)
    cleaner.clean(node)
    return _plain_block(node, classes, {"id": anchor})


def _plain_block(node: _Element, classes: str, attributes: dict[str, str]) -> _Element:
    node.attrib.clear()
    for name, value in {"class": classes, **attributes}.items():
        if value:
            node.set(name, value)
    return node


def _anchor(node: _Element) -> str:
    anchor = node.get("id") or ""
    return anchor if _ANCHOR.fullmatch(anchor) else ""


def _side(heading: _Element, cls: str) -> str:
    found = heading.find_class(cls)
    return " ".join(plain(found[0]).split()) if found else ""


def facts(report: Report, themes: Sequence[str]) -> str:
    """By-line, date, publisher, themes, state of the translation, as XHTML; empty where nothing is known."""
    lines = [
        ("作者", "By", "、".join(report.authors)),
        ("日期", "Date", report.date),
        ("刊发", "Published in", report.publisher),
        ("专题", "Themes", "；".join(themes)),
        ("译文", "Translation", "，".join(_counts(report))),
    ]
    items = [
        f"<li><b><span {_lang(ZH)}>{zh}</span> <span {_lang(EN)}>{en}</span></b> {escape(legal(value))}</li>"
        for zh, en, value in lines
        if value
    ]
    return "\n".join(['<ul class="dz-facts">', *items, "</ul>"]) if items else ""


def _counts(report: Report) -> Iterator[str]:
    for status, label in LABELS.items():
        if report.counts.get(status, 0) > 0:
            yield f"{label} {report.counts[status]}"


def _lang(lang: str) -> str:
    return f'lang="{lang}" xml:lang="{lang}"'


def titles(report: Report) -> tuple[str, str]:
    """What a book is called by a report: both titles, the English one marked where it is a machine's."""
    return legal(report.title), legal(marked_title(report.title_en, report.title_machine))
