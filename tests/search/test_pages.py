"""The texts of built pages: what readers see, by block and language, and nothing else."""

from __future__ import annotations

import pytest

from build_scripts.publish.blocks import written_alone
from build_scripts.publish.elements import NO_SEARCH, element
from build_scripts.search.pages import Block, _left_out, read_page
from build_scripts.search.trimmed import WORD, trimmed

PAGE = """<!doctype html><html lang="zh"><head><title>山村 - 站</title>{head}</head><body><nav>栏目</nav>
<article class="md-content__inner">
<h1 id="u-title"><span lang="zh-Hans">山村新事</span> <span lang="en">Hill news</span></h1>
{body}
</article></body></html>"""


def read(body: str, head: str = "") -> list[Block]:
    page = read_page("reports/hill.html", PAGE.format(body=body, head=head).encode())
    assert page is not None
    return list(page.blocks[1:])


def test_words_with_pinyin_are_text_with_syllables() -> None:
    words = "<ruby>乡村<rt>xiāngcūn</rt></ruby><wbr>，<ruby>办<rt>bàn</rt></ruby>3项"
    body = f'<p id="u-1" lang="zh-Hans">{words}</p>'
    (block,) = read(body)
    assert block.zh == "乡村，办3项"
    assert block.syllables == ("xiang", "cun", "", "ban", "", "?")
    assert block.anchor == "u-1"


def test_both_languages_of_a_block_stay_apart() -> None:
    (block,) = read('<p id="x"><span lang="zh-Hans">作者</span> <span lang="en">By <i>a hand</i></span></p>')
    assert (block.zh, block.en) == ("作者", "By a hand")


def test_without_a_language_the_characters_tell() -> None:
    first, second = read("<p>村里有路</p><p>A road.</p>")
    assert first.zh and not first.en and second.en and not second.zh


def test_what_is_no_text_is_left_out() -> None:
    silent = (
        "<p data-search-exclude>甲</p><p hidden>乙</p><p aria-hidden='true'>丙</p><button>丁</button>"
        "<script>戊</script><div class='dz-switch'>己</div><i lang='zh-Latn-pinyin'>gēng</i>"
    )
    assert read(silent) == []
    assert read("<p>留下</p>")[0].zh == "留下"


def test_a_block_belongs_to_the_anchor_at_or_before_it() -> None:
    blocks = read('<h2 id="a">甲</h2><p>乙</p><div id="u-2"><p>丙</p></div><p>丁</p>')
    assert [block.anchor for block in blocks] == ["a", "a", "u-2", "a"]


def test_a_machines_english_is_known_by_its_mark() -> None:
    mark = '<small class="dz-mark dz-mark--machine">机译 machine</small>'
    marked, plain = read(f'<p lang="en">A road {mark}</p><p lang="en">A hill</p>')
    assert marked.machine and not plain.machine
    assert marked.en == "A road"


@pytest.mark.parametrize("source", [b"", b"<html><body><p>no article</p></body></html>"])
def test_a_page_without_texts_is_none(source: bytes) -> None:
    assert read_page("x.html", source) is None


@pytest.mark.parametrize(
    "head", ['<meta name="robots" content="noindex">', "<meta name=robots content=noindex>"]
)
def test_a_page_that_no_search_is_to_find_is_none(head: str) -> None:
    assert read_page("x.html", PAGE.format(body="<p>甲</p>", head=head).encode()) is None


def test_words_within_other_elements_keep_their_places() -> None:
    village = '<a href="#"><ruby class="h2">乡村<rt>xiāngcūn</rt></ruby></a>'
    (block,) = read(f"<p>{village}的<b><ruby>路<rt>lù</rt></ruby></b></p>")
    assert block.zh == "乡村的路" and block.syllables == ("xiang", "cun", "?", "lu")


def test_pinyin_of_silent_words_is_silent() -> None:
    assert read("<p hidden><ruby>路<rt>lù</rt></ruby></p>") == []


@pytest.mark.parametrize("mark", ["\ue0f0", "&#xe0f0;", "\ue0f0甲\ue0f1", "&#xe0f1;&#xe0f2;"])
def test_a_text_with_the_readers_own_marks_is_read_all_the_same(mark: str) -> None:
    (block,) = read(f"<p>前{mark}后<ruby>路<rt>lù</rt></ruby></p>")
    assert block.zh.startswith("前") and block.zh.endswith("后路") and block.syllables[-1] == "lu"


def test_the_title_has_no_pinyin() -> None:
    source = PAGE.replace("山村新事", "<ruby>山村<rt>shāncūn</rt></ruby>新事").format(
        body="<p>甲</p>", head=""
    )
    page = read_page("x.html", source.encode())
    assert page is not None and (page.title, page.title_en) == ("山村新事", "Hill news")


def test_what_is_cut_out_before_parsing_ends_where_it_ends() -> None:
    silent = "<details class='dz-words'><details><p>甲</p></details><p>乙</p></details>".replace("'", '"')
    assert [block.zh for block in read(f"<p>前</p>{silent}<p>后</p>")] == ["前", "后"]


def test_a_script_may_speak_of_elements() -> None:
    script = '<script type="application/json">"<script> <p data-search-exclude>"</script>'
    assert [block.zh for block in read(f"<p>前</p>{script}<p>后</p>")] == ["前", "后"]


@pytest.mark.parametrize(
    "shown",
    ['<p title="a data-search-exclude">甲</p>', '<p title="hidden">甲</p>', '<p class="dz-wordsy">甲</p>'],
)
def test_what_only_looks_silent_is_found(shown: str) -> None:
    assert [block.zh for block in read(shown)] == ["甲"]


def test_a_silent_element_that_never_ends_is_left_to_the_parser() -> None:
    assert [block.zh for block in read("<p>前</p><details hidden><p>甲</p>")] == ["前"]


def test_pages_are_trimmed_in_the_form_in_which_they_are_written() -> None:
    """Else the parser has ten times as much to do, and nobody sees it but by the clock."""
    word = element("ruby", "路", element("rt", "lù"), cls="h2")
    silent = element("p", "释义", cls="dz-gloss", lang="zh-Hans", attrs=NO_SEARCH)
    kept = element("p", word, "长", cls="dz-zh", lang="zh-Hans")
    body = written_alone(silent) + written_alone(kept)
    assert "class=dz-gloss data-search-exclude" in body and "<rt>lù</ruby>" in body
    left = trimmed(PAGE.format(body=body, head="").encode(), _left_out).decode()
    assert "释义" not in left and "<ruby" not in left and f"{WORD}路" in left
    (block,) = read(body)
    assert block.zh == "路长" and block.syllables == ("lu", "?")
