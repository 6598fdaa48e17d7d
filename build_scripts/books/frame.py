"""The pages of a book that are not of a report: its contents, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from build_scripts.books.names import STYLE
from build_scripts.books.xhtml import PAGE
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.elements import EN, ZH


@dataclass(frozen=True, slots=True)
class Publisher:
    """What every book says of the site: its name and address, its licence and the address of that."""

    name: str
    url: str = ""
    licence: str = ""
    licence_url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads, or nothing for a mere heading; and the lines below it."""

    label: str
    href: str = ""
    below: tuple[Entry, ...] = ()


def contents_page(entries: Sequence[Entry], title: str) -> str:
    """The navigation of a book, which can be read as a page, too."""
    start = '<nav epub:type="toc" role="doc-toc" id="toc">'
    body = "\n".join([start, "<h1>目录 Contents</h1>", *_list(entries), "</nav>"])
    return PAGE.format(lang=ZH, title=_text(title), style=STYLE, body=body)


def _list(entries: Iterable[Entry]) -> list[str]:
    lines = ["<ol>"]
    for entry in entries:
        label = _text(entry.label) or "…"
        tag = f'<a href="{escape(entry.href)}">{label}</a>' if entry.href else f"<span>{label}</span>"
        lines += [f"<li>{tag}", *(_list(entry.below) if entry.below else ()), "</li>"]
    return [*lines, "</ol>"]


def about_page(publisher: Publisher, page: str = "") -> str:
    """What a reader should know of the book; ``page`` is where its report stands on the site, if known."""
    at = page or publisher.url
    link = f' <a href="{escape(legal(at))}">{_text(at)}</a>' if at else ""
    name, licence = _text(publisher.name), _licence(publisher)
    zh = [
        f"本书取自网站“{name}”。{link}",
        "汉字上方注拼音；带点线的词在书末有注释。",
        "标有“机译 machine”的英文是机器翻译，未经人工校对；“待更新 stale”表示中文改动之后译文还没有跟上。",
        f"许可：{licence}" if licence else "",
    ]
    en = [
        f"This book was made from the site {name}.{link}",
        "Pinyin stands above the characters; words with a dotted line have a note at the end.",
        "English marked “机译 machine” is a machine’s and unchecked; “待更新 stale” means that the"
        " Chinese has changed since it was translated.",
        f"Licence: {licence}" if licence else "",
    ]
    sides = [
        f'<div class="{cls}" lang="{lang}" xml:lang="{lang}">'
        + "".join(f"<p>{line}</p>" for line in lines if line)
        + "</div>"
        for cls, lang, lines in (("dz-zh", ZH, zh), ("dz-en", EN, en))
    ]
    start = '<section epub:type="colophon" role="doc-colophon">'
    body = "\n".join([start, "<h1>关于本书 About this book</h1>", *sides, "</section>"])
    return PAGE.format(lang=ZH, title="关于本书 About this book", style=STYLE, body=body)


def _licence(publisher: Publisher) -> str:
    name = _text(publisher.licence)
    return f'<a href="{escape(legal(publisher.licence_url))}">{name}</a>' if publisher.licence_url else name


def _text(text: str) -> str:
    return escape(legal(text), quote=False)
