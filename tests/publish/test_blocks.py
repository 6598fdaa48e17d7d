"""Blocks are written beside the tree: to a parser the page is the same, and a host sees all it looks for."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from markdown.extensions import Extension
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import Treeprocessor

from build_scripts.publish.blocks import Blocks, written_alone
from build_scripts.publish.elements import Written, element, held_address
from build_scripts.publish.extension import DuizhaoExtension

_TEXTS = st.text(st.sampled_from(list("基层a1 <>&;\"'#x\n·")), max_size=12)
_LEAVES = st.builds(lambda text, tag: element(tag, text), _TEXTS, st.sampled_from(["p", "rt", "b", "wbr"]))


def _link(children: list[Element], text: str) -> Element:
    return element("a", text, *children, attrs={"href": f"/{text}.md", "title": text})


def _box(children: list[Element], text: str) -> Element:
    return element(
        "div", *(node for child in children for node in (child, text)), cls=text, attrs={"id": text}
    )


def _ruby(text: str, above: str) -> Element:
    return element("ruby", text, element("rt", above), cls=above)


TREES = st.recursive(
    st.one_of(_LEAVES, st.builds(_ruby, _TEXTS, _TEXTS)),
    lambda inner: (
        st.builds(_box, st.lists(inner, max_size=4), _TEXTS)
        | st.builds(_link, st.lists(inner, max_size=2), _TEXTS)
    ),
    max_leaves=12,
)


def page_of(blocks: Blocks, *elements: Element) -> str:
    """The page in which the elements stand, through Python-Markdown's way of writing it."""
    root = Element("div")
    root.extend([blocks.token(one) for one in elements])
    if (seen := blocks.seen()) is not None:
        root.append(seen)
    return blocks.put_back(to_xhtml_string(root))


def parsed(page: str) -> bytes:
    """What a parser of HTML makes of a page."""
    return html.tostring(html.fragment_fromstring(page, create_parent="main"))


@given(st.lists(TREES, max_size=4))
def test_to_a_parser_a_page_is_the_same_as_if_all_stood_in_the_tree(trees: list[Element]) -> None:
    root = Element("div")
    root.extend(trees)
    made = page_of(Blocks(), *trees)
    assert parsed(made) == parsed(to_xhtml_string(root))
    assert len(made) <= len(to_xhtml_string(root))


def test_nothing_is_written_that_html_can_do_without() -> None:
    word = element("ruby", "基层", element("rt", "jīcéng"), cls="h7")
    hidden = element("p", word, element("wbr"), "<", cls="one two", attrs={"hidden": "hidden", "id": "a/"})
    assert page_of(Blocks(), hidden) == (
        '<div><p class="one two" hidden id="a/"><ruby class=h7>基层<rt>jīcéng</ruby><wbr/>&lt;</p></div>'
    )


def test_chinese_within_english_says_its_language() -> None:
    block = element(
        "p", "the 三会 ", element("b", "一课"), "·", element("i", "一课", lang="zh-Hans"), lang="en"
    )
    assert page_of(Blocks(), block) == (
        "<div><p lang=en>the <span lang=zh-Hans>三会</span> <b><span lang=zh-Hans>一课</span></b>·"
        "<i lang=zh-Hans>一课</i></p></div>"
    )


def test_what_is_written_already_stands_in_a_block_and_in_what_stays_in_the_tree() -> None:
    def written() -> Written:
        return Written(f"<a{held_address('/x.md?a&b')}>一</a>", ids=["there"])

    blocks = Blocks()
    stays = element("div", element("h2", "题"), written())
    page = page_of(blocks, element("p", written()), stays)
    link = "<a href=/x.md?a&amp;b>一</a>".replace("=/x.md?a&amp;b", '="/x.md?a&amp;b"')
    assert parsed(page) == parsed(f"<div><p>{link}</p><div><h2>题</h2>{link}</div></div>")
    assert "\x02" not in page
    assert list(blocks.seen() or []) and written_alone(written()) == "<a href=/x.md?a&amp;b>一</a>"


@pytest.mark.parametrize("tag", ["h1", "h4", "img"])
def test_what_a_host_looks_for_stays_in_the_tree(tag: str) -> None:
    block = element("div", element(tag))
    assert Blocks().token(block) is block


def test_nothing_is_added_to_a_page_without_blocks() -> None:
    blocks = Blocks()
    assert blocks.seen() is None and blocks.put_back("<p>as it is</p>") == "<p>as it is</p>"


def test_a_host_sees_each_link_and_anchor_once_and_its_addresses_are_used() -> None:
    blocks = Blocks()
    one = element("p", element("a", "一", attrs={"href": "/x.md"}), attrs={"id": "u-1"})
    other = element("p", element("a", "二", attrs={"href": "/x.md"}), element("a", attrs={"href": "#u-1"}))
    root = Element("div")
    root.extend([blocks.token(one), blocks.token(other)])
    seen = blocks.seen()
    assert seen is not None
    # A place on the page itself is the same on every host.
    assert [link.get("href") for link in seen.iter("a")] == ["/x.md"]
    assert [anchor.get("id") for anchor in seen.iter("i")] == ["u-1"]
    link = seen[0]
    link.set("href", "../x.html?a=1&b=2")
    link.set("rel", "next")
    root.append(seen)
    page = html.fromstring(blocks.put_back(to_xhtml_string(root)))
    assert [dict(found.attrib) for found in page.iter("a")] == [
        {"href": "../x.html?a=1&b=2", "rel": "next"},
        {"href": "../x.html?a=1&b=2", "rel": "next"},
        {"href": "#u-1"},
    ]
    assert "duizhao" not in html.tostring(page, encoding="unicode")


def test_addresses_stay_as_written_where_a_host_has_taken_the_links_away() -> None:
    blocks = Blocks()
    block = element("p", element("a", "一", attrs={"href": "/x.md?a&b"}))
    root = Element("div")
    root.append(blocks.token(block))
    assert blocks.seen() is not None
    assert parsed(blocks.put_back(to_xhtml_string(root))) == parsed(to_xhtml_string(_within(block)))


def _within(block: Element) -> Element:
    root = Element("div")
    root.append(block)
    return root


class _Watching(Extension):
    """A host that makes addresses, and remembers how many elements it had to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.elements = 0

    def extendMarkdown(self, md: Markdown) -> None:
        host = self

        class Rewriting(Treeprocessor):
            def run(self, root: Element) -> None:
                host.elements = sum(1 for _ in root.iter())
                for link in root.iter("a"):
                    link.set("href", link.get("href", "").replace("/glossary/", "https://example.org/g/"))

        md.treeprocessors.register(Rewriting(md), "watching", 0)


def test_a_report_is_rendered_with_the_addresses_of_its_host() -> None:
    text = "<!-- report x -->\n\n" + "".join(
        f"<!-- zh {number:08x} paragraph -->\n\n> 第{number}段：村里修了路。\n\n"
        "<!-- en human -->\n\nA [road](/glossary/x.md).\n\n"
        for number in range(20)
    )
    host = _Watching()
    md = Markdown(extensions=[DuizhaoExtension(), host])
    page = md.convert(text)
    assert page.count('<a href="https://example.org/g/x.md">road</a>') == 20
    assert page.count("id=u-") == 20 and "\x02" not in page
    assert host.elements < page.count("<") / 5
    assert md.reset().convert("[a](/glossary/y.md)") == (
        '<p lang="en"><a href="https://example.org/g/y.md">a</a></p>'
    )
