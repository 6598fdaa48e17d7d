"""The pages about what reports name: complete, harmless, the program's own; the links in reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from build_scripts.annotate.entities import Kind, Mention, read_entities
from build_scripts.annotate.entity_index import Named, gather_entities
from build_scripts.annotate.lexicon import EMPTY
from build_scripts.annotate.words import annotate
from build_scripts.library import Project
from build_scripts.pipeline import prepare
from build_scripts.publish.blocks import written_alone
from build_scripts.publish.chinese import chinese
from build_scripts.publish.context import Context
from build_scripts.publish.elements import element
from build_scripts.publish.entity_data import PER_PAGE, EntityPlan, parted, plan_entities
from build_scripts.publish.entity_file import EntityFolder, EntityLink, parse_entity, parse_links, parse_list
from build_scripts.publish.entity_list_data import PER_LIST
from build_scripts.publish.entity_pages import write_entities
from build_scripts.publish.site import Report, Site
from build_scripts.sync.marks import Status
from tests.annotate.test_entities import report

HOSTILE = "<img src=x onerror=alert(1)>&lt;b&gt; {{ page }} [x](javascript:alert(1))"
GAZE = "隆回县七江镇的茶叶好。村民高兴。"
GAZE_EN = "The tea of Qijiang in Longhui County is good. The villagers are glad."


def planned(*pages: Any) -> EntityPlan:
    read = {page.id: read_entities(page, EMPTY) for page in pages}
    return plan_entities(gather_entities(read, EMPTY), read)


def context(folder: Path, plan: EntityPlan, *pages: Any) -> Context:
    """The site of these reports, with the files of the plan in ``folder``."""
    write_entities(Project(folder), plan)
    reports = {
        page.id: Report(
            page.id, f"reports/{page.id}.md", f"题目{page.id}", f"Title {page.id}", date=page.date
        )
        for page in pages
    }
    return Context(site=Site(reports=reports), entities=EntityFolder(folder / ".duizhao" / "entities"))


@pytest.fixture
def longhui(render: Any, tmp_path: Path) -> Any:
    """The page of 隆回县, named in two reports."""
    pages = (
        report((GAZE, GAZE_EN), name="a", date="2020-01-02"),
        report((GAZE, ""), name="b", date="2021-01-02"),
    )
    return render("<!-- entity places/longhui-430524 -->", context(tmp_path, planned(*pages), *pages))


class TestAPage:
    def test_it_names_the_place_in_both_languages(self, longhui: Any) -> None:
        heading = longhui.find("h1")
        assert heading.find(lang="zh-Hans").get_text() == "隆回县"
        assert heading.find(lang="en").get_text() == "Longhui County"
        assert "Lónghuí Xiàn" in longhui.find(class_="dz-facts").get_text()
        assert longhui.find(class_="dz-key").get_text() == "longhuixian"

    def test_it_stands_in_its_hierarchy(self, longhui: Any) -> None:
        links = [link["href"] for link in longhui.find(class_="dz-facts").find_all("a")]
        assert links == [
            "/places/hunan-430000.md", "/places/shaoyang-430500.md", "/places/qijiang-430524117.md",
        ]  # fmt: skip

    def test_the_newest_report_is_first_and_each_sentence_leads_to_its_paragraph(self, longhui: Any) -> None:
        assert [time.get_text() for time in longhui.find_all("time")] == ["2021-01-02", "2020-01-02"]
        places = [link["href"] for link in longhui.select(".dz-mention a.dz-place")]
        assert places == ["/reports/b.md#u-0", "/reports/a.md#u-0"]

    def test_the_sentence_alone_is_shown_with_its_english(self, longhui: Any) -> None:
        mention = longhui.select(".dz-mention")[1]
        assert mention.find(class_="dz-zh").get_text().startswith("隆回县七江镇的茶叶好。")
        assert mention.find("mark").get_text() == "隆回县"
        assert "The tea of Qijiang in Longhui County is good." in mention.find(class_="dz-en").get_text()
        assert "villagers" not in mention.get_text()

    def test_where_there_is_no_english_it_says_so(self, longhui: Any) -> None:
        assert "Not yet translated" in longhui.select(".dz-mention")[0].get_text()

    def test_the_search_passes_over_the_sentences(self, longhui: Any) -> None:
        section = longhui.find("section")
        assert section.has_attr("data-search-exclude") and not section.find("section")
        assert not longhui.find("h1").has_attr("data-search-exclude")


def test_a_machines_english_is_marked(render: Any, tmp_path: Path) -> None:
    page = report((GAZE, GAZE_EN))
    made = (
        planned(page).pages[Kind.PLACE]["longhui-430524"].data.replace('"machine": false', '"machine": true')
    )
    write_entities(Project(tmp_path), planned(page))
    (tmp_path / ".duizhao/entities/places/longhui-430524.json").write_text(made, "utf-8")
    site = Site(reports={"yunxi": Report("yunxi", "reports/yunxi.md", "题目")})
    shown = Context(site=site, entities=EntityFolder(tmp_path / ".duizhao" / "entities"))
    soup = render("<!-- entity places/longhui-430524 -->", shown)
    assert soup.select(".dz-mention .dz-mark--machine")


def test_hostile_names_are_text(render: Any, tmp_path: Path) -> None:
    page = report((f"印发《{HOSTILE}》（以下简称《{HOSTILE[:30]}》）。", f"*{HOSTILE}*"))
    plan = planned(page)
    (name,) = [name for name in plan.pages[Kind.DOCUMENT] if not name.startswith("list-")]
    shown = context(tmp_path, plan, page)
    for marker in (f"<!-- entity documents/{name} -->", "<!-- entities documents -->"):
        soup = render(marker, shown)
        assert not soup.find(["img", "script"])
        assert HOSTILE in soup.get_text()
        assert not [link for link in soup.find_all("a") if "script" in link["href"]]


def test_a_document_shows_its_number_and_short_name(render: Any, tmp_path: Path) -> None:
    page = report(("印发《云溪县村规办法》（云发〔2019〕3号，以下简称《村规》）。《村规》有五条。", ""))
    plan = planned(page)
    (name,) = plan.pages[Kind.DOCUMENT]
    text = render(f"<!-- entity documents/{name} -->", context(tmp_path, plan, page)).get_text()
    for wanted in ("云发〔2019〕3号", "《村规》", "办法、措施", "No English yet"):
        assert wanted in text


def test_a_formula_shows_the_sentence_that_spells_it_out(render: Any, tmp_path: Path) -> None:
    page = report(("推行“五化”，即路平、灯亮、水清、地绿、人和。大家高兴。", ""))
    plan = planned(page)
    (name,) = plan.pages[Kind.FORMULA]
    facts = render(f"<!-- entity formulas/{name} -->", context(tmp_path, plan, page)).find(class_="dz-facts")
    assert "推行“五化”，即路平、灯亮、水清、地绿、人和。" in facts.get_text()
    assert facts.select("a.dz-place")[0]["href"] == "/reports/yunxi.md#u-0"


class TestLists:
    def test_places_stand_below_the_places_they_lie_in(self, render: Any, tmp_path: Path) -> None:
        page = report((GAZE, ""))
        soup = render("<!-- entities places -->", context(tmp_path, planned(page), page))
        path = [link.get_text() for link in soup.select("ul > li > a.dz-entity")]
        assert path == ["湖南省", "邵阳市", "隆回县", "七江镇"]
        assert soup.select("ul ul ul ul > li > a")[0].get_text() == "七江镇"

    def test_long_lists_have_several_pages(self, render: Any, tmp_path: Path) -> None:
        pages = [
            report(("".join(f"《云溪{chr(0x4E00 + number)}书》。" for number in range(PER_LIST + 20)), ""))
        ]
        plan = planned(*pages)
        shown = context(tmp_path, plan, *pages)
        first, second = (render(f"<!-- entities documents{rest} -->", shown) for rest in ("", "/list-2"))
        assert [len(page.select(".dz-entities > li")) for page in (first, second)] == [PER_LIST, 20]
        hrefs = ["/documents/index.md", "/documents/list-2.md"]
        for page, current in ((first, 0), (second, 1)):
            links = page.find("nav").find_all("a")
            assert [link["href"] for link in links] == hrefs
            assert [link.get("aria-current") == "page" for link in links] == [not current, bool(current)]

    def test_the_kinds_are_counted(self, render: Any, tmp_path: Path) -> None:
        page = report((GAZE, ""))
        soup = render("<!-- entity-kinds -->", context(tmp_path, planned(page), page))
        assert soup.find("a", href="/places/index.md").parent.get_text().split()[-1] == "4"

    @pytest.mark.parametrize("marker", ["entity places/x", "entities places", "entities places/list-2"])
    def test_without_data_a_page_says_so(self, render: Any, marker: str) -> None:
        assert render(f"<!-- {marker} -->", Context()).select(".dz-empty")

    @pytest.mark.parametrize("marker", ["entity people/x", "entities people", "entity places/../x"])
    def test_what_is_no_kind_is_no_marker(self, render: Any, marker: str) -> None:
        assert not render(f"<!-- {marker} -->", Context()).select(".dz-empty")


class TestParts:
    @given(st.integers(0, 6 * PER_PAGE))
    def test_the_parts_are_the_whole_and_old_ones_never_change(self, number: int) -> None:
        mention = Mention(Kind.PLACE, "430524", "", "隆回县", 0, 3, "", True, "todo", False)
        mentions = [Named(f"r{at}", f"{at:04}", mention) for at in range(number)]
        parts = parted(mentions)
        assert [one for part in reversed(parts) for one in part] == mentions
        assert len(parts[0]) < 2 * PER_PAGE
        longer = parted([*mentions, Named("new", "9999", mention)])
        assert longer[len(longer) - len(parts) + 1 :] == parts[1:]

    def test_pages_lead_to_each_other(self, render: Any, tmp_path: Path) -> None:
        pages = [
            report((GAZE, ""), name=f"r{number:03}", date=f"{2000 + number // 40}-01-01")
            for number in range(3 * PER_PAGE + 10)
        ]
        plan = planned(*pages)
        names = [name for name in plan.pages[Kind.PLACE] if name.startswith("longhui")]
        assert sorted(names) == ["longhui-430524", "longhui-430524-p1", "longhui-430524-p2"]
        shown = context(tmp_path, plan, *pages)
        first = render("<!-- entity places/longhui-430524 -->", shown)
        assert len(first.select(".dz-mention")) == PER_PAGE + 10
        assert [part.get_text() for part in first.find("nav").find_all("a")] == [
            "2003",
            "2002",
            "2001",
            "2000",
        ]
        older = render("<!-- entity places/longhui-430524-p1 -->", shown)
        assert [link["href"] for link in older.find("nav").find_all("a")] == [
            "/places/longhui-430524.md", "/places/longhui-430524-p2.md",
        ]  # fmt: skip

    def test_a_new_report_changes_the_newest_page_alone(self) -> None:
        pages = [
            report((GAZE, ""), name=f"r{n:03}", date=f"2020-01-{n % 28 + 1:02}")
            for n in range(2 * PER_PAGE + 5)
        ]
        before = planned(*pages).pages[Kind.PLACE]
        after = planned(*pages, report((GAZE, ""), name="new", date="2022-02-02")).pages[Kind.PLACE]
        changed = {name for name in after if before.get(name) != after[name] and name.startswith("longhui")}
        assert changed == {"longhui-430524"}


class TestLinks:
    TEXT = "隆回县推行“五化”建设。"

    def linked(self, links: list[EntityLink], seen: set[str] | None) -> Any:
        shown = Context(annotate=annotate)
        return fromstring(written_alone(element("p", *chinese(self.TEXT, shown, seen, links))))

    def test_a_name_leads_to_its_page(self) -> None:
        made = self.linked([EntityLink(0, 3, "places/longhui-430524.md", "places", "Longhui County")], set())
        (link,) = made.findall("a")
        assert link.get("href") == "/places/longhui-430524.md" and link.get("title") == "Longhui County"
        assert "".join(ruby.text or "" for ruby in link.iter("ruby")) == "隆回县"

    def test_inside_of_links_and_headings_there_is_none(self) -> None:
        assert not self.linked([EntityLink(0, 3, "places/x.md", "places", "")], None).findall("a")

    def test_a_span_that_cuts_a_word_makes_no_link(self) -> None:
        assert not self.linked([EntityLink(0, 2, "places/x.md", "places", "")], set()).findall("a")
        assert not self.linked([EntityLink(0, 99, "places/x.md", "places", "")], set()).findall("a")

    def test_no_character_is_lost(self) -> None:
        links = [
            EntityLink(0, 3, "places/x.md", "places", ""),
            EntityLink(6, 8, "formulas/x.md", "formulas", ""),
        ]
        made = self.linked(links, set())
        for rt in list(made.iter("rt")):
            rt.text = ""
        assert made.text_content() == self.TEXT

    def test_links_of_a_report_name_things_that_have_a_page(self) -> None:
        plan = planned(report((f"{GAZE}怀化市第一人民医院来了。", "")))
        links = parse_links(plan.links["yunxi"])["u-0"]
        assert [link.path for link in links] == ["places/longhui-430524.md", "places/qijiang-430524117.md"]


class TestFiles:
    @given(
        st.sampled_from(
            ["", "{", "[]", "null", '{"schema": "duizhao.entity/9"}', '{"schema": "duizhao.entity/1"}']
        )
    )
    def test_what_is_no_data_is_none(self, text: str) -> None:
        assert parse_entity(text) is None
        assert parse_list(text) is None
        assert parse_links(text) == {}

    def test_a_mention_outside_of_its_sentence_is_no_data(self) -> None:
        data = json.loads(planned(report((GAZE, ""))).pages[Kind.PLACE]["longhui-430524"].data)
        data["mentions"][0]["end"] = 999
        assert parse_entity(json.dumps(data)) is None

    def test_pages_that_are_no_more_are_deleted_and_those_of_people_left_alone(self, tmp_path: Path) -> None:
        project = Project(tmp_path)
        write_entities(project, planned(report((GAZE, ""))))
        mine = tmp_path / "docs/places/huaihua-431200.md"
        mine.write_text("# 怀化\n", "utf-8")
        index = tmp_path / "docs/places/index.md"
        index.write_text("# 地方\n\n<!-- entities places -->\n", "utf-8")
        faults = write_entities(project, planned(report(("怀化市的茶叶好。", ""))))
        assert [fault.code for fault in faults] == ["P021"]
        assert sorted(path.name for path in (tmp_path / "docs/places").iterdir()) == [
            "huaihua-431200.md", "hunan-430000.md", "index.md",
        ]  # fmt: skip
        assert mine.read_text("utf-8") == "# 怀化\n"
        assert not (tmp_path / ".duizhao/entities/places/longhui-430524.json").exists()

    def test_a_second_run_writes_nothing(self, tmp_path: Path) -> None:
        plan = planned(report((GAZE, GAZE_EN)))
        write_entities(Project(tmp_path), plan)
        stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
        write_entities(Project(tmp_path), plan)
        assert stamps == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}

    def test_the_pipeline_makes_them(self, tmp_path: Path) -> None:
        sources = tmp_path / "source_articles"
        sources.mkdir()
        (sources / "tea.txt").write_text(
            "# 山村新事\n\n□ 文溪\n\n隆回县七江镇的茶叶好，村民都高兴。\n", "utf-8"
        )
        (tmp_path / "docs").mkdir()
        prepare(tmp_path)
        assert (tmp_path / "docs/places/longhui-430524.md").is_file()
        shown = EntityFolder(tmp_path / ".duizhao/entities").entity("places/longhui-430524")
        assert shown is not None and shown.mentions[0].status == Status.TODO.value
