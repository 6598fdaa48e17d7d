"""The page “How this text was cleaned”: its head, with what the page of the report says of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.code_names import chinese_name
from build_scripts.codes import REGISTRY
from build_scripts.publish.cleaning_rows import reason, render_rows
from build_scripts.publish.code_list import PAGE as CODES_PAGE
from build_scripts.publish.code_list import code_link
from build_scripts.publish.context import Context
from build_scripts.publish.elements import Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.header import fact
from build_scripts.publish.lists import report_link
from build_scripts.publish.page_names import cleaning_path
from build_scripts.publish.review_file import ReviewShown

TITLE = ("文本整理说明", "How this text was cleaned")

_COUNTS = (
    ("kept", "保留", "kept"),
    ("joined", "相接", "joined"),
    ("moved", "移位", "moved"),
    ("repaired", "改字", "repaired"),
)


def render_cleaning(report_id: str, context: Context) -> list[Element]:
    """The elements of ``<!-- cleaning ID -->``."""
    heading = element("h1", *pair(*TITLE), cls="dz-heading", attrs={"id": "cleaning"})
    heading.set("data-toc-label", toc_label(*TITLE))
    review = context.review(report_id)
    if review is None:
        return [heading, element("p", *pair("暂无数据", "No data yet"), cls="dz-empty")]
    return [
        heading,
        _facts(report_id, review, context),
        *_introduction(context),
        render_rows(report_id, review, context),
        *_omitted(review),
    ]


def _facts(report_id: str, review: ReviewShown, context: Context) -> Element:
    box = element("div", cls="dz-facts dz-facts--cleaning")
    report = context.site.reports.get(report_id)
    if report is not None:
        box.append(fact("报告", "Report", report_link(report, context)))
    number = f"{review.characters:,}"
    source: list[Node] = [element("code", review.path), " ", review.encoding, " · "]
    box.append(fact("原文", "Source", [*source, *pair(f"{number} 字符", f"{number} characters")]))
    box.append(fact("结果", "Result", _counts(review)))
    if review.removed:
        box.append(fact("删去", "Removed", _removals(review, context)))
    if review.codes:
        box.append(fact("代码", "Codes", _codes(review, context)))
    if review.counts.get("doubtful"):
        count = review.counts["doubtful"]
        label = pair(f"{count} 处，请查对原件", f"{count}, to be checked against the original")
        box.append(fact("存疑", "Doubtful", [element("b", *label, cls="dz-doubts")]))
    if review.notes:
        box.append(fact("说明", "Notes", _notes(review, context)))
    if review.others:
        box.append(fact("同一原文的其他报告", "Also in this source", _others(review, context)))
    return spread(box)


def _counts(review: ReviewShown) -> list[Node]:
    nodes: list[Node] = []
    for name, chinese, english in _COUNTS:
        number = review.counts.get(name, 0)
        nodes += [" ", element("span", *pair(f"{chinese} {number}", f"{english}"), cls="dz-state-count")]
    return nodes[1:]


def _removals(review: ReviewShown, context: Context) -> list[Node]:
    nodes: list[Node] = []
    for gone in review.removed:
        label = pair(*reason(gone.reason, gone.code))
        link = code_link(gone.code, context, titled=False)
        nodes += [" ", element("span", link, " ", *label, f" ×{gone.count}", cls="dz-state-count")]
    return nodes[1:]


def _codes(review: ReviewShown, context: Context) -> list[Node]:
    nodes: list[Node] = []
    for code, count in review.codes.items():
        known = REGISTRY.get(code)
        label = pair(chinese_name(code).name, known.name.replace("-", " ") if known else "")
        link = code_link(code, context, titled=False)
        nodes += [" ", element("span", link, " ", *label, f" ×{count}", cls="dz-state-count")]
    return nodes[1:]


def _notes(review: ReviewShown, context: Context) -> list[Node]:
    """What is to be said of the document as a whole."""
    nodes: list[Node] = []
    for note in review.notes:
        label = pair(chinese_name(note.code).name, note.message)
        link = code_link(note.code, context, titled=False)
        nodes += [" ", element("span", link, " ", *label, cls="dz-state-count")]
    return nodes[1:]


def _others(review: ReviewShown, context: Context) -> list[Node]:
    nodes: list[Node] = []
    for name in review.others:
        other = context.site.reports.get(name)
        if other is not None:
            link = element(
                "a", zh(other.title, cls=""), attrs={"href": context.links.to(cleaning_path(name))}
            )
            nodes += ["；", link] if nodes else [link]
    return nodes


def _introduction(context: Context) -> list[Element]:
    href = {"href": context.links.to(CODES_PAGE)}
    return [
        zh(
            "左边是原文，按原来的次序逐行排列；右边是它的去处：成为报告的哪一段、改了什么（没有列出文字的，照原文收入）、为什么删去。每个判断都有代码，见",
            element("a", "代码一览", attrs=href),
            "；百分数是把握的大小。删去的字加删除线，改动的字加下划线，存疑的字加波浪线，看不见的字符用编号标出。",
            tag="p",
        ),
        en(
            "On the left the raw text, line by line in its own order; on the right what became of it: which "
            "paragraph of the report, how mended (where no text is shown, it is as on the left), or why it "
            "was removed. Each decision has a code (see ",
            element("a", "all codes", attrs=href),
            "); the percentage is how sure it is. Removed text is struck through, repairs are underlined, "
            "doubted words have a wavy line, and characters that cannot be seen are shown by their numbers.",
            tag="p",
        ),
    ]


def _omitted(review: ReviewShown) -> list[Element]:
    """What is said where the page does not show the whole report."""
    if not review.omitted:
        return []
    count = f"{review.omitted:,}"
    label = pair(
        f"原文太长，此页没有列出其余 {count} 处；用 duizhao trace 命令可以逐行查看。",
        f"The source is too long for one page: {count} more stretches are not listed here. "
        "The command duizhao trace shows each of them.",
    )
    return [element("p", *label, cls="dz-gap", attrs={"role": "note"})]
