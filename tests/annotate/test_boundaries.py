"""Where terms begin and end: tables of sentences, traps made from the dictionary, and the law of borders."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.matching import Matcher
from build_scripts.annotate.places import is_place
from build_scripts.annotate.segment import Segment, is_known, segments
from build_scripts.annotate.tables import word_set

TABLES = Path(__file__).parent / "boundaries"
GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary"


def _lines(name: str) -> list[str]:
    lines = (TABLES / name).read_text("utf-8").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(term.strip(), text.strip()) for term, text in (line.split("|") for line in _lines(name))]


@cache
def _glossary() -> Lexicon:
    texts = {path.as_posix(): path.read_text("utf-8") for path in sorted(GLOSSARY.glob("*.md"))}
    return load_lexicon(texts)[0]


@cache
def _matcher() -> Matcher:
    """The glossary of the project and every other term of the tables."""
    tables = [term for term, _ in (*_pairs("traps.txt"), *_pairs("known_failures.txt"))]
    marked = [term for line in _lines("found.txt") for term in re.findall(r"\[(.+?)\]", line)]
    return Matcher.of((term, term) for term in dict.fromkeys([*_glossary().by_zh, *tables, *marked]))


def _found(text: str, matcher: Matcher | None = None) -> list[tuple[int, int]]:
    found = (matcher or _matcher()).find(text, segments(text))
    return [(match.start, match.end) for match in found.matches]


class TestTables:
    @pytest.mark.parametrize("line", _lines("found.txt"))
    def test_a_term_is_found_whole_whatever_stands_beside_it(self, line: str) -> None:
        parts = re.split(r"(\[.+?\])", line)
        text = "".join(part.strip("[]") for part in parts)
        starts = [len("".join(part.strip("[]") for part in parts[:at])) for at in range(len(parts))]
        wanted = {
            (at, at + len(part) - 2) for at, part in zip(starts, parts, strict=True) if part.startswith("[")
        }
        assert wanted
        assert wanted <= set(_found(text))

    @pytest.mark.parametrize(("term", "text"), _pairs("traps.txt"))
    def test_characters_side_by_side_by_chance_are_no_term(self, term: str, text: str) -> None:
        assert term in text
        assert term not in [text[start:end] for start, end in _found(text)]

    @pytest.mark.parametrize(("term", "text"), _pairs("known_failures.txt"))
    @pytest.mark.xfail(reason="the segmentation without the glossary parts these words wrongly", strict=True)
    def test_known_failure_of_the_segmentation(self, term: str, text: str) -> None:
        assert term not in [text[start:end] for start, end in _found(text)]


BEFORE = word_set(
    """
    的 了 是 、 在 把 推行 全面 各村 和 ， 从 对 向 由 为 各地 全县 该县 这些 与 以 抓 对于 成为 实行 按照
    加强 开展 取消 32个 等 以及 县里 也 都 让 给 说 “ （
    """
)
BEHIND = word_set(
    """
    的 了 是 、 在 和 ， 等 制度 工作 建设 后 时 中 里 上 也 都 与 以 及 将 已 数量 要求 比例 达到 改革 办法
    一项 不 可 从 对 由 比 较 或 ” ） 内 前 方面
    """
)


class TestRecall:
    @pytest.mark.slow
    def test_at_least_99_of_100_terms_are_found_in_ordinary_surroundings(self) -> None:
        missed: Counter[str] = Counter()
        tried = 0
        surroundings = [
            *product(sorted(BEFORE), ("", "后")),
            *product(("", "推行"), sorted(BEHIND)),
        ]
        for expression, (before, behind) in product(_glossary().by_zh, surroundings):
            text, start = before + expression + behind, len(before)
            end = start + len(expression)
            tried += 1
            # A longer term around it (“一肩挑” in quotation marks) is as good.
            if not any(at <= start and end <= to for at, to in _found(text)):
                missed[expression] += 1
        assert tried > 50_000
        assert missed.total() <= tried / 100, missed.most_common(20)


def _frequent_words(least: int) -> list[str]:
    """The words of jieba's dictionary, which jieba's package ships as text, by how often they occur."""
    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    return [word for word, count, _ in rows if int(count) >= least and re.fullmatch("[一-鿿]{1,4}", word)]


class TestTrapsOfTheDictionary:
    def test_a_term_across_two_words_of_the_dictionary_is_not_found(self) -> None:
        """Two words side by side whose touching ends make a term, where the segmentation sees two words."""
        ending: dict[str, list[str]] = {}
        beginning: dict[str, list[str]] = {}
        for word in _frequent_words(300):
            for size in range(1, len(word)):
                ending.setdefault(word[-size:], []).append(word)
                beginning.setdefault(word[:size], []).append(word)
        tried, wrong = 0, []
        for term in _glossary().by_zh:
            for cut in range(1, len(term)) if 2 <= len(term) <= 4 else ():
                pairs = product(ending.get(term[:cut], ())[:25], beginning.get(term[cut:], ())[:25])
                for one, other in pairs:
                    if is_known(one + other) or [s.text for s in segments(one + other)] != [one, other]:
                        continue
                    tried += 1
                    start = len(one) - cut
                    if (start, start + len(term)) in _found(one + other):
                        wrong.append(f"{one}|{other}")
        assert tried > 2000
        assert wrong == []


WORDS = """
向北|大概|内蒙古|北大|蒙古|两委|委托|空壳|村里|空壳村|一肩挑|挑起|各村|村|里|的|了|是|第一|书记|书记处|扩大|会议|大会|三会一课
课后|五化|化肥厂|贫困|村民|贫困村|网格|格外|员|党|课外|党课|换届|届时|十三五|五百年|石桥村|党支部|。|，|“|”|1+5|3|王五化|\n|桑植县
委|桑植县委|县委|党员干部|年轻|干部|大学|北京大学
""".replace("\n", "|").split("|")
TERMS = word_set(
    """
    北大 蒙古 两委 空壳村 一肩挑 第一书记 大会 三会一课 五化 贫困村 网格 网格员 党课 换届 十三五 村党支部
    “两委” 书记 石桥 县委 干部 大学
    """
)
TEXTS = st.lists(st.sampled_from([word for word in WORDS if word]), max_size=14).map("".join)
ANY_TEXTS = st.one_of(TEXTS, st.text(st.characters(categories=["Cs", "Lo", "Po"]), max_size=25))
LAW = Matcher.of((term, term) for term in sorted(TERMS))


class TestLaws:
    @given(ANY_TEXTS)
    def test_matches_are_expressions_in_order_without_overlap(self, text: str) -> None:
        found = LAW.find(text, segments(text))
        ends = [0, *(match.end for match in found.matches)]
        assert all(before <= match.start for before, match in zip(ends, found.matches, strict=False))
        assert all(text[match.start : match.end] == match.key for match in found.matches)

    @given(ANY_TEXTS)
    def test_every_match_is_made_of_whole_words_and_the_words_make_the_text(self, text: str) -> None:
        found = LAW.find(text, segments(text))
        assert "".join(segment.text for segment in found.segments) == text
        borders = {len(text), *(segment.start for segment in found.segments)}
        assert all(match.start in borders and match.end in borders for match in found.matches)

    @given(TEXTS)
    def test_no_word_of_the_dictionary_is_parted_but_where_its_rest_is_a_word(self, text: str) -> None:
        words = segments(text)
        for match in LAW.find(text, words).matches:
            for word in words:
                parted = word.start < match.start < word.end or word.start < match.end < word.end
                if parted:
                    # 桑植县 委 is 桑植 县委: what is left is a place as well.
                    left = word.text[: max(0, match.start - word.start)]
                    assert is_place(left, "") or not is_place(word.text, word.tag)
                    assert not is_known(word.text) or self._rest_is_a_word(text, word, match.start, match.end)

    def _rest_is_a_word(self, text: str, word: Segment, start: int, end: int) -> bool:
        if word.start < start:
            return any(is_known(text[at:start]) for at in range(word.start + 1))
        return any(is_known(text[end:at]) for at in range(word.end, len(text) + 1))

    @given(TEXTS, st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), max_size=5))
    def test_terms_that_do_not_occur_change_nothing(self, text: str, others: list[str]) -> None:
        more = Matcher.of(chain(LAW.expressions, ((other, other) for other in others)))
        assert more.find(text, segments(text)) == LAW.find(text, segments(text))

    @given(TEXTS, TEXTS)
    def test_what_stands_beyond_a_mark_does_not_matter(self, one: str, other: str) -> None:
        both = _found(f"{one}。{other}", LAW)
        shift = len(one) + 1
        assert both == [
            *_found(one, LAW),
            *((start + shift, end + shift) for start, end in _found(other, LAW)),
        ]
