"""What was found in reports is kept: it shows in nothing but time, and an entry costs its own reports."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.annotate.annotated import AnnotatedPage
from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.cache import Entries, to_json, value_from_json
from build_scripts.check.kept import Kept as KeptFindings
from build_scripts.publish import readings
from build_scripts.publish.looking import Stores, look_at_reports
from build_scripts.publish.readings import READERS, Kept, Readings, read_report
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import zh_hash

GLOSSARY = """<!-- glossary -->

## 网格员
- en: grid worker

网格员管一个网格。

A grid worker looks after one grid.

## 村规民约
- en: village rules
- variants: 村约

村规民约由村民议定。

Village rules are agreed by the villagers.
"""

TEXTS = {
    "bridge": "网格员每天走访，桥修好了。",
    "rules": "村约写进了村规民约，家家都签了字。",
    "both": "网格员把村规民约送到了每一户。",
    "none": "山里的桃花很美。",
}


def page(zh: str, en: str = "") -> Page:
    chinese = f"<!-- zh {zh_hash(zh)} paragraph -->\n\n> {zh}\n\n"
    return parse(f"---\ntitle: 新事\n---\n\n{chinese}<!-- en human -->\n\n{en}\n")


def lexicon(text: str = GLOSSARY) -> Lexicon:
    made, faults = load_lexicon({"docs/glossary/a.md": text})
    assert not faults
    return made


@pytest.fixture
def pages() -> dict[str, Page]:
    return {name: page(zh, "It is so.") for name, zh in TEXTS.items()}


def read_reports(
    pages: Mapping[str, Page], known: Lexicon, kept: Kept | None = None, jobs: int = 1
) -> dict[str, Readings]:
    """The readings of all reports, as the pipeline has them made; without ``kept`` one by one."""
    if kept is None:
        return {name: read_report(name, pages[name], known) for name in sorted(pages)}
    beside = kept.entries.folder.parent
    stores = Stores(kept, KeptFindings(beside / "checks.json", "program"), beside / "words")
    return look_at_reports(pages, known, stores, jobs=jobs)[0]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(Entries(tmp_path / "readings"), "program 1")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports that are read, in order."""
    done: list[str] = []

    def counted(found: AnnotatedPage, known: Lexicon) -> object:
        done.append(found.id)
        return READERS["words"](found, known)

    monkeypatch.setattr(readings, "READERS", {**READERS, "words": counted})
    return done


def test_what_is_kept_is_what_was_found(pages: Mapping[str, Page], kept: Kept, read: list[str]) -> None:
    without = read_reports(pages, lexicon())
    assert list(without) == sorted(TEXTS) and without["both"].words.mentions
    read.clear()
    assert read_reports(pages, lexicon(), kept) == without and read == sorted(TEXTS)
    read.clear()
    assert read_reports(pages, lexicon(), kept) == without and not read


def test_four_processes_find_the_same(tmp_path: Path, kept: Kept) -> None:
    many = {f"{name}-{number}": page(f"{number}月{zh}") for number in range(9) for name, zh in TEXTS.items()}
    four = Kept(Entries(tmp_path / "four"), "program 1")
    assert read_reports(many, lexicon(), kept) == read_reports(many, lexicon(), four, jobs=4)
    one, other = (sorted(each.entries.folder.iterdir()) for each in (kept, four))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other] and len(one) == 36


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("grid worker\n", "grid attendant\n", ["both", "bridge"]),
        ("- variants: 村约", "- variants: 乡约", ["both", "rules"]),
        ("## 村规民约\n", "\n\n## 村规民约\n", []),
        ("Village rules are agreed", "Village rules were agreed", ["both", "rules"]),
    ],
)
def test_a_changed_entry_costs_the_reports_that_hold_it(
    old: str, new: str, again: list[str], pages: Mapping[str, Page], kept: Kept, read: list[str]
) -> None:
    read_reports(pages, lexicon(), kept)
    read.clear()
    changed = lexicon(GLOSSARY.replace(old, new))
    assert read_reports(pages, changed, kept) == {
        name: readings.read_report(name, pages[name], changed) for name in sorted(pages)
    }
    assert read[: len(again)] == again and len(read) == len(again) + len(pages)


def test_a_new_entry_costs_the_reports_that_hold_it(
    pages: Mapping[str, Page], kept: Kept, read: list[str]
) -> None:
    read_reports(pages, lexicon(), kept)
    read.clear()
    more = lexicon(f"{GLOSSARY}\n## 桃花\n- en: peach blossom\n\n桃花。\n\nPeach blossom.\n")
    assert read_reports(pages, more, kept)["none"].words.mentions and read == ["none"]


def test_a_changed_sentence_costs_its_report(pages: dict[str, Page], kept: Kept, read: list[str]) -> None:
    read_reports(pages, lexicon(), kept)
    read.clear()
    pages["rules"] = page(TEXTS["rules"], "It was so.")
    read_reports(pages, lexicon(), kept)
    assert read == ["rules"]


def test_another_program_reads_all_anew(pages: Mapping[str, Page], kept: Kept, read: list[str]) -> None:
    read_reports(pages, lexicon(), kept)
    read.clear()
    read_reports(pages, lexicon(), replace(kept, program="program 2"))
    assert read == sorted(TEXTS)


def test_damage_and_loss_change_nothing(pages: Mapping[str, Page], kept: Kept, read: list[str]) -> None:
    before = read_reports(pages, lexicon(), kept)
    first, second, *_ = sorted(kept.entries.folder.iterdir())
    first.write_bytes(first.read_bytes()[:-3])
    second.unlink()
    read.clear()
    assert read_reports(pages, lexicon(), kept) == before and len(read) == 2
    shutil.rmtree(kept.entries.folder)
    assert read_reports(pages, lexicon(), kept) == before


def test_reports_that_are_gone_are_not_kept(pages: dict[str, Page], kept: Kept) -> None:
    read_reports(pages, lexicon(), kept)
    del pages["none"]
    read_reports(pages, lexicon(), kept)
    assert len(list(kept.entries.folder.iterdir())) == len(pages)


def test_all_readings_have_a_form(pages: Mapping[str, Page]) -> None:
    found = readings.read_report("both", pages["both"], lexicon())
    assert value_from_json(Readings, to_json(found)) == found


def test_a_word_of_several_reports_is_one_object(pages: Mapping[str, Page], kept: Kept) -> None:
    read_reports(pages, lexicon(), kept)
    found = read_reports(pages, lexicon(), kept)
    words = [word for one in found.values() for word in one.vocabulary.words]
    assert len(words) > len(set(words)) == len({id(word) for word in words})
