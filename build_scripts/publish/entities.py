"""The page of a thing that reports name: what it is, and the sentences that name it in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.english import english_inline
from build_scripts.publish.entity_file import EntityShown, MentionShown, Reference, Said
from build_scripts.publish.entity_links import entity_link
from build_scripts.publish.header import fact
from build_scripts.publish.lists import short_report_link, term_link
from build_scripts.publish.page_links import named_page_links
from build_scripts.publish.pinyin_keys import key
from build_scripts.publish.statuses import (
    around_mark,
    legend,
    list_marks,
    machine_mark,
    missing_english,
    spaced,
)

LEVELS = {
    "province": ("省级", "province-level"),
    "prefecture": ("地级", "prefecture-level"),
    "county": ("县级", "county-level"),
    "township": ("乡级", "township-level"),
}
DOCUMENT_TYPES = {
    "newspaper": ("报刊", "newspaper or periodical"),
    "bulletin": ("通报、简报", "bulletin"),
    "measures": ("办法、措施", "measures"),
    "law": ("法律、法规", "law or regulations"),
    "opinion": ("意见", "opinions (policy guidance)"),
    "notice": ("通知、公告", "notice"),
    "plan": ("规划、方案", "plan"),
    "rules": ("规定、准则", "rules"),
    "decision": ("决定、决议", "decision"),
    "report": ("报告", "report"),
    "agreement": ("协议", "agreement"),
    "list": ("清单、目录", "list"),
    "work": ("图书、影视等作品", "book, film, song or other work"),
    "document": ("未归类", "not classified"),
}
_SOURCES = {
    "glossary": ("词汇表", "the glossary"),
    "report": ("报告译文", "a report’s translation"),
}
_CHANGES = {"renamed": ("改名", "renamed"), "merged": ("并入", "merged"), "divided": ("析置", "divided")}


def render_entity(name: str, context: Context) -> list[Element]:
    """The elements of ``<!-- entity KIND/NAME -->``."""
    shown = context.entities.entity(name)
    if shown is None:
        return [element("p", *pair("暂无数据", "No data yet"), cls="dz-empty")]
    parts = [_heading(shown), _facts(shown, context)] if shown.page == 0 else [_heading(shown)]
    return [*parts, *_pager(shown, context), _mentions(shown, context), *_pager(shown, context)]


def _heading(shown: EntityShown) -> Element:
    one = shown.reference
    english: list[Node] = [one.en, *spaced([machine_mark()] if one.machine else [])]
    side = en(*english) if one.en else en(missing_english())
    heading = element("h1", zh(one.zh), " ", side, cls="dz-heading dz-title", attrs={"id": "entity"})
    heading.set("data-toc-label", toc_label(one.zh, one.en))
    return heading


def _facts(shown: EntityShown, context: Context) -> Element:
    """What it is. Its own names are found by the search; those of other things are not."""
    one = shown.reference
    box = element("div", cls="dz-facts dz-facts--entity")
    if one.pinyin and one.pinyin != one.zh:
        typed = element("span", key(one.pinyin), cls="dz-key", attrs={"aria-hidden": "true"})
        box.append(fact("拼音", "Pinyin", [element("i", one.pinyin, lang="zh-Latn-pinyin"), " ", typed]))
    if one.source in _SOURCES:
        box.append(fact("英译出自", "English from", pair(*_SOURCES[one.source]), search=False))
    elif not one.en:
        note = pair("尚无英译；可加入词汇表", "No English yet; an entry in the glossary gives it one")
        box.append(fact("英译", "English", note, search=False))
    if term := context.term(shown.term):
        box.append(fact("词汇", "Glossary", [term_link(term, context)], search=False))
    for line in (*_place(shown, context), *_document(shown, context), *_formula(shown, context)):
        box.append(line)
    if shown.also:
        box.append(fact("又作", "Also written", [zh("；".join(shown.also), cls="")]))
    box.append(fact("见于", "Mentioned in", _count(one), search=False))
    return spread(box)


def _place(shown: EntityShown, context: Context) -> list[Element]:
    lines = []
    if shown.level in LEVELS:
        lines.append(fact("级别", "Level", pair(*LEVELS[shown.level]), search=False))
    if shown.above:
        label = ("隶属", "Lies in") if shown.reference.kind == "places" else ("所在地", "Place")
        path: list[Node] = []
        for other in shown.above:
            path += [" › ", entity_link(other, context)] if path else [entity_link(other, context)]
        lines.append(fact(*label, path, search=False))
    if shown.former:
        names: list[Node] = []
        for name, year, change in shown.former:
            how = pair(*_CHANGES.get(change, (change, change)))
            names += ["；" if names else "", zh(name, cls=""), f" ({year} ", *how, ")"]
        lines.append(fact("曾用名", "Other names", names))
    if shown.below:
        lines.append(
            fact("下辖（文中提到）", "Inside it, as named here", _links(shown.below, context), search=False)
        )
    if shown.villages:
        lines.append(
            fact("文中的村和社区", "Villages and communities", _said(shown.villages, context), search=False)
        )
    if shown.bodies:
        lines.append(fact("机构", "Organisations", _links(shown.bodies, context), search=False))
    return lines


def _document(shown: EntityShown, context: Context) -> list[Element]:
    lines = []
    if shown.type in DOCUMENT_TYPES:
        lines.append(fact("类别", "Kind", pair(*DOCUMENT_TYPES[shown.type]), search=False))
    if shown.numbers:
        lines.append(fact("文号", "Document number", [zh("；".join(shown.numbers), cls="")]))
    if shown.shorts:
        lines.append(fact("文中简称", "Called for short", _said(shown.shorts, context)))
    return lines


def _formula(shown: EntityShown, context: Context) -> list[Element]:
    """The sentences that spell a formula out."""
    return [
        fact(
            "文中的解释",
            "Spelled out",
            [zh(said.value, cls="dz-zh"), *_places([said], context)],
            search=False,
        )
        for said in shown.definitions
    ]


def _links(others: Sequence[Reference], context: Context) -> list[Node]:
    nodes: list[Node] = []
    for other in others:
        nodes += ["、" if nodes else "", entity_link(other, context)]
    return nodes


def _said(said: Sequence[Said], context: Context) -> list[Node]:
    nodes: list[Node] = []
    for one in said:
        nodes += ["、" if nodes else "", zh(one.value, cls=""), *_places([one], context)]
    return nodes


def _places(said: Sequence[Said], context: Context) -> list[Node]:
    """A sign that leads to the paragraph which says it."""
    nodes: list[Node] = []
    for one in said:
        report = context.site.reports.get(one.report)
        if report is not None:
            label = f"见《{report.title}》 · said in this report"
            attrs = {"href": context.links.to(report.path, one.anchor), "title": label, "aria-label": label}
            nodes += [" ", element("a", "¶", cls="dz-place", attrs=attrs)]
    return nodes


def _count(one: Reference) -> list[Node]:
    reports = f"{one.reports} report{'' if one.reports == 1 else 's'}"
    paragraphs = f"{one.count} paragraph{'' if one.count == 1 else 's'}"
    return pair(f"{one.reports} 篇 {one.count} 段", f"{paragraphs} of {reports}")


def _mentions(shown: EntityShown, context: Context) -> Element:
    """The sentences by report, in the order of the file: the newest first. They are found in the reports."""
    heading = element(
        "h2", *pair("提到它的句子", "Where it is mentioned"), cls="dz-heading", attrs={"id": "mentions"}
    )
    heading.set("data-toc-label", toc_label("提到它的句子", "Where it is mentioned"))
    section = element("section", cls="dz-named", attrs=NO_SEARCH)
    for name, group in groupby(shown.mentions, key=lambda mention: mention.report):
        report = context.site.reports.get(name)
        # Inside of a report the order of the text is the one to read in.
        mentions = list(group)[::-1]
        if report is None:
            continue
        title = [element("div", *short_report_link(report, context), cls="dz-entry__title")]
        if report.date:
            title.insert(0, element("time", report.date))
        rows = [
            _mention(mention, context.links.to(report.path, mention.anchor))
            for mention in mentions
            if mention.anchor or mention.zh != report.title  # which stands right above
        ]
        section.append(spread(element("div", *title, *rows, cls="dz-entry")))
    told = legend(section)
    for place, before in enumerate((heading, *told)):
        section.insert(place, before)
    if len(section) == 1:
        section.append(
            element("p", *pair("本站报告只提到其下的地方", "Only places in it are named"), cls="dz-empty")
        )
    return spread(section)


def _mention(mention: MentionShown, href: str) -> Element:
    before, name, behind = (
        mention.zh[: mention.start],
        mention.zh[mention.start : mention.end],
        mention.zh[mention.end :],
    )
    place = element("a", "¶", cls="dz-place", attrs={"href": href})
    chinese = zh(before, element("mark", name), behind, " ", place, tag="p")
    english: list[Node] = [missing_english()]
    if mention.en:
        english = [english_inline(mention.en), *spaced(list_marks(mention.status, mention.machine))]
        english += [] if mention.exact else [" ", around_mark()]
    return element("div", chinese, en(*english, tag="p"), cls="dz-mention")


def _pager(shown: EntityShown, context: Context) -> list[Element]:
    """Links to the other pages of the same thing; nothing where there is one."""
    kind, first = shown.reference.kind, shown.reference.id
    current = first if shown.page == 0 else ""
    return named_page_links(shown.pages, current, lambda name: context.links.to(f"{kind}/{name}.md"))
