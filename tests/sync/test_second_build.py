"""Law 3 for the pages: a second build finds each report's page again, whatever the report lacks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.documents import clean_document
from build_scripts.library import PageFile
from build_scripts.pages import Pages, synced_pages
from build_scripts.read.source import read_source

Documents = Mapping[str, str]
Files = dict[str, PageFile]

BYLINE = "□ 文溪 田野"
TEA = "清明前后，茶山一片翠绿，采茶的歌声从早唱到晚。"
LINES = (
    BYLINE, "□ 山禾", "本报记者 田野", "来源：清江日报", "2021年3月4日", "2021-03-04 08:00 来源：清江日报",
    "责任编辑：文溪", "# 茶乡新事", "# index", "茶乡新事", "——清江县纪实", "一、修路", "二、引水", "## 引水",
    "图片", "图为村民在采茶。 山禾 摄", "（资料图片）", "首页 > 新闻中心 > 正文", "1", "***",
    "2021年3月4日 星期四 第03版 综合", TEA, "村里的路修通了，一直修到",
)  # fmt: skip


def built(documents: Documents, files: Files) -> Pages:
    """Build the pages in memory, into ``files``."""
    reports = []
    for source, text in documents.items():
        document = clean_document(read_source(text.encode(), f"source_articles/{source}"))
        reports += [(article, source) for article in document.articles]
    pages = synced_pages(sorted(files.items()), reports)
    files |= {name: PageFile(text) for name, text in pages.texts.items()}
    return pages


def is_found_again(documents: Documents, files: Files) -> Pages:
    """Build twice: the second time nothing is written and each report has the page that it had."""
    first = built(documents, files)
    before = dict(files)
    again = built(documents, files)
    assert (again.ids, files) == (first.ids, before)
    return again


def repeated(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param({"b.txt": repeated(*[BYLINE] * 5)}, id="by-lines only"),
        pytest.param({"b.txt": BYLINE, "c.txt": BYLINE}, id="two files of one by-line"),
        pytest.param({"b.txt": "来源：清江日报\n\n2021年3月4日"}, id="metadata only"),
        pytest.param({"b.txt": "图为村民在采茶。 山禾 摄"}, id="a caption only"),
        pytest.param({"b.txt": "一、修路\n\n二、引水"}, id="headings only"),
        pytest.param({"b.txt": "# 茶乡新事"}, id="a title only"),
        pytest.param({"b.txt": "#\n\n□ 田野"}, id="an empty title"),
        pytest.param({"b.txt": f"# 茶乡\n\n{BYLINE}\n\n# 水乡\n\n{BYLINE}\n\n{BYLINE}"}, id="empty reports"),
        pytest.param({"b.txt": f"# 茶乡\n\n{TEA}", "c.txt": f"# 茶乡\n\n{TEA}"}, id="twins"),
        pytest.param({"b.txt": "首页 > 新闻中心 > 正文"}, id="removed text only"),
        pytest.param({"b.txt": ""}, id="nothing"),
    ],
)
def test_a_report_that_lacks_nearly_everything_finds_its_page_again(documents: Documents) -> None:
    files: Files = {}
    pages = is_found_again(documents, files)
    assert sorted(files) == sorted(pages.ids)


documents = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "b-2.txt", "b.md", "index.txt", "sub/b.txt"]),
    # A line over and over is what leaves least of a report.
    st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 5)), max_size=6).map(
        lambda runs: "\n\n".join(line for line, times in runs for _ in range(times))
    ),
    max_size=4,
)


@given(st.lists(documents, min_size=1, max_size=3))
def test_a_second_build_writes_nothing_whatever_the_documents_were_before(states: list[Documents]) -> None:
    files: Files = {}
    for state in states:
        is_found_again(state, files)
