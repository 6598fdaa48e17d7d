"""The words of a text: the law of the text, terms at word boundaries, GB/T 16159."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.pinyin import join, slug, syllables
from build_scripts.annotate.places import GAZETTEER, is_place, parts
from build_scripts.annotate.segment import has_han, segments
from build_scripts.annotate.words import annotate, find_terms, spell_text

# Texts that look like reports, damage included, beside any text whatever.
_REPORT_LIKE = """
村|党组织|书记|一肩挑|“1+5”|文件|怀化市|从|向|北|大概|内蒙古|为|地|得|了|过|一|不|率|3.7|亿元|11.9%|〔2018〕59号
，|。|、|（|）|卡拉OK|女儿|西安|第|十|个|々|〇|𠮷|é|A|①|㎡
"""
_PIECES = st.sampled_from([*_REPORT_LIKE.replace("\n", "|").split("|"), "\u200b", "\r\n", "\t"])
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=30).map("".join))
_ANY_TEXTS = st.one_of(_TEXTS, st.text(st.characters(categories=["Cs", "Lo", "Cc"]), max_size=20))


def _lexicon(*terms: str) -> Lexicon:
    entries = "".join(f"\n## {term}\n\n- en: x\n" for term in terms)
    return load_lexicon({"g.md": "<!-- glossary -->\n" + entries})[0]


LEXICON = _lexicon("北大", "蒙古", "村党组织书记", "党组织", "书记", "一肩挑", "“1+5”文件", "村")


def _found(text: str, lexicon: Lexicon) -> list[str]:
    return [word.text for word in annotate(text, lexicon) if word.term]


def _letters(pinyin: str) -> str:
    return "".join(char for char in pinyin.lower() if char.isalnum())


class TestLaws:
    @given(_ANY_TEXTS)
    def test_the_words_joined_give_the_text(self, text: str) -> None:
        words = annotate(text, LEXICON)
        assert "".join(word.text for word in words) == text
        assert all(text[word.start : word.end] == word.text for word in words)

    @given(_TEXTS)
    def test_words_follow_each_other_without_gap_and_none_is_empty(self, text: str) -> None:
        words = annotate(text, LEXICON)
        ends = [0, *(word.end for word in words)]
        assert [word.start for word in words] == ends[:-1]
        assert all(word.start < word.end for word in words)

    @given(_TEXTS)
    def test_pinyin_stands_exactly_where_chinese_is(self, text: str) -> None:
        for word in annotate(text, LEXICON):
            assert (word.pinyin is not None) == has_han(word.text)

    @given(_ANY_TEXTS)
    def test_the_syllables_are_those_of_the_written_word(self, text: str) -> None:
        for word in annotate(text, LEXICON):
            assert len(word.syllables) == len(word.text)
            assert [s is not None for s in word.syllables] == [has_han(char) for char in word.text]
            if word.pinyin is not None:
                spelled = (s or char for s, char in zip(word.syllables, word.text, strict=True))
                assert _letters(word.pinyin) == _letters("".join(spelled))

    @given(_TEXTS)
    def test_each_character_has_one_syllable(self, text: str) -> None:
        assert len(syllables(text)) == len(text)

    @given(_TEXTS)
    def test_the_same_text_gives_the_same_words(self, text: str) -> None:
        assert annotate(text, LEXICON) == annotate(text, LEXICON)

    @given(_TEXTS)
    def test_segments_joined_give_the_text(self, text: str) -> None:
        assert "".join(segment.text for segment in segments(text)) == text

    @given(_TEXTS)
    def test_terms_are_the_same_with_and_without_pinyin(self, text: str) -> None:
        with_pinyin = [(word.start, word.end, word.term) for word in annotate(text, LEXICON) if word.term]
        assert with_pinyin == [(match.start, match.end, match.key) for match in find_terms(text, LEXICON)]

    @given(_TEXTS)
    def test_running_pinyin_never_fails(self, text: str) -> None:
        assert isinstance(spell_text(text, LEXICON), str)


class TestTerms:
    def test_a_term_of_several_words_is_one_word(self) -> None:
        words = annotate("从村党组织书记做起", LEXICON)
        assert [word.text for word in words] == ["从", "村党组织书记", "做起"]
        assert words[1].pinyin == "cūn dǎngzǔzhī shūjì"

    def test_the_longest_term_wins(self) -> None:
        assert _found("村党组织书记", LEXICON) == ["村党组织书记"]

    def test_a_shorter_term_is_found_where_the_longer_is_not(self) -> None:
        assert _found("党组织和书记", LEXICON) == ["党组织", "书记"]

    def test_a_term_with_marks_and_figures_is_found(self) -> None:
        assert _found("落实“1+5”文件精神，见“1+5”文件。", LEXICON)[-1] == "“1+5”文件"

    def test_no_term_across_the_boundary_of_words(self) -> None:
        assert _found("向北大概走十里", LEXICON) == []

    def test_no_term_inside_a_word(self) -> None:
        assert _found("内蒙古的草原", LEXICON) == []

    def test_but_as_words_of_their_own_they_are_found(self) -> None:
        assert _found("蒙古和北大", LEXICON) == ["蒙古", "北大"]

    def test_terms_do_not_overlap(self) -> None:
        lexicon = _lexicon("公共资源", "资源交易")
        assert _found("公共资源交易", lexicon) == ["公共资源"]

    def test_the_pinyin_of_the_entry_counts_for_its_heading_only(self) -> None:
        text = "<!-- glossary -->\n## 三会一课\n- pinyin: sān huì yī kè\n- variants: 三会制度\n- en: x\n"
        lexicon, _ = load_lexicon({"g.md": text})
        assert annotate("坚持三会一课", lexicon)[-1].pinyin == "sān huì yī kè"
        assert annotate("坚持三会制度", lexicon)[-1].pinyin == "sānhuì zhìdù"

    def test_a_longer_variant_keeps_the_pinyin_of_the_entry(self) -> None:
        entry = "## 三高四新\n- pinyin: sān gāo sì xīn\n- variants: “三高四新”战略\n- en: x\n"
        lexicon, _ = load_lexicon({"g.md": "<!-- glossary -->\n" + entry})
        assert annotate("“三高四新”战略", lexicon)[0].pinyin == "“sān gāo sì xīn” zhànlüè"

    def test_a_term_is_spelled_the_same_in_every_text(self) -> None:
        lexicon = _lexicon("驻村工作队")
        found = [annotate(text, lexicon) for text in ("32支驻村工作队", "驻村工作队")]
        assert {word.pinyin for words in found for word in words if word.term} == {"zhùcūn gōngzuòduì"}


class TestWordsOfAGuess:
    """The segmentation guesses words; function words are taken off, and nothing else is cut."""

    def test_a_preposition_is_cut_off(self) -> None:
        assert [s.text for s in segments("从村到镇")][:2] == ["从", "村"]

    def test_a_measure_word_is_cut_off_behind_a_number(self) -> None:
        assert [s.text for s in segments("3间房")] == ["3", "间", "房"]

    def test_a_word_of_the_dictionary_stays_whole(self) -> None:
        assert [s.text for s in segments("从前的村")] == ["从前", "的", "村"]


class TestSpelling:
    def test_the_apostrophe_stands_only_before_a_vowel(self) -> None:
        assert join(("xī", "ān")) == "xī'ān"
        assert join(("fāng", "biàn")) == "fāngbiàn"
        assert join(("ān",)) == "ān"

    def test_particles_and_suffixes_are_joined_to_the_word_before(self) -> None:
        joined = {word.text: word.joined for word in annotate("专家们推进了改革，了解情况")}
        assert joined == {
            "专家": False, "们": True, "推进": False, "了": True, "改革": False, "，": False,
            "了解": False, "情况": False,
        }  # fmt: skip

    def test_running_text_has_capitals_at_sentences_and_latin_marks(self) -> None:
        assert spell_text("会议少了。干部笑了！“好”") == "Huìyì shǎole. Gànbù xiàole! “Hǎo”"

    def test_figures_are_kept_and_parted_from_pinyin(self) -> None:
        assert spell_text("投入3.7亿元，见“1+5”文件") == "Tóurù 3.7 yì yuán, jiàn “1+5” wénjiàn"

    def test_slugs_hold_letters_figures_and_hyphens(self) -> None:
        assert slug("Húnán Shěng") == "hunan-sheng"
        assert slug("rén'ài") == "renai"
        assert slug("lǜkǎ") == "lvka"
        assert slug("，") == ""


class TestPlaces:
    def test_every_name_of_the_gazetteer_is_kept_whole_and_is_a_place(self) -> None:
        for name in sorted(GAZETTEER):
            words = annotate(name)
            assert [word.text for word in words] == [name]
            assert words[0].place, name

    def test_the_level_is_apart(self) -> None:
        assert parts("湘西土家族苗族自治州") == ("湘西", "土家族", "苗族", "自治州")
        assert parts("宁乡") == ("宁乡",)

    def test_a_tag_alone_makes_no_place(self) -> None:
        assert not is_place("英雄", "ns")
        assert not is_place("五省", "ns")
        assert not is_place("贫困村", "ns")
        assert is_place("三旺村", "ns")
