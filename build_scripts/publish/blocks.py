"""Our blocks of a page written as HTML, and what a host must see of them: their links and anchors.

A report has thousands of elements, and Python-Markdown with its host walks over each of them half a dozen
times. So a block is written once, by :class:`.html_writer.Writer`, and only a token stands for it in the
tree. What others work on still stands there: headings as they are, and at the end of the page one paragraph
with each link to another page and each anchor of the blocks, once. The host makes its addresses of these
links as of any; what it made goes back into the blocks (:meth:`Blocks.put_back`), and the paragraph goes.

Law (tested): to a parser the page is the same as if the elements stood in the tree.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from build_scripts.publish.elements import Written
from build_scripts.publish.html_writer import Writer, attribute, is_bare, quoted
from build_scripts.publish.languages import mark_chinese

# The control characters cannot come from a text: Python-Markdown takes them out of what people write, and
# elements.literal out of all else.
_BLOCK = re.compile("<p>\x02duizhao-block:([0-9]+)\x03</p>|<span>\x02duizhao-html:([0-9]+)\x03</span>")
_LINK = re.compile("\x02([0-9]+)\x03")
_SEEN = "\x02duizhao-seen\x03"
_OURS = "\x02duizhao-"
_ADDRESS = re.compile("<a ([^>]*)></a>")
_HREF = re.compile('href="([^"]*)"')
_PAGE = re.compile("\\.md(?:[?#]|$)")
_VISIBLE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "img", "script", "style"})
"""Elements that a host looks for: a block that holds one stays in the tree."""


class Blocks:
    """The blocks of one page."""

    def __init__(self) -> None:
        """None yet."""
        self.clear()

    def clear(self) -> None:
        """Begin another page."""
        self._written: list[str] = []
        self._links: dict[str, int] = {}
        self._writer = Writer(self._link)

    def token(self, block: Element) -> Element:
        """What stands in the tree for ``block``: a token, or the block itself where a host looks for it."""
        if not _VISIBLE.isdisjoint([node.tag for node in block.iter()]):
            return self._stays(block)
        made = Element("p")
        made.text = f"\x02duizhao-block:{len(self._written)}\x03"
        self._written.append(self._writer.html(block))
        return made

    def _stays(self, block: Element) -> Element:
        """The block for the tree: in it, too, Chinese is marked, and what is written already is a token."""
        mark_chinese(block)
        for node in block.iter():
            if isinstance(node, Written):
                node.text = f"\x02duizhao-html:{len(self._written)}\x03"
                self._written.append(self._writer.html(node))
        return block

    def seen(self) -> Element | None:
        """The paragraph with all links and anchors of the blocks; None where they have none."""
        if not self._links and not self._writer.ids:
            return None
        made = Element("p")
        made.text = _SEEN
        for href in self._links:
            SubElement(made, "a", href=href)
        for name in self._writer.ids:
            SubElement(made, "i", id=name)
        return made

    def put_back(self, page: str) -> str:
        """The HTML of a page with the blocks in place of their tokens, and the host's addresses in them.

        Python-Markdown asks this of each heading by itself, too, and a heading has hardly ever a block.
        """
        if not self._written or _OURS not in page:
            return page
        page, addresses = self._taken(page)
        return _BLOCK.sub(
            lambda token: self._with_addresses(self._written[int(token[1] or token[2])], addresses), page
        )

    def _link(self, href: str) -> str:
        """What stands for the address of a link until the host has told it; this page needs no host."""
        if href.startswith("#"):
            return attribute("href", href)
        return f" \x02{self._links.setdefault(href, len(self._links))}\x03"

    def _taken(self, page: str) -> tuple[str, list[str]]:
        """The page without the paragraph of links, and what the host made of these."""
        start = page.rfind(f"<p>{_SEEN}")
        end = page.find("</p>", start)
        found = [_shorter(made) for made in _ADDRESS.findall(page[start:end])] if 0 <= start < end else []
        if 0 <= start < end:
            page = page[:start].removesuffix("\n") + page[end + len("</p>") :]
        if len(found) != len(self._links):
            # Something else has changed them: they stay as they were written.
            found = [_shorter(f'href="{quoted(href)}"') for href in self._links]
        return page, found

    @staticmethod
    def _with_addresses(html: str, addresses: list[str]) -> str:
        return _LINK.sub(lambda token: addresses[int(token[1])], html)


def _shorter(attributes: str) -> str:
    """What a host wrote of a link, in fewer bytes where it is an address alone.

    Zensical makes its own of the path of a page after Markdown, and looks for quotes.
    """
    only = _HREF.fullmatch(attributes)
    done = only is not None and is_bare(only[1]) and not _PAGE.search(only[1])
    return f"href={only[1]}" if only and done else attributes


def written_alone(block: Element) -> str:
    """A block as HTML with its addresses as they are in it."""
    return Writer(lambda href: attribute("href", href)).html(block)
