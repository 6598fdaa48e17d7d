"""What machines are told of a page: complete, with addresses, and never able to leave its script."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from build_scripts.publish.body import assemble
from build_scripts.publish.context import Context
from build_scripts.publish.site import Report, Site, Term, Theme
from build_scripts.publish.structured import PutBackData, To, data_element, trail

HOSTILE = '</script><script>alert(1)</script> & "quoted" <!-- \\ \u2028'

REPORT = Report(
    id="yunxi",
    path="reports/yunxi.md",
    title="云溪修路记",
    title_en="How Yunxi built a road",
    title_machine=True,
    subtitle="三年三条路",
    authors=("甲乙",),
    date="2021-11-17",
    publisher="清江日报",
    themes=("roads",),
)
SITE = Site(
    reports={"yunxi": REPORT, "bare": Report(id="bare", path="reports/bare.md", title="无题")},
    themes={"roads": Theme("roads", "themes/roads.md", "道路", "Roads", ("yunxi",))},
    terms={"cun": Term("cun", "村", "cūn", "village", "term", "glossary/a.md", "t-cun", "terms/cun.md")},
)


def graph(markdown: str, site: Site = SITE) -> list[dict[str, Any]]:
    """The nodes of the script that a page with this Markdown has, through all the steps of the extension."""
    md = Markdown()
    md.postprocessors.register(PutBackData(md), "data", 4)
    parts = [part for part in assemble(markdown, Context(site=site)) if not isinstance(part, str)]
    page = "".join(md.serializer(element) for part in parts for element in part).replace('.md"', '.html"')
    made = html.fromstring(f"<div>{md.postprocessors['data'].run(page)}</div>")
    scripts = made.xpath("//script[@type='application/ld+json']")
    assert not made.xpath("//div[@class='dz-data']") and len(made.xpath("//script")) == len(scripts)
    data = [json.loads(script.text) for script in scripts]
    assert all(one["@context"] == "https://schema.org" for one in data)
    return [node for one in data for node in one["@graph"]]


def test_a_report_is_an_article_its_translation_and_a_way_to_it() -> None:
    chinese, english, way = graph("<!-- report yunxi -->\n")
    assert (chinese["@type"], chinese["headline"], chinese["inLanguage"]) == (
        "Article",
        "云溪修路记",
        "zh-Hans",
    )
    assert chinese["datePublished"] == "2021-11-17"
    assert chinese["author"] == [{"@type": "Person", "name": "甲乙"}]
    assert chinese["publisher"] == {"@type": "Organization", "name": "清江日报"}
    assert chinese["isBasedOn"]["publisher"]["name"] == "清江日报"
    assert chinese["workTranslation"] == {"@id": english["@id"]}
    assert chinese["url"] == "/reports/yunxi.html"
    assert (english["headline"], english["inLanguage"]) == ("How Yunxi built a road", "en")
    assert english["translationOfWork"] == {"@id": chinese["@id"]}
    assert english["creativeWorkStatus"] == "contains machine translation"
    assert [(step["position"], step["item"]) for step in way["itemListElement"]] == [
        (1, "/index.html"),
        (2, "/themes/roads.html"),
        (3, "/reports/yunxi.html"),
    ]


def test_of_what_is_not_known_nothing_is_said() -> None:
    chinese, way = graph("<!-- report bare -->\n")
    assert chinese.keys() == {
        "@type", "@id", "headline", "inLanguage", "url", "mainEntityOfPage", "isAccessibleForFree"
    }  # fmt: skip
    assert [step["name"] for step in way["itemListElement"]] == ["首页 Home", "无题"]
    assert graph("<!-- report unknown -->\n") == []


def test_a_term_is_defined_and_a_theme_collects_its_reports() -> None:
    term, way = graph("<!-- term cun -->\n")
    assert (term["@type"], term["name"], term["alternateName"]) == ("DefinedTerm", "村", ["village", "cūn"])
    assert term["inDefinedTermSet"]["url"] == way["itemListElement"][1]["item"] == "/glossary/a.html"
    theme, _ = graph("<!-- reports theme=roads -->\n")
    assert (theme["@type"], theme["name"]) == ("CollectionPage", "道路")
    assert [part["url"] for part in theme["hasPart"]] == ["/reports/yunxi.html"]


def test_a_page_of_another_kind_says_nothing() -> None:
    assert graph("<!-- codes -->\n\n一段话。\n") == []


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30) | st.just(HOSTILE))
def test_a_title_never_leaves_the_script_and_is_the_title(title: str) -> None:
    site = Site(reports={"a": Report(id="a", path="reports/a.md", title=f"题{title}")})
    assert graph("<!-- report a -->\n", site)[0]["headline"] == f"题{title}"


@pytest.mark.parametrize(
    "written",
    [
        '<div class="dz-data" data-graph="[1"></div>',
        '<div class="dz-data" data-graph="[{&quot;url&quot;:{&quot;@link&quot;:7}}]"></div>',
    ],
)
def test_such_an_element_written_by_hand_is_no_error(written: str) -> None:
    assert PutBackData(Markdown()).run(written) == ""


def test_without_the_addresses_of_pages_there_is_no_way() -> None:
    md = Markdown()
    nodes = [{"@type": "Article", "headline": "题", "url": To("reports/a.md")}, trail([("a.md", "甲", "A")])]
    (held,) = data_element(nodes, Context())
    made = PutBackData(md).run(md.serializer(held))
    data = json.loads(made.partition(">")[2].removesuffix("</script>"))
    assert data["@graph"] == [{"@type": "Article", "headline": "题"}]
