"""Vocabulary as a table and as Anki's file: columns, quoting, formulas, examples with their status."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.exchange.flashcards import COLUMNS, Card, cards_of, write_anki, write_csv
from build_scripts.publish.vocabulary_file import Vocabulary, VocabularyRow
from build_scripts.sync.marks import Status

CARD = Card("软弱", "ruǎnruò", "weak", "7–9", "2", "班子软弱。", "Weak.", "human", "hill#u-1")


def page(english: str, status: Status, machine: bool = False) -> AnnotatedPage:
    title = AnnotatedText("", "title", "软弱的班子", "A weak team", Status.HUMAN, False, ())
    text = AnnotatedText("u-1", "paragraph", "路通了。班子\n软弱。", english, status, machine, ())
    return AnnotatedPage("hill", "2021-03-02", (title, text))


def row(anchor: str = "u-1") -> Vocabulary:
    return Vocabulary(9, (VocabularyRow("软弱", "ruǎnruò", 7, "weak", 2, 1, anchor),))


def test_a_card_has_a_sentence_in_both_languages() -> None:
    (card,) = cards_of(page("The road is open. The team is *weak*.", Status.HUMAN), row())
    assert (card.example, card.translation, card.status) == ("班子 软弱。", "The team is weak.", "human")
    assert (card.hsk, card.count, card.source) == ("7–9", "2", "hill#u-1")


def test_a_machines_english_is_called_so_also_where_it_is_stale() -> None:
    assert cards_of(page("A.", Status.MACHINE, True), row())[0].status == "machine"
    assert cards_of(page("A.", Status.STALE, True), row())[0].status == "stale machine"
    assert cards_of(page("A.", Status.STALE), row())[0].status == "stale"
    assert cards_of(page("", Status.TODO), row())[0].translation == ""


def test_a_word_of_the_headline_has_the_headline() -> None:
    (card,) = cards_of(page("", Status.TODO), row("u-title"))
    assert (card.example, card.translation, card.source) == ("软弱的班子", "A weak team", "hill#u-title")


def test_a_table_opens_in_spreadsheets_and_acts_as_none() -> None:
    text = write_csv([replace(CARD, sense='=HYPERLINK("x")', example="甲,乙\n丙")])
    assert text.startswith("\ufeffword,pinyin,") and text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][2] == '\'=HYPERLINK("x")' and rows[1][5] == "甲,乙\n丙"


def test_an_anki_file_says_what_it_is() -> None:
    lines = write_anki([CARD]).split("\n")
    assert lines[:4] == [
        "#separator:tab",
        "#html:false",
        "#columns:word\tpinyin\tsense\thsk\tcount\texample\ttranslation\tstatus\tsource\ttags",
        "#tags column:10",
    ]
    assert lines[4].split("\t")[-1] == "duizhao hill" and lines[5:] == [""]


@pytest.mark.parametrize(
    ("field", "written"),
    [("a\tb\nc", "a b c"), ('say "a"', '"say ""a"""'), ("#1", '"#1"'), ("<b>&amp;", "<b>&amp;")],
)
def test_a_field_stays_one_field(field: str, written: str) -> None:
    line = write_anki([replace(CARD, word=field)]).split("\n")[4]
    assert line.split("\t")[0] == written and line.count("\t") == len(COLUMNS)
