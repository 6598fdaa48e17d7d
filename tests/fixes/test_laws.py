"""Law 1 and a person's word: whatever is corrected, no character is lost and what was said shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.accounts import check_accounts
from build_scripts.documents import clean_document
from build_scripts.edits import Edit, EditedText, deletions
from build_scripts.fixes.apply import apply_fixes
from build_scripts.fixes.model import Action, Fix, Fixes
from build_scripts.fixes.quoting import find_targets
from build_scripts.model import Role, SourceText
from build_scripts.offsets import Quotations, squeezed
from tests.clean.test_laws import DOCUMENTS
from tests.fixes.helpers import documents, fix_at

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "source_articles").glob("*.txt"))
PRINTED = ["修通了村道", "1,5", "一、引水", "采茶,制茶", "（见图", "and", "茶"]


@st.composite
def corrections(draw: st.DrawFn, text: str, actions: tuple[Action, ...] = tuple(Action)) -> Fix:
    """A correction that quotes random characters of ``text``, each by the number of its place."""
    action = draw(st.sampled_from(actions))
    quoted, number = draw(quotations(text))
    other, other_number = "", 0
    if action in (Action.JOIN, Action.ORDER):
        other, other_number = draw(quotations(text))
    if action is Action.REPLACE:
        other = draw(st.sampled_from(PRINTED))
    return Fix(
        draw(st.integers(1, 10_000)),
        action,
        "原报如此",
        quoted,
        other,
        role=draw(st.sampled_from(Role)) if action in (Action.ROLE, Action.KEEP) else None,
        before=draw(st.booleans()),
        report=draw(st.booleans()),
        code=draw(st.sampled_from(["C011", "C010", "S002", "C020"])) if action is Action.IGNORE else "",
        number=number,
        other_number=other_number,
    )


@st.composite
def quotations(draw: st.DrawFn, text: str) -> tuple[str, int]:
    """Some characters of ``text`` that show, often a whole line, and which of their places is meant."""
    lines = [match.span() for match in re.finditer(r"[^\r\n]+", text) if squeezed(match.group())]
    start, end = draw(st.sampled_from(lines))
    if draw(st.booleans()):
        shown = [place for place in range(start, end) if squeezed(text[place])]
        start = draw(st.sampled_from(shown))
        end = min(len(text), start + draw(st.integers(1, 60)))
    quoted = text[start:end]
    places = Quotations(text).find(quoted)
    number = next(n for n, (_, last) in enumerate(places, 1) if last > start)
    return quoted, number


WRITTEN = DOCUMENTS.filter(lambda text: bool(squeezed(text)))


@given(st.data(), WRITTEN)
def test_law_1_holds_under_any_corrections_and_each_shows_or_is_reported(
    data: st.DataObject, text: str
) -> None:
    fixes = tuple(data.draw(st.lists(corrections(text), max_size=5, unique_by=lambda fix: fix.line)))
    corrected = apply_fixes(SourceText("law.txt", text, "utf-8", ""), Fixes("law.fixes.toml", fixes))
    check_accounts(corrected.document)
    faults = {fault.line for fault in corrected.faults}
    assert {fix.line for fix in corrected.applied} | faults == {fix.line for fix in fixes}
    assert not {fix.line for fix in corrected.applied} & faults


ALONE = (Action.KEEP, Action.REMOVE, Action.SPLIT, Action.ROLE, Action.REPLACE, Action.IGNORE)


@given(st.data(), WRITTEN)
def test_one_correction_is_never_overruled(data: st.DataObject, text: str) -> None:
    fix = data.draw(corrections(text, ALONE))
    corrected = apply_fixes(SourceText("law.txt", text, "utf-8", ""), Fixes("law.fixes.toml", (fix,)))
    assert corrected.faults == ()


def assert_joined(text: str, join: Fix) -> None:
    """Halves of two lines are joined; those of one paragraph in the other order if it is split there too."""
    source = SourceText("law.txt", text, "utf-8", "")
    targets, _ = find_targets(Fixes("", (join,)), source)
    (first, second) = targets[0].spans
    between = text[min(first[1], second[1]) : max(first[0], second[0])]
    overlapping = first[0] < second[1] and second[0] < first[1]
    if overlapping or len(f"x{between}x".splitlines()) < 2:
        return
    faults = apply_fixes(source, Fixes("law.fixes.toml", (join,))).faults
    if faults:
        assert "in the other order; split it there as well" in faults[0].message
        assert second < first
        split = replace(join, line=join.line + 1, action=Action.SPLIT, other="", other_number=0, report=False)
        assert apply_fixes(source, Fixes("law.fixes.toml", (join, split))).faults == ()


@given(st.data(), WRITTEN)
def test_halves_of_two_lines_are_joined_whatever_the_rules_say(data: st.DataObject, text: str) -> None:
    assert_joined(text, data.draw(corrections(text, (Action.JOIN,))))


def test_halves_of_one_paragraph_in_the_other_order_are_joined_where_it_is_split() -> None:
    # The closing mark belongs to the line above it; here it is to come before that line.
    assert_joined("0\n0\n”", Fix(1, Action.JOIN, "原报如此", "”", "0", other_number=2))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@settings(max_examples=10)
@given(data=st.data())
def test_the_laws_hold_on_the_samples(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    fixes = tuple(data.draw(st.lists(corrections(text), max_size=4, unique_by=lambda fix: fix.line)))
    source = SourceText(path.name, text, "utf-8", "")
    corrected = apply_fixes(source, Fixes("law.fixes.toml", fixes))
    check_accounts(corrected.document)
    assert corrected.document == apply_fixes(source, Fixes("law.fixes.toml", fixes)).document
    assert {fix.line for fix in corrected.applied} | {fault.line for fault in corrected.faults} == {
        fix.line for fix in fixes
    }


@given(WRITTEN)
def test_no_corrections_change_nothing(text: str) -> None:
    source = SourceText("law.txt", text, "utf-8", "")
    assert clean_document(source, Fixes("law.fixes.toml")) == clean_document(source)


@given(st.data(), st.text(alphabet="茶村 \n\r\u3000\u200bA，", min_size=1, max_size=60))
def test_edited_text_gives_each_raw_character_back_once(data: st.DataObject, text: str) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    kinds = [data.draw(st.sampled_from(["delete", "replace", "insert"])) for _ in spans]
    removed = [span for span, kind in zip(spans, kinds, strict=True) if kind == "delete"]
    edits = [Edit(span, "新 字") for span, kind in zip(spans, kinds, strict=True) if kind == "replace"]
    edits += deletions(text, removed) if len(removed) == len(spans) else []
    edited = EditedText(text, edits)
    back = edited.raw([(0, len(edited.text))])
    covered = [place for start, end in back for place in range(start, end)]
    gone = [
        place for start, end in (removed if len(removed) == len(spans) else []) for place in range(start, end)
    ]
    expected = [place for place in range(len(text)) if not text[place].isspace() and place not in gone]
    assert [place for place in covered if not text[place].isspace()] == expected


def single_corrections(source: SourceText) -> Iterator[Fix]:
    """Against each decision of the rules the correction that undoes it, and every role for every piece."""
    text = source.text
    document = clean_document(source)
    for removal in document.removed:
        yield fix_at(text, Action.KEEP, removal.spans[0])
        yield fix_at(text, Action.ROLE, removal.spans[0], role=Role.HEADING)
    pieces = [piece for article in document.articles for piece in article.pieces]
    for n, piece in enumerate(pieces):
        for role in Role:
            yield fix_at(text, Action.ROLE, piece.spans[0], role=role)
        for span in piece.spans[1:]:
            yield fix_at(text, Action.SPLIT, span)
            yield fix_at(text, Action.SPLIT, span, report=True)
            yield fix_at(text, Action.ROLE, span, role=Role.CAPTION)
        start, end = piece.spans[0]
        if end - start > 8:
            yield fix_at(text, Action.SPLIT, ((start + end) // 2, end))
        yield fix_at(text, Action.SPLIT, piece.spans[0], report=True)
        for first in {n - 1, n // 2} - {n, -1}:
            yield fix_at(text, Action.JOIN, pieces[first].spans[-1], piece.spans[0])
            yield fix_at(text, Action.JOIN, piece.spans[-1], pieces[first].spans[0])


@pytest.mark.parametrize("source", [s for _, s in documents()], ids=[name for name, _ in documents()])
def test_no_rule_stands_against_a_person(source: SourceText) -> None:
    # A sample takes a while for each of its hundreds of corrections; the cases take them all.
    step = 1 if len(source.text) < 1000 else 11
    for fix in islice(single_corrections(source), 0, None, step):
        corrected = apply_fixes(source, Fixes("law.fixes.toml", (fix,)))
        check_accounts(corrected.document)
        assert [str(fault) for fault in corrected.faults] == [], fix
