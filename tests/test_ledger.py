"""The ledger: laws over the samples, the cases of the rules, and documents made of damaged lines."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from build_scripts.documents import clean_document, clean_file
from build_scripts.ledger import JOINS, MOVES, REMOVALS, entry_at, ledger, moved_pieces, nearest_entry
from build_scripts.model import CleanDocument, Piece, Role, SourceText
from tests.clean.test_cases import cases
from tests.clean.test_laws import DOCUMENTS

SAMPLES = sorted((Path(__file__).parent.parent / "source_articles").glob("*.txt"))


def cleaned(text: str) -> CleanDocument:
    return clean_document(SourceText("law.txt", text, "utf-8", ""))


def check(document: CleanDocument) -> None:
    """All laws of the ledger."""
    entries = ledger(document)
    text = document.source.text
    assert all(one.span[1] <= other.span[0] for one, other in pairwise(entries)), "in order, apart"
    held = {offset for entry in entries for offset in range(*entry.span)}
    assert all(offset in held or char.isspace() for offset, char in enumerate(text)), "each character once"
    assert all((entry.place is None) != (entry.removal is None) for entry in entries)
    for entry in entries:
        if entry.place and entry.place.moved:
            assert any(found.code in MOVES for found in entry.findings), ("moved in silence", entry)
    joined = {pair for f in document.findings if f.code in JOINS for pair in pairwise(f.spans)}
    for article in document.articles:
        for piece in article.pieces:
            silent = [pair for pair in pairwise(piece.spans) if pair not in joined]
            assert silent == [], ("joined in silence", piece)


def check_codes(document: CleanDocument) -> None:
    """Each decision has a confidence, and its code is known as one."""
    assert {removal.code for removal in document.removed} <= REMOVALS, "enter the code in ledger.REMOVALS"
    for finding in document.findings:
        assert (finding.confidence is not None) == (finding.code in JOINS | MOVES), finding
        assert finding.confidence is None or 0 <= finding.confidence <= 1


@given(DOCUMENTS)
def test_the_laws_hold_for_any_text(text: str) -> None:
    document = cleaned(text)
    check(document)
    check_codes(document)


@pytest.mark.parametrize(("raw", "expected"), list(cases()))
def test_the_laws_hold_for_the_cases_of_the_rules(raw: str, expected: list[str]) -> None:
    check(cleaned(raw))
    check_codes(cleaned(raw))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_laws_hold_for_the_samples(path: Path) -> None:
    document = clean_file(path, path.name).document
    assert document is not None
    check(document)
    check_codes(document)


def piece(start: int, role: Role = Role.PARAGRAPH, text: str = "村里的路修通了。") -> Piece:
    return Piece(role, text, ((start, start + len(text)),))


def test_what_stands_in_order_has_not_moved() -> None:
    assert moved_pieces([piece(0, Role.TITLE), piece(10), piece(20)]) == frozenset()
    assert moved_pieces([]) == frozenset()


def test_a_headline_moves_and_not_the_body_above_which_it_is_put() -> None:
    assert moved_pieces([piece(20, Role.TITLE), piece(0), piece(10), piece(30)]) == {0}
    assert moved_pieces([piece(20, Role.TITLE, "很长" * 40), piece(0, text="短。"), piece(200)]) == {0}


def test_of_two_sections_the_shorter_has_moved() -> None:
    assert moved_pieces([piece(50, text="短。"), piece(0, text="很长的一段。" * 5)]) == {0}
    assert moved_pieces([piece(50, text="很长的一段。" * 5), piece(0, text="短。")]) == {1}


def test_a_deck_moves_below_its_title_and_a_date_below_both() -> None:
    assert moved_pieces([piece(20, Role.TITLE), piece(0, Role.SUBTITLE)]) == {1}
    assert moved_pieces([piece(20, Role.TITLE), piece(40, Role.SUBTITLE), piece(0, Role.METADATA)]) == {2}


def test_the_nearest_entry_of_a_blank_place() -> None:
    text = "茶乡新事\n\n\n清明前后，清江县的茶山一片翠绿，采茶的歌声从早唱到晚。\n\n"
    entries = ledger(cleaned(text))
    assert [entry.line for entry in entries] == [1, 4]
    assert entry_at(entries, 4) is None
    assert nearest_entry(entries, 4) == entry_at(entries, 0) == entries[0]
    assert nearest_entry(entries, 6) == entry_at(entries, 8) == entries[1]
    assert nearest_entry(entries, len(text)) == entries[1]
    assert nearest_entry((), 0) is None
