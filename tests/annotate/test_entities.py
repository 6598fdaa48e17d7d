"""What a report names, as one value: mentions with their sentences, links, facts; and its laws."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.entities import Kind, PageEntities, read_entities
from build_scripts.annotate.entity_index import Entity, gather_entities
from build_scripts.annotate.lexicon import EMPTY, Lexicon, load_lexicon
from build_scripts.annotate.sentences import chinese_sentences, english_sentences, sentence_pair
from build_scripts.annotate.title_english import english_titles
from build_scripts.annotate.titles import kind_of
from build_scripts.annotate.words import annotate
from build_scripts.sync.marks import Status

PIECES = st.sampled_from(
    ["隆回县", "怀化", "会同", "通道", "《清江条例》", "《", "》", "〈", "（以下简称《条例》）", "《条例》",
     "“五化”", "“1+5”", "1+5文件", "隆回县委", "书记", "怀化市第一人民医院", "七江镇", "石桥村", "，", "。",
     "；", "、", "！", "\n", " ", "的", "朝阳区", "<b>", "&lt;", "\x00", "\ud800", "𠀀", "是指", "：",
     "合起来叫", "文件", "湘发〔2018〕12号"]
)  # fmt: skip
TEXTS = st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=4)


def report(
    *texts: tuple[str, str], name: str = "yunxi", date: str = "2021-03-02", lexicon: Lexicon = EMPTY
) -> AnnotatedPage:
    """A report of paragraphs, each Chinese and English."""
    made = [
        AnnotatedText(f"u-{number}", "paragraph", zh, en, Status.HUMAN, False, annotate(zh, lexicon))
        for number, (zh, en) in enumerate(texts)
    ]
    return AnnotatedPage(name, date, tuple(made))


def read(
    *texts: tuple[str, str], name: str = "yunxi", date: str = "2021-03-02", lexicon: Lexicon = EMPTY
) -> PageEntities:
    return read_entities(report(*texts, name=name, date=date, lexicon=lexicon), lexicon)


def gathered(*pages: PageEntities, lexicon: Lexicon = EMPTY) -> dict[tuple[Kind, str], Entity]:
    return {(one.kind, one.key): one for one in gather_entities({page.id: page for page in pages}, lexicon)}


def facts(page: PageEntities, name: str) -> list[str]:
    return [fact.value for fact in page.facts if fact.name == name]


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_laws_of_what_is_read(texts: list[str]) -> None:
    """Spans lie in their texts, mentions are in the order of the text, links do not overlap."""
    page = report(*((text, "Some English. And more.") for text in texts))
    found = read_entities(page, EMPTY)
    assert found == read_entities(page, EMPTY)
    by_anchor = {text.anchor: text.zh for text in page.texts}
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(mention.zh)
        assert mention.zh in by_anchor[mention.anchor]
    order = [text.anchor for text in page.texts]
    places = [order.index(mention.anchor) for mention in found.mentions]
    assert places == sorted(places)
    assert len({(one.anchor, one.kind, one.key) for one in found.mentions}) == len(found.mentions)
    for anchor in order:
        spans = [(link.start, link.end) for link in found.links if link.anchor == anchor]
        assert all(0 <= start < end <= len(by_anchor[anchor]) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(link.kind is not Kind.OFFICE for link in found.links)
    named = {(one.anchor, one.kind, one.key) for one in found.mentions}
    assert {(one.anchor, one.kind, one.key) for one in found.links} <= named


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "2020-01-02", "2021"])), max_size=4))
def test_laws_of_the_gathered(reports: list[tuple[list[str], str]]) -> None:
    """Ids are unique and safe, dates rise, and the order in which the reports are read is no matter."""
    pages = [
        read(*((text, "") for text in texts), name=f"r{number}", date=date)
        for number, (texts, date) in enumerate(reports)
    ]
    one = gather_entities({page.id: page for page in pages}, EMPTY)
    assert one == gather_entities({page.id: page for page in reversed(pages)}, EMPTY)
    ids = [(entity.kind, entity.id) for entity in one]
    assert len(set(ids)) == len(ids)
    for entity in one:
        assert not set(entity.id) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert entity.id[0].isalnum() and len(entity.id) < 60
        dates = [named.date for named in entity.mentions]
        assert dates == sorted(dates)


@given(st.text(alphabet="路通。！；”\n a", max_size=40))
def test_sentences_hold_all_that_is_no_white_space(text: str) -> None:
    spans = chinese_sentences(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())


class TestSentences:
    def test_as_many_in_both_languages_are_told_apart(self) -> None:
        zh = "山里通了路。隆回县的村民高兴。水也通了。"
        pair = sentence_pair(zh, 6, 9, "The road is open. Longhui County is glad. So is the water.")
        assert (zh[pair.start : pair.end], pair.english, pair.exact) == (
            "隆回县的村民高兴。", "Longhui County is glad.", True,
        )  # fmt: skip

    def test_semicolons_are_left_out_where_they_differ(self) -> None:
        zh = "路通了；水通了。隆回县高兴。"
        pair = sentence_pair(zh, 8, 11, "Road and water are there. Longhui is glad.")
        assert (pair.english, pair.exact) == ("Longhui is glad.", True)

    def test_a_short_text_is_given_whole_where_the_numbers_differ(self) -> None:
        pair = sentence_pair("路通了。隆回县高兴。", 4, 7, "Longhui is glad that the road is open.")
        assert (pair.english, pair.exact) == ("Longhui is glad that the road is open.", False)

    def test_of_a_long_text_the_part_that_names_it_is_given(self) -> None:
        english = (
            " ".join(["The villagers built one more road through the hills."] * 20) + " Longhui was glad."
        )
        pair = sentence_pair("隆回县高兴。路通了。", 0, 3, english, "Longhui")
        assert pair.english.startswith("… ") and pair.english.endswith("Longhui was glad.")
        assert not pair.exact and len(pair.english) < 450

    def test_initials_and_abbreviations_end_no_sentence(self) -> None:
        assert len(english_sentences("Dr. Wen and J. Shan met. They talked.")) == 2

    def test_without_english_there_is_none(self) -> None:
        assert sentence_pair("隆回县高兴。", 0, 3, "").english == ""


class TestDocuments:
    @pytest.mark.parametrize(
        ("title", "kind"),
        [
            ("云溪县扶贫办法", "measures"), ("清江法", "law"), ("清江条例（草案）", "law"),
            ("做法与想法", "document"), ("关于修路的若干意见", "opinion"), ("关于放假的通知", "notice"),
            ("云溪县“十四五”规划", "plan"), ("云溪日报", "newspaper"), ("年度工作报告", "report"),
            ("云溪县志选编", "work"), ("清江", "document"),
        ],
    )  # fmt: skip
    def test_kinds_by_the_title(self, title: str, kind: str) -> None:
        assert kind_of(title) == kind

    def test_what_stands_around_tells_a_work(self) -> None:
        assert kind_of("清江", before="影片") == "work"
        assert kind_of("清江办法", before="宣传片") == "work"
        assert kind_of("清江", behind="等课本") == "work"

    def test_numbers_and_short_names_are_kept(self) -> None:
        page = read(("印发《云溪县村规办法》（云发〔2019〕3号）（以下简称“村规”）。", ""))
        assert facts(page, "number") == ["云发〔2019〕3号"]
        assert facts(page, "short") == ["“村规”"]

    def test_english_is_taken_where_there_is_one_title_of_a_kind(self) -> None:
        page = read(
            ("印发《云溪县村规办法》。", "In May the Measures for Village Rules of Yunxi County were issued.")
        )
        assert facts(page, "english") == ["Measures for Village Rules of Yunxi County"]

    def test_and_not_where_there_are_more(self) -> None:
        english = "The Measures for Roads and the Measures for Water were issued."
        assert english_titles([("云溪县村规办法", "measures")], english) == ("",)

    def test_italics_go_before(self) -> None:
        assert english_titles([("清江", "document")], "They sang *The Clear River* twice.") == (
            "The Clear River",
        )

    def test_organisations_and_formulas_within_a_title_are_part_of_it(self) -> None:
        page = read(("《怀化市第一人民医院“五化”管理办法》贴在墙上。", ""))
        assert {mention.kind for mention in page.mentions} == {Kind.DOCUMENT, Kind.PLACE}


class TestFormulas:
    @pytest.mark.parametrize(
        ("text", "defined"),
        [
            ("推行“五化”，即路平、灯亮、水清、地绿、人和。", True),
            ("推行“三化”（路面硬化、村庄绿化、环境美化）。", True),
            ("解决岗位、学位、床位“三位”问题。", True),
            ("推行“五化”，村民都高兴。", False),
            ("山上、水边、田里“三清”工作队。", False),
            ("增强“四个意识”、坚定“四个自信”。", False),
        ],
    )
    def test_definitions(self, text: str, defined: bool) -> None:
        assert bool(facts(read((text, "")), "definition")) == defined

    def test_english_is_taken_where_both_quote_as_much_and_the_number_fits(self) -> None:
        page = read(("推行“五化”，做“好人”。", "The “five standards” and the “good people”."))
        assert facts(page, "english") == ["“five standards”"]
        for english in ("The “good people” and the “five standards”.", "The “five standards”.", ""):
            assert facts(read(("推行“五化”，做“好人”。", english)), "english") == []
        assert facts(read(("照“1+5”办。", "By the “1+5” documents.")), "english") == ["“1+5”"]

    def test_terms_of_the_glossary_need_no_quotation_marks(self) -> None:
        lexicon, _ = load_lexicon({"g.md": "## 三会一课\n\n- en: three meetings and one class\n"})
        page = read(("落实三会一课制度。", ""), lexicon=lexicon)
        assert [(one.kind, one.key) for one in page.mentions] == [(Kind.FORMULA, "三会一课")]
        one = gathered(page, lexicon=lexicon)[Kind.FORMULA, "三会一课"]
        assert (one.naming.en, one.naming.source, one.naming.term) == (
            "three meetings and one class", "glossary", lexicon.terms[0].id,
        )  # fmt: skip

    def test_a_term_that_holds_a_formula_explains_it(self) -> None:
        lexicon, _ = load_lexicon({"g.md": "## “五化”建设\n\n- en: building by five standards\n"})
        page = read(("达到“五化”要求。", ""), lexicon=lexicon)
        naming = gathered(page, lexicon=lexicon)[Kind.FORMULA, "五化"].naming
        assert (naming.term, naming.en) == (lexicon.terms[0].id, "")


class TestGathered:
    def test_a_place_stands_in_its_hierarchy(self) -> None:
        made = gathered(read(("隆回县七江镇通了路。", "")))
        assert {key for kind, key in made if kind is Kind.PLACE} == {
            "430000",
            "430500",
            "430524",
            "430524117",
        }
        assert made[Kind.PLACE, "430524"].id == "longhui-430524"
        assert made[Kind.PLACE, "430000"].mentions == ()

    def test_villages_belong_to_what_was_named_last(self) -> None:
        page = read(("隆回县七江镇石桥村的村民修路。", ""), ("怀化市的三旺村也通了。", ""))
        assert [(fact.key, fact.value) for fact in page.facts if fact.name == "village"] == [
            ("430524117", "石桥村")
        ]

    def test_an_organisation_needs_two_paragraphs(self) -> None:
        once = read(("怀化市第一人民医院来了。", ""))
        assert not [key for kind, key in gathered(once) if kind is Kind.ORGANISATION]
        twice = replace(once, id="other")
        made = gathered(once, twice)[Kind.ORGANISATION, "怀化市第一人民医院"]
        assert [named.report for named in made.mentions] == ["other", "yunxi"]

    def test_committees_and_governments_have_english_names(self) -> None:
        page = read(
            ("隆回县委开会。", ""), ("隆回县委又开会。怀化市委组织部也开会。", ""), ("怀化市委组织部。", "")
        )
        made = gathered(page)
        assert made[Kind.ORGANISATION, "中共隆回县委员会"].naming.en == "CPC Longhui County Committee"
        department = made[Kind.ORGANISATION, "中共怀化市委组织部"].naming
        assert department.en == "Organisation Department of the CPC Huaihua Municipal Committee"

    def test_the_newest_report_is_last_and_undated_ones_are_first(self) -> None:
        pages = [
            read(("隆回县。", ""), name=name, date=date)
            for name, date in (("b", "2021-01-01"), ("a", "2022-01-01"), ("c", ""))
        ]
        found = gathered(*pages)[Kind.PLACE, "430524"]
        assert [named.report for named in found.mentions] == ["c", "b", "a"]

    def test_a_persons_english_goes_before_a_machines(self) -> None:
        human = read(("印发《云溪县村规办法》。", "The Measures for Village Rules were issued."))
        page = report(
            ("印发《云溪县村规办法》。", "The Very Long Measures for All the Village Rules were issued."),
            name="other",
        )
        machine = read_entities(
            replace(page, texts=tuple(replace(text, machine=True) for text in page.texts)), EMPTY
        )
        naming = gathered(human, machine)[Kind.DOCUMENT, "云溪县村规办法"].naming
        assert (naming.en, naming.machine) == ("Measures for Village Rules", False)
        assert gathered(machine)[Kind.DOCUMENT, "云溪县村规办法"].naming.machine

    def test_hostile_titles_have_safe_addresses(self) -> None:
        page = read(("《<script>alert(1)</script>》和《../../etc》和《！？》。", ""))
        ids = [one.id for (kind, _), one in gathered(page).items() if kind is Kind.DOCUMENT]
        assert len(ids) == 3
        assert all(not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in ids)


def test_the_title_is_evidence_and_a_first_paragraph_is_none() -> None:
    page = report(("桂阳的茶叶好。", ""))
    titled = replace(page, texts=(replace(page.texts[0], role="title", anchor=""),))
    assert [one.key for one in read_entities(titled, EMPTY).mentions] == ["431021"]
    assert not read_entities(page, EMPTY).mentions


def test_long_lists_of_names_are_read_in_time_that_grows_with_them() -> None:
    """Every name of a long list is settled; were each compared with each, this would not end."""
    names = "".join(f"{place}的城关镇、" for place in ("隆回县", "南京市", "怀化", "朝阳区", "鼓楼区"))
    found = read((names * 300, ""))
    assert {one.key for one in found.mentions} >= {"430524", "320100", "431200"}
