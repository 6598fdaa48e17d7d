"""One look at each report finds what the readers and the checks find by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.annotate import words
from build_scripts.annotate.lexicon import EMPTY
from build_scripts.annotate.segment import Segment, segments
from build_scripts.cache import Entries
from build_scripts.check.kept import Kept as KeptFindings
from build_scripts.check.units import check_pages
from build_scripts.publish.looking import Stores, look_at_reports
from build_scripts.publish.readings import Kept, read_report
from build_scripts.quantities.chinese import quantities
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import zh_hash

TEXTS = {
    "bridge": ("全县新修桥梁12座。", "The county built 21 new bridges."),
    "rules": ("去年村规民约写进了32个村。", "Last year 32 villages had village rules."),
    "none": ("山里的桃花很美。", ""),
}


def page(zh: str, en: str) -> Page:
    unit = f"<!-- zh {zh_hash(zh)} paragraph -->\n\n> {zh}\n\n<!-- en human -->\n\n{en}\n"
    return parse(f"---\ntitle: 新事\ntitle_en: News\n---\n\n{unit}")


@pytest.fixture
def pages() -> dict[str, Page]:
    return {name: page(*texts) for name, texts in TEXTS.items()}


def stores(folder: Path) -> Stores:
    readings = Kept(Entries(folder / "readings"), "program")
    return Stores(readings, KeptFindings(folder / "checks.json", "program"), folder / "words")


def test_it_finds_what_readers_and_checks_find(pages: dict[str, Page], tmp_path: Path) -> None:
    readings = {name: read_report(name, pages[name], EMPTY) for name in sorted(pages)}
    alone = readings, check_pages(pages, EMPTY)
    kept = stores(tmp_path)
    assert look_at_reports(pages, EMPTY, kept) == alone and any(one.code == "T021" for one in alone[1])
    kept.findings.store()
    assert look_at_reports(pages, EMPTY, stores(tmp_path)) == alone


@pytest.mark.parametrize("gone", ["readings", "checks.json", "words"])
def test_what_is_missing_of_one_kind_is_found_again(
    pages: dict[str, Page], tmp_path: Path, gone: str
) -> None:
    first = stores(tmp_path)
    alone = look_at_reports(pages, EMPTY, first)
    first.findings.store()
    (tmp_path / gone).rename(tmp_path / "aside")
    assert look_at_reports(pages, EMPTY, stores(tmp_path)) == alone


def test_four_processes_find_what_one_finds(tmp_path: Path) -> None:
    many = {f"r{number}": page(f"全县新修桥梁{number}座。", f"{number} bridges.") for number in range(40)}
    one = look_at_reports(many, EMPTY, stores(tmp_path / "1"))
    assert look_at_reports(many, EMPTY, stores(tmp_path / "4"), jobs=4) == one
    files = [sorted((tmp_path / jobs / "words").iterdir()) for jobs in "14"]
    assert [path.name for path in files[0]] == [f"{name}.json" for name in sorted(many)]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_a_text_is_read_once_for_all(
    pages: dict[str, Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    divided: list[str] = []

    def counted(text: str) -> tuple[Segment, ...]:
        divided.append(text)
        return segments(text)

    monkeypatch.setattr(words, "segments", counted)
    words._parted.cache_clear()
    quantities.cache_clear()
    look_at_reports(pages, EMPTY, stores(tmp_path))
    assert sorted(divided) == sorted({"新事", *(zh for zh, _ in TEXTS.values())})
    asked = quantities.cache_info()
    assert (
        asked.hits and asked.misses == len({zh for zh, _ in TEXTS.values()}) + 1
    )  # the title is checked, too
