"""What a web page says of itself in JSON-LD, ``<meta>`` and ``<time>``: title, authors, date, publisher."""

from __future__ import annotations

import datetime
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from build_scripts.model import PageFacts
from build_scripts.read.page_lines import collapsed

# The names are those of Open Graph, Dublin Core, schema.org, and of the Chinese government's rules for
# its sites (ArticleTitle, PubDate, ContentSource, Author), without regard to case.
_TITLES = ("articletitle", "og:title", "twitter:title", "dc.title", "title")
_DATES = (
    "article:published_time", "pubdate", "publishdate", "publish_date", "datepublished", "og:published_time",
    "publication_date", "dc.date", "dcterms.date", "dc.date.issued", "og:release_date",
    "weibo: article:create_at", "date", "createdate",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "dc.creator", "byl")
_PUBLISHERS = ("contentsource", "source", "mediaid", "dc.source", "dc.publisher", "publisher", "og:site_name")
_ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "report", "blogposting", "webpage")
_BETWEEN = re.compile(r"\s*[|｜]\s*|\s*[-－–—_－]+\s*|\s*[>＞»·•]\s*")
_DATE = re.compile(r"(\d{4})\s*[-年/.]?\s*(\d{1,2})\s*[-月/.]?\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NOT_KEY = re.compile(r"[\W_]+")
_NAME = re.compile(r"[\w·\s]{2,20}")
# What systems and their makers write where the author belongs.
_NO_NAME = re.compile(r"^[^\u3400-\u9fff]*$|管理员|(?:公司|科技|网络|软件)$")
_PEOPLE = re.compile(r"[、,，;；/|\s]+")
_PROPERTY = re.compile(r"<(title|date|author|sourcename)>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_ROLES = re.compile(r"^(?:本报|本网|特约|见习)?(?:记者|通讯员|作者|编辑)[\s:：]*")
_SITE = re.compile(
    r"(?:网|网站|網|網站|门户|政府|日报|晚报|报社|频道|在线|客户端|公众号|平台|首页|要闻|动态|新闻|资讯)$"
)
_PLATFORMS = ("微信公众平台",)
_SIGNED = re.compile(r"(?<![\w-])(?:author(?:-name)?|zuozhe)(?![\w-])")
_SHORTEST_TITLE = 6
# Elements of one name that are looked at for a fact: it stands in the first, if anywhere.
_MOST_TAGS = 8
# Characters of a name, a date, a title.
_MOST_TEXT = 400
_MOST_FACTS = 200_000
_LONGEST_TITLE = 120


@dataclass(slots=True)
class _Told:
    """Where a page may say something of itself.

    ``metas`` by name, the first of each; ``linked`` the articles of JSON-LD; ``comment`` what an electronic
    newspaper tells in a comment; ``times``, ``signed``, ``accounts`` the texts of elements marked as date, as
    author, as the account that published the page.
    """

    heading: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    linked: list[dict[str, Any]] = field(default_factory=list)
    comment: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)

    def meta(self, names: Iterable[str]) -> list[str]:
        """The contents of the metas of these names, in their order."""
        return [self.metas.get(name, "") for name in names]


def page_facts(soup: BeautifulSoup, markup: str) -> tuple[PageFacts, tuple[str, ...]]:
    """The facts, and all titles that the page gives itself, the surest first.

    Args:
        soup: the page.
        markup: its text; electronic newspapers keep their facts in a comment of it.
    """
    told = _told(soup, markup)
    titles = [
        *(_text(item.get("headline")) for item in told.linked),
        told.comment.get("title", ""),
        *told.meta(_TITLES),
        told.heading,
    ]
    dates = [
        *(_text(item.get("datePublished")) for item in told.linked),
        told.comment.get("date", ""),
        *told.meta(_DATES),
        *told.times,
    ]
    people = [
        *(_people(item.get("author")) for item in told.linked),
        *(_split(text) for text in (told.comment.get("author", ""), *told.meta(_AUTHORS), *told.signed)),
    ]
    publishers = [
        told.comment.get("sourcename", ""),
        *told.accounts,
        *told.meta(_PUBLISHERS[:-1]),
        *(next(iter(_people(item.get("publisher"), whole=True)), "") for item in told.linked),
        *told.meta(_PUBLISHERS[-1:]),
    ]
    named = [name for title in titles if title for name in (_without_site(title), title)]
    facts = PageFacts(
        next(iter(named), "")[:_LONGEST_TITLE],
        next((names for names in people if names), ()),
        next((found for date in dates if (found := iso(date))), ""),
        next((name for name in publishers if _is_publisher(name)), ""),
    )
    return facts, tuple(dict.fromkeys(named))


def _told(soup: BeautifulSoup, markup: str) -> _Told:
    """Look through a page once."""
    told = _Told(comment=_newspaper(markup))
    for tag in soup.find_all(True):
        if tag.name == "meta":
            name = str(tag.get("name") or tag.get("property") or tag.get("itemprop") or "").strip().lower()
            if content := collapsed(str(tag.get("content") or "")):
                told.metas.setdefault(name, content)
        elif tag.name == "script":
            told.linked += _json_ld(tag)
        elif tag.name == "title":
            told.heading = told.heading or collapsed(tag.get_text()[:_MOST_TEXT])
        elif tag.attrs:
            _note(told, tag)
    return told


def _note(told: _Told, tag: Tag) -> None:
    """Note what an element of the text is marked as."""
    dated = tag.name == "time" or tag.get("itemprop") == "datePublished"
    if dated and len(told.times) < _MOST_TAGS:
        marked = tag.get("datetime") or tag.get("content")
        told.times.append(str(marked) if marked else _beginning(tag))
    if len(told.signed) < _MOST_TAGS and _SIGNED.search(str(tag.get("class") or "")[:_MOST_TEXT]):
        told.signed.append(_beginning(tag))
    if len(told.accounts) < _MOST_TAGS and tag.get("id") == "js_name":
        told.accounts.append(_beginning(tag))


def _beginning(tag: Tag) -> str:
    """What an element begins with: more than is needed of a name or a date."""
    text = ""
    for string in tag.strings:
        text += string
        if len(text) > _MOST_TEXT:
            break
    return collapsed(text[:_MOST_TEXT])


def _is_publisher(name: str) -> bool:
    """Whether a name can be a publisher's: no address, no platform on which many publish."""
    return 0 < len(name) <= 30 and not name.startswith("http") and name not in _PLATFORMS


def key(text: str) -> str:
    """``text`` without white space and marks, for telling whether two lines are the same."""
    return _NOT_KEY.sub("", text).casefold()


def iso(text: str) -> str:
    """The first date in ``text`` as YYYY-MM-DD; empty where there is none that the calendar has.

    Example:
        >>> iso("2021-03-02T08:30:00+08:00"), iso("20210302"), iso("2021年13月2日")
        ('2021-03-02', '2021-03-02', '')
    """
    match = _COMPACT.match(text) or _DATE.search(text)
    try:
        return datetime.date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _without_site(title: str) -> str:
    """A page's title without the name of the site: of parts between bars or dashes the first that is no site.

    Example:
        >>> _without_site("山村通了柏油路_清江日报网"), _without_site("清江日报网 | 山村通了柏油路")
        ('山村通了柏油路', '山村通了柏油路')
    """
    parts = [part for part in _BETWEEN.split(title) if part]
    own = [part for part in parts if not _SITE.search(part)] or parts
    if len(parts) < 2:
        return title.strip()
    return own[0] if len(own[0]) >= _SHORTEST_TITLE else max(own, key=len)


def _json_ld(script: Tag) -> Iterator[dict[str, Any]]:
    """The articles that a script of linked data describes; a broken script describes none."""
    if "ld+json" not in str(script.get("type") or ""):
        return
    try:
        value = json.loads(script.get_text()[:_MOST_FACTS], strict=False)
    except (ValueError, RecursionError):
        return
    queue = deque([value])
    while queue:
        item = queue.popleft()
        if isinstance(item, list):
            queue.extendleft(reversed(item))
        elif isinstance(item, dict):
            types = item.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(str(name).lower() in _ARTICLES for name in named):
                yield item
            queue.append(item.get("@graph"))


def _text(value: Any) -> str:
    return collapsed(value) if isinstance(value, str) else ""


def _people(value: Any, *, whole: bool = False) -> tuple[str, ...]:
    """The names in an author or publisher of linked data: text, an object with a name, or a list of them."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        names += [_text(name)] if whole else _split(_text(name))
    return tuple(dict.fromkeys(name for name in names if name))


def _split(text: str) -> tuple[str, ...]:
    """The names of a list of people; nothing where it is an address or no names."""
    if "://" in text or "@" in text or len(text) > 80:
        return ()
    names = (_ROLES.sub("", name).strip() for name in _PEOPLE.split(_ROLES.sub("", text)))
    return tuple(dict.fromkeys(name for name in names if _NAME.fullmatch(name) and not _NO_NAME.search(name)))


def _newspaper(markup: str) -> dict[str, str]:
    """The properties that electronic newspapers of one maker put into a comment: title, date, author."""
    start = markup.find("<!--enpproperty")
    end = markup.find("/enpproperty-->", start)
    if start < 0 or end < 0:
        return {}
    found: Iterable[tuple[str, str]] = _PROPERTY.findall(markup[start : min(end, start + _MOST_FACTS)])
    return {name.lower(): collapsed(value) for name, value in found}
