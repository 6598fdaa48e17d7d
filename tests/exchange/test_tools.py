"""Files as translators' tools give them back: each edit reaches its unit, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.exchange.deciding import Given
from tests.exchange.helpers import HEADING, PAGE, ROAD, STALE, SUBTITLE, TEA, TITLE, WATER, exported, imported
from tests.exchange.helpers import returned as read

FILES = Path(__file__).parent / "files"
POEDIT_ROAD = "In Village A twelve households mended their roads, as Poedit wraps such a long line."


def back(name: str, given: Given = Given.HUMAN) -> tuple[dict[str, tuple[str, str]], list[str]]:
    file = FILES / name
    return imported(PAGE, read(file.read_bytes(), file.suffix), given)


def test_poedit() -> None:
    """It wraps lines and clears the mark of what was edited; what it filled in from its memory is fuzzy."""
    expected = {ROAD: (POEDIT_ROAD, "human"), TEA: ("Village C grows “tea”.", "human")}
    assert back("poedit.po") == (expected, ["T076"])


def test_poedit_taken_at_its_word() -> None:
    changed, codes = back("poedit.po", Given.AS_IN_FILE)
    assert codes == []
    assert changed == {
        SUBTITLE: ("Seen and heard in four villages", "machine"),
        ROAD: (POEDIT_ROAD, "human"),
        TEA: ("Village C grows “tea”.", "human"),
    }


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_po_with_other_line_ends(end: str, mark: str) -> None:
    text = mark + (FILES / "poedit.po").read_text(encoding="utf-8").replace("\n", end)
    assert imported(PAGE, read(text, ".po")) == back("poedit.po")


def test_omegat_po() -> None:
    """It clears every mark and puts the Chinese where there is no translation."""
    expected = {WATER: ("Village B has running water.\n\nAnd *more*.", "human")}
    assert back("omegat.po") == (expected, ["T078"])


def test_memoq() -> None:
    """It reorders units, drops notes and names, leaves targets empty and marks codes of its own."""
    expected = {
        ROAD: ("Village A has mended the roads of 12 households.", "human"),
        TEA: ("Village C grows **tea**.", "human"),
    }
    assert back("memoq.xlf") == (expected, ["T078"])


def test_memoq_taken_at_its_word() -> None:
    changed, _ = back("memoq.xlf", Given.AS_IN_FILE)
    assert changed == {
        TITLE: ("A year in Yunxi", "human"),
        ROAD: ("Village A has mended the roads of 12 households.", "reviewed"),
        TEA: ("Village C grows **tea**.", "human"),
    }


def test_reviewed_as_a_whole() -> None:
    changed, _ = back("memoq.xlf", Given.REVIEWED)
    assert {address: value[1] for address, value in changed.items()} == {ROAD: "reviewed", TEA: "reviewed"}


def test_a_tool_that_makes_one_line_of_a_text_has_not_edited_it() -> None:
    """It drops xml:space, after which white space means nothing; words that changed still count."""
    flat = exported(PAGE, "xliff").replace(' xml:space="preserve"', "").replace("water.\n\nAnd", "water. And")
    assert imported(PAGE, read(flat, ".xlf")) == ({}, [])
    changed = flat.replace("water. And", "wells. And")
    assert imported(PAGE, read(changed, ".xlf"))[0] == {WATER: ("Village B has wells. And *more*.", "human")}
    kept = exported(PAGE, "xliff").replace("water.\n\nAnd", "water. And")
    assert imported(PAGE, read(kept, ".xlf"))[0] == {WATER: ("Village B has water. And *more*.", "human")}


def test_trados() -> None:
    """Identifiers are its own and the target is cut into segments: the Chinese tells the unit."""
    expected = {
        ROAD: ("Village A improved roads for 12 households.", "human"),
        TEA: ("Village C grows tea.", "human"),
    }
    assert back("trados.sdlxliff") == (expected, [])


def test_omegat_tmx() -> None:
    """A memory without identifiers, with inline codes, other languages and pairs of other projects."""
    expected = {
        ROAD: ("Village A mended roads for *12* households.", "human"),
        TEA: ("Village C grows tea.", "human"),
    }
    assert back("omegat.tmx") == (expected, ["T073"])


def test_calc() -> None:
    expected = {
        SUBTITLE: ("-5 °C; and “three” villages", "human"),
        ROAD: ('Village A, "at last", mended roads.', "human"),
    }
    assert back("calc.csv") == (expected, [])


EXCEL = {
    WATER: ("Village B has running water.\n\nAnd *more*.", "human"),
    TEA: ("Village C grows tea.", "human"),
}


def excel() -> str:
    """The file as Excel writes it: line feeds inside of cells, CRLF behind a row."""
    text = (FILES / "excel.csv").read_text(encoding="utf-8")
    return text.replace("\n", "\r\n").replace("water.\r\n\r\nAnd", "water.\n\nAnd")


def test_excel() -> None:
    """Columns moved, taken away and added, empty rows, a byte-order mark and CRLF."""
    assert imported(PAGE, read("\ufeff" + excel(), ".csv")) == (EXCEL, [])


def test_po_in_the_encoding_that_its_header_names() -> None:
    text = (FILES / "poedit.po").read_text(encoding="utf-8").replace("charset=UTF-8", "charset=GB18030")
    assert imported(PAGE, read(text.encode("gb18030"), ".po")) == back("poedit.po")


def test_po_without_a_header() -> None:
    text = (FILES / "poedit.po").read_text(encoding="utf-8")
    assert imported(PAGE, read(text[text.index("#. title") :], ".po")) == back("poedit.po")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_excel_in_other_countries(encoding: str, delimiter: str) -> None:
    assert imported(PAGE, read(excel().replace(",", delimiter).encode(encoding), ".csv")) == (EXCEL, [])


def test_a_line_that_names_the_separator() -> None:
    text = "sep=|\r\n" + excel().replace(",", "|")
    assert imported(PAGE, read(text, ".csv")) == (EXCEL, [])


def test_json_of_a_program() -> None:
    expected = {WATER: ("Village B is on the mains.", "human"), TEA: ("Village C grows tea.", "human")}
    assert back("program.jsonl") == (expected, [])


@pytest.mark.parametrize("name", ["po", "xliff"])
def test_stale_english_that_was_mended(name: str) -> None:
    """The mark that it is unfinished is ours: a tool may leave it, the text is the translator's."""
    text = exported(STALE, name).replace("for 12 households", "for 13 households")
    suffix = {"po": ".po", "xliff": ".xlf"}[name]
    (change,) = imported(STALE, read(text, suffix))[0].values()
    assert change == ("Village A mended roads for 13 households.", "human")


def test_nothing_unfinished_passes_for_reviewed() -> None:
    text = exported(PAGE, "po").replace("A year in Yunxi", "One year in Yunxi").replace("Roads", "Streets")
    expected = {TITLE: ("One year in Yunxi", "human"), HEADING: ("Streets", "reviewed")}
    assert imported(PAGE, read(text, ".po"), Given.REVIEWED) == (expected, [])


def test_stale_english_that_was_found_right() -> None:
    """A cleared mark over the same English says so, where the file is taken at its word."""
    text = exported(STALE, "po").replace("#, fuzzy\n#|", "#|")
    assert imported(STALE, read(text, ".po")) == ({}, [])
    (change,) = imported(STALE, read(text, ".po"), Given.AS_IN_FILE)[0].values()
    assert change == ("Village A mended roads for 12 households.", "human")


def test_an_untouched_draft_stays_a_machines() -> None:
    text = exported(PAGE, "po").replace('msgstr "A year in Yunxi"', 'msgstr "A Year in Yunxi"')
    changed, _ = imported(PAGE, read(text, ".po"), Given.AS_IN_FILE)
    assert changed == {TITLE: ("A Year in Yunxi", "human")}


def test_a_person_is_not_replaced_by_what_nobody_confirmed() -> None:
    text = exported(PAGE, "po").replace('msgctxt "yunxi/e4129a97"', '#, fuzzy\nmsgctxt "yunxi/e4129a97"')
    text = text.replace('msgstr "Roads"', 'msgstr "Streets"')
    for given in (Given.HUMAN, Given.AS_IN_FILE):
        assert imported(PAGE, read(text, ".po"), given, theirs=True) == ({}, ["T076"])


def test_a_reviewed_text_that_was_changed_is_only_as_good_as_the_file_says() -> None:
    text = exported(PAGE, "xliff").replace(">Roads<", ">Mending roads<")
    assert imported(PAGE, read(text, ".xlf"))[0] == {HEADING: ("Mending roads", "human")}
    assert imported(PAGE, read(text, ".xlf"), Given.AS_IN_FILE)[0] == {HEADING: ("Mending roads", "reviewed")}
