"""The page “Progress”: how far the translation is, in all, by theme and by report, and what the checks found.

It stays small however many reports there are: of them it shows those that need a person most, and of the
findings the first of each. All of it is in ``duizhao status --json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from build_scripts.code_names import chinese_name
from build_scripts.codes import REGISTRY
from build_scripts.publish.code_list import code_link
from build_scripts.publish.context import Context
from build_scripts.publish.elements import EN, NO_SEARCH, Node, element, pair, spread, toc_label
from build_scripts.publish.lists import report_link
from build_scripts.publish.site import Report
from build_scripts.publish.statuses import LABELS
from build_scripts.status import Finding, Progress

MOST_REPORTS, MOST_FINDINGS = 100, 5
"""How many reports the table has, and how many findings of each it names."""

_GO = "到此段 Go to the paragraph"
_WIDTH = 1000
"""Of a bar, in the units of its drawing."""


def render_dashboard(context: Context) -> list[Element]:
    """The elements of ``<!-- dashboard -->``; a notice where there are no data."""
    state = context.progress()
    if state is None or not state.reports:
        return [element("p", *pair("暂无数据", "No data yet"), cls="dz-empty")]
    parts = [*_summary(state)]
    if state.themes:
        parts += _section("themes", "按专题", "By theme", _themes(state, context))
    parts += _section("reports", "按报告", "By report", _reports(state, context))
    if state.findings:
        parts += _section("findings", "检查结果", "What the checks found", _codes(state, context))
    return parts


def _section(anchor: str, chinese: str, english: str, parts: Sequence[Element]) -> list[Element]:
    heading = element("h2", *pair(chinese, english), cls="dz-heading", attrs={"id": anchor})
    heading.set("data-toc-label", toc_label(chinese, english))
    return [heading, *parts]


def _summary(state: Progress) -> list[Element]:
    counts = state.total()
    whole = sum(counts[status] for status in LABELS)
    legend: list[Node] = []
    for status, label in LABELS.items():
        number = f" {counts[status]:,} · {_percent(counts[status], whole)}"
        legend += [element("span", *label.nodes(), number, cls=f"dz-state dz-state--{status}"), " "]
    numbers = pair(
        f"{len(state.reports):,} 篇报告，{whole:,} 段（标题计入）",
        f"{len(state.reports):,} reports, {whole:,} texts (titles included)",
    )
    box = element("div", element("p", *numbers), _bar(counts), element("p", *legend), attrs=NO_SEARCH)
    box.set("class", "dz-board-summary")
    return [spread(box)]


def _percent(part: int, whole: int) -> str:
    """A share for people: nothing that is there is 0%, and only all is 100%.

    >>> _percent(1, 1000), _percent(999, 1000), _percent(1, 3)
    ('<1%', '>99%', '33%')
    """
    if not part or not whole:
        return "0%"
    if part == whole:
        return "100%"
    rounded = round(100 * part / whole)
    return "<1%" if rounded == 0 else ">99%" if rounded == 100 else f"{rounded}%"


def _bar(counts: Mapping[str, int]) -> Element:
    """The shares of the statuses as a drawing; for screen readers the same in words."""
    whole = sum(counts.get(status, 0) for status in LABELS) or 1
    there = [status for status in LABELS if counts.get(status)]
    words = "，".join(f"{LABELS[status]} {_percent(counts[status], whole)}" for status in there)
    attrs = {"viewBox": f"0 0 {_WIDTH} 10", "preserveAspectRatio": "none", "role": "img", "aria-label": words}
    drawing = element("svg", cls="dz-bar", attrs=attrs)
    done = 0
    for status in LABELS:
        before, done = done, done + counts.get(status, 0)
        start, end = before * _WIDTH // whole, done * _WIDTH // whole
        if done > before:
            place = {"x": str(start), "width": str(max(end - start, 1)), "height": "10"}
            drawing.append(element("rect", cls=f"dz-bar--{status}", attrs=place))
    return drawing


_STATE = (
    ("译文", "Translation"),
    ("人译", "People"),
    ("机译", "Machine"),
    ("待更新", "Stale"),
    ("未译", "Missing"),
    ("问题", "Findings"),
)
_CODES = (("代码", "Code"), ("处数", "Findings"), ("报告", "Reports"))


def _table(labels: Sequence[tuple[str, str]], rows: Iterable[Element]) -> Element:
    heads = [element("th", *pair(*label), attrs={"scope": "col"}) for label in labels]
    body = spread(element("tbody", *rows))
    head = element("thead", element("tr", *heads))
    kind = " dz-board--state" if len(heads) > len(_STATE) else ""
    return element("table", head, body, cls=f"dz-index dz-board{kind}", attrs=NO_SEARCH)


def _row(name: Sequence[Node], counts: Mapping[str, int], findings: int, named: Sequence[Node]) -> Element:
    people = counts.get("human", 0) + counts.get("reviewed", 0)
    numbers = (people, *(counts.get(status, 0) for status in ("machine", "stale", "todo")), findings)
    cells = [element("td", str(number), cls="dz-number") for number in numbers]
    head = element("th", *name, *named, attrs={"scope": "row"})
    return element("tr", head, element("td", _bar(counts)), *cells)


def _themes(state: Progress, context: Context) -> list[Element]:
    found = state.found()
    rows = []
    for theme in context.site.themes.values():
        link = element("a", *pair(theme.title, theme.title_en), attrs={"href": context.links.to(theme.path)})
        number = sum(len(found.get(name, ())) for name in theme.reports)
        rows.append(_row([link], state.total(theme.reports), number, ()))
    return [_table((("专题", "Theme"), *_STATE), rows)]


def _reports(state: Progress, context: Context) -> list[Element]:
    found = state.found()

    def need(name: str) -> tuple[int, int, str]:
        counts = state.reports[name]
        wanting = counts.get("todo", 0) + counts.get("stale", 0) + len(found.get(name, ()))
        return -wanting, -counts.get("machine", 0), name

    names = sorted((name for name in state.reports if name in context.site.reports), key=need)
    shown = names[:MOST_REPORTS]
    rows = []
    for name in shown:
        report = context.site.reports[name]
        findings = found.get(name, [])
        named = _named(findings, report, context)
        rows.append(_row(report_link(report, context), state.reports[name], len(findings), named))
    parts = [_table((("报告", "Report"), *_STATE), rows)]
    if len(names) > len(shown):
        note = pair(
            f"只列最需要人手的 {len(shown)} 篇，共 {len(names):,} 篇；全部见 duizhao status。",
            f"The {len(shown)} that need a person most, of {len(names):,}; duizhao status has them all.",
        )
        parts.append(element("p", *note, cls="dz-board-note"))
    return parts


def _named(findings: Sequence[Finding], report: Report, context: Context) -> list[Node]:
    """The first findings of a report, each a link to its paragraph."""
    if not findings:
        return []
    items = []
    for finding in findings[:MOST_FINDINGS]:
        nodes: list[Node] = [code_link(finding.code, context), " ", finding.message]
        if finding.anchor:
            attrs = {"href": context.links.to(report.path, finding.anchor), "aria-label": _GO}
            nodes += [" ", element("a", "¶", attrs=attrs)]
        items.append(element("li", *nodes))
    if len(findings) > MOST_FINDINGS:
        items.append(element("li", f"… +{len(findings) - MOST_FINDINGS}"))
    summary = element("summary", *pair("检查发现的问题", "What the checks found"))
    return [element("details", summary, element("ul", *items, lang=EN), cls="dz-board-findings")]


def _codes(state: Progress, context: Context) -> list[Element]:
    rows = []
    reports: dict[str, set[str]] = {}
    for finding in state.findings:
        reports.setdefault(finding.code, set()).add(finding.report)
    for code, number in state.codes().items():
        known = REGISTRY.get(code)
        name = pair(chinese_name(code).name, known.name.replace("-", " ")) if known else []
        cells = [element("td", str(n), cls="dz-number") for n in (number, len(reports[code]))]
        head = element("th", code_link(code, context), " ", *name, attrs={"scope": "row"})
        rows.append(element("tr", head, *cells))
    return [_table(_CODES, rows)]
