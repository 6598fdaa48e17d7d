"""Suggested corrections: one for each doubt, and each is a correction that is applied without an error."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from build_scripts import confidence
from build_scripts.accounts import check_accounts
from build_scripts.documents import clean_document, clean_file
from build_scripts.fixes.check import check_fixes
from build_scripts.fixes.codes import UNNEEDED
from build_scripts.fixes.fixes_file import parse_fixes
from build_scripts.fixes.suggest import suggestions
from build_scripts.fixes.suggested_file import write_suggestions
from build_scripts.model import SourceText
from tests.clean.test_laws import DOCUMENTS
from tests.fixes.helpers import documents

pytestmark = pytest.mark.slow

DIVISION = """\
# 株洲乡村办起老年学堂

株洲市去年在乡村办起一百二十所老年学堂，书法、戏曲、农技都有人教，老人们风雨无阻。

涪口区的学堂开在旧粮站里，窗外就是稻田，课间常有人端来自家炒的花生。
"""
GAP = """\
# 山村来了电影队

放映员骑着摩托车翻过两座山，车后座绑着银幕和喇叭，村口的孩子远远就看见了，

务员小罗第二天一早又去了下一个村，那里的老人已经等了半个月。
"""

# Every paragraph has three lines; the last but one ends with a full line.
COLUMN = """\
清江县的渡口
渡口在清江县城的东头，一条木船来
往了四十年，撑船的老汉姓什么，没
有几个人说得上来。
大桥去年通了车，木船却没有歇下，
早晨送菜的人还是喜欢坐船，说是水
上走得稳当。
撑船的人今年六十七岁，每天四点起
床，先把船板擦一遍，再把缆绳检查
一遍，才敢让人上船。
坐船不要钱，这是祖上传下来的规矩
，每到腊月，两岸的人家各送一斗米
，算是一年的谢意。
对岸的集市逢五逢十，来赶集的人挑
着担子，牵着孩子，把船头坐得满满
的。县里给老汉发了红色的救生衣。
前些日子涨水，木船停了三天，菜贩
们绕道走大桥，多花了半个钟头，都
说还是想念那条船。
"""


def entries(suggested: str) -> Iterator[str]:
    """Each suggested correction as a person would take it over, alone."""
    for block in re.findall(r"(?:^# .*\n)+", suggested, re.MULTILINE):
        yield re.sub(r"^# ", "", block, flags=re.MULTILINE)


def assert_each_applies(source: SourceText) -> int:
    suggested = suggestions(clean_document(source))
    assert parse_fixes(suggested.encode(), "a.fixes.suggested.toml") == (
        parse_fixes(b"", "a.fixes.suggested.toml")
    )
    count = 0
    for entry in entries(suggested):
        fixes, faults = parse_fixes(entry.encode(), "a.fixes.toml")
        assert faults == () and len(fixes.fixes) == 1, entry
        corrected = check_fixes(source, fixes)
        check_accounts(corrected.document)
        assert [str(f) for f in corrected.faults if f.code != UNNEEDED] == [], entry
        count += 1
    return count


@pytest.mark.parametrize("threshold", [confidence.THRESHOLD, 2.0], ids=["doubts", "all in doubt"])
@pytest.mark.parametrize("source", [s for _, s in documents()], ids=[name for name, _ in documents()])
def test_each_suggestion_for_samples_and_cases_applies(
    source: SourceText, threshold: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confidence, "THRESHOLD", threshold)
    assert_each_applies(source)


@pytest.mark.parametrize("seed", range(6))
def test_each_suggestion_for_damaged_documents_applies(seed: int) -> None:
    """Lines dropped, doubled, cut in two and carried elsewhere; some characters misread."""
    chance = random.Random(seed)
    count = 0
    for _, source in documents():
        lines = source.text.split("\n")
        for _ in range(max(1, len(lines) // 8)):
            place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            line = lines[place]
            half = len(line) // 2
            match chance.randrange(5):
                case 0:
                    lines[place] = ""
                case 1:
                    lines.insert(other, line[: chance.randint(0, len(line))])
                case 2:
                    lines[place : place + 1] = [line[:half], "", line[half:]]
                case 3:
                    lines[place], lines[other] = lines[other], line
                case _:
                    lines[place] = line.replace("的", "\x00", 1)
        count += assert_each_applies(SourceText("damaged.txt", "\n".join(lines), "utf-8", ""))
    assert count > 50


@given(DOCUMENTS)
def test_each_suggestion_for_any_document_applies(text: str) -> None:
    assert_each_applies(SourceText("law.txt", text, "utf-8", ""))


def test_a_doubtful_name_is_replaced_by_the_division_that_it_looks_like() -> None:
    suggested = suggestions(clean_document(SourceText("a.txt", DIVISION, "utf-8", "")))
    assert '# do = "replace"\n# text = "涪口区"\n# with = "渌口区"' in suggested
    fixes, _ = parse_fixes(next(entries(suggested)).encode(), "a.fixes.toml")
    document = clean_document(SourceText("a.txt", DIVISION, "utf-8", ""), fixes)
    assert "渌口区的学堂" in document.articles[0].pieces[-1].text
    assert "C060" not in {found.code for found in document.findings}


def test_a_gap_can_be_ignored_or_joined_and_says_why_in_two_languages() -> None:
    suggested = suggestions(clean_document(SourceText("a.txt", GAP, "utf-8", "")))
    found = list(entries(suggested))
    assert [re.search('do = "(.*)"', entry)[1] for entry in found] == ["join", "ignore"]
    assert "第5行，C011" in suggested and "line 5, C011" in suggested


def test_a_paragraph_that_ends_with_a_full_line_can_be_confirmed_or_joined_with_the_next() -> None:
    source = SourceText("a.txt", COLUMN, "utf-8", "")
    pieces = {"split": 7, "join": 6}
    found = list(entries(suggestions(clean_document(source))))
    assert [re.search('do = "(.*)"', entry)[1] for entry in found] == ["split", "join", "ignore"]
    for entry, (action, count) in zip(found, pieces.items(), strict=False):
        fixes, _ = parse_fixes(entry.encode(), "a.fixes.toml")
        document = clean_document(source, fixes)
        assert len(document.articles[0].pieces) == count, action
        assert not any(confidence.is_doubtful(found.confidence) for found in document.findings), action
        assert [str(fault) for fault in check_fixes(source, fixes).faults] == [], action


def test_nothing_doubtful_means_no_file_and_an_old_one_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GAP, encoding="utf-8")
    target = tmp_path / "a.fixes.suggested.toml"
    assert "suggestions written" in write_suggestions(path, clean_file(path, "a.txt").document)
    assert target.read_text(encoding="utf-8").startswith("## 建议")
    path.write_text(GAP.replace("看见了，\n\n务员", "看见了。\n\n放映员"), encoding="utf-8")
    assert "nothing is doubtful" in write_suggestions(path, clean_file(path, "a.txt").document)
    assert not target.exists()


def test_a_file_of_somebody_else_is_not_taken_away(tmp_path: Path) -> None:
    path, target = tmp_path / "a.txt", tmp_path / "a.fixes.suggested.toml"
    path.write_text(GAP.replace("看见了，\n\n务员", "看见了。\n\n放映员"), encoding="utf-8")
    target.write_text("# mine\n", encoding="utf-8")
    write_suggestions(path, clean_file(path, "a.txt").document)
    assert target.exists()
