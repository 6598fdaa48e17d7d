"""What every page must hold, whatever its looks: pairs, languages, anchors, honest marks, no foreign HTML."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.publish.code_host import code_host
from build_scripts.publish.context import Context
from build_scripts.publish.extension import DuizhaoExtension, makeExtension
from build_scripts.publish.links import Links
from build_scripts.publish.unit_lines import UnitLines
from build_scripts.sync.text import en_hash, quotation, zh_hash

GOLD = Path(__file__).parent / "gold"
REPORT = (GOLD / "report.md").read_text("utf-8")

TEXT_TAGS = {"p", "div", "span", "em", "strong", "code", "a", "small", "br", "wbr", "h1", "h2", "button"}


def unit(zh: str, english: str, status: str = "human", role: str = "paragraph") -> str:
    """A unit of a page as the program writes it."""
    return f"<!-- zh {zh_hash(zh)} {role} -->\n\n{quotation(zh)}\n<!-- en {status} -->\n\n{english}\n\n"


def test_every_unit_is_a_pair_in_two_languages(render: Any) -> None:
    units = render(REPORT).select(".dz-unit")
    assert len(units) == 8
    for found in units:
        sides = [side.get("lang") for side in found.find_all("div", recursive=False)]
        assert sides == ["zh-Hans", "en"]
        assert found.select_one(".dz-zh").get_text(strip=True)
        assert found.select_one(".dz-en").get_text(strip=True)


def test_anchors_are_the_hashes_of_the_chinese_and_unique(render: Any) -> None:
    page = render(REPORT)
    found = page.find(id=f"u-{zh_hash('报表由18张减到6张。')}")
    assert "报表由18张减到6张。" in found.get_text()
    ids = [node["id"] for node in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert found.select_one("a.dz-anchor")["href"] == f"#{found['id']}"


def test_headings_are_real_headings_with_readable_entries(render: Any) -> None:
    md = markdown.Markdown(extensions=["toc", _fixed(render.context())])
    md.convert(REPORT)
    top = md.toc_tokens[0]  # type: ignore[attr-defined]
    assert (top["level"], top["id"]) == (1, "u-title")
    entries = [(entry["level"], entry["name"]) for entry in top["children"]]
    assert entries[0] == (2, "支部 作主 · The branches decide [机译 machine]")
    assert top["children"][0]["children"][0]["name"] == "三件小事"


def test_headings_stand_at_the_top_level(render: Any) -> None:
    """Material's indexer takes what follows a nested heading as no part of its section."""
    for heading in render(REPORT).select("h1, h2, h3"):
        assert heading.parent.name == "[document]"


def test_machine_english_is_marked_even_when_stale(render: Any) -> None:
    page = render(REPORT)
    for found in page.select("[data-status=machine], [data-status=stale]"):
        assert found.select_one(".dz-mark--machine")["title"]
    assert len(page.select(".dz-unit .dz-mark--stale")) == 1
    for found in page.select("[data-status=human]"):
        assert not found.select(".dz-mark--machine, .dz-mark--stale")


def test_machine_english_is_marked_in_each_paragraph_and_where_only_text_is_shown(render: Any) -> None:
    english = "One.\n\nTwo."
    for status in (f"machine {en_hash(english)}", f"stale {en_hash(english)} machine"):
        page = render(unit("一段。", english, status))
        assert [part.select_one(".dz-mark--machine") is not None for part in page.select(".dz-en p")] == [
            True
        ] * 2
    assert not render(unit("一段。", english)).select(".dz-mark")


def test_a_stale_title_of_a_machine_is_still_marked_as_such(render: Any) -> None:
    site = json.loads((GOLD / "site.json").read_text("utf-8"))
    for key in ("title", "subtitle"):
        site["reports"]["yunxi"] |= {f"{key}_status": "stale", f"{key}_machine": True}
    context = _context_of(json.dumps(site))
    for text, count in (("<!-- report yunxi -->", 2), ("<!-- reports -->", 2), ("<!-- latest 2 -->", 2)):
        assert len(render(text, context).select(".dz-mark--machine")) == count, text
    md = markdown.Markdown(extensions=["toc", _fixed(context)])
    md.convert("<!-- report yunxi -->")
    assert md.toc_tokens[0]["name"].endswith("[机译 machine]")  # type: ignore[attr-defined]


def test_every_unit_says_its_status_without_script_and_style(render: Any) -> None:
    said = {
        "human": "人译 human",
        "reviewed": "已校 reviewed",
        "machine": "机译 machine",
        "stale": "机译 machine · 待更新 stale",
        "todo": "未译 untranslated",
    }
    page = render(REPORT)
    for found in page.select("[data-status]"):
        menu = found.select_one(".dz-more") or found.find_next_sibling().select_one(".dz-more")
        expected = "人译 human" if found["id"] == "u-subtitle" else said[found["data-status"]]
        assert menu.name == "details" and menu.select_one("summary")["aria-label"]
        assert menu.select_one("p").get_text() == expected


def test_lines_and_templates_are_there_for_the_script(render: Any) -> None:
    lines = UnitLines(
        "docs/reports/yunxi.md", "source_articles/云 溪.txt", "source_articles/云 溪.fixes.toml", False,
        {"da910a3d": (12, 3), "title": (3, 1)},
    )  # fmt: skip
    host = code_host({"code_host": "https://github.com/tea/hills"})
    context = replace(render.context(), lines=lambda _: lines, host=host, guide="translating.md")
    page = render(REPORT, context)
    assert page.select_one("#u-da910a3d .dz-more")["data-at"] == "12 3"
    assert page.select_one("h1 + .dz-at .dz-more")["data-at"] == "3 1"
    data = page.select_one(".dz-files")
    assert data["data-dz-edit"] == "https://github.com/tea/hills/edit/main/docs/reports/yunxi.md#L{line}"
    assert data["data-dz-fix"].startswith(
        "https://github.com/tea/hills/new/main?filename=source_articles/%E4"
    )
    links = [link["href"] for link in data.select("a")]
    assert links[0].endswith("docs/reports/yunxi.md#L1") and links[2] == "/translating.md"
    assert data.select("code")[1].get_text() == "source_articles/云 溪.txt"
    corrected = replace(context, lines=lambda _: replace(lines, corrected=True))
    fix = render(REPORT, corrected).select_one(".dz-files")["data-dz-fix"]
    assert "/edit/main/source_articles/" in fix and fix.endswith(".fixes.toml#L{line}")


def test_without_a_code_host_the_files_are_named_and_nothing_is_linked(render: Any) -> None:
    lines = UnitLines("docs/reports/yunxi.md", "source_articles/yunxi.txt", "x", False, {})
    files = render(REPORT, replace(render.context(), lines=lambda _: lines)).select_one(".dz-files")
    assert [name.get_text() for name in files.select("code")] == [lines.page, lines.source]
    assert not files.select("a") and not [name for name in files.attrs if name.startswith("data-dz")]


def test_machine_english_that_was_mended_is_a_persons(render: Any) -> None:
    english = "A machine wrote this."
    page = unit("一段。", english, f"machine {en_hash(english)}")
    assert render(page).select_one(".dz-unit")["data-status"] == "machine"
    mended = page.replace("wrote", "had written")
    assert render(mended).select_one(".dz-unit")["data-status"] == "human"


def test_the_old_chinese_of_stale_english_is_folded_with_its_difference(render: Any) -> None:
    old, new = "报表由18张减到7张。", "报表由18张减到6张。"
    page = unit(new, f"<!-- was {zh_hash(old)} -->\n\n{quotation(old)}\n<!-- en stale -->\n\nTo seven.", "")
    page = page.replace("<!-- en  -->\n\n", "")
    for role in ("paragraph", "heading level-2"):
        shown = render(page.replace("paragraph", role))
        older = shown.select_one("details.dz-older")
        assert not older.has_attr("open")
        assert older.has_attr("data-search-exclude")
        assert [(node.name, node.get_text()) for node in older.select("del, ins")] == [
            ("del", "7"),
            ("ins", "6"),
        ]
        assert older.p.get_text() == "报表由18张减到76张。"


def test_the_old_chinese_is_not_shown_once_the_english_is_up_to_date(render: Any) -> None:
    page = unit("一段。", "One.", "human").replace("<!-- en", "<!-- was 00000000 -->\n\n> 旧段。\n\n<!-- en")
    assert not render(page).select("details.dz-older")


def test_orphans_are_not_published(render: Any) -> None:
    text = render(REPORT).get_text()
    assert "已经不在原文里" not in text
    assert "This paragraph is gone" not in text


def test_missing_text_and_missing_english_say_so(render: Any) -> None:
    page = render(REPORT)
    assert len(page.select(".dz-gap")) == 2
    missing = page.select_one("[data-status=todo] .dz-missing")
    assert missing.get_text() == "尚无英译 Not yet translated"


def test_a_lead_is_marked_and_nothing_is_lost(render: Any) -> None:
    item = render(REPORT).select_one(".dz-list .dz-list-item .dz-zh")
    assert item.select_one(".dz-lead").get_text() == "代办。"
    assert item.get_text() == "代办。村民办证不出村。"


def test_notes_of_translators_are_not_shown(render: Any) -> None:
    shown = render(unit("一段。", "One. <!-- ask\nthe editor --> Two.")).get_text()
    assert "ask" not in shown
    assert "One.  Two." in shown


def test_damaged_markers_stay_visible(render: Any) -> None:
    text = render((GOLD / "malformed.md").read_text("utf-8")).get_text()
    assert "<!-- zh 12 paragraph -->" in text
    assert "English below a damaged marker <script>" in text


@pytest.mark.parametrize("annotated", [False, True])
@given(zh=st.text(max_size=60), english=st.text(max_size=200))
def test_no_text_brings_html_into_the_page(render: Any, annotated: bool, zh: str, english: str) -> None:
    page = render(f"<!-- report yunxi -->\n\n{unit(zh, english)}{english}", render.context(annotated))
    assert_harmless(page)


@given(st.text(st.sampled_from("[]()<>!*_`\\\"'#&;: \n\tjavscript:htp/x=on1"), max_size=80))
def test_no_markdown_brings_harm(render: Any, english: str) -> None:
    assert_harmless(render(unit("一段。", english)))


def assert_harmless(page: Any) -> None:
    """Only tags, attributes and addresses that the extension means to write."""
    allowed = TEXT_TAGS | {
        "label",
        "option",
        "ruby",
        "select",
        "rt",
        "time",
        "b",
        "i",
        "details",
        "summary",
        "ul",
        "li",
        "nav",
        "del",
        "ins",
    }
    for node in page.find_all(True):
        if node.name == "script":  # data for machines, which nothing in them can end
            assert node["type"] == "application/ld+json" and "<" not in node.string, node
            continue
        assert node.name in allowed, node
        assert not [name for name in node.attrs if name.startswith("on") or name in ("style", "src")], node
        if node.name == "a":
            assert urlsplit(node.get("href", "").strip()).scheme in ("", "http", "https", "mailto"), node


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_chinese_is_shown_to_the_character(render: Any, zh: str) -> None:
    """Law: without the pinyin the published Chinese is the Chinese of the page, whatever it is."""
    page = render(unit(zh, "English"), render.context(annotated=True))
    if page.select_one(".dz-unit") is None:
        return  # the quotation could not be read back: not a page that the program writes
    for pinyin in page.select("rt"):
        pinyin.decompose()
    # Python-Markdown and HTML treat all white space alike.
    shown = page.select_one(".dz-unit .dz-zh").get_text()
    assert "".join(shown.split()) == "".join(zh.split())


def test_titles_are_data_too(render: Any) -> None:
    site = json.loads((GOLD / "site.json").read_text("utf-8"))
    bad = '"><script>alert(1)</script>&lt;'
    report = site["reports"]["yunxi"]
    for key in ("title", "title_en", "subtitle", "subtitle_en", "publisher", "date"):
        report[key] = bad
    report["authors"] = [bad]
    site["themes"]["jianfu"]["title"] = site["terms"]["dangzhibu"]["en"] = bad
    page = render("<!-- report yunxi -->\n\n<!-- related yunxi -->", _context_of(json.dumps(site)))
    assert not page.select("script:not([type='application/ld+json'])")
    assert page.select_one("h1 .dz-zh").get_text() == bad
    assert page.select_one("time")["datetime"] == bad


def test_without_site_data_pages_are_rendered_without_lists(tmp_path: Path) -> None:
    options = {"site_data": str(tmp_path / "none.json"), "glossary": str(tmp_path / "none")}
    extension = makeExtension(**options)
    html = markdown.markdown(REPORT, extensions=["toc", extension])
    assert 'class="dz-unit dz-paragraph"' in html
    assert "<ruby>" in html
    assert "<h1" not in html
    lists = (
        "# x\n\n<!-- reports -->\n\n<!-- themes -->\n\n<!-- glossary-index -->\n\n<!-- latest 3 -->\n\nend"
    )
    html = markdown.markdown(lists, extensions=["toc", DuizhaoExtension(**options)])
    assert html == '<h1 id="x" lang="en">x</h1>\n<p lang="en">end</p>'


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"schema": "other"}', '{"schema": "duizhao.site/1"}']
)
def test_unusable_site_data_are_no_data(tmp_path: Path, text: str) -> None:
    path = tmp_path / "site.json"
    path.write_text(text, encoding="utf-8")
    extension = DuizhaoExtension(site_data=str(path), glossary=str(tmp_path))
    assert extension.context().site.reports == {}


def test_links_can_have_the_form_of_another_host(render: Any) -> None:
    context = render.context()
    other = Context(context.site, Links("/base/", ".html"), None, context.lexicon)
    links = {link["href"] for link in render("<!-- reports -->", other).select("a")}
    assert "/base/reports/yunxi.html" in links


def test_an_unclosed_tag_before_a_marker_hides_nothing(render: Any) -> None:
    html = render.html("<div>\n\n<!-- reports -->\n\nend")
    assert "清江县的便民路" in html
    assert "\x02" not in html


def test_one_instance_renders_many_pages(render: Any) -> None:
    md = markdown.Markdown(extensions=["toc", _fixed(render.context())])
    first = md.convert(REPORT)
    md.reset()
    md.convert("<!-- reports -->")
    md.reset()
    assert md.convert(REPORT) == first


def _context_of(text: str) -> Context:
    from build_scripts.publish.site import parse_site

    return Context(site=parse_site(text))


def _fixed(context: Context) -> DuizhaoExtension:
    class Fixed(DuizhaoExtension):
        def context(self) -> Context:
            return context

    return Fixed()
