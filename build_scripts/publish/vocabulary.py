"""The vocabulary of a report: a folded table of its hard and frequent words, below the text.

The rows are the program's best order; scripts let a reader sort them and take them along as CSV or for Anki,
with a sentence of the page for each. Without scripts the table is there all the same.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element

from build_scripts.annotate import hsk
from build_scripts.publish.blocks import written_alone
from build_scripts.publish.context import Context
from build_scripts.publish.elements import (
    EN,
    NO_SEARCH,
    ZH,
    Node,
    Written,
    data_html,
    element,
    en,
    held_address,
    pair,
    spread,
    zh,
)
from build_scripts.publish.html_writer import on_page
from build_scripts.publish.languages import with_chinese_marked
from build_scripts.publish.vocabulary_file import VocabularyRow

_PINYIN = "zh-Latn-pinyin"
_GLOSSARY = "glossary/index.md"
_CEDICT = "https://cc-cedict.org/"
_LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"
# Numbers begin with the greatest, words with the first of the alphabet.
_COLUMNS = (
    ("词语", "Word", "ascending"),
    ("拼音", "Pinyin", "ascending"),
    ("HSK", "", ""),
    ("释义", "Sense", "ascending"),
    ("次数", "Times", ""),
    ("次序", "Order", "ascending"),
)


def render_vocabulary(report_id: str, context: Context) -> list[Element]:
    """The folded table of the report; nothing where its vocabulary is not known."""
    found = context.vocabulary(report_id)
    if found is None or not found.rows:
        return []
    number = len(found.rows)
    label = pair(f"生词与常用词 {number} 个", f"{number} hard and frequent words")
    head = element("tr", *(_head(*column) for column in _COLUMNS))
    rows = Written("".join([_row(row, context) for row in found.rows]))
    body = element("tbody", rows, lang=ZH)
    table = element("table", element("thead", head), body, cls="dz-board dz-vocabulary__table")
    box = element(
        "details",
        element("summary", *label),
        _tools(),
        table,
        _note(found.words, context),
        cls="dz-vocabulary",
        # No search finds a report by the English of a dictionary.
        attrs={"data-dz-report": report_id, **NO_SEARCH},
    )
    return [spread(box)]


def _head(chinese: str, english: str, first: str) -> Element:
    nodes = pair(chinese, english) if english else [chinese]
    return element("th", *nodes, attrs={"scope": "col", "data-dz-first": first})


def _row(row: VocabularyRow, context: Context) -> str:
    """A row of sixty, written at once; its text is Chinese where it does not say otherwise."""
    # What is no number itself: 7–9, and beyond all levels is harder than the highest.
    level = hsk.label(row.level)
    worth = "" if level.isdecimal() else f" data-dz-worth={row.level or hsk.BEYOND}"
    return (
        f"<tr><th scope=row><a{on_page(row.anchor)}>{data_html(row.text)}</a></th>"
        f"<td lang={_PINYIN}>{data_html(row.pinyin)}</td><td{worth}>{level or '–'}</td>"
        f"<td lang={EN}>{_sense(row, context)}</td><td>{row.count}</td><td>{row.order}</td></tr>\n"
    )


def _sense(row: VocabularyRow, context: Context) -> str:
    """The sense, of a term a link to its page; that a place is one is said in both languages."""
    sense = with_chinese_marked(data_html(row.sense))
    if row.term and (term := context.term(row.term)) is not None:
        return f"<a{held_address(context.term_address(term))}>{sense}</a>"
    return f"{sense} {_place()}" if row.place else sense


@lru_cache(maxsize=1)
def _place() -> str:
    return written_alone(element("small", *pair("地名", "place")))


def _tools() -> Element:
    """The buttons: hidden until the script that serves them has run."""
    kinds = (("csv", "下载表格", "Table (CSV)"), ("anki", "下载卡片", "Flashcards (Anki)"))
    buttons = [
        element("button", *pair(chinese, english), attrs={"type": "button", "data-dz-export": kind})
        for kind, chinese, english in kinds
    ]
    return element("p", *buttons, cls="dz-vocabulary__tools", attrs={"hidden": "hidden"})


def _note(words: int, context: Context) -> Element:
    """How many words there are in all, where levels and senses come from, the way to the glossary."""
    glossary = element("a", *pair("词汇", "Glossary"), cls="dz-glossary")
    glossary.set("href", context.links.to(_GLOSSARY))
    cedict: list[Node] = [
        element("a", "CC-CEDICT", attrs={"href": _CEDICT}),
        " (",
        element("a", "CC BY-SA 4.0", attrs={"href": _LICENCE}),
        ")",
    ]
    return element(
        "p",
        zh(f"全文共 {words} 个不同的词。HSK 等级据 2025 年考试大纲，“–”为未列入。释义："),
        " ",
        en(f"{words} different words in all. HSK levels of the 2025 syllabus; “–”: in no list. Senses:"),
        " ",
        *cedict,
        " · ",
        glossary,
        cls="dz-vocabulary__note",
    )
