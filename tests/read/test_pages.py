"""Saved pages of many kinds of sites, and what is read and published of each.

A case is ``pages/NAME.html`` and ``pages/NAME.txt``: the pieces, the removals and the codes. A page that
declares GB2312 or Big5 is encoded so here, for files in the tree are UTF-8. ``make gold`` writes them anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.documents import clean_document
from build_scripts.ledger import REMOVALS
from build_scripts.model import CleanDocument, Role
from build_scripts.offsets import LineIndex
from build_scripts.read.encoding import NotTextError
from build_scripts.read.html import read_document, read_html

PAGES = Path(__file__).parent / "pages"


def saved(name: str) -> bytes:
    """The bytes of a page in the charset that it declares."""
    text = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    charset = re.search(r"charset=[\"']?([\w-]+)", text)
    return text.encode(charset.group(1) if charset else "utf-8")


def cleaned(page: bytes | str) -> CleanDocument:
    data = page.encode() if isinstance(page, str) else page
    document = clean_document(read_html(data, "page.html"))
    assert {removal.code for removal in document.removed} <= REMOVALS
    return document


def pieces(page: str) -> list[tuple[str, str]]:
    return [(piece.role.value, piece.text) for a in cleaned(page).articles for piece in a.pieces]


def described(document: CleanDocument) -> str:
    lines: list[str] = []
    for article in document.articles:
        lines.append(f"== {', '.join(article.authors)} | {article.date} | {article.publisher}")
        for piece in article.pieces:
            flags = f" [{' '.join(piece.flags)}]" if piece.flags else ""
            lines.append(f"{piece.role}: {piece.text}{flags}")
    lines += [f"removed {removal.code} {removal.confidence}: {removal.text}" for removal in document.removed]
    lines.append(f"found {' '.join(sorted({finding.code for finding in document.findings}))}".rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.gold
@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_page(name: str, gold: Callable[[Path, str], None]) -> None:
    gold(PAGES / f"{name}.txt", described(cleaned(saved(name))))


def test_lines_are_those_of_the_html_file() -> None:
    data = saved("government-zoom")
    source = read_html(data, "page.html")
    index = LineIndex(source.text, source.file_lines)
    page = data.decode().splitlines()
    for words in ("清江县多措并举", "截至目前，共检修", "（责任编辑：田野）"):
        place = source.text.index(words)
        assert words in page[index.line(((place, place + 1),)) - 1]


def test_a_page_is_known_by_its_name_or_its_first_tag() -> None:
    data = "<!DOCTYPE html>\n<title>路</title><p>村里修通了三十条路。</p>".encode()
    assert (
        read_document(data, "saved.txt").text == read_document(data, "A.HTM").text == "村里修通了三十条路。\n"
    )
    assert read_document("今年<三十>条路。\n".encode(), "a.txt").text == "今年<三十>条路。\n"


def test_a_web_archive_is_refused_with_advice() -> None:
    with pytest.raises(NotTextError, match="save the page as HTML"):
        read_html(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "a.html")


def test_a_text_with_the_name_of_a_page_keeps_its_lines() -> None:
    assert read_html("山村通路\n今年修路三十条。".encode(), "a.html").text == "山村通路\n今年修路三十条。"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>修通<b>村道</b>三十条</p>", "修通村道三十条\n"),
        ("<p>修通村道\n   三十条，all\n done</p>", "修通村道三十条，all done\n"),
        ("<p>甲<br>乙<br><br>丙<br>　　丁</p>", "甲\n乙\n\n丙\n\n丁\n"),
        ("<p>&nbsp;&nbsp;茶&amp;水&#26449;&lt;</p>", "茶&水村<\n"),
        ("<p>甲<p>乙<ul><li>丙<li>丁</ul>", "甲\n\n乙\n\n丙\n\n丁\n"),
        ("甲<script>乙</script><style>丙</style><template>丁</template><!-- 戊 -->己", "甲己\n"),
        ("<p>村里<span style='display: none'>乙</span>的路<b hidden>丙</b></p>", "村里的路\n"),
        ("<pre>甲\n  乙\n\n丙</pre>", "甲\n乙\n\n丙\n"),
        ("<h1>山村<br>通路</h1>", "山村 通路\n"),
        ("<a>首页</a><a>新闻</a>", "首页 新闻\n"),
        ("<span>来源：日报</span><span>作者：文溪</span>", "来源：日报 作者：文溪\n"),
        ("<p>一<ruby>鳤<rt>guǎn</rt></ruby>鱼</p>", "一鳤鱼\n\nguǎn\n"),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", "甲\t乙\n丙\t丁\n"),
        ("<table><tr><td><p>甲<p>乙</td></tr></table>", "甲\n\n乙\n"),
        ("<p>1 < 2 <乙", "1 < 2 <乙\n"),
    ],
)
def test_text_content(page: str, text: str) -> None:
    assert read_html(page.encode(), "a.html").text == text


PROSE = "今年以来，石桥乡修通村道三十条，乡亲们赶集再也不用绕远路了。"


@pytest.mark.parametrize(
    ("alt", "shown"),
    [
        ("村民走在新修的村道上", True),
        ("IMG_2021.jpg", False),
        ("微信图片_20210302", False),
        ("https://example.org/新修的村道一角", False),
        ("石桥乡修路记", False),
        ("新修的村道", False),
    ],
)
def test_only_a_telling_description_of_a_picture_is_text(alt: str, shown: bool) -> None:
    figure = f"<figure><img alt='{alt}'><figcaption>新修的村道通到山顶</figcaption></figure>"
    page = f"<h1>石桥乡修路记</h1><p>{PROSE}</p>{figure}"
    assert (("caption", alt) in pieces(page)) is shown
    assert ("caption", "新修的村道通到山顶") in pieces(page)


def test_nothing_is_outside_where_all_prose_would_be() -> None:
    page = f"<div class='sidebar'><h2>石桥乡修路记</h2><p>{PROSE}</p></div><p>登录</p>"
    assert ("paragraph", PROSE) in pieces(page)
    assert ("paragraph", PROSE) in pieces(f"<div style='display:none'><p>{PROSE}</p></div><p>加载中</p>")


def test_a_vague_name_drops_no_prose() -> None:
    section = f"<div class='section-header'><h2>路</h2></div><div class='hot links'><p>{PROSE}</p></div>"
    page = f"<h1>石桥乡修路记</h1><div class='print'>{section}{section.replace('路', '桥') * 2}</div>"
    document = cleaned(page + "<div class='hot'>热门</div>")
    assert {removal.text for removal in document.removed if removal.code == "C035"} == {"热门"}


def test_a_sentence_set_apart_goes_with_doubt_and_a_menu_without() -> None:
    page = f"<h1>石桥乡修路记</h1><p>{PROSE * 2}</p><aside>{PROSE}</aside><nav>县情</nav>"
    sure = {removal.text: removal.confidence for removal in cleaned(page).removed}
    assert sure[PROSE] < 0.8 <= sure["县情"]


def test_a_form_that_speaks_for_itself_holds_against_the_markup() -> None:
    page = f"<h1>石桥乡修路记</h1><h2>本报记者 文溪</h2><p>{PROSE}</p><p>上一篇：春茶开采</p>"
    roles = {text: role for role, text in pieces(page)}
    assert roles["本报记者 文溪"] == "metadata" and "上一篇：春茶开采" not in roles


def test_paragraphs_of_a_page_are_whole() -> None:
    other = "县里还为村民办起了夜校，教大家直播卖货"
    page = f"<h1>石桥乡修路记</h1><h2>路</h2><p>{other}，效果很好</p><p>{PROSE}</p>"
    document = cleaned(page)
    assert [p.text for p in document.articles[0].pieces if p.role is Role.PARAGRAPH] == [
        other + "，效果很好",
        PROSE,
    ]
    assert not {"C010", "C011"} & {finding.code for finding in document.findings}


def test_a_sentence_cut_between_two_paragraphs_is_joined() -> None:
    page = "<h1>石桥乡修路记</h1><p>今年以来，石桥乡修通村道三十条，</p><p>乡亲们赶集再也不用绕远路了。</p>"
    assert ("paragraph", PROSE) in pieces(page)


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<meta name='PubDate' content='2021-03-02 09:15'>", ("", (), "2021-03-02", "")),
        ("<meta name='contentsource' content='石桥乡政府'>", ("", (), "", "石桥乡政府")),
        ("<meta name='Author' content='记者 文溪、田野'>", ("", ("文溪", "田野"), "", "")),
        ("<meta property='og:title' content='石桥乡修路记 - 清江日报'>", ("石桥乡修路记", (), "", "")),
        ("<title>石桥乡修路记_清江县人民政府网</title>", ("石桥乡修路记", (), "", "")),
        ("<title>清江日报网 | 石桥乡修路记</title>", ("石桥乡修路记", (), "", "")),
        ("<script type='application/ld+json'>{broken</script>", ("", (), "", "")),
        (f"<script type='application/ld+json'>{'[' * 9000}</script>", ("", (), "", "")),
        ("<meta name=author content='admin'>", ("", (), "", "")),
        ("<meta name=author content='https://example.org/a'>", ("", (), "", "")),
        ("<time datetime='2021-02-30'></time>", ("", (), "", "")),
    ],
)
def test_facts_of_the_head(head: str, facts: tuple[object, ...]) -> None:
    found = read_html(f"<head>{head}</head><p>{PROSE}</p>".encode(), "a.html").facts
    assert (found.title, found.authors, found.date, found.publisher) == facts


def test_facts_fill_in_what_the_text_does_not_say() -> None:
    page = f"<title>石桥乡修路记</title><meta name=pubdate content=20210302><p>{PROSE}</p>"
    document = cleaned(page)
    article = document.articles[0]
    assert (article.title, article.date) == ("石桥乡修路记", "2021-03-02")
    codes = [finding.code for finding in document.findings]
    assert codes.count("C036") == 2 and "S002" not in codes
