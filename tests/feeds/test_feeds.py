"""Feeds: which reports, what is said of them, and that any text makes well-formed ones."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.exchange.xml_text import legal
from build_scripts.feeds.atom import Feeds, Publisher
from build_scripts.feeds.choosing import (
    NEWEST,
    Summary,
    feed_data,
    parse_feed_data,
    shortened_chinese,
    shortened_english,
)
from build_scripts.publish.site import Report, Site, Theme, parse_site
from build_scripts.publish.site_data import to_json
from build_scripts.sync.page import parse
from tests.books.test_laws import texts
from tests.publish.conftest import GOLD

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/duizhao/"


def feeds_of(
    site: Site, summaries: dict[str, Summary], name: str = "对照", book: str = ""
) -> dict[str, Element]:
    """The feeds of a site by their paths, parsed."""
    made = Feeds(
        site,
        summaries,
        Publisher(name, "说明 · What it is", "CC BY 4.0"),
        lambda path: SITE + path.replace(".md", ".html"),
        lambda report: book,
    )
    assert dict(made.all()) == dict(made.all())
    return {path: ElementTree.fromstring(data) for path, data in made.all()}


def values(parent: Element, path: str) -> list[str]:
    """The texts of elements, by a path of names."""
    return [
        "".join(node.itertext())
        for node in parent.iterfind("/".join(f"{ATOM}{name}" for name in path.split("/")))
    ]


def links(parent: Element) -> dict[str, str]:
    return {node.get("rel", ""): node.get("href", "") for node in parent.iterfind(f"{ATOM}link")}


def small() -> Site:
    return parse_site((GOLD / "site.json").read_text("utf-8"))


def test_there_is_one_of_the_site_and_one_of_each_theme() -> None:
    found = feeds_of(small(), {})
    assert list(found) == ["feed.xml", "themes/bianmin.xml", "themes/jianfu.xml"]
    assert values(found["feed.xml"], "title") == ["对照"]
    assert values(found["themes/jianfu.xml"], "title") == ["基层减负 · Lighter burdens – 对照"]
    assert [len(feed.findall(f"{ATOM}entry")) for feed in found.values()] == [2, 1, 1]
    assert links(found["themes/jianfu.xml"]) == {
        "self": f"{SITE}themes/jianfu.xml",
        "alternate": f"{SITE}themes/jianfu.html",
    }


def test_an_entry_says_what_the_report_is_in_both_languages() -> None:
    summaries = {"yunxi": Summary("云溪县今年少开了会。", "Yunxi met less.", True)}
    entry = feeds_of(small(), summaries, book="assets/books/reports/yunxi.epub")["feed.xml"].find(
        f"{ATOM}entry"
    )
    assert entry is not None
    assert values(entry, "title") == [
        "云溪县“减负”见实效 · Yunxi County’s burdens grow lighter [机译 machine]"
    ]
    assert values(entry, "id") == [f"{SITE}reports/yunxi.html"]
    assert links(entry)["enclosure"] == f"{SITE}assets/books/reports/yunxi.epub"
    assert values(entry, "updated") == ["2021-03-04T00:00:00Z"]
    assert values(entry, "author/name") == ["文溪", "山禾"]
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None and summary.get("type") == "xhtml"
    sides = [(node.get("lang"), node.text) for node in summary.iter() if node.get("lang")]
    assert sides == [("zh-Hans", "云溪县今年少开了会。"), ("en", "Yunxi met less. [机译 machine]")]


def test_a_report_without_a_date_has_the_time_of_none() -> None:
    last = feeds_of(small(), {})["feed.xml"].findall(f"{ATOM}entry")[-1]
    assert values(last, "title") == ["清江县的便民路"] and values(last, "updated") == ["1970-01-01T00:00:00Z"]
    assert last.find(f"{ATOM}summary") is None and "enclosure" not in links(last)


def test_the_feed_is_as_new_as_its_newest_report_and_holds_the_newest_alone() -> None:
    reports = {
        f"r{day:03}": Report(
            f"r{day:03}", f"reports/r{day:03}.md", "题", date=f"2020-{1 + day // 28:02}-{1 + day % 28:02}"
        )
        for day in range(NEWEST + 5)
    }
    feed = feeds_of(Site(reports=reports), {})["feed.xml"]
    assert values(feed, "updated") == ["2020-02-27T00:00:00Z"]
    assert [id.rpartition("/")[2] for id in values(feed, "entry/id")] == [
        f"r{day:03}.html" for day in range(NEWEST + 4, 4, -1)
    ]


def test_the_summary_is_the_first_paragraph() -> None:
    page = parse((GOLD / "report.md").read_text("utf-8"))
    data = feed_data({"yunxi": page}, [["yunxi", "gone"]])
    assert parse_feed_data(to_json(data)) == {
        "yunxi": Summary(
            "云溪县今年少开了三成会。", "Yunxi County held a third fewer meetings this year.", True
        )
    }
    assert parse_feed_data("") == {}


lines = texts.map(lambda text: " ".join(text.split()))


@given(lines, lines, texts, texts)
def test_law_any_text_stands_in_a_well_formed_feed(title: str, name: str, chinese: str, english: str) -> None:
    report = Report("r", "reports/r.md", title, name, authors=(name,), date="2020-01-01", themes=("t",))
    site = Site(reports={"r": report}, themes={"t": Theme("t", "themes/t.md", title, name, ("r",))})
    for feed in feeds_of(site, {"r": Summary(chinese, english)}, name).values():
        for text in (title, name, chinese, english):
            assert spaced(legal(text)) in spaced("".join(feed.itertext()))
        assert not [node.tag for node in feed.iter() if node.tag.rpartition("}")[2] == "script"]


def spaced(text: str) -> str:
    """XML makes one of all line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(max_size=300), st.integers(1, 100))
def test_law_a_shortened_text_is_a_beginning(text: str, most: int) -> None:
    for shorten in (shortened_chinese, shortened_english):
        short = shorten(text, most)
        assert text.startswith(short.removesuffix("…")) or text == short
        assert len(short) <= most + 1
