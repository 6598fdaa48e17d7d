"""What MkDocs is told of a page that is kept looks to it as what a rendered page has."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.publish.kept_pages import Facts
from build_scripts.publish.told_pages import Told

ODD = ("u-1", "a b", 'a"b', "a\nb", "b", "\\", "", "村", "\u2028", "\ud800")
"""Anchors as raw HTML may have them."""


def told(anchors: tuple[str, ...] = (), links: tuple[tuple[str, str, str], ...] = ()) -> Page:
    """A page that was told of these."""
    config = MkDocsConfig(config_file_path="mkdocs.yml")
    config.site_url = ""
    names = ("a.md", "b.md")
    files = Files([File(name, "docs", "site", use_directory_urls=False) for name in names])
    page = Page(None, files.src_uris["a.md"], config)
    facts = Facts("source", "key", "", "", (), (), "", (), "题", anchors, links)
    Told.of(facts).tell(page, files)
    return page


def test_a_page_has_the_anchors_that_it_had_and_no_others() -> None:
    anchors = told(ODD).present_anchor_ids
    assert anchors is not None
    assert all(anchor in anchors for anchor in ODD)
    assert not any(anchor in anchors for anchor in ("u", "1", "a", '"', '\\"b', "\\n", "村\n", "u-1\nb", 7))
    assert set(anchors) == set(ODD) and len(anchors) == len(ODD)
    assert anchors & {"u-1", "none"} == {"u-1"}


def test_a_page_without_anchors_has_none() -> None:
    anchors = told().present_anchor_ids
    assert anchors is not None and "" not in anchors and not list(anchors)


def test_links_stand_below_the_file_they_lead_to() -> None:
    rows = (
        ("b.md", "x", "b.md#x"),
        ("a.md", "y", "#y"),
        ("b.md", "a\nb", "/b.md#a\nb"),
        ("gone.md", "z", "z"),
    )
    links = told(links=rows).links_to_anchors
    assert links
    found = {file.src_uri: of_file for file, of_file in links.items()}
    assert found == {"b.md": {"x": "b.md#x", "a\nb": "/b.md#a\nb"}, "a.md": {"y": "#y"}}
    assert {file.src_uri: links[file] for file in links} == found and len(links) == 2


def test_a_page_without_links_has_none() -> None:
    assert not told().links_to_anchors
