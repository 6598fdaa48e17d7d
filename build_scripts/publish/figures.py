"""The marker ``<!-- figures -->``: the figures of all reports in a table, comparisons, disagreements, files.

Without a script the page shows the figures of the newest reports and all that is compared; with one the
table holds all figures and can be sorted and filtered (docs/assets/duizhao-figures.js).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.downloads import size
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.figure_charts import chart, group_name
from build_scripts.publish.figure_table import figure_table
from build_scripts.publish.figures_file import FiguresShown

_FILES = {
    "csv": ("全部数字（CSV，可用电子表格打开；ZIP 压缩）", "All figures (CSV, for spreadsheets; zipped)"),
    "json": (
        "全部数字（JSON，附字段说明；ZIP 压缩）",
        "All figures (JSON, with what each field holds; zipped)",
    ),
}


def render_figures(context: Context) -> list[Element]:
    """The parts of the page; a sentence where there are no figures."""
    shown = context.figures()
    if not shown.first:
        return [element("p", *pair("暂无数字", "No figures yet"), cls="dz-empty")]
    return [
        *_downloads(shown, context),
        _heading("table", "全部数字", "All figures"),
        *_table(shown, context),
        *_charts(shown, context),
        *_disagreements(shown, context),
        *_indicators(shown),
    ]


def _heading(anchor: str, chinese: str, english: str) -> Element:
    heading = element("h2", *pair(chinese, english), cls="dz-heading", attrs={"id": anchor})
    heading.set("data-toc-label", toc_label(chinese, english))
    return heading


def _downloads(shown: FiguresShown, context: Context) -> list[Element]:
    items = [
        element(
            "li",
            element(
                "a",
                *pair(*_FILES[file.format]),
                attrs={"href": context.links.file(file.path), "download": "download"},
            ),
            " ",
            element("small", size(file.bytes)),
        )
        for file in shown.downloads
        if file.format in _FILES
    ]
    made = [spread(element("ul", *items, cls="dz-downloads", attrs=NO_SEARCH))] if items else []
    name, address = context.licence
    if made and name:
        label: Node = element("a", name, attrs={"href": address}) if address else name
        made.append(element("p", *pair("许可：", "Licence:"), " ", label, cls="dz-licence"))
    return made


def _table(shown: FiguresShown, context: Context) -> list[Element]:
    """The first figures; the script takes the place of the note by its controls."""
    first, total, reports = len(shown.first), shown.total, shown.reports
    zh_note = f"{reports} 篇报告，{total:,} 个数字。"
    en_note = f"{total:,} figures in {reports:,} report{'' if reports == 1 else 's'}."
    if total > first:
        zh_note += f"这里列出最新报告的 {first} 个；排序和筛选需要 JavaScript，全部数字见上面的文件。"
        en_note += (
            f" These are {first} of the newest; to sort and filter takes JavaScript, the files have all."
        )
    note = element(
        "p", *pair(zh_note, en_note), cls="dz-board-note dz-figures-note", attrs={"aria-live": "polite"}
    )
    box = element("div", note, figure_table(shown.first, context, "dz-figures--all"), cls="dz-figures-all")
    return [box]


def _charts(shown: FiguresShown, context: Context) -> list[Element]:
    if not shown.charts:
        return []
    note = pair(
        "同一指标至少有三个可比的数值：同一年的不同地方，或同一地方的不同年份。浅色条表示约数。"
        "没有写明时间的现状（“全县有……家”）算报告当年的，注明“报告当年”；没有写明时间的其他数字不画。",
        "Indicators with at least three comparable values: places in one year, or years of one place. "
        "A pale bar stands for a figure that is not exact. A state of things without a time (“the county has "
        "…”) counts as of its report’s year and is marked so; other figures without a time are not drawn.",
    )
    charts = element("div", *[chart(group, context) for group in shown.charts], cls="dz-charts")
    return [
        _heading("compared", "可比的数字", "Figures compared"),
        element("p", *note, cls="dz-board-note"),
        charts,
    ]


def _disagreements(shown: FiguresShown, context: Context) -> list[Element]:
    """Figures that cannot all be right, side by side."""
    note = pair(
        "同一指标、同一地方、时间重叠，而数值超出舍入和约数所能解释的范围。没有写明时间的现状，算报告当年的。"
        "这里只并列，不判断孰是孰非；口径可能不同，请读原句。",
        "One indicator and place, times that overlap, and values that neither rounding nor “about” explains. "
        "A state of things without a time counts as of the report’s year. "
        "They are set side by side and not resolved: they may have been counted differently, so read the "
        "sentences.",
    )
    heading = _heading("disagreements", "说法不一的数字", "Figures that disagree")
    if not shown.disagreements:
        none = pair("目前没有发现。", "None have been found.")
        return [heading, element("p", *none, cls="dz-board-note")]
    made = [heading, element("p", *note, cls="dz-board-note")]
    for group in shown.disagreements:
        place: list[Node] = [" · ", zh(group.place)] if group.place else []
        made.append(figure_table(group.rows, context, caption=[*group_name(group), *place]))
    if shown.disagreements_total > len(shown.disagreements):
        rest = shown.disagreements_total - len(shown.disagreements)
        more = pair(f"另有 {rest:,} 处，见全部数字的文件。", f"And {rest:,} more: see the files.")
        made.append(element("p", *more, cls="dz-board-note"))
    return made


def _indicators(shown: FiguresShown) -> list[Element]:
    """What several reports have figures of; the script makes each a choice of the table."""
    if not shown.indicators:
        return []
    items = []
    for one in shown.indicators:
        nodes: list[Node] = [
            element("span", zh(one.label), cls="dz-indicator", attrs={"data-dz-indicator": one.label})
        ]
        if one.label_en:
            nodes += [" ", en(one.label_en)]
        count = pair(f"{one.reports} 篇，{one.figures} 个", f"{one.figures} figures, {one.reports} reports")
        items.append(element("li", *nodes, " ", element("small", *count)))
    listing = spread(element("ul", *items, cls="dz-indicators", attrs=NO_SEARCH))
    return [_heading("indicators", "多篇报告都有的指标", "Indicators of several reports"), listing]
