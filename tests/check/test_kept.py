"""Findings kept from one run to the next change nothing but the time it takes."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.check import units
from build_scripts.check.kept import LIBRARIES, STAGES, Kept, stamp
from build_scripts.check.units import check_pages
from build_scripts.sync.page import parse
from tests.check.helpers import lexicon, page_text

WRONG = "The village built a bridge, called 同心桥 , and the the old people came to see it."
PAGES = {
    "a": parse(page_text([("heading", "同心桥", "the bridge"), ("paragraph", "村里修了一座桥。", WRONG)]))
}


def run(file: Path, mark: str = "x", writes: bool = True) -> tuple[str, ...]:
    kept = Kept(file, mark, writes)
    found = check_pages(PAGES, lexicon(), kept)
    kept.store()
    return tuple(map(str, found))


def test_a_cold_a_warm_and_no_store_give_the_same(tmp_path: Path) -> None:
    plain = tuple(map(str, check_pages(PAGES, lexicon())))
    assert len(plain) > 3
    assert run(tmp_path / "s/checks.json") == run(tmp_path / "s/checks.json") == plain


def test_a_text_that_was_checked_is_not_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "checks.json")
    before = (tmp_path / "checks.json").stat().st_mtime_ns
    monkeypatch.setattr(units, "text_faults", lambda *_: pytest.fail("checked again"))
    run(tmp_path / "checks.json")
    assert (tmp_path / "checks.json").stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"{}", b"x\n{}", b"\xff\xfe"])
def test_what_is_damaged_is_as_good_as_nothing(tmp_path: Path, damage: bytes) -> None:
    good = run(tmp_path / "checks.json")
    (tmp_path / "checks.json").write_bytes(damage)
    assert run(tmp_path / "checks.json") == good
    whole = (tmp_path / "checks.json").read_bytes()
    (tmp_path / "checks.json").write_bytes(whole.replace(b"the", b"xxx", 1))
    assert run(tmp_path / "checks.json") == good


def test_findings_of_another_program_or_glossary_do_not_count(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "checks.json", "old")
    (tmp_path / "checks.json").unlink(missing_ok=True)
    check_pages({"a": parse(page_text([("paragraph", "一。", "One.")]))}, lexicon(), kept)
    kept.store()
    assert Kept(tmp_path / "checks.json", "old")._old and not Kept(tmp_path / "checks.json", "new")._old


def test_the_stamp_is_that_of_the_glossary_and_always_the_same() -> None:
    terms = lexicon().terms
    other = Lexicon.of([replace(terms[0], en="holding two posts"), *terms[1:]])
    assert stamp(lexicon()) == stamp(Lexicon.of(terms)) != stamp(other)


def test_the_number_of_processes_does_not_matter(tmp_path: Path) -> None:
    pages = {
        f"p{n}": parse(page_text([("paragraph", f"{n}座桥。", f"{n + n % 2} bridges , 桥.")]))
        for n in range(40)
    }
    alone = check_pages(pages, lexicon(), Kept(tmp_path / "a.json", "x"))
    kept = Kept(tmp_path / "b.json", "x")
    assert check_pages(pages, lexicon(), kept, jobs=3) == alone and len(alone) > 80
    kept.store()
    half = {name: page for n, (name, page) in enumerate(pages.items()) if n % 2}
    some = Kept(tmp_path / "b.json", "x")
    assert check_pages(half, lexicon(), some) == tuple(
        at for at in alone if int(at.path[14:-3].strip("/p")) % 2
    )


def test_without_writes_nothing_is_kept(tmp_path: Path) -> None:
    run(tmp_path / "checks.json", writes=False)
    assert not (tmp_path / "checks.json").exists()


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    assert run(tmp_path / "state/checks.json")


def test_the_stamp_takes_in_every_folder_and_library_that_checks_import(root: Path) -> None:
    """Of sync and publish only plain names are used, which decide nothing about a text."""
    names: set[str] = set()
    for stage in STAGES:
        for path in (root / "build_scripts" / stage).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module)
                elif isinstance(node, ast.Import):
                    names |= {alias.name for alias in node.names}
    called = {"text_to_num": "text2num", "ahocorasick": "pyahocorasick"}
    outside = {name.split(".")[0] for name in names} & {"ahocorasick", "pypinyin", "rapidfuzz", "text_to_num"}
    assert {called.get(name, name) for name in outside} <= set(LIBRARIES)
    # The segmenter stands beside the stages and is one of these two.
    assert {"jieba", "rjieba"} <= set(LIBRARIES)
