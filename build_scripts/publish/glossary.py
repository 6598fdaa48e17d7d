"""The entries of a glossary file, enriched: pinyin, fields, explanations side by side, where it is used."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from build_scripts.annotate.lexicon import Term, load_lexicon
from build_scripts.annotate.segment import has_han
from build_scripts.publish.chinese import chinese
from build_scripts.publish.context import Context
from build_scripts.publish.elements import (
    EN,
    NO_SEARCH,
    ZH,
    Node,
    element,
    en,
    pair,
    plural,
    spread,
    toc_label,
    zh,
)
from build_scripts.publish.english import english_blocks
from build_scripts.publish.header import fact
from build_scripts.publish.lists import term_link
from build_scripts.publish.page_names import term_anchor
from build_scripts.publish.pinyin_keys import key
from build_scripts.publish.site import Term as SiteTerm
from build_scripts.publish.view_switch import view_switch

_KINDS = {
    "term": ("术语", "term"),
    "organisation": ("机构", "organisation"),
    "campaign": ("运动", "campaign"),
    "office": ("职务", "office"),
}


def render_glossary(text: str, context: Context) -> list[str | list[Element]]:
    """What follows ``<!-- glossary -->``: each entry as its elements, all else as the Markdown it is.

    An entry that cannot be read, or that another file gives already, is such Markdown, too.
    """
    lines = text.split("\n")
    page, _ = load_lexicon({"page.md": text})
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    parts: list[str | list[Element]] = [[view_switch()]] if page.terms else []
    done = 0
    for entry in page.terms:
        start = entry.line - 1
        # Only where the whole glossary has the same entry is there an address that reports link to.
        known = _known(entry, context)
        if start not in starts or known is None:
            continue
        end = next((number for number in starts if number > start), len(lines))
        parts.append("\n".join(lines[done:start]))
        parts.append(render_entry(known, context))
        done = end
    return [*parts, "\n".join(lines[done:])]


def _known(entry: Term, context: Context) -> Term | None:
    """The entry as the whole glossary has it: its id and variants depend on the other files."""
    if context.named is None and not context.lexicon.terms:
        return entry
    known = context.entry(entry.zh)
    told = known and (known.zh, known.en, known.explanation_zh)
    return known if told == (entry.zh, entry.en, entry.explanation_zh) else None


def render_entry(entry: Term, context: Context) -> list[Element]:
    """The elements of one entry; its heading is the anchor that reports link to."""
    return [
        _heading(entry),
        entry_fields(entry, context),
        *entry_explanation(entry, context),
        *_where(context.site.terms.get(entry.id), context),
    ]


def _heading(entry: Term) -> Element:
    heading = element("h2", zh(entry.zh), " ", en(entry.en), cls="dz-heading dz-term-heading")
    heading.set("id", term_anchor(entry.id))
    heading.set("data-toc-label", toc_label(entry.zh, entry.en))
    return heading


def entry_fields(entry: Term, context: Context) -> Element:
    """Pinyin (with the form without tones that a search box gets, not shown) and the fields of the file."""
    term = context.site.terms.get(entry.id)
    pinyin = entry.pinyin or (term.pinyin if term else "")
    box = element("div", cls="dz-facts")
    if pinyin:
        searched = element("span", key(pinyin), cls="dz-key", attrs={"aria-hidden": "true"})
        box.append(fact("拼音", "Pinyin", [element("i", pinyin, lang="zh-Latn-pinyin"), " ", searched]))
    if entry.variants:
        box.append(fact("又作", "Also written", [zh("；".join(entry.variants), cls="")]))
    if entry.admitted:
        box.append(fact("亦可译", "Also rendered", [en("; ".join(entry.admitted), cls="")]))
    # From here on nothing that a search should find; least of all what should not be written.
    if entry.avoid:
        box.append(fact("不译作", "Avoid", [element("s", "; ".join(entry.avoid), lang=EN)], search=False))
    if entry.kind:
        box.append(fact("类别", "Kind", pair(*_KINDS.get(entry.kind, (entry.kind, ""))), search=False))
    if entry.see_also:
        box.append(fact("参见", "See", _see(entry.see_also, context), search=False))
    if entry.source:
        box.append(fact("译法来源", "Source of the rendering", _source(entry.source), search=False))
    return spread(box)


def _source(source: str) -> list[Node]:
    """Where a rendering comes from: ``中文 · English`` as a pair, any other text in its own language."""
    chinese_side, mark, english = source.partition(" · ")
    if mark and has_han(chinese_side) and not has_han(english):
        return pair(chinese_side, english)
    return [zh(source, cls="") if has_han(source) else en(source, cls="")]


def _see(names: Sequence[str], context: Context) -> list[Node]:
    nodes: list[Node] = []
    for name in names:
        nodes += ["、"] if nodes else []
        entry = context.entry(name)
        term = context.term(entry.id) if entry else None
        nodes.append(term_link(term, context) if term else zh(name, cls=""))
    return nodes


def entry_explanation(entry: Term, context: Context) -> list[Element]:
    """The explanation, both languages side by side; nothing where there is none."""
    if not (entry.explanation_zh or entry.explanation_en):
        return []
    seen = {entry.id}
    paragraphs = [part for part in entry.explanation_zh.split("\n\n") if part.strip()]
    chinese_side = [element("p", *chinese(" ".join(part.split("\n")), context, seen)) for part in paragraphs]
    return [
        spread(
            element(
                "div",
                element("div", *chinese_side, cls="dz-zh", lang=ZH),
                element("div", *english_blocks(entry.explanation_en), cls="dz-en", lang=EN),
                cls="dz-unit dz-paragraph",
            )
        )
    ]


def _where(term: SiteTerm | None, context: Context) -> list[Element]:
    """In how many paragraphs the term stands, with the link to its page, which tells when and where."""
    if term is None:
        return []
    label = where_label(term)
    if term.path:
        label = [element("a", *label, attrs={"href": context.links.to(term.path)})]
    return [element("p", *label, cls="dz-where", attrs=NO_SEARCH)]


def where_label(term: SiteTerm) -> list[Node]:
    """In how many paragraphs of how many reports a term stands, in words."""
    if not term.paragraphs:
        return pair("尚未在报告中出现", "Not yet in any report")
    paragraphs, reports = plural(term.paragraphs, "paragraph"), plural(term.reports, "report")
    return pair(f"见于 {term.reports:,} 篇报告的 {term.paragraphs:,} 段", f"In {paragraphs} of {reports}")
