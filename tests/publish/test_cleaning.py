"""The pages “How this text was cleaned”: complete, harmless, the program's own, and cheap."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import EMPTY
from build_scripts.documents import CleanResult, clean_document
from build_scripts.library import Project
from build_scripts.model import CleanDocument
from build_scripts.pages import Pages, plan_pages
from build_scripts.pipeline import prepare
from build_scripts.publish import review as review_module
from build_scripts.publish.context import Context
from build_scripts.publish.differences import invisible
from build_scripts.publish.report_data import ReportData
from build_scripts.publish.review import Review, review_document
from build_scripts.publish.review_file import parse_review
from build_scripts.publish.review_pages import plan_reviews, review_page
from build_scripts.publish.site import parse_site
from build_scripts.publish.site_data import build_site_data, to_json
from build_scripts.read.source import read_source
from build_scripts.sync.front import with_values

TWO_REPORTS = """首页 > 新闻中心 > 市州动态

# 茶山上的新路

□ 文溪 山禾

清明前后,茶山一片翠绿。山下的合作社收了八百斤鲜叶,机器日夜不停,采茶的歌声从早唱到

2021年3月4日 星期四 第03版 综合

晚,村子里家家炒茶,香气飘满了一条街。

村里的路修通了,水渠也从山腰绕过来,涪口区的村民都来看。

# 河边的便民站

□ 田野

便民站开在河边,村民办证不出村,一年少跑上百里山路。
"""
LINES = st.sampled_from(
    ["图片", "# 茶乡新事", "□ 文溪 山禾", "一、修路", "三、引水", "二、架桥", "<script>alert(1)</script>",
     "村里的路修通了，一直修到", "山里的学校门口,孩子们 高兴。", "水渠从山腰绕过来，村民不用再挑水上山。",
     "&lt;i&gt; &amp; \x02duizhao:0\x03 {{ page }}", "\u202e\u200b茶\x00\ue000", "首页 > 新闻中心 > 正文"]
)  # fmt: skip


def reviewed(text: str) -> tuple[CleanDocument, Pages, dict[str, Review]]:
    """A document, the pages that come of it, and their reviews."""
    document = clean_document(read_source(text.encode(), "source_articles/tea.txt"))
    results = [CleanResult(document.source.path, document, ())]
    pages = plan_pages(Project(Path("nowhere")), results)
    return document, pages, dict(plan_reviews(results, pages))


def shown(render: Any, pages: Pages, reviews: dict[str, Review], name: str) -> Any:
    """The page of a report, parsed."""
    site = parse_site(to_json(build_site_data(pages.pages, EMPTY, (), reviews=reviews)))
    data = {key: parse_review(review_json(review)) for key, review in reviews.items()}
    return render(review_page(name, pages.pages[name]), Context(site=site, review=data.get))


def review_json(review: Review) -> str:
    return json.dumps(dict(review.data))


@pytest.fixture(scope="module")
def two(render: Any) -> dict[str, Any]:
    """The two pages of the document above, by the first line of their report."""
    _, pages, reviews = reviewed(TWO_REPORTS)
    assert len(reviews) == 2
    return {pages.pages[name].front.text("title"): shown(render, pages, reviews, name) for name in reviews}


def test_raw_text_and_result_stand_side_by_side(two: dict[str, Any]) -> None:
    page = two["茶山上的新路"]
    row = page.find(id="L13")
    assert row.select_one(".dz-raw").get_text().startswith("村里的路修通了,水渠")
    assert [put_in.get_text() for put_in in row.select(".dz-result ins")] == ["，", "，"]
    link = row.select_one(".dz-fate a")
    assert link["href"].startswith("/reports/") and "#u-" in link["href"]
    assert link.get_text() == "¶4"


def test_a_text_that_was_taken_as_it_is_stands_once(render: Any) -> None:
    _, pages, reviews = reviewed(TWO_REPORTS.replace(",", "，"))
    rows = [row for name in reviews for row in shown(render, pages, reviews, name).select("tr.dz-row")]
    (row,) = [row for row in rows if "便民站开在河边" in row.get_text()]
    assert row.select_one(".dz-raw").get_text() == "便民站开在河边，村民办证不出村，一年少跑上百里山路。"
    assert row.select_one(".dz-made").get_text() == "¶3"


def test_what_was_removed_is_struck_through_with_its_reason_and_code(two: dict[str, Any]) -> None:
    row = two["茶山上的新路"].find(id="L1")
    assert row.select_one(".dz-raw > del").get_text() == "首页 > 新闻中心 > 市州动态"
    assert "删去 Removed 网页附带内容 site furniture" in row.select_one(".dz-fate").get_text()
    assert row.select_one("a.dz-code")["href"] == "/codes.md#c030"


def test_joined_lines_lead_to_each_other(two: dict[str, Any]) -> None:
    page = two["茶山上的新路"]
    assert "下接第11行" in page.find(id="L7").get_text()
    row = page.find(id="L11")
    assert row.select_one("a.dz-where")["href"] == "#L7"
    assert "joined to line 7" in row.get_text()
    assert row.select_one(".dz-result").get_text() == "晚，村子里家家炒茶，香气飘满了一条街。"


def test_what_belongs_to_another_report_is_one_row_with_a_link(two: dict[str, Any]) -> None:
    rows = two["河边的便民站"].select(".dz-row--other")
    assert len(rows) == 1
    assert rows[0].th.get_text() == "1–13"
    assert rows[0].a.get_text() == "茶山上的新路" and rows[0].a["href"].startswith("/cleaning/")


def test_links_within_the_page_lead_somewhere(two: dict[str, Any]) -> None:
    for page in two.values():
        ids = [node["id"] for node in page.select("[id]")]
        assert len(ids) == len(set(ids))
        assert {a["href"][1:] for a in page.select("a[href^='#']")} <= set(ids)


@settings(max_examples=60)
@given(st.lists(LINES, max_size=14))
def test_every_character_stands_on_one_page_and_none_acts(render: Any, lines: list[str]) -> None:
    """Law 1 on the site, and Law 4's twin: text from documents is data."""
    raw_text = "\n\n".join(lines)
    # More control characters than a few make a file a binary one, which is not read.
    assume(sum(char < " " and char != "\n" for char in raw_text) <= 8)
    document, pages, reviews = reviewed(raw_text)
    raw = "".join(row.get("raw", "") for review in reviews.values() for row in review.data["rows"])
    if reviews:
        assert sorted(raw.replace(" ", "")) == sorted("".join(document.source.text.split()))
    for name in reviews:
        page = shown(render, pages, reviews, name)
        assert not page.select("script, img, iframe")
        for node in page.find_all(True):
            assert not [key for key in node.attrs if key.startswith("on") or key in ("style", "src")]
            assert urlsplit(node.get("href", "")).scheme == ""
        assert "\x02" not in str(page) and "\u202e" not in str(page)
        for row, made in zip(
            (row for row in reviews[name].data["rows"] if "raw" in row),
            page.select("tr.dz-row:not(.dz-row--other)"),
            strict=True,
        ):
            for hidden in made.select(".dz-raw .dz-invisible"):
                hidden.decompose()
            visible = "".join(char for char in row["raw"] if not invisible(char))
            assert made.select_one(".dz-raw").get_text() == visible


def test_a_doubted_word_is_marked_and_the_report_leads_to_it(render: Any) -> None:
    text = TWO_REPORTS.replace("涪口区的", "株洲市涪口区的")
    _, pages, reviews = reviewed(text)
    name, review = next(iter(reviews.items()))
    assert review.doubts == 1 and list(review.marks.values()) == [13]
    page = shown(render, pages, reviews, name)
    assert page.find(id="L13").select_one(".dz-raw mark").get_text() == "涪口区"
    assert "dz-row--doubtful" in page.find(id="L13")["class"]
    site = parse_site(to_json(build_site_data(pages.pages, EMPTY, (), reviews=reviews)))
    marks = ReportData(marks=review.marks)
    report = render(pages.texts[name], Context(site=site, report=lambda _: marks))
    assert report.select_one("a.dz-why")["href"] == f"/cleaning/{name}.md#L13"
    assert "存疑 1 处 1 doubtful" in report.select_one(".dz-facts").get_text()


def test_a_long_report_is_cut_and_the_page_says_so(render: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_module, "MOST_ROWS", 3)
    _, pages, reviews = reviewed(TWO_REPORTS)
    name, review = next(iter(reviews.items()))
    assert len(review.data["rows"]) == 3 and review.data["omitted"] == 4
    assert review.data["counts"]["kept"] == 4
    assert "4 more stretches are not listed" in shown(render, pages, reviews, name).get_text()


def test_many_reports_in_one_document_cost_no_more_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report's data hold its own text: those of all reports together are linear in the document."""
    one = "# 第{}村的新路\n\n□ 文溪 山禾\n\n第{}村今年修通了{}条村道，村民把水引上了山，家家都高兴。\n\n"
    sizes = []
    for count in (10, 40):
        _, _, reviews = reviewed("".join(one.replace("{}", str(number)) for number in range(count)))
        assert len(reviews) == count
        sizes.append(sum(len(review.data["rows"]) for review in reviews.values()))
    assert sizes[1] < 4.5 * sizes[0]


@given(st.text(max_size=40))
def test_the_head_of_a_page_is_yaml_whatever_the_title(title: str) -> None:
    _, pages, _ = reviewed(TWO_REPORTS)
    page = next(iter(pages.pages.values()))
    front = with_values(page.front, {"title": title.replace("\n", " ")}, "\n")
    if front is None:
        return  # no title that the program would write
    text = review_page("yunxi", replace(page, front=front))
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["robots"] == "noindex" and head["search"] == {"exclude": True}
    assert head["title"].startswith("文本整理说明：")


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{}", '{"schema": "duizhao.cleaning/1"}', '{"schema": 3}']
)
def test_unusable_data_are_no_data(render: Any, text: str) -> None:
    assert parse_review(text) is None
    page = render("<!-- cleaning nobody -->")
    assert page.select_one(".dz-empty").get_text() == "暂无数据 No data yet"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A small project that has been built once."""
    (tmp_path / "source_articles").mkdir()
    (tmp_path / "source_articles" / "tea.txt").write_text(TWO_REPORTS, encoding="utf-8")
    prepare(tmp_path)
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir()}


def test_a_page_goes_with_its_report(tea: Path) -> None:
    pages, data = tea / "docs" / "cleaning", tea / ".duizhao" / "cleaning"
    assert len(names(pages)) == 2 and names(pages) == names(data) == names(tea / "docs" / "reports")
    first = TWO_REPORTS.partition("# 河边")[0]
    (tea / "source_articles" / "tea.txt").write_text(first, encoding="utf-8")
    prepare(tea)
    assert len(names(pages)) == 1 and names(pages) == names(data)


def test_a_second_run_writes_nothing(tea: Path) -> None:
    files = [path for path in sorted(tea.rglob("*")) if path.is_file()]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    prepare(tea)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files} == before
    assert [path for path in sorted(tea.rglob("*")) if path.is_file()] == files


def test_somebodys_page_is_neither_overwritten_nor_deleted(tea: Path) -> None:
    folder = tea / "docs" / "cleaning"
    taken, note = min(folder.iterdir()), folder / "note.md"
    taken.write_text("# Mine\n", encoding="utf-8")
    note.write_bytes("我的".encode("gb18030"))
    found = [found for found in prepare(tea).diagnostics if found.code == "P021"]
    assert [fault.path for fault in found] == [f"docs/cleaning/{taken.name}"]
    assert taken.read_text(encoding="utf-8") == "# Mine\n" and note.exists()
    site = parse_site((tea / ".duizhao" / "site.json").read_text(encoding="utf-8"))
    assert site.reports[taken.stem].doubts is None


def test_a_title_that_a_person_wrote_answers_that_there_is_none() -> None:
    text = "便民站开在河边,村民办证不出村,一年少跑上百里山路。\n\n村里的路修通了,家家都高兴,孩子们也高兴。\n"
    document = clean_document(read_source(text.encode(), "source_articles/tea.txt"))
    assert any(found.code == "S002" for found in document.findings)
    results = [CleanResult(document.source.path, document, ())]
    pages = plan_pages(Project(Path("nowhere")), results)
    name, review = next(plan_reviews(results, pages))
    assert "S002" in review.data["codes"] and review.doubts == 1
    page = pages.pages[name]
    front = with_values(page.front, {"title": "河边的便民站"}, "\n")
    assert front is not None
    titled = review_document(document, [name], {name: replace(page, front=front)})[name]
    assert "S002" not in titled.data["codes"] and titled.doubts == 0
