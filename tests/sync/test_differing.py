"""How a change of the Chinese is shown: what went, what is new, and the old text read back from it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from build_scripts.sync.differing import change_in_words, change_quotation, difference
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse
from build_scripts.sync.text import quoted, quoted_marked, split_lines, unified, zh_hash
from tests.sync.helpers import article

chinese = st.text(alphabet="云溪县修路十二三百12.,%公里户。，“”*~#_<&:\\ \t\n-a") | st.text(max_size=30)


@pytest.mark.parametrize(
    ("old", "new", "shown", "said"),
    [
        (
            "云溪县修路十二公里。",
            "云溪县修路十三公里。",
            "云溪县修路~~十二~~**十三**公里。",
            "十二公里 → 十三公里",
        ),
        ("受益12户。", "受益13户。", "受益~~12~~**13**户。", "12户 → 13户"),
        ("共二十三户。", "共二十四户。", "共~~二十三~~**二十四**户。", "二十三户 → 二十四户"),
        ("甲村修路，乙村通水。", "甲村修路。", "甲村~~修路，乙村通水~~**修路**。", "gone: ，乙村通水"),
        ("完成投资3.2亿元。", "完成投资32亿元。", "完成投资~~3.2~~**32**亿元。", "3.2亿元 → 32亿元"),
        ("果农说收成更好。", "果农都说收成更好。", "果农**都**说收成更好。", "new: 都"),
        # A mark between a character and a sign would be none: the change takes the next word in.
        ("二是发展产业。", "二是发展产业！", "二是发展~~产业。~~**产业！**", "。 → ！"),
        ("党建引领，促发展。", "党建引领“红”，促发展。", "党建~~引领~~**引领“红”**，促发展。", "new: “红”"),
        ("收入 不含*补贴", "收入 含*补贴", "收入 ~~不~~含\\*补贴", "gone: 不"),
    ],
)  # fmt: skip
def test_a_change_is_shown_and_said(old: str, new: str, shown: str, said: str) -> None:
    assert change_quotation(old, new) == f"> {shown}\n"
    assert change_in_words(old, new) == said


def test_texts_with_little_in_common_are_not_marked() -> None:
    old, new = "合作社去年卖出柑橘八十吨。", "昨天夜里下了一场大雨，水库满了。"
    assert change_quotation(old, new) == f"> {old}\n"
    assert change_in_words(old, new) == ""


def test_marks_do_not_go_over_the_end_of_a_line() -> None:
    old, new = "甲村修路，\n乙村通水，\n大家高兴", "甲村修路，\n丙村、\n丁村通电，\n大家高兴"
    shown = "> 甲村修路，\n> ~~乙村通水~~**丙村、 丁村通电**，\n> 大家高兴\n"
    assert change_quotation(old, new) == shown
    assert change_quotation(new, old).count("\n") == 4


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_marks_are_marks_for_markdown(end: str) -> None:
    # Python-Markdown knows no ~~, and takes ** anywhere; CommonMark's condition is tested by the cases above.
    html = Markdown().convert(change_quotation("受益12户。", "受益13户。", end))
    assert "<strong>13</strong>" in html


@given(chinese, chinese)
@example("*~", "")
@example("\ta", "a ")
@example(" ~~ ", "~~")
def test_both_texts_are_in_their_difference(old: str, new: str) -> None:
    runs = difference(old, new)
    assert "".join(run.old for run in runs) == old
    assert "".join(run.new for run in runs) == new
    change_in_words(old, new)


@given(chinese, chinese, st.sampled_from(["\n", "\r\n"]))
@example("1. 甲", "2. 甲", "\n")
@example("    甲村", "甲村\n\n乙", "\n")
def test_the_old_text_is_read_back(old: str, new: str, end: str) -> None:
    made = split_lines(change_quotation(old, new, end))
    assert all(line.startswith(">") for line in made)
    assert unified(old) in (quoted_marked(made), quoted(made))


@given(chinese.filter(str.strip), chinese.filter(str.strip))
def test_a_page_with_a_change_reads_back(old: str, new: str) -> None:
    text = (
        f"<!-- zh {zh_hash(new)} paragraph -->\n\n> x\n\n"
        f"<!-- was {zh_hash(old)} -->\n\n{change_quotation(old, new)}\n<!-- en stale -->\n\nWords.\n"
    )
    unit = parse(text).units[0]
    assert (unit.was_text, unit.was_hash) == (unified(old), zh_hash(old))
    result = sync_page(text, article(new), source="a.txt").text
    assert sync_page(result, article(new), source="a.txt").text == result


def test_a_page_of_older_times_shows_no_changes_and_gets_them() -> None:
    old, new = "受益12户。", "受益13户。"
    text = (
        f"<!-- zh {zh_hash(new)} paragraph -->\n\n> {new}\n\n<!-- was {zh_hash(old)} -->\n\n> {old}\n\n"
        "<!-- en stale -->\n\nTwelve.\n"
    )
    result = sync_page(text, article(new), source="a.txt")
    assert "> 受益~~12~~**13**户。\n" in result.text
    (found,) = (found for found in result.diagnostics if found.code == "T002")
    assert found.message.endswith(": 12户 → 13户")


def test_a_line_that_somebody_wrote_into_the_old_chinese_is_kept() -> None:
    old, new = "受益12户。", "受益13户。"
    page = sync_page(None, article(old), source="a.txt").text
    page = page.replace("<!-- en todo -->", "<!-- en human -->\n\nTwelve.")
    stale = sync_page(page, article(new), source="a.txt").text
    written = stale.replace("**13**户。\n", "**13**户。\n> Really thirteen?\n")
    result = sync_page(written, article(new), source="a.txt").text
    assert result.count("Really thirteen?") == 1
    assert parse(result).units[0].was_text == old


@pytest.mark.parametrize("text", ["甲乙丙丁。" * 8000, " " * 40000 + "甲", "**" * 20000])
def test_long_texts_are_compared_to_their_end(text: str) -> None:
    for new in ("戊" + text[::-1], text.replace("甲", "戊") + "己"):
        assert change_quotation(text, new)
