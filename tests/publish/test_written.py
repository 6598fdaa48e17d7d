"""Pages written ahead by several processes, or taken from the site before: the same bytes in any case."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.publish import hook, written
from build_scripts.publish.lean_templates import add_lean_templates, lean
from build_scripts.publish.preview import SESSION
from build_scripts.publish.written import SiteBefore

CONFIG = f"""
site_name: 云溪
use_directory_urls: false
theme:
  name: null
  custom_dir: theme
markdown_extensions:
  - build_scripts.publish.extension
plugins: []
hooks:
  - {Path(hook.__file__).as_posix()}
"""
FRAME = """<title>{{ page.title }} {{ config.site_name }}</title>
  {% if page.is_homepage %}
    <b>home</b>
  {% endif %}
{{ page.content }}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Twenty pages, enough for two processes."""
    pages = {f"docs/p{number:02}.md": f"# 页 {number}\n\n<pre>\n  a\n</pre>\n" for number in range(19)}
    texts = {"mkdocs.yml": CONFIG, "theme/main.html": FRAME, "docs/index.md": "# 首页\n", **pages}
    for name, text in texts.items():
        put(tmp_path / name, text)
    (tmp_path / "source_articles").mkdir()
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    SESSION.rendering = SESSION.written = SESSION.known = None


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def built(project: Path) -> dict[str, bytes]:
    build(load_config(str(project / "mkdocs.yml")))
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages whose template this process runs from now on, one of them for all that others run."""
    done: list[str] = []
    original = written._write_page

    def write(path: str) -> tuple[str, bool]:
        done.append(path)
        return original(path)

    monkeypatch.setattr(written, "_write_page", write)
    return done


def test_law_with_the_site_before_without_it_and_with_a_file_changed_the_same_comes_out(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(project)
    assert len(first) == 20 and b"<title>\xe9\xa1\xb5 3 " in first["p03.html"]
    assert b"<pre>\n  a\n</pre>" in first["p03.html"] and b"home" not in first["p03.html"]
    done = counted(monkeypatch)
    assert built(project) == first and done == []
    put(project / "site" / "p03.html", "changed by somebody")
    assert built(project) == first
    (project / "site" / "p04.html").unlink()
    put(project / ".duizhao" / "written.json", "{ damaged")
    assert built(project) == first
    assert bool(done) == (written.start_method() == "fork"), "without fork MkDocs runs all templates itself"
    assert not (project / ".duizhao" / "site-before").exists()


def test_one_process_gives_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(project)
    monkeypatch.setattr(written, "start_method", lambda: "spawn")
    (project / ".duizhao" / "written.json").unlink()
    assert built(project) == first


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("mkdocs.yml", "site_name: 云溪", "site_name: 东溪"),
        ("theme/main.html", "<title>", "<title>New: "),
    ],
)
def test_a_changed_frame_is_seen_on_every_page(project: Path, name: str, old: str, new: str) -> None:
    first = built(project)
    path = project / name
    put(path, path.read_text(encoding="utf-8").replace(old, new))
    now = built(project)
    assert now.keys() == first.keys() and all(now[page] != first[page] for page in first)


def test_a_changed_page_is_seen_and_a_new_one_where_the_frame_lists_all(project: Path) -> None:
    first = built(project)
    put(project / "docs" / "p03.md", "# 另一页\n")
    now = built(project)
    assert [page for page in first if now[page] != first[page]] == ["p03.html"]
    put(project / "theme" / "main.html", "{% for file in pages %}{{ file.url }} {% endfor %}")
    built(project)
    put(project / "docs" / "q.md", "# 新页\n")
    assert all(b"q.html" in text for text in built(project).values())


def test_where_a_plugin_listens_it_sees_every_page_go_by(project: Path) -> None:
    built(project)
    put(
        project / "other.py",
        "def on_post_page(output, page, config):\n    return output + page.file.src_uri\n",
    )
    put(project / "mkdocs.yml", f"{CONFIG}  - other.py\n")
    for _ in range(2):
        assert all(text.endswith(b".md") for text in built(project).values())


def test_markdown_that_was_rendered_is_held_where_a_plugin_may_look_at_it(project: Path) -> None:
    for other, held in (("", False), ("  - other.py\n", True)):
        put(project / "other.py", "def on_env(env, config, files):\n    pass\n")
        put(project / "mkdocs.yml", CONFIG + other)
        assert all(b"<h1" in text for text in built(project).values())
        assert SESSION.rendering is not None
        pages = [file.page for file in SESSION.rendering.files.documentation_pages()]
        assert pages and all(bool(page and page.markdown) is held for page in pages)


def test_a_link_to_no_anchor_is_complained_of_every_time(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(project / "docs" / "q.md", "# 页\n\n[a](p01.md#none) [b](p01.md#some) [c](#none)\n")
    put(project / "docs" / "p01.md", '# 页\n\n<a id="some"></a>\n')
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.INFO, logger="mkdocs"):
            built(project)
        said = [text for text in caplog.messages if text.startswith("Doc file")]
        assert len(said) == 2 and "'p01.md#none'" in said[0] and "'#none'" in said[1]


def test_a_dirty_build_keeps_the_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(project)
    monkeypatch.setattr(hook, "_dirty", [])
    hook.on_startup(command="build", dirty=True)
    put(project / "docs" / "p03.md", "# 另一页\n")
    hook.on_pre_build(load_config(str(project / "mkdocs.yml")))
    kept = list((project / "site").rglob("*.html"))
    assert len(kept) == len(first)


def test_what_cannot_be_set_aside_stays_and_hidden_files_do(tmp_path: Path) -> None:
    site, before = tmp_path / "site", SiteBefore(tmp_path / "state" / "before", tmp_path / "index.json")
    put(site / "a.html", "a")
    put(site / ".nojekyll", "")
    before.set_aside(site)  # nothing is known of it
    assert sorted(os.listdir(site)) == [".nojekyll", "a.html"]
    before.remember({"a.md": ("key", "seal")})
    before.set_aside(site)
    assert os.listdir(site) == [".nojekyll"] and os.listdir(before.folder) == ["a.html"]
    assert before.known() == {"a.md": ["key", "seal"]}
    before.set_aside(tmp_path / "nowhere")
    assert os.listdir(before.folder) == []


def test_templates_lose_their_layout_and_pages_nothing() -> None:
    env = Environment(
        loader=DictLoader(
            {
                "a.html": "<p>\n    {{ text }}\n  {% if text %}\n    <b>x</b>\n  {% endif %}\n</p>\n",
                "pre.html": "<pre>\n  {{ text }}\n</pre>\n",
                "a.txt": "  a\n\n  b\n",
            }
        )
    )
    add_lean_templates(env)
    add_lean_templates(env)
    text = "one\n\n   two"
    assert env.get_template("a.html").render(text=text) == f"<p>\n{text}\n<b>x</b>\n</p>"
    assert env.get_template("pre.html").render(text=text) == f"<pre>\n  {text}\n</pre>"
    assert env.get_template("a.txt").render() == "  a\n\n  b"
    tag = '<a class="md-logo" href="{{ x }}" title="a b" rel="{% if x %}me{% endif %}" lang="en" data-x="a/">'
    assert lean(tag) == tag.replace('"md-logo"', "md-logo").replace('"en"', "en") + "\n"
    assert lean('{{ icon(name, class="big") }}\n') == '{{ icon(name, class="big") }}\n'
    assert lean("{#- a\n   note -#}\n<i>\n") == "{#- a\nnote -#}<i>\n"
