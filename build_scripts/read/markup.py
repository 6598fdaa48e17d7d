"""The markup of a web page as a BeautifulSoup tree, whatever is in it, in time linear in its length.

BeautifulSoup builds the tree; the tags are read here. Its adapter to ``html.parser`` looks through all void
elements at every end tag, ``html.parser`` before its fixes of 2025 takes minutes over 100 KB of ``<a``, and
neither closes a ``<p>``, ``<li>`` or ``<td>`` that the author left open, which old pages do throughout. So
this is a builder of our own, with what the HTML standard says of implied ends, and with the depth limited
as in a browser: below :data:`DEEPEST` a tag is dropped and its text stays.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString, Tag

from build_scripts.offsets import LineIndex

DEEPEST = 256
"""Elements within each other; pages that people wrote have up to a hundred."""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


# An "=" may be followed by a quoted value, in which ">" is no end; other quotation marks mean nothing.
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
)
_PLAIN_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>[^>]*+)>")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=>\"'/][^\s=>/]*+)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?"
)
_SLASH = re.compile(r"(?:^|[\s\"'])/\s*$")
# html.unescape() raises ValueError for more digits than Python turns into a number.
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
# Tags that have no end in the rest of the document cost a look at all of it: so many are tried.
_MOST_UNENDED = 8

_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_VOID = words(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
_HEAD = words("base basefont bgsound link meta noscript script style template title")
_CLOSES_P = words(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul li dd dt"
    " td th tr tbody thead tfoot caption"
)
_SCOPE = words("table td th caption html button object template body")
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_TABLE_PARTS = words("table tbody thead tfoot tr td th caption html body")
# What an opening tag ends: those that are open, up to but not into those that hold them.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", *_SCOPE})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", *_SCOPE})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", *_SCOPE})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "thead": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "body": (frozenset({"head"}), frozenset()),
}


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: its tree, and the line of the file on which each of its strings begins."""

    soup: BeautifulSoup
    lines: dict[int, int]

    def line(self, string: NavigableString) -> int:
        """The line of the file on which a string of the tree begins."""
        return self.lines.get(id(string), 1)


def parse(text: str) -> Markup:
    """Parse a page. Nothing in it is an error.

    Example:
        >>> page = parse("<ul><li>修路<li>引水</ul>")
        >>> [item.get_text() for item in page.soup.find_all("li")]
        ['修路', '引水']
    """
    builder = _Builder(text)
    soup = _Soup("<", builder=builder)
    lines = {id(string): line for string, line in zip(strings(soup), builder.lines, strict=True)}
    return Markup(soup, lines)


def strings(soup: Tag) -> Iterator[NavigableString]:
    """The strings of a tree in document order, without recursion."""
    stack: list[Iterator[Any]] = [iter(soup.contents)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            stack.append(iter(child.contents))
        else:
            yield child


@dataclass(frozen=True, slots=True)
class Token:
    """A tag (``name`` in lower case) or, without a name, a stretch of text with its place in the file.

    ``raw`` tells that the text holds no character references: a script.
    """

    start: int
    name: str = ""
    end: bool = False
    text: str = ""
    raw: bool = False


def tokens(markup: str) -> Iterator[Token]:
    """The tags and texts of a page; comments and declarations are left out, as a browser does.

    What looks like a tag but has no end is text.
    """
    place, unended, last_end, comments = 0, 0, markup.rfind(">"), True
    endless: set[str] = set()
    while (start := markup.find("<", place)) >= 0 and start < last_end:
        if start > place:
            yield Token(place, text=markup[place:start])
        follower = markup[start + 1 : start + 2]
        if comments and markup.startswith("<!--", start):
            close = markup.find("-->", start + 2)
            comments = close >= 0
            place = close + 3 if comments else markup.find(">", start) + 1
            continue
        match = (_TAG if unended < _MOST_UNENDED else _PLAIN_TAG).match(markup, start)
        if match is None and (follower in ("!", "?") or markup[start + 1 : start + 2] == "/"):
            place = markup.find(">", start) + 1
            continue
        if match is None:
            unended += follower.isalpha()
            yield Token(start, text="<")
            place = start + 1
            continue
        token = Token(start, match["name"].lower(), bool(match["end"]), match["rest"])
        yield token
        place = match.end()
        if token.name in _RAW and token.name not in endless and not token.end and not _closed(token):
            close = _raw_end(markup, token.name, place)
            if close < 0:
                endless.add(token.name)
                # A browser takes all that follows for the script; a title ends at the next tag.
                close = len(markup) if token.name != "title" else max(place, markup.find("<", place))
            if close > place:
                raw = token.name not in ("title", "textarea")
                yield Token(place, text=markup[place:close], raw=raw)
            place = close
    if place < len(markup):
        yield Token(place, text=markup[place:])


def _raw_end(markup: str, name: str, place: int) -> int:
    """Where the text of a script or the like ends; -1 where it never does."""
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(markup, place)
    return close.start() if close else -1


def _closed(token: Token) -> bool:
    """Whether a tag is closed in itself, ``<br/>``; the slash of ``<a href=/news/>`` belongs to the value."""
    return bool(_SLASH.search(token.text))


class _Builder(HTMLTreeBuilder):
    """Feeds the tokens of a page to BeautifulSoup."""

    NAME = "duizhao"
    features = ("duizhao", "html")

    def __init__(self, text: str) -> None:
        super().__init__(multi_valued_attributes={}, preserve_whitespace_tags=set(), string_containers={})
        self.text = text
        self.lines: list[int] = []

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Iterable[tuple[Any, None, None, bool]]:
        """BeautifulSoup asks for the ways to decode a page: it is decoded, and only this one is tried."""
        yield self.text, None, None, False

    def feed(self, markup: Any) -> None:
        """Build the tree."""
        soup = self.soup
        if soup is None:
            return
        index = LineIndex(self.text)
        for token in tokens(self.text):
            if not token.name:
                if not soup.current_data:
                    lead = len(token.text) - len(token.text.lstrip())
                    here = token.start + lead if lead < len(token.text) else token.start
                    self.lines.append(index.line(((here, here),)))
                soup.handle_data(token.text if token.raw else unescaped(token.text))
            elif token.end and token.name != "br":
                soup.handle_endtag(token.name)
            else:
                tag = soup.handle_starttag(token.name, None, None, _attributes(token.text))
                if tag is not None and (token.name in _VOID or _closed(token)):
                    soup.handle_endtag(token.name)


def unescaped(text: str) -> str:
    """``text`` with its character references resolved: ``&nbsp;``, ``&#26449;``."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _attributes(text: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case; of two with one name the first holds."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["value"] or ""
        quoted = value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1
        found.setdefault(match["name"].lower(), unescaped(value[1:-1] if quoted else value))
    return found


class _Soup(BeautifulSoup):
    """A tree in which elements end where the HTML standard says, and which has a deepest level."""

    def reset(self) -> None:
        """Begin anew; BeautifulSoup calls this before it feeds a document."""
        super().reset()
        self.dropped: Counter[str] = Counter()

    def handle_starttag(self, name: str, *args: Any, **kwargs: Any) -> Tag | None:
        """Open an element, after ending those that cannot hold it."""
        if "head" in self.open_tag_counter and self.open_tag_counter["head"] and name not in _HEAD:
            self._end(frozenset({"head"}), frozenset())
        if name in _CLOSES_P and self.open_tag_counter["p"]:
            self._end(frozenset({"p"}), _SCOPE)
        if name in _HEADINGS and self.currentTag is not None and self.currentTag.name in _HEADINGS:
            self._end(_HEADINGS, _SCOPE)
        if name in _ENDS:
            self._end(*_ENDS[name])
        if len(self.tagStack) > DEEPEST:
            self.dropped[name] += name not in _VOID
            return None
        return super().handle_starttag(name, *args, **kwargs)

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """Close an element; an end tag inside a table's cell closes nothing outside of the cell."""
        if self.dropped[name]:
            self.dropped[name] -= 1
        elif name in _TABLE_PARTS:
            super().handle_endtag(name, nsprefix)
        else:
            self._end(frozenset({name}), frozenset({"td", "th", "table"}))

    def _end(self, names: frozenset[str], holders: frozenset[str]) -> None:
        """End the innermost open element of ``names`` with all that is open in it, if no holder is."""
        self.endData()
        for tag in reversed(self.tagStack[1:]):
            if tag.name in names:
                self._popToTag(tag.name)
                return
            if tag.name in holders:
                return
