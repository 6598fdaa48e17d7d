"""Books of the small site: what is in them, what is not, and that the same reports give the same bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.books.archive import Packed
from build_scripts.books.frame import Publisher
from build_scripts.books.making import Workshop
from build_scripts.books.names import chapter_file
from build_scripts.books.volumes import volumes_of
from build_scripts.publish.context import Context
from build_scripts.publish.site import parse_site
from tests.books.checking import OPS, XHTML, Epub, check_epub, text_of
from tests.publish.conftest import GOLD, site_context, to_html

pytest.importorskip("ebooklib")

PUBLISHER = Publisher("对照", "", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


def shop(context: Context | None = None, **changes: str) -> Workshop:
    """What books are made with; with ``url`` the site has an address."""
    publisher = replace(PUBLISHER, **changes)
    address = publisher.url
    return Workshop(
        context or site_context(annotated=True),
        publisher,
        lambda path: f"{address}{path.replace('.md', '.html')}" if address else "",
    )


def book_of(name: str, **changes: str) -> Epub:
    """The book that the page ``name`` of the stored results gives, its report being yunxi."""
    made = shop(**changes)
    content = to_html((GOLD / f"{name}.md").read_text("utf-8"), made.context)
    data, _, _ = made.report(made.context.site.reports["yunxi"], content)
    return check_epub(data)


def chapter_of(book: Epub) -> str:
    return text_of(book.documents["reports/yunxi.xhtml"])


def test_a_report_stands_in_both_languages_with_pinyin_and_notes() -> None:
    book = book_of("pinyin")
    chapter = book.documents["reports/yunxi.xhtml"]
    rubies = [node for node in chapter.iter(f"{XHTML}ruby") if node.text == "党支部"]
    assert rubies and rubies[0].findtext(f"{XHTML}rt") == "dǎngzhībù"
    links = [node for node in chapter.iter(f"{XHTML}a") if node.get(f"{OPS}type") == "noteref"]
    assert links and all(node.get("role") == "doc-noteref" for node in links)
    notes = text_of(book.documents["notes.xhtml"])
    assert "党的基层组织。两委由党支部牵头。" in notes and "Party branch" in notes and "dǎngzhībù" in notes
    assert "<script>alert(1)</script>" in notes
    assert book.spine == ("reports/yunxi.xhtml", "notes.xhtml", "about.xhtml")


def test_what_is_said_of_the_report_is_in_the_book() -> None:
    book = book_of("report")
    assert book.dc("title") == ["云溪县“减负”见实效", "Yunxi County’s burdens grow lighter [机译 machine]"]
    assert book.dc("creator") == ["文溪", "山禾"] and book.dc("date") == ["2021-03-04"]
    assert book.dc("source") == ["云溪周刊"] and book.dc("rights") == ["CC BY 4.0"]
    assert book.dc("subject") == ["基层减负", "Lighter burdens"]
    assert book.meta("dcterms:modified") == ["2021-03-04T00:00:00Z"]
    assert book.meta("alternate-script") == ["Yunxi County’s burdens grow lighter [机译 machine]"]
    text = chapter_of(book)
    for part in (
        "云溪县今年少开了三成会。",
        "Yunxi County held a third fewer meetings",
        "支部 作主",
        "云溪周刊",
    ):
        assert part in text
    assert "机译 machine" in text and "待更新 stale" in text
    labels = [label for label, _ in book.contents()]
    assert (
        labels[0].startswith("云溪县“减负”见实效 · Yunxi County’s")
        and "支部 作主 · The branches decide" in labels[1]
    )


def test_what_is_for_the_site_alone_stays_behind() -> None:
    """Menus, switches, permanent links, the older Chinese, other reports."""
    text = chapter_of(book_of("report"))
    for part in ("⋯", "上下 Interleaved", "报表由18张减到7张", "Related reports", "Files", "文件"):
        assert part not in text
    assert "data-" not in str(
        [node.attrib for node in book_of("report").documents["reports/yunxi.xhtml"].iter()]
    )


def test_hostile_text_is_shown_and_does_nothing() -> None:
    """That nothing is loaded or run is in :func:`check_epub`."""
    book = book_of("hostile")
    text = chapter_of(book)
    assert '<script>alert(1)</script> & &lt;b&gt; "引号"' in text
    assert "<img src=x onerror=alert(1)> <b>bold</b>" in text and "[链](javascript:alert(1))" in text
    links = [node.get("href") for node in book.documents["reports/yunxi.xhtml"].iter(f"{XHTML}a")]
    assert links == ["https://example.org/?a=1&b=2", "https://example.org", "mailto:a@example.org"]
    assert 'A <i>title</i> & "more"' in " ".join(label for label, _ in book.contents())


def test_links_within_the_site_lead_to_it_where_it_has_an_address() -> None:
    book = book_of("hostile", url="https://example.org/duizhao/")
    links = [node.get("href") for node in book.documents["reports/yunxi.xhtml"].iter(f"{XHTML}a")]
    assert "https://example.org/duizhao/about.md#top" in links
    assert "https://example.org/duizhao/reports/yunxi.html" in book.dc("source")


def test_the_same_report_gives_the_same_bytes_and_another_site_another_identifier() -> None:
    def made(**changes: str) -> bytes:
        work = shop(**changes)
        content = to_html((GOLD / "report.md").read_text("utf-8"), work.context)
        return work.report(work.context.site.reports["yunxi"], content)[0]

    assert made() == made()
    here, there = check_epub(made()), check_epub(made(url="https://example.org/"))
    assert here.dc("identifier") != there.dc("identifier")


def test_a_book_of_several_holds_their_chapters_as_they_are() -> None:
    work = shop()
    site = work.context.site
    content = to_html((GOLD / "pinyin.md").read_text("utf-8"), work.context)
    chapters, terms = {}, set()
    for name in site.reports:
        _, found, chapter = work.report(site.reports[name], content)
        chapters[chapter_file(name)] = chapter
        terms |= set(found)
    (volume,) = volumes_of(site, "")
    data = work.volume(volume, sorted(terms), chapters)
    book = check_epub(data)
    assert data == work.volume(volume, sorted(terms), chapters)
    assert book.spine == (
        "nav.xhtml",
        "reports/qingjiang.xhtml",
        "reports/yunxi.xhtml",
        "notes.xhtml",
        "about.xhtml",
    )
    nav = text_of(book.documents["nav.xhtml"])
    # By theme, a report without English by its Chinese alone.
    order = [
        "便民服务 · Public services",
        "清江县的便民路",
        "基层减负 · Lighter burdens",
        "2021-03-04 云溪县",
        "注释 Notes",
    ]
    places = [nav.index(part) for part in order]
    assert places == sorted(places)
    assert isinstance(chapters["reports/yunxi.xhtml"], Packed)


def test_the_book_of_a_theme_is_called_after_it() -> None:
    work = shop()
    (volume,) = volumes_of(work.context.site, "jianfu")
    assert volume.path == "themes/jianfu.epub" and work.titles(volume) == ("基层减负", "Lighter burdens")


def test_a_report_of_which_nothing_is_known_has_a_book_all_the_same() -> None:
    site = parse_site('{"schema": "duizhao.site/1", "reports": {"x": {}}}')
    work = shop(Context(site=site))
    data, terms, _ = work.report(site.reports["x"], "")
    book = check_epub(data)
    assert terms == () and book.dc("title") == ["x"] and book.dc("creator") == []
    assert book.meta("dcterms:modified") == ["2000-01-01T00:00:00Z"]
