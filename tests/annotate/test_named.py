"""What reports name, by examples a person can read: named/*.txt, a file a kind.

A block is a rule: its name behind “#”, the paragraphs of a report, and what is named in them in order,
each as “= the words > the key”; or “= nothing”.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.formulas import read_formulas
from build_scripts.annotate.lexicon import EMPTY
from build_scripts.annotate.offices import read_offices
from build_scripts.annotate.organisations import read_organisations
from build_scripts.annotate.place_mentions import read_places
from build_scripts.annotate.titles import read_titles
from build_scripts.annotate.words import annotate
from build_scripts.sync.marks import Status

FOLDER = Path(__file__).parent / "named"


def page(*paragraphs: str) -> AnnotatedPage:
    """A report of these paragraphs. The first is its title in no case."""
    texts = [AnnotatedText("", "title", "山村", "", Status.TODO, False, annotate("山村"))]
    for number, zh in enumerate(paragraphs):
        texts.append(AnnotatedText(f"u-{number}", "paragraph", zh, "", Status.TODO, False, annotate(zh)))
    return AnnotatedPage("yunxi", "2021-03-02", tuple(texts))


def found(kind: str, read: AnnotatedPage) -> list[tuple[str, str]]:
    """The words and the key of everything of one kind that is named in a report."""
    places = read_places(read)
    match kind:
        case "places":
            spans = [(one.text, one.start, one.end, one.code) for one in places]
        case "documents":
            spans = [(one.text, one.start, one.end, one.key) for one in read_titles(read.texts)[0]]
        case "organisations":
            bodies = read_organisations(read.texts, places, EMPTY)
            spans = [(one.text, one.start, one.end, one.key) for one in bodies]
        case "formulas":
            spans = [(one.text, one.start, one.end, one.key) for one in read_formulas(read.texts, EMPTY)]
        case _:
            spans = [(one.text, one.start, one.end, one.key) for one in read_offices(read.texts, EMPTY)]
    return [(read.texts[text].zh[start:end], key) for text, start, end, key in spans]


def blocks() -> list[tuple[str, str, list[str], list[tuple[str, str]]]]:
    """Kind, name, paragraphs and what is expected, of every block of every file."""
    made = []
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = block.splitlines()
            expected = [line[2:].split(" > ") for line in lines if line.startswith("= ")]
            paragraphs = [line for line in lines if not line.startswith(("# ", "= "))]
            assert lines[0].startswith("# ") and paragraphs and expected, block
            pairs = [] if expected == [["nothing"]] else [(words, key) for words, key in expected]
            made.append((path.stem, lines[0][2:], paragraphs, pairs))
    return made


@pytest.mark.parametrize(
    ("kind", "name", "paragraphs", "expected"),
    blocks(),
    ids=[f"{kind}: {name}" for kind, name, *_ in blocks()],
)
def test_named(kind: str, name: str, paragraphs: list[str], expected: list[tuple[str, str]]) -> None:
    assert found(kind, page(*paragraphs)) == expected


def test_each_kind_has_a_rule_that_holds_back() -> None:
    holding_back = {kind for kind, _, _, expected in blocks() if not expected}
    assert holding_back == {path.stem for path in FOLDER.glob("*.txt")}
    assert len(holding_back) == 5
