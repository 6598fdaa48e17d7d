"""A report knows the reports before and after it in its theme, and nothing of the others."""

from __future__ import annotations

from build_scripts.annotate.lexicon import EMPTY
from build_scripts.annotate.themes import load_themes
from build_scripts.publish.context import Context
from build_scripts.publish.site import Report, Site, Theme
from build_scripts.publish.site_data import build_site_data
from build_scripts.publish.trail import render_neighbours, render_trail
from build_scripts.sync.page import Page, parse

THEMES = {
    f"docs/themes/{name}.md": f"---\ntitle: {zh}\ntitle_en: {en}\nvocabulary: [{zh}]\n---\n"
    for name, zh, en in (("roads", "道路", "Roads"), ("water", "水利", "Water"))
}


def page(theme: str, date: str) -> Page:
    return parse(f"---\ntitle: 新事\ndate: {date}\nthemes: [{theme}]\n---\n")


def test_neighbours_are_of_the_same_theme_by_date() -> None:
    pages = {
        "c": page("roads", "2019-01-01"),
        "a": page("roads", "2021-01-01"),
        "b": page("roads", "2021-01-01"),
        "w": page("water", "2020-01-01"),
        "none": page("", ""),
    }
    themes, _ = load_themes(THEMES)
    reports = build_site_data(pages, EMPTY, themes)["reports"]
    around = {name: (report["older"], report["newer"]) for name, report in reports.items()}
    assert around == {"c": ("", "a"), "a": ("c", "b"), "b": ("a", ""), "w": ("", ""), "none": ("", "")}


SITE = Site(
    reports={
        "c": Report("c", "reports/c.md", "修路", newer="a", themes=("roads",)),
        "a": Report("a", "reports/a.md", "通车", "Open", "human", older="c", newer="gone"),
    },
    themes={"roads": Theme("roads", "themes/roads.md", "道路", "Roads", ())},
)


def test_the_way_up_is_the_theme() -> None:
    context = Context(site=SITE)
    (trail,) = render_trail(SITE.reports["c"], context)
    assert (trail.tag, trail[0].get("href")) == ("nav", "/themes/roads.md") and trail.get("aria-label")
    assert render_trail(SITE.reports["a"], context) == []


def test_links_lead_to_neighbours_that_are_there() -> None:
    context = Context(site=SITE)
    (nav,) = render_neighbours("a", context)
    assert [link.get("href") for link in nav] == ["/reports/c.md"]
    assert "".join(nav[0].itertext()) == "上一篇 Earlier 修路"
    (nav,) = render_neighbours("c", context)
    assert "".join(nav[0].itertext()) == "下一篇 Later 通车 Open"
    assert render_neighbours("unknown", context) == []
