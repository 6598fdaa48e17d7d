"""The score: what a perfect cleaning gets, and what each fault costs."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bench.lab import parted, repetition
from bench.lab.compare import same
from bench.lab.model import Scene
from bench.lab.render import Damaged, render
from bench.lab.report import parse_report, to_scene
from bench.lab.scoring import Score, score
from build_scripts.model import Article, CleanDocument, Finding, Piece, Removal, Role, SourceText

REPORT = """山乡新事
@ □ 石桥
腊月里，路修到了村口，七十岁的老汉在路边站了半个下午，看着第一辆班车开进来，眼泪怎么也止不住。
## 修路先修心
修路的钱由三家凑，上级补一半，村里出三成，剩下的两成由村民以工代赈，一个工日折一百二十元，人人记账。
"""


def scene() -> Scene:
    return to_scene(parse_report(REPORT, "a"))


def perfect(damaged: Damaged, findings: tuple[Finding, ...] = ()) -> CleanDocument:
    """The cleaning that makes no mistake."""
    pieces = []
    for unit in damaged.scene.units:
        spans = tuple((n, n + 1) for n in sorted(damaged.offsets(unit.id)))
        pieces.append(Piece(Role(unit.roles[0]), unit.text, spans))
    removed = tuple(
        Removal(extra.reason, "C030", "", tuple((n, n + 1) for n in sorted(damaged.offsets(extra.id))))
        for extra in damaged.scene.extras
    )
    article = Article("a", "", "", (), None, None, tuple(pieces))
    return CleanDocument(SourceText("a", damaged.text, "utf-8", ""), (article,), removed, findings)


def changed(document: CleanDocument, place: int, **changes: object) -> CleanDocument:
    pieces = list(document.articles[0].pieces)
    pieces[place] = replace(pieces[place], **changes)
    return replace(document, articles=(replace(document.articles[0], pieces=tuple(pieces)),))


def scored(damaged: Damaged, document: CleanDocument) -> Score:
    return score(damaged, document)


def test_a_perfect_cleaning_has_a_perfect_score() -> None:
    damaged = render(repetition.paragraph_twice(scene(), Random(1)))
    result = scored(damaged, perfect(damaged))
    assert (result.right, result.units) == (5, 5)
    assert (result.extras_removed, result.extras) == (1, 1)
    assert result.rightly_removed == result.removed_characters > 0
    assert (result.moved, result.lost, result.reports_right, result.failures) == (0, 0, 1, [])


def test_a_wrong_role_or_text_is_a_wrong_block() -> None:
    damaged = render(scene())
    good = perfect(damaged)
    assert scored(damaged, changed(good, 3, role=Role.PARAGRAPH)).right == 4
    assert scored(damaged, changed(good, 2, text=good.articles[0].pieces[2].text[:-3])).right == 4


def test_a_half_that_is_left_out_is_lost() -> None:
    damaged = render(scene())
    good = perfect(damaged)
    result = scored(damaged, changed(good, 2, spans=good.articles[0].pieces[2].spans[5:]))
    assert result.lost == 5


def test_a_kept_character_that_is_not_shown_is_lost() -> None:
    damaged = render(scene())
    good = perfect(damaged)
    text = good.articles[0].pieces[2].text.replace("老汉", "")
    assert scored(damaged, changed(good, 2, text=text)).lost == 2


def test_pieces_in_the_wrong_order_lower_tau() -> None:
    damaged = render(scene())
    good = perfect(damaged)
    turned = tuple(reversed(good.articles[0].pieces))
    result = scored(damaged, replace(good, articles=(replace(good.articles[0], pieces=turned),)))
    assert result.right == 5
    assert result.moved == result.pairs == 6


def test_either_of_two_whole_copies_may_go_but_one_must_stay() -> None:
    damaged = render(repetition.paragraph_twice(scene(), Random(1)))
    (extra,) = damaged.scene.extras
    good = perfect(damaged)
    copy = tuple((n, n + 1) for n in sorted(damaged.offsets(extra.id)))
    place = next(n for n, unit in enumerate(damaged.scene.units) if unit.id == extra.of)
    original = good.articles[0].pieces[place].spans
    swapped = changed(good, place, spans=copy)
    swapped = replace(swapped, removed=(replace(good.removed[0], spans=original),))
    result = scored(damaged, swapped)
    assert (result.right, result.extras_removed) == (5, 1)
    assert result.rightly_removed == result.removed_characters


def test_a_gap_must_be_found_where_it_is() -> None:
    damaged = render(parted.text_lost(scene_of_two(), Random(2)))
    ((code, (one, _)),) = damaged.scene.notes
    spot = min(damaged.offsets(one))
    assert code == "C011"
    assert scored(damaged, perfect(damaged)).notes_found == 0
    assert scored(damaged, perfect(damaged, (Finding("C011", "", ((spot, spot + 1),)),))).notes_found == 1
    assert scored(damaged, perfect(damaged, (Finding("C011", "", ((0, 1),)),))).false_gaps == 1


def scene_of_two() -> Scene:
    return to_scene(parse_report(REPORT.replace("## 修路先修心\n", ""), "a"))


def test_a_join_is_right_where_both_halves_are_of_one_paragraph() -> None:
    damaged = render(parted.by_nothing(scene_of_two(), Random(3)))
    halves = [unit for unit in damaged.scene.units if "腊月" in unit.text or "修路的钱" in unit.text]
    lines = damaged.text.split("\n\n")
    starts = [damaged.text.index(line) for line in lines]
    spans = [(start, start + len(line.rstrip())) for start, line in zip(starts, lines, strict=True)]
    owners = [damaged.owners[start] for start, _ in spans]
    at = next(n for n in range(len(owners) - 1) if owners[n] == owners[n + 1])
    right = Finding("C010", "joined", (spans[at], spans[at + 1]))
    wrong = Finding("C010", "joined (weak evidence)", (spans[0], spans[-1]))
    result = scored(damaged, perfect(damaged, (right, wrong)))
    assert len(halves) == 2
    assert [(join.right, join.confidence) for join in result.made] == [(True, "sure"), (False, "weak")]


def test_texts_are_the_same_up_to_typography_unless_asked_exactly() -> None:
    assert same("增长6.5%(同比),", "增长6.5%（同比），", "paragraph")
    assert not same("增长6.5%(同比),", "增长6.5%（同比），", "paragraph", exact=True)
    assert same("1、摸底。", "摸底。", "list_item")
    assert not same("1、摸底。", "摸底。", "paragraph")
    assert not same("乡 村振兴", "乡村振兴", "title", exact=True)
    assert not same("路修通了", "路修好了", "heading")
