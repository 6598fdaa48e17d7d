"""Where a repair changed a piece: by example, and as a law over damaged documents."""

from __future__ import annotations

import pytest
from hypothesis import given

from build_scripts.documents import clean_document
from build_scripts.model import CleanDocument, Piece, Role, SourceText
from build_scripts.offsets import text_of
from build_scripts.repairs import MARKUP, Change, changes, seams
from tests.clean.test_laws import DOCUMENTS


def cleaned(text: str) -> CleanDocument:
    return clean_document(SourceText("law.txt", text, "utf-8", ""))


def remade(text: str, piece: Piece) -> str:
    """The raw text of a piece with all its changes made."""
    made, rest = [], list(changes(text, piece))
    for span in piece.spans:
        at = span[0]
        while rest and span[0] <= rest[0].span[0] <= span[1] and rest[0].span[0] >= at:
            change = rest.pop(0)
            made += [text[at : change.span[0]], change.published]
            at = change.span[1]
        made.append(text[at : span[1]])
    return "".join(made)


@given(DOCUMENTS)
def test_the_raw_text_with_all_changes_made_is_the_published_text(text: str) -> None:
    for article in cleaned(text).articles:
        for piece in article.pieces:
            found = changes(text, piece)
            assert all(text_of(text, (change.span,)) == change.raw for change in found)
            if len(piece.spans) == 1 or all(change.span[0] < change.span[1] for change in found):
                assert remade(text, piece) == piece.text


@given(DOCUMENTS)
def test_a_seam_lies_between_the_characters_of_both_lines(text: str) -> None:
    for article in cleaned(text).articles:
        for piece in article.pieces:
            places = seams(text, piece)
            assert len(places) == len(piece.spans) - 1
            assert list(places) == sorted(places)
            assert all(0 <= place <= len(piece.text) for place in places)


@pytest.mark.parametrize(
    ("raw", "published", "expected"),
    [
        ("天热,人忙。", "天热，人忙。", [Change((2, 3), ",", "，", "C050")]),
        ("天 热。", "天热。", [Change((1, 2), " ", "", "C052")]),
        ("茶园 and 茶山", "茶园和茶山", [Change((2, 7), " and ", "和", "C051")]),
        ("茶\x00园", "茶园", [Change((1, 2), "\x00", "", "C006")]),
        ("⽔库", "水库", [Change((0, 1), "⽔", "水", "C053")]),
        ("### 修路", "修路", [Change((0, 4), "### ", "", MARKUP)]),
        ("天热。", "天热。", []),
    ],
)
def test_each_change_names_its_rule(raw: str, published: str, expected: list[Change]) -> None:
    piece = Piece(Role.PARAGRAPH, published, ((0, len(raw)),))
    assert list(changes(raw, piece)) == expected


def test_a_change_at_a_join_is_told_for_each_line() -> None:
    text = "天热 \n\n 人忙。"
    piece = Piece(Role.PARAGRAPH, "天热人忙。", ((0, 3), (5, 9)))
    assert [change.span for change in changes(text, piece)] == [(2, 3), (5, 6)]
    assert seams(text, piece) == (2,)


def test_a_long_text_is_compared_to_its_end() -> None:
    raw = "村里的路修通了,干部和群众一起把水引上山。" * 400
    piece = Piece(Role.PARAGRAPH, raw.replace(",", "，"), ((0, len(raw)),))
    found = changes(raw, piece)
    assert len(found) == 400 and {change.code for change in found} == {"C050"}
    assert remade(raw, piece) == piece.text


def test_a_seam_of_two_lines_joined_with_a_space() -> None:
    text = "小村\n大变样"
    assert seams(text, Piece(Role.TITLE, "小村 大变样", ((0, 2), (3, 6)))) in {(2,), (3,)}
