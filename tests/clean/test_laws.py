"""Law 1 and the stability of cleaning, over documents put together from damaged lines."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.clean.evidence import cut_fit, highest_fit
from build_scripts.clean.typography import publish
from build_scripts.clean.wording import Wording
from build_scripts.documents import clean_document as clean
from build_scripts.model import CleanDocument, Role, SourceText
from build_scripts.offsets import Places, touches

HAN = "村里的路修通了干部和群众一起把水引上山今年茶叶卖得好合作社又添新机器支部清江县"
PROSE = st.text(
    alphabet=HAN + "，。、；：“”（）《》,.:;()0123456789 \u3000\x00\u200bAand", min_size=1, max_size=120
)
LINES = st.one_of(
    PROSE,
    PROSE.map(lambda text: text + "。"),
    st.sampled_from(
        [
            "", "", "# 小村大变样", "## ——清江县纪实", "□ 文溪 田野", "罗一山 杨小溪", "### 1",
            "### 2", "一、修路", "二三十、引水", "十二三、", "二、引水", "三、种茶", "（一）办法",
            "图片", "图1 新修的村道",
            "村民采茶。 南枝 摄", "2021年2月5日 星期五 第06版", "- 3 -", "3",
            "来源：清江日报 2021年3月2日", "（责任编辑：南枝）", "上一篇：春耕", "清ICP备00000000号-1",
            "——账本上墙。公开透明。", "清江日报3月2日讯（通讯员 林间）今天，", "****", "。”",
            "【修路】", "**引水**", "![](a.jpg)", "首页 > 新闻 > 正文",
        ]
    ),
)  # fmt: skip
DOCUMENTS = st.one_of(
    st.lists(LINES, max_size=40).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
    ),
    st.text(max_size=400),
)


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def cleaned(text: str) -> CleanDocument:
    return clean(SourceText("law.txt", text, "utf-8", ""))


@given(DOCUMENTS)
def test_every_character_is_in_one_piece_or_one_removal(text: str) -> None:
    document = cleaned(text)
    claims = [0] * len(text)
    for spans in [p.spans for a in document.articles for p in a.pieces] + [r.spans for r in document.removed]:
        for start, end in spans:
            for offset in range(start, end):
                claims[offset] += 1
    assert all(count == 1 or (count == 0 and text[i].isspace()) for i, count in enumerate(claims))


@given(DOCUMENTS)
def test_the_text_of_a_piece_says_nothing_that_its_spans_do_not(text: str) -> None:
    for article in cleaned(text).articles:
        for piece in article.pieces:
            raw = Counter(char for start, end in piece.spans for char in text[start:end] if is_han(char))
            more = Counter(filter(is_han, piece.text)) - raw
            # A stray “and” between Chinese words is published as 和.
            assert set(more) <= {"和"}, piece


@given(DOCUMENTS)
def test_the_same_document_gives_the_same_result(text: str) -> None:
    assert cleaned(text) == cleaned(text)


@given(DOCUMENTS)
def test_published_text_has_no_line_end_and_each_report_at_most_one_title(text: str) -> None:
    for article in cleaned(text).articles:
        assert all("\n" not in piece.text and "\r" not in piece.text for piece in article.pieces)
        assert sum(piece.role is Role.TITLE for piece in article.pieces) <= 1


@given(st.text(alphabet=HAN + '，。,.:;!?()"“” 0123456789%AB…-and１Ａ', max_size=200), st.booleans())
def test_publishing_a_published_text_changes_nothing(text: str, keep_spaces: bool) -> None:
    once = publish(text, keep_spaces=keep_spaces).text
    assert publish(once, keep_spaces=keep_spaces).text == once


_SPAN = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.lists(_SPAN), _SPAN)
def test_places_find_what_any_of_them_touches(spans: list[tuple[int, int]], span: tuple[int, int]) -> None:
    assert Places(spans).touch(span) == any(touches(span, place) for place in spans)


_EDGE = st.text("路通车成果的，（）“”3达约时间农场个们", min_size=1, max_size=8)


@given(_EDGE, _EDGE, st.sampled_from(["", "成果 时间 农场 路通车"]))
def test_no_text_fits_better_than_the_highest_fit(before: str, after: str, said: str) -> None:
    assert cut_fit(before, after, Wording(said)) <= highest_fit(before)
