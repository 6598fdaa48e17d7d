"""Entries of the glossary → the notes of a book: heading, pinyin, English, explanation in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from build_scripts.annotate.lexicon import Term
from build_scripts.books.names import STYLE, note_anchor
from build_scripts.books.xhtml import PAGE, Cleaner, set_language, written
from build_scripts.digests import digest
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.blocks import written_alone
from build_scripts.publish.context import Context
from build_scripts.publish.elements import EN, ZH
from build_scripts.publish.glossary import entry_explanation
from build_scripts.publish.pinyin_keys import key

_SIDES = {"dz-zh": ZH, "dz-en": EN}
_PINYIN = "zh-Latn-pinyin"


def note_pinyin(entry: Term, context: Context) -> str:
    """The pinyin of an entry, as its page has it."""
    known = context.site.terms.get(entry.id)
    return entry.pinyin or (known.pinyin if known else "")


def note_digest(entry: Term, context: Context) -> str:
    """A name for all that decides a note."""
    facts = (entry.id, entry.zh, note_pinyin(entry, context), entry.en)
    return digest(repr((*facts, entry.explanation_zh, entry.explanation_en)), 16)


def note_text(entry: Term, context: Context) -> str:
    """A note as XHTML. It links to no other: they might not be in the book."""
    head = [
        _run("b", entry.zh, ZH),
        _run("i", note_pinyin(entry, context), _PINYIN),
        _run("span", entry.en, EN),
    ]
    source = "".join(written_alone(block) for block in entry_explanation(entry, context))
    cleaner = Cleaner()
    sides = []
    for side in cleaner.parse(source).xpath("div/div"):
        cls = next((name for name in _SIDES if name in side.get("class", "").split()), "")
        if cls:
            cleaner.clean(side)
            side.attrib.clear()
            side.set("class", cls)
            set_language(side, _SIDES[cls])
            sides.append(side)
    body = "\n".join(filter(None, [f'<p class="dz-head">{" ".join(filter(None, head))}</p>', written(sides)]))
    anchor = note_anchor(entry.id)
    return f'<div class="dz-entry" id="{anchor}" epub:type="footnote" role="doc-footnote">\n{body}\n</div>'


def _run(tag: str, text: str, lang: str) -> str:
    if not text:
        return ""
    return f'<{tag} lang="{lang}" xml:lang="{lang}">{escape(legal(text))}</{tag}>'


def in_order(entries: Iterable[Term], context: Context) -> list[Term]:
    """Entries as a glossary has them: by their pinyin as it is typed."""
    return sorted(entries, key=lambda entry: (key(note_pinyin(entry, context)), entry.zh))


def notes_page(notes: Iterable[str]) -> str:
    """The file of the notes, which come in order."""
    heading = f"<h1>{_run('span', '注释', ZH)} {_run('span', 'Notes', EN)}</h1>"
    body = "\n".join(['<section epub:type="footnotes">', heading, *notes, "</section>"])
    return PAGE.format(lang=ZH, title="注释 Notes", style=STYLE, body=body)
