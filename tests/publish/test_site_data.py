"""The site data are a function of pages, glossary and themes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.entities import read_entities
from build_scripts.annotate.entity_index import gather_entities
from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.themes import Theme, load_themes
from build_scripts.publish.details import detail_files
from build_scripts.publish.site import parse_site
from build_scripts.publish.site_data import (
    build_site_data,
    read_all,
    read_words,
    reports_by_theme,
    to_json,
    unknown_themes,
)
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import en_hash, quotation, zh_hash

GLOSSARY = """<!-- glossary -->

## 便民服务中心

- en: public service centre

中文。

English.

## 网格

- pinyin: wǎnggé
- en: grid
"""
THEMES = {
    "docs/themes/fuwu.md": "---\ntitle: 便民\ntitle_en: Services\nkeywords: [便民服务中心, 代办]\n---\n",
    "docs/themes/zhili.md": "---\ntitle: 治理\ntitle_en: Governance\nkeywords: [网格, 治理]\n---\n",
}


def unit(zh: str, mark: str = "todo", english: str = "") -> str:
    return f"<!-- zh {zh_hash(zh)} paragraph -->\n\n{quotation(zh)}\n<!-- en {mark} -->\n\n{english}\n\n"


def report(name: str, date: str, body: str, front: str = "") -> Page:
    title_en = "A title"
    head = (
        f"---\nid: {name}\nsource: {name}.txt\ntitle: 村里新建便民服务中心\ntitle_en: {title_en}\n"
        f"title_mark: 00000000 machine {en_hash(title_en)}\nauthors: [文溪]\ndate: {date}\n{front}---\n\n"
    )
    return parse(
        f"{head}<!-- report {name} -->\n\n{body}<!-- related {name} -->\n", f"docs/reports/{name}.md"
    )


CENTRE = "便民服务中心开了门，便民服务中心能代办证照。"
GRID = "网格里的治理，网格员天天走。"


def example() -> tuple[Mapping[str, Page], Lexicon, tuple[Theme, ...]]:
    orphans = "<!-- orphans -->\n\n" + unit("网格已经不在。", "orphan", "Gone.")
    chosen = "themes: [zhili, nil]\n"
    pages = {
        "b": report("b", "2021-02-01", unit(CENTRE, "human", "The centre.") + unit(GRID)),
        "a": report("a", "2020-02-01", unit(GRID) + unit(CENTRE + "再说一遍。") + orphans, chosen),
    }
    return pages, load_lexicon({"docs/glossary/x.md": GLOSSARY})[0], load_themes(THEMES)[0]


def details() -> dict[str, Any]:
    pages, lexicon, themes = example()
    members = reports_by_theme(pages, themes)
    read = {name: read_entities(annotate_page(name, page, lexicon), lexicon) for name, page in pages.items()}
    entities = gather_entities(read, lexicon)
    return dict(detail_files(pages, lexicon, read_all(pages, lexicon), members, entities))


def test_terms_know_every_unit_that_names_them_once() -> None:
    data = build_site_data(*example())
    terms = {term["zh"]: term for term in data["terms"].values()}
    quoted = {
        "at": [f"u-{zh_hash(GRID)}"],
        "zh": GRID,
        "start": 0,
        "end": 2,
        "en": "",
        "exact": False,
        "status": "todo",
        "machine": False,
    }
    assert details()["terms/wangge"]["reports"] == [
        {"id": "b", **quoted},
        {"id": "a", **quoted},
    ], "newest first; twice in one unit counts once; orphans do not count"
    assert (terms["网格"]["paragraphs"], terms["网格"]["reports"]) == (2, 2)
    assert terms["网格"]["pinyin"] == "wǎnggé"
    assert terms["便民服务中心"]["pinyin"].startswith("biànmín"), "inside a sentence, not at its head"
    assert terms["网格"]["page"] == "glossary/x.md"


def test_reports_have_what_their_head_shows() -> None:
    data = build_site_data(*example())["reports"]["b"]
    assert data["title_status"] == "machine"
    assert data["counts"] == {"human": 1, "todo": 1}
    assert (data["authors"], data["date"], data["source"]) == (["文溪"], "2021-02-01", "b.txt")
    nearest = details()["reports/b"]["related"][0]
    assert nearest["id"] == "a"
    centre = {"kind": "terms", "zh": "便民服务中心", "id": "bianmin-fuwu-zhongxin"}
    assert centre in nearest["shared"]


def test_a_person_may_set_the_themes() -> None:
    pages, lexicon, themes = example()
    data = build_site_data(pages, lexicon, themes)
    assert data["reports"]["b"]["themes"][0] == "fuwu"
    assert data["reports"]["a"]["themes"] == ["zhili"]
    assert data["themes"]["zhili"]["reports"][-1] == "a", "newest first"
    found = unknown_themes(pages, themes)
    assert [(item.path, item.line, item.code) for item in found] == [("docs/reports/a.md", 9, "P020")]


def test_the_order_of_the_input_does_not_matter() -> None:
    pages, lexicon, themes = example()
    turned = dict(reversed(pages.items()))
    words = {name: read_words(annotate_page(name, page, lexicon), lexicon) for name, page in pages.items()}
    one = to_json(build_site_data(pages, lexicon, themes))
    assert to_json(build_site_data(turned, lexicon, tuple(reversed(themes)), words)) == one


def test_what_is_written_can_be_read() -> None:
    data = build_site_data(*example())
    site = parse_site(to_json(data))
    assert [report.id for report in site.newest_first()] == ["b", "a"]
    assert site.reports["b"].counts == {"human": 1, "todo": 1}
    assert site.terms[next(iter(site.terms))].anchor.startswith("t-")
    assert json.loads(to_json(data)) == data


def test_an_empty_site_has_data() -> None:
    data = build_site_data({}, load_lexicon({})[0], ())
    assert (data["reports"], data["themes"], data["terms"]) == ({}, {}, {})
