"""Texts that want to be more than text: in raw documents, English, glossary, themes and names of files.

Everything is shown as it was written and nothing of it runs: on each kind of page, in the search, in pop-ups.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.pages import largest
from tests.browser.waiting import becomes, expect, settle
from tests.conftest import copy_project, run_duizhao

pytestmark = [
    pytest.mark.browser,
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no file of such a name"),
]

SCRIPT = "<script>window.hurt=1</script>"
IMAGE = "<img src=x onerror=window.hurt=2>"
LINK = "[此处](javascript:window.hurt=3)"
QUOTES = "\" onmouseover=\"window.hurt=4\" x=\"' onfocus='window.hurt=5' autofocus='"
ENTITY = "&lt;script&gt;window.hurt=6&lt;/script&gt;"
CLOSING = "</p></div></article></main><style>*{display:none}</style>"
TEMPLATE = "{{ 7*7 }}{% for one in 'ab' %}{{ one }}{% endfor %}{# none #}"
MARKDOWN = "**粗** `码` ![图](javascript:window.hurt=7) <!-- reports -->"
BIDI = "\u202e倒写\u2066里面"
ODD = "\x00\x0b\x7f\u0085\ufffe\ufdd0\u2028尾"
LONG = "Donaudampfschiff" * 320
"""A word of 5,120 letters."""

ALL = (SCRIPT, IMAGE, LINK, QUOTES, ENTITY, CLOSING, TEMPLATE, MARKDOWN, BIDI, ODD, LONG)
STEM = "hill-<img src=x onerror=window.hurt=8>-{{ 7*7 }}-' onclick='window.hurt=9"

TITLE = f"云溪山乡{SCRIPT}{IMAGE}{TEMPLATE}{BIDI}"
TITLE_EN = f"Hill {IMAGE}{TEMPLATE}{QUOTES}"

# What is on a page that must not be: what has run, what would, what is out of its place.
STATE = """() => {
    const dangerous = [...document.querySelectorAll("*")].filter((element) => [...element.attributes].some(
        (attribute) => attribute.name.startsWith("on") || /^\\s*javascript:/i.test(attribute.value)));
    const code = [...document.querySelectorAll("script:not([type='application/ld+json']), style")];
    const foreign = code.filter((element) => /hurt|display:none}/.test(element.textContent));
    return {
        ran: window.hurt || null,
        dangerous: [...dangerous, ...foreign].map((element) => element.outerHTML.slice(0, 120)),
        pictures: document.querySelectorAll("article img, dialog img").length,
        frames: document.querySelectorAll("body > .md-container > main .md-content > article").length,
        headings: document.querySelectorAll("article h1").length,
        sideways: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    };
}"""
WELL = {"ran": None, "dangerous": [], "pictures": 0, "frames": 1, "headings": 1, "sideways": 0}
# Where a text that turns its direction would turn what stands behind it in the same line.
TURNING = """() => [...document.querySelectorAll("article *, .md-header *, .md-nav *")].filter((element) => {
    if (element.matches("option, script")) { return false; }
    const own = [...element.childNodes].filter((node) => node.nodeType === 3);
    let holder = element;
    while (getComputedStyle(holder).unicodeBidi === "normal") { holder = holder.parentElement; }
    return own.some((node) => /[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data))
        && holder.querySelectorAll(":scope > *").length > 1 && holder.textContent !== element.textContent;
}).map((element) => element.outerHTML.slice(0, 160))"""


def documents() -> dict[str, str]:
    """Raw documents by their names."""
    first = []  # no title: a person has written it into the page
    for number, attack in enumerate(ALL, 3):
        first.append(f"云溪县的村干部在第{number}个村里看到{attack}这几个字，一肩挑的书记说要照原样写出来。")
    first.append(
        f"县里印发《关于加强{IMAGE}{{{{ 7*7 }}}}工作的意见》（云办发〔2021〕5号），隆回县新建了30个村卫生室。"
    )
    second = ["云溪县一肩挑的第二年", "文章来源: 清江晚报  时间: 2022-03-04 09:30  作者: 田野"]
    second += [
        f"这一年隆回县新建了{number}0个村卫生室，一肩挑的村里人说看病不再难。" for number in range(2, 6)
    ]
    return {
        name: "\n\n".join(lines) + "\n" for name, lines in ((f"{STEM}.txt", first), ("second.txt", second))
    }


GLOSSARY = f"""---
title: {json.dumps(f"词汇{IMAGE}")}
title_en: {json.dumps(f"Words {SCRIPT}")}
---

<!-- glossary -->

## 一肩挑

- en: holding both posts {IMAGE}; {LINK}
- variants: “一肩挑”
- source: 本站自拟 {SCRIPT}

解释里有 {SCRIPT}{IMAGE}{TEMPLATE}{BIDI}。

An explanation with {SCRIPT} {IMAGE} {LINK} {TEMPLATE} {QUOTES} {LONG}

## 村干部

- en: =HYPERLINK("javascript:window.hurt=1")

等号开头的英译。

English that begins with a sign.
"""
THEME = f"""---
title: {json.dumps(f"山乡{IMAGE}{BIDI}")}
title_en: {json.dumps(f"Hills {SCRIPT} {TEMPLATE} {LONG}")}
keywords:
  - 云溪县: 3
  - 村里: 3
  - 一肩挑: 3
---

介绍里的花括号 {{{{ 7*7 }}}}。

<!-- reports theme=hills -->
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a project in which all that people write is hostile."""
    folder = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    for name in ("source_articles", "docs/glossary", "docs/themes", "docs/reports"):
        for path in (folder / name).iterdir():
            if path.name != "index.md":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in documents().items():
        (folder / "source_articles" / name).write_text(text, encoding="utf-8")
    (folder / "docs/glossary/words.md").write_text(GLOSSARY, encoding="utf-8")
    (folder / "docs/themes/hills.md").write_text(THEME, encoding="utf-8")
    run_duizhao(folder, "sync")
    (page,) = (
        path for path in (folder / "docs/reports").glob("*.md") if "onclick" in path.read_text("utf-8")
    )
    page.write_text(translated(page.read_text(encoding="utf-8")), encoding="utf-8")
    run_duizhao(folder, "build", "--site-dir", str(folder / "site"))
    return folder / "site"


def translated(text: str) -> str:
    """The page with hostile titles, and with English that is no better."""
    attacks = iter(ALL)
    text = re.sub(
        "<!-- en todo -->\n",
        lambda _: f"<!-- en human -->\n\nA hill, {next(attacks, 'nothing')} and more.\n",
        text,
    )
    head, body = text[4:].split("\n---\n", 1)
    kept = [line for line in head.split("\n") if not re.match("(sub)?title", line)]
    titles = {
        "title": TITLE,
        "title_en": TITLE_EN,
        "subtitle": f"副题{SCRIPT}",
        "subtitle_en": f"Deck {IMAGE}",
    }
    made = [f"{name}: {json.dumps(value)}" for name, value in titles.items()]
    return "\n".join(["---", *kept, *made, "---", body])


@pytest.fixture(scope="module")
def hostile(site: Path, serve: Callable[[Path], str]) -> str:
    """The address of that site."""
    return serve(site)


@pytest.fixture
def page(page: Any) -> Iterator[Any]:
    """A tab in which no dialog may open."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert dialogs == []


def kinds(site: Path) -> list[str]:
    """Each page of the site but the two long ones that are the program's own."""
    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [path for path in paths if path not in ("codes.html", "translating.html", "about.html")]


def test_on_every_page_it_is_text_and_nothing_is_broken(page: Any, hostile: str, site: Path) -> None:
    for path in kinds(site):
        page.goto(f"{hostile}/{quote(path)}")
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
        settle(page)  # what opens fills itself
        assert page.evaluate(STATE) == WELL, path
        assert page.evaluate(TURNING) == [], path


def test_the_report_shows_what_was_written(page: Any, hostile: str, site: Path) -> None:
    page.goto(f"{hostile}/{largest(site, 'reports')}")
    chinese = page.locator(".dz-unit .dz-zh").all_text_contents()
    # Its last semicolon is one of Chinese now, as a Chinese character follows.
    for attack in (SCRIPT, IMAGE, ENTITY.removesuffix(";"), CLOSING, TEMPLATE):
        assert any(attack in text for text in chinese), attack
    title = page.title()
    assert SCRIPT in title and "{{ 7*7 }}" in title
    english = page.locator(".dz-unit .dz-en").all_text_contents()
    for attack in (SCRIPT, IMAGE, TEMPLATE, CLOSING, LONG):
        assert any(attack in text for text in english), attack


@pytest.mark.parametrize("query", ["一肩挑", "云溪县", "window", "hill", "holding", SCRIPT, IMAGE, TEMPLATE])
def test_the_search_shows_it_as_text(page: Any, hostile: str, query: str) -> None:
    page.goto(f"{hostile}/index.html?q={quote(query)}")
    expect(page.locator(".dz-find__said")).to_contain_text(re.compile("结果|页"))
    expect(page.locator(".dz-find__found")).to_have_attribute("aria-busy", "false")
    if query == "一肩挑":
        page.locator(".dz-find__hits a").first.wait_for()
        page.locator(".dz-find__suggested a").first.wait_for()
    settle(page)
    assert page.evaluate(STATE) == WELL
    becomes(page, "document.querySelector('.dz-find').scrollWidth <= innerWidth", True, "the search fits")


def test_a_hit_leads_to_a_page_that_is_still_text(page: Any, hostile: str) -> None:
    page.goto(f"{hostile}/index.html?q={quote('照原样写出来')}")
    page.locator(".dz-find__hits a[href*='/reports/']").first.click()
    page.locator(".dz-hit").first.wait_for()
    settle(page)
    assert page.evaluate(STATE) == WELL


def test_the_pop_up_of_a_hostile_term_is_text(page: Any, hostile: str, site: Path) -> None:
    page.goto(f"{hostile}/{largest(site, 'reports')}")
    page.locator(".dz-unit .dz-zh a.dz-term", has_text="一肩挑").first.click()
    box = page.locator(".dz-word")
    box.locator(".dz-word__term").wait_for()
    expect(box).to_contain_text(IMAGE)
    settle(page)
    assert page.evaluate(STATE) == WELL
    expect(box.locator("img, script")).to_have_count(0)


def test_no_cell_of_a_download_is_a_formula(site: Path) -> None:
    tables = sorted((site / "assets").rglob("*.csv.zip"))
    assert tables
    for table in tables:
        with zipfile.ZipFile(table) as archive:
            text = archive.read(table.stem).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert len(cells) > 20
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == [], table
