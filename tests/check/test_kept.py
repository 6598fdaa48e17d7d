"""Findings kept from one run to the next change nothing but the time it takes."""

from __future__ import annotations

import ast
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.check import units
from build_scripts.check.faults import Fault
from build_scripts.check.kept import LIBRARIES, STAGES, Kept
from build_scripts.check.renderings import Renderings
from build_scripts.check.texts import Text
from build_scripts.check.units import check_pages, text_faults
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


def test_findings_of_another_program_do_not_count(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "checks.json", "old")
    (tmp_path / "checks.json").unlink(missing_ok=True)
    check_pages({"a": parse(page_text([("paragraph", "一。", "One.")]))}, lexicon(), kept)
    kept.store()
    assert Kept(tmp_path / "checks.json", "old")._old and not Kept(tmp_path / "checks.json", "new")._old


TERMS = lexicon().terms
# Few words in many entries: expressions within others, words that several terms share.
EXPRESSIONS = ("党员", "干部", "党员干部", "村干部", "基层", "基层干部", "党建", "基层党建", "党")
WORDS = ("village", "Party", "official", "cadre", "building", "member")
SAID = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True).map(" ".join)
ENTRIES = st.builds(
    lambda zh, variants, en, avoid, line: replace(
        TERMS[0], id=f"t-{zh}", zh=zh, variants=variants, en=en, avoid=avoid, line=line
    ),
    st.sampled_from(EXPRESSIONS),
    st.lists(st.sampled_from(EXPRESSIONS), max_size=1).map(tuple),
    SAID,
    st.lists(SAID, max_size=2).map(tuple),
    st.integers(1, 3),
)
GLOSSARIES = st.lists(ENTRIES, min_size=5, max_size=9, unique_by=lambda term: term.zh)
CHINESE = st.lists(st.sampled_from((*EXPRESSIONS, "，")), min_size=1, max_size=3).map("".join)
UNITS = st.lists(
    st.tuples(
        st.sampled_from(["paragraph", "heading"]),
        CHINESE,
        st.lists(st.sampled_from((*WORDS, "the")), min_size=1, max_size=5).map(" ".join),
    ),
    min_size=3,
    max_size=6,
)


def glossary(terms: Iterable[Term]) -> Lexicon:
    """A lexicon of ``terms``: a variant that stands for another term is left out, as when files are read."""
    terms = list(terms)
    taken = {term.zh for term in terms}
    unique = []
    for term in terms:
        variants = tuple(said for said in term.variants if said not in taken)
        taken.update(variants)
        unique.append(replace(term, variants=variants))
    return Lexicon.of(unique)


FIELDS = st.sampled_from(["variants", "en", "avoid", "line", "all"])


@given(UNITS, GLOSSARIES, st.lists(st.tuples(FIELDS, ENTRIES), min_size=1, max_size=3))
def test_after_an_entry_has_changed_kept_findings_give_what_a_check_anew_gives(
    units: list[tuple[str, str, str]], terms: list[Term], changes: list[tuple[str, Term]]
) -> None:
    """A change puts an entry, or one field of it, in the place of the entry of the same heading."""
    pages = {f"p{n}": parse(page_text([unit])) for n, unit in enumerate(units)}
    entries = {term.zh: term for term in terms}
    with tempfile.TemporaryDirectory() as folder:
        for field, entry in (("", None), *changes):
            if entry and field == "all":
                entries[entry.zh] = entry
            elif entry and entry.zh in entries:
                entries[entry.zh] = replace(entries[entry.zh], **{field: getattr(entry, field)})
            kept = Kept(Path(folder) / "checks.json", "x")
            now = glossary(entries.values())
            assert check_pages(pages, now, kept) == check_pages(pages, now)
            kept.store()


def changed(entry: Term) -> Lexicon:
    """The glossary of the cases with ``entry`` in the place of the first, which has its id."""
    return Lexicon.of([entry, *TERMS[1:]])


def checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: Lexicon) -> list[str]:
    """The Chinese of the texts that are checked again after the glossary has become ``other``."""
    pairs = [("村里实行一肩挑。", "Posts."), ("党建工作好。", "Good."), ("修了桥。", "A bridge.")]
    pages = {f"p{n}": parse(page_text([("paragraph", *pair)])) for n, pair in enumerate(pairs)}
    anew: list[str] = []

    def note(text: Text, renderings: Renderings) -> Iterable[Fault]:
        anew.append(text.zh)
        return text_faults(text, renderings)

    monkeypatch.setattr(units, "text_faults", note)
    for terms in (lexicon(), other):
        anew.clear()
        kept = Kept(tmp_path / "checks.json", "x")
        check_pages(pages, terms, kept)
        kept.store()
    return anew


def test_a_changed_entry_has_those_texts_checked_again_that_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = changed(replace(TERMS[0], en="two posts at once"))
    assert checked_again(tmp_path, monkeypatch, other) == ["村里实行一肩挑。"]


def test_an_entry_that_moved_or_is_explained_otherwise_has_none_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = changed(replace(TERMS[0], line=77, explanation_en="Other words."))
    assert checked_again(tmp_path, monkeypatch, other) == []


def test_where_an_entry_stands_is_told_as_it_is_now(tmp_path: Path) -> None:
    pages = {"a": parse(page_text([("paragraph", "村里实行一肩挑。", "Posts.")]))}
    for line in (3, 77):
        kept = Kept(tmp_path / "checks.json", "x")
        moved = changed(replace(TERMS[0], line=line))
        (found,) = check_pages(pages, moved, kept)
        assert found.message.endswith(f"(glossary.md:{line})")
        kept.store()


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
