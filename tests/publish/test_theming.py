"""Themes are kept between builds, and nobody can tell but by the time it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from build_scripts.annotate.themes import Theme, assign_themes, load_themes
from build_scripts.cache import Entries
from build_scripts.publish import theming
from build_scripts.publish.site_data import themes_of
from build_scripts.publish.theming import themes_of_all
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import quotation, zh_hash

HEALTH = "---\ntitle: 医\ntitle_en: Health\nkeywords: [医院, 医保]\n---\n"
ROADS = "---\ntitle: 路\ntitle_en: Roads\nkeywords: [公路]\n---\n"


def themes(**files: str) -> tuple[Theme, ...]:
    return load_themes({f"docs/themes/{name}.md": text for name, text in files.items()})[0]


def page(name: str, zh: str, front: str = "") -> Page:
    body = f"<!-- zh {zh_hash(zh)} paragraph -->\n\n{quotation(zh)}\n<!-- en todo -->\n\n"
    return parse(f"---\nid: {name}\ntitle: 村里的事\n{front}---\n\n<!-- report {name} -->\n\n{body}", name)


PAGES = {
    "clinic": page("clinic", "村民到医院看病，医保能报销。"),
    "road": page("road", "公路修到了家门口。"),
    "by-hand": page("by-hand", "公路修到了家门口。", "themes: [health]\n"),
    "none": page("none", "天气很好。"),
}
FOUND = {"by-hand": ("health",), "clinic": ("health",), "none": (), "road": ("roads",)}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts whose themes were worked out."""
    seen: list[str] = []

    def watched(title: str, texts: Sequence[str], themes: Sequence[Theme]) -> tuple[str, ...]:
        seen.extend(texts)
        return assign_themes(title, texts, themes)

    monkeypatch.setattr(theming, "assign_themes", watched)
    return seen


def found(pages: Mapping[str, Page], known: Sequence[Theme], folder: Path) -> dict[str, tuple[str, ...]]:
    return themes_of_all(pages, known, Entries(folder))


def test_all_reports_have_the_themes_that_each_has_alone(tmp_path: Path) -> None:
    known = themes(health=HEALTH, roads=ROADS)
    assert found(PAGES, known, tmp_path) == FOUND
    assert {name: themes_of(one, known) for name, one in PAGES.items()} == FOUND


def test_what_is_kept_is_not_worked_out_again(tmp_path: Path, asked: list[str]) -> None:
    known = themes(health=HEALTH, roads=ROADS)
    found(PAGES, known, tmp_path)
    asked.clear()
    assert found(PAGES, known, tmp_path) == FOUND and asked == []
    changed = {**PAGES, "road": page("road", "医院搬了家。")}
    assert found(changed, known, tmp_path) == {**FOUND, "road": ("health",)}
    assert asked == ["医院搬了家。"]


def test_another_keyword_is_seen_at_once(tmp_path: Path) -> None:
    found(PAGES, themes(health=HEALTH, roads=ROADS), tmp_path)
    weather = themes(health=HEALTH.replace("医院", "天气"), roads=ROADS)
    assert found(PAGES, weather, tmp_path)["none"] == ("health",)


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    known = themes(health=HEALTH, roads=ROADS)
    found(PAGES, known, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"roads", b"shoes"))
    assert found(PAGES, known, tmp_path) == FOUND
