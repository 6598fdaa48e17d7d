"""Rendered pages are kept: the site is the same to the byte, and only what a change concerns is rendered."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from build_scripts import processes
from build_scripts.publish import hook
from build_scripts.publish.kept_pages import Facts, World

CONFIG = f"""
site_name: 云溪
use_directory_urls: false
theme:
  name: null
  custom_dir: theme
validation:
  links:
    absolute_links: relative_to_docs
markdown_extensions:
  - toc
  - build_scripts.publish.extension
plugins: []
hooks:
  - {Path(hook.__file__).as_posix()}
"""
TEMPLATE = "{{ page.title }}|{{ page.content }}|{% for entry in page.toc %}{{ entry.url }} {% endfor %}"
GLOSSARY = """<!-- glossary -->

## 网格员
- en: grid worker

网格员管一个网格。

A grid worker looks after one grid.

## 村规民约
- en: village rules

村规民约由村民议定。

Village rules are agreed by the villagers.
"""
SOURCES = {
    "bridge": "云溪修通了连心桥\n\n罗一山\n\n2019年3月2日，网格员带着村民把桥修好了，两岸的人都来庆贺。\n",
    "rules": "清江立下新规矩\n\n杨小溪\n\n5月6日，村规民约贴上了墙，家家都签了字，没有人再乱倒垃圾。\n",
    "tea": "茶山有了新路子\n\n林晚\n\n2021年7月8日，茶农用上了冷库，鲜叶当天就能加工，价钱比去年高了三成。\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    texts = {
        "mkdocs.yml": CONFIG,
        "theme/main.html": TEMPLATE,
        "docs/index.md": "# 首页 · Home\n\n<!-- reports -->\n",
        "docs/about.md": "# 关于 · About\n\nSee [the bridge](reports/bridge.md).\n",
        "docs/codes.md": "# 代码 · Codes\n",
        "docs/glossary/all.md": GLOSSARY,
        "docs/glossary/index.md": "# 词汇 · Glossary\n",
    }
    for name, text in SOURCES.items():
        texts[f"source_articles/{name}.txt"] = text
        front = f"id: {name}\nsource: {name}.txt\ntitle: {text.splitlines()[0]}\n"
        texts[f"docs/reports/{name}.md"] = f"---\n{front}---\n\n<!-- report {name} -->\n"
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that Markdown works on, in order."""
    done: list[str] = []
    render = Page.render

    def counted(page: Page, config: object, files: object) -> None:
        done.append(page.file.src_uri)
        render(page, config, files)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", counted)
    return done


def site(project: Path) -> dict[str, str]:
    """Build it, and give all its pages."""
    build(load_config(str(project / "mkdocs.yml")))
    folder = project / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


def anew(project: Path) -> dict[str, str]:
    """The same with nothing kept."""
    shutil.rmtree(project / ".duizhao" / "rendered")
    return site(project)


def edit(path: Path, change: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")


def test_a_second_build_renders_nothing_and_gives_the_same(project: Path, rendered: list[str]) -> None:
    first = site(project)
    assert "liánxīnqiáo" in first["reports/bridge.html"] and "#u-title" in first["reports/bridge.html"]
    assert len(rendered) == len(first) == 14
    rendered.clear()
    assert site(project) == first and not rendered
    assert anew(project) == first


def test_several_processes_render_the_same(
    project: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(20):
        text = f"# 第{number}页 · Page {number}\n\n[there](../about.md) and [nowhere](nothing-{number}.md)\n"
        (project / "docs" / "more").mkdir(exist_ok=True)
        (project / "docs" / "more" / f"{number}.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    several = site(project)
    # What MkDocs has to say is said once, whoever rendered the page.
    assert caplog.text.count("a link 'nothing-7.md'") == 1
    # What another process rendered is rendered by none in this one.
    assert len(set(rendered)) < len(several) or processes.start_method() != "fork"
    monkeypatch.setattr("build_scripts.publish.rendering.start_method", lambda: "spawn")
    rendered.clear()
    assert anew(project) == several and set(rendered) >= {"index.md", "more/7.md"}


def test_a_changed_sentence_renders_its_page_and_what_tells_of_it(project: Path, rendered: list[str]) -> None:
    site(project)
    rendered.clear()
    unit = "<!-- en todo -->"
    edit(project / "docs/reports/tea.md", lambda text: text.replace(unit, f"{unit}\n\nThe growers did.", 1))
    changed = site(project)
    assert "The growers did." in changed["reports/tea.html"]
    # The lists of reports show how far each is.
    assert [path for path in rendered if path.startswith("reports/")] == ["reports/tea.md"]
    assert "index.md" in rendered and not {"about.md", "codes.md"} & set(rendered)
    assert changed == anew(project)


def test_a_changed_entry_renders_what_uses_it_and_nothing_else(project: Path, rendered: list[str]) -> None:
    other = "<!-- glossary -->\n\n## 水渠\n- en: canal\n\n引水的沟。\n\nA ditch that brings water.\n"
    (project / "docs/glossary/water.md").write_text(other, encoding="utf-8")
    for name, text in (("numbers", "<!-- numbers -->"), ("reports/index", ""), ("figures", "")):
        (project / f"docs/{name}.md").write_text(f"# 页 · Page\n\n{text}\n", encoding="utf-8")
    first = site(project)
    assert "3 terms" in first["numbers.html"] and "dz-term-heading" in first["glossary/water.html"]
    rendered.clear()
    edit(
        project / "docs/glossary/all.md",
        lambda text: text.replace("en: village rules\n", "en: village covenant\n"),
    )
    changed = site(project)
    assert "village covenant" in changed["reports/rules.html"]
    assert sorted(rendered) == ["glossary/all.md", "reports/rules.md", "terms/cunguiminyue.md"]
    assert changed == anew(project)


def test_a_new_term_is_found_in_kept_pages(project: Path, rendered: list[str]) -> None:
    site(project)
    rendered.clear()
    entry = "\n## 冷库\n- en: cold store\n\n冷库能保鲜。\n\nA cold store keeps things fresh.\n"
    edit(project / "docs/glossary/all.md", lambda text: text + entry)
    changed = site(project)
    assert "cold store" in changed["reports/tea.html"]
    assert sorted(rendered) == ["glossary/all.md", "reports/tea.md", "terms/lengku.md"]
    assert changed == anew(project)


def test_a_link_to_a_page_that_goes_is_complained_of_every_time(
    project: Path, rendered: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    site(project)
    (project / "source_articles" / "bridge.txt").unlink()
    (project / "docs" / "reports" / "bridge.md").unlink()
    for _ in range(2):
        rendered.clear()
        caplog.clear()
        with caplog.at_level(logging.WARNING, logger="mkdocs"):
            site(project)
        assert "about.md" in rendered and "reports/bridge.md" in caplog.text
    assert "rules" in site(project)["reports/rules.html"]


def test_damage_changes_nothing(project: Path, rendered: list[str]) -> None:
    first = site(project)
    for path in sorted((project / ".duizhao" / "rendered").iterdir()):
        path.write_bytes(path.read_bytes()[:-1])
    rendered.clear()
    assert site(project) == first and len(rendered) == len(first)


def test_other_options_render_all(project: Path, rendered: list[str]) -> None:
    site(project)
    rendered.clear()
    edit(project / "mkdocs.yml", lambda text: text.replace("  - toc\n", "  - toc:\n      toc_depth: 1\n"))
    assert len(site(project)) == len(rendered)


def test_where_no_file_of_data_changed_pages_are_good_without_a_question(
    project: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = site(project)
    rendered.clear()
    asked: list[str] = []
    good = World.good

    def counted(world: World, facts: Facts, source: str, base: str) -> bool:
        asked.append(facts.source)
        return good(world, facts, source, base)

    monkeypatch.setattr(World, "good", counted)
    assert site(project) == first and not asked and not rendered
    # As good as another file: all is asked again, and nothing is rendered.
    (project / ".duizhao" / "site.json").touch()
    assert site(project) == first and asked and not rendered
    # A page that is not kept, for there is something to say of it, leaves nothing that later looks good.
    (project / "docs/reports/bridge.md").unlink()
    (project / "source_articles/bridge.txt").unlink()
    for _ in range(2):
        rendered.clear()
        assert site(project) == anew(project) and "about.md" in rendered


def test_pages_that_are_gone_are_not_kept(project: Path) -> None:
    pages = site(project)
    (project / "docs" / "about.md").unlink()
    site(project)
    assert len(list((project / ".duizhao" / "rendered").iterdir())) == len(pages) - 1
