"""The vocabulary of a report: what is counted, where it stands, what is left out, what comes first."""

from __future__ import annotations

import pytest

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.lexicon import EMPTY, Lexicon, load_lexicon
from build_scripts.annotate.vocabulary import (
    CANDIDATES,
    PageVocabulary,
    PageWord,
    SpelledWord,
    by_worth,
    hardness,
    learnt,
    read_vocabulary,
    worth,
)
from build_scripts.sync.page import parse

PAGE = """\
---
title: 矛盾化解在山村
title_en: Settled in the village
---

<!-- zh 00000001 paragraph -->

> 王小明说，云溪县的矛盾有三百六十起。

<!-- en todo -->

<!-- zh 00000002 paragraph -->

> 矛盾少了，一肩挑好。

<!-- en todo -->
"""
LEXICON = load_lexicon({"g.md": "<!-- glossary -->\n\n## 一肩挑\n\n- en: holding both posts\n"})[0]


def read(text: str = PAGE, lexicon: Lexicon = LEXICON, most: int | None = CANDIDATES) -> PageVocabulary:
    return read_vocabulary(annotate_page("hill", parse(text), lexicon), most)


def words(lexicon: Lexicon = LEXICON) -> dict[str, SpelledWord]:
    return {word.text: word for word in read(lexicon=lexicon).words}


def test_each_word_once_with_its_count_and_the_paragraph_where_it_stands_first() -> None:
    found = {best.word.text: best for best in read().best}
    assert (found["矛盾"].count, found["矛盾"].word.pinyin) == (3, "máodùn")
    assert found["矛盾"].anchor == "u-00000001", "running text before the headline"
    assert found["化解"].anchor == "u-title", "the headline where it is the only place"
    assert found["一肩挑"].anchor == "u-00000002"
    assert found["矛盾"].order == 1 and found["化解"].order == 2


def test_in_the_order_of_the_text() -> None:
    texts = list(words())
    assert texts[:2] == ["矛盾", "化解"] and texts.index("云溪县") < texts.index("一肩挑")


def test_persons_are_left_out_and_places_are_flagged() -> None:
    found = words()
    assert not any("王" in text or "明" in text for text in found)
    assert [text for text, word in found.items() if word.place] == ["云溪县"]


def test_terms_are_those_of_the_glossary() -> None:
    assert words()["一肩挑"].term == LEXICON.terms[0].id
    assert "一肩挑" not in words(EMPTY) or words(EMPTY)["一肩挑"].term is None


QUOTED = """\
---
title: “五化”建设
title_en: The five standards
---

<!-- zh 00000001 paragraph -->

> 推行五化，“五化”见效，“一门式”服务好，一门式服务快。

<!-- en todo -->
"""
MARKS = load_lexicon(
    {
        "g.md": "<!-- glossary -->\n\n## 五化\n\n- en: five standards\n- variants: “五化”\n\n"
        "## 一门式服务\n\n- en: one-door service\n- variants: “一门式”服务; 一门式\n"
    }
)[0]


def test_a_term_with_and_without_quotation_marks_is_one_word() -> None:
    found = read(QUOTED, MARKS)
    rows = {row.word.text: row for row in found.best if row.word.term}
    assert sorted(rows) == ["“一门式”服务", "五化"]
    assert (rows["五化"].count, rows["五化"].word.pinyin) == (3, "wǔhuà")
    assert (rows["五化"].anchor, rows["五化"].order) == ("u-00000001", 1), "in running text"
    assert rows["“一门式”服务"].count == 2, "as it stands first, so that its sentence is found"
    assert len(found.words) == found.different + 2, "a pop-up looks for a word as it stands"


def test_other_words_of_one_term_stay_apart() -> None:
    found = read(QUOTED.replace("一门式服务快", "一门式快"), MARKS)
    assert {row.word.text for row in found.best if row.word.term} == {"“一门式”服务", "一门式", "五化"}


@pytest.mark.parametrize("text", ["“甲”和“乙”", "“”", "甲“乙”", "“甲", "“甲’", "甲"])
def test_marks_that_do_not_hold_the_whole_stay(text: str) -> None:
    assert learnt(text, text) == (text, text)


def test_the_digest_names_what_there_is() -> None:
    assert read().digest == read().digest
    assert read().digest != read(PAGE.replace("矛盾少了", "矛盾多了")).digest
    assert read().digest != read(lexicon=EMPTY).digest
    english = PAGE.replace("<!-- en todo -->", "<!-- en human -->\n\nThere are fewer disputes.", 1)
    assert read().digest == read(english).digest, "the English has no say"


def test_no_more_are_kept_than_wanted() -> None:
    assert len(read(most=1).best) == 1 < len(read(most=None).best)
    assert read(most=1).words == read().words


def word(text: str, *, term: str | None = None, place: bool = False) -> SpelledWord:
    return SpelledWord(text, "x", term, place)


def found_word(text: str, count: int = 1) -> PageWord:
    return PageWord(word(text), count, 1, "u-1")


def test_harder_words_are_harder() -> None:
    easy, middle, hard, term = word("我们"), word("矛盾"), word("涣散"), word("空壳村", term="t")
    assert hardness(easy) < hardness(middle) < hardness(hard) <= hardness(term) + 2
    assert hardness(word("九月")) < hardness(middle), "easy characters that no list has together"
    assert hardness(word("软弱")) > hardness(word("软弱", place=True))


@pytest.mark.parametrize("text", ["我们", "的", "三百六十", "第一", "九月"])
def test_easy_words_and_numerals_are_not_worth_listing(text: str) -> None:
    assert worth(found_word(text, 30)) == 0
    assert by_worth([found_word(text, 30)]) == ()


def test_hard_and_frequent_words_come_first_and_ties_stay_in_order() -> None:
    given = [("矛盾", 1), ("我们", 9), ("矛盾", 8), ("涣散", 1), ("涣散", 1)]
    ordered = by_worth(found_word(*one) for one in given)
    assert [(found.word.text, found.count) for found in ordered] == [
        ("涣散", 1),
        ("涣散", 1),
        ("矛盾", 8),
        ("矛盾", 1),
    ]
