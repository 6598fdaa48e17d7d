"""The repairs of a text, told character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.publish import differences as module
from build_scripts.publish.differences import Change, differences, invisible, split_by

TEXTS = st.text(st.sampled_from("茶山路，, 。\n"), max_size=80)


@given(TEXTS, TEXTS)
def test_the_sides_joined_are_the_two_texts(raw: str, text: str) -> None:
    assert_tells(raw, text)


@given(TEXTS, TEXTS)
def test_so_they_are_where_texts_are_longer_than_the_window(raw: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_WINDOW", 10)
        patch.setattr(module, "_FOOTHOLD", 2)
        assert_tells(raw, text)


def assert_tells(raw: str, text: str) -> None:
    changes = differences(raw, text)
    assert "".join(change.raw for change in changes) == raw
    assert "".join(change.text for change in changes) == text


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_parts_keep_their_raw_text_and_lose_nothing_of_the_other(raws: list[str], text: str) -> None:
    parts = split_by(differences("".join(raws), text), [len(raw) for raw in raws])
    assert ["".join(change.raw for change in part) for part in parts] == raws
    assert "".join(change.text for part in parts for change in part) == text


def test_a_long_text_is_told_as_a_short_one_is() -> None:
    raw = "".join(f"第{number}村的路修通了,水也 引到{number}户门前。" for number in range(500))
    found = differences(raw, raw.replace(",", "，").replace(" ", ""))
    assert [change for change in found if change.raw != change.text] == [
        Change(",", "，"),
        Change(" ", ""),
    ] * 500


@pytest.mark.parametrize("char", "\x00\x1b\x7f\x9f\u200b\u202e\ufeff\ue000\u2028")
def test_what_cannot_be_seen(char: str) -> None:
    assert invisible(char)


@pytest.mark.parametrize("char", "茶A1，　 \n\t\U00020000")
def test_what_can(char: str) -> None:
    assert not invisible(char)
