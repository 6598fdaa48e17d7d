"""The work of cleaning grows no faster than the text: counted in calls, for seconds tell of the machine."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import FrameType

import pytest

from bench.lab.long import LONG, long_document
from build_scripts.clean.blocks import Block
from build_scripts.clean.rules import broken_paragraph, half_width
from build_scripts.clean.typography import publish
from build_scripts.documents import clean_document
from build_scripts.model import SourceText

# Bytes. The longer document has the parts of the short one several times, each time with other numbers.
SHORT, LONGER = 8_000, 48_000
# What grew with the square would give six. Rules that look some pages ahead have more to see in the longer.
MOST = 3.5


def cleaned(text: str) -> None:
    clean_document(SourceText("long.txt", text, "utf-8", ""))


def calls_to_clean(text: str) -> int:
    """How many functions are called, those of C among them, while a text is cleaned."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        cleaned(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", LONG)
def test_calls_grow_with_the_text(kind: str) -> None:
    short, longer = (long_document(kind, size) for size in (SHORT, LONGER))
    cleaned("清江县修路。")
    growth = calls_to_clean(longer) / calls_to_clean(short)
    assert growth <= MOST * len(longer) / len(short)


@pytest.mark.parametrize(
    "run", [",", ", ", "!?", " :", ".", "…", "1,", "村,", "and ", "）,", "%,", "()", '"a"', "(a)"]
)
def test_a_run_of_marks_is_set_right_in_a_few_rounds(run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Each mark set right may make the next one that of a Chinese sentence; a round reads the whole line.
    rounds = 0
    once = half_width._once

    def counting(text: str) -> tuple[str, int]:
        nonlocal rounds
        rounds += 1
        return once(text)

    monkeypatch.setattr(half_width, "_once", counting)
    publish(f"村里修路{run * 1000}。", keep_spaces=False)
    assert 0 < rounds <= 6


def test_a_chain_of_halves_is_joined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_document("open-lines", LONGER)
    copied = 0
    joined = broken_paragraph.joined

    def counting(halves: Sequence[Block]) -> Block:
        nonlocal copied
        copied += sum(len(half.text) for half in halves)
        return joined(halves)

    monkeypatch.setattr(broken_paragraph, "joined", counting)
    cleaned(text)
    # At most once in each round; joined two by two it would be a hundred times.
    assert 0 < copied <= broken_paragraph._ROUNDS * len(text)
