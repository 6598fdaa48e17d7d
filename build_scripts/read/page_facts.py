"""What a web page says of itself in JSON-LD, ``<meta>`` and ``<time>``: title, authors, date, publisher."""

from __future__ import annotations

import datetime
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
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
_MOST_FACTS = 200_000
_LONGEST_TITLE = 120


def page_facts(soup: BeautifulSoup, markup: str) -> tuple[PageFacts, tuple[str, ...]]:
    """The facts, and all titles that the page gives itself, the surest first.

    Args:
        soup: the page.
        markup: its text; electronic newspapers keep their facts in a comment of it.
    """
    metas = _metas(soup)
    linked = [item for script in soup.find_all("script") for item in _json_ld(script)]
    comment = _newspaper(markup)
    heading = collapsed(soup.title.get_text()) if soup.title else ""
    titles = [
        *(_text(item.get("headline")) for item in linked),
        comment.get("title", ""),
        *(metas.get(name, "") for name in _TITLES),
    ]
    named = [name for title in (*titles, heading) if title for name in (_without_site(title), title)]
    given = next((title for title in titles if title), "") or heading
    dates = [
        *(_text(item.get("datePublished")) for item in linked),
        comment.get("date", ""),
        *(metas.get(name, "") for name in _DATES),
        *_times(soup),
    ]
    people = [
        *(_people(item.get("author")) for item in linked),
        _split(comment.get("author", "")),
        *(_split(metas.get(name, "")) for name in _AUTHORS),
        *(_split(tag.get_text()[:80]) for tag in soup.find_all(class_=_SIGNED, limit=_MOST_TAGS)),
    ]
    publishers = [
        comment.get("sourcename", ""),
        *(collapsed(tag.get_text()[:80]) for tag in soup.find_all(id="js_name", limit=_MOST_TAGS)),
        *(metas.get(name, "") for name in _PUBLISHERS[:-1]),
        *(next(iter(_people(item.get("publisher"), whole=True)), "") for item in linked),
        metas.get(_PUBLISHERS[-1], ""),
    ]
    facts = PageFacts(
        _without_site(given)[:_LONGEST_TITLE],
        next((names for names in people if names), ()),
        next((found for date in dates if (found := iso(date))), ""),
        next((name for name in publishers if _is_publisher(name)), ""),
    )
    return facts, tuple(dict.fromkeys(named))


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


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    """The contents of the ``<meta>`` elements by name; the first of each holds."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or tag.get("itemprop") or "").strip().lower()
        content = collapsed(str(tag.get("content") or ""))
        if name and content:
            found.setdefault(name, content)
    return found


def _times(soup: BeautifulSoup) -> Iterator[str]:
    """The dates of ``<time>`` and of elements marked as date of publication."""
    for tag in soup.find_all(["time", "relative-time"]):
        yield str(tag.get("datetime") or "")
        yield str(tag.get("content") or "")
    for tag in soup.find_all(itemprop="datePublished", limit=_MOST_TAGS):
        yield str(tag.get("content") or tag.get("datetime") or "") or tag.get_text()[:40]


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
    return tuple(dict.fromkeys(name for name in names if name and _NAME.fullmatch(name)))


def _newspaper(markup: str) -> dict[str, str]:
    """The properties that electronic newspapers of one maker put into a comment: title, date, author."""
    start = markup.find("<!--enpproperty")
    end = markup.find("/enpproperty-->", start)
    if start < 0 or end < 0:
        return {}
    found: Iterable[tuple[str, str]] = _PROPERTY.findall(markup[start : min(end, start + _MOST_FACTS)])
    return {name.lower(): collapsed(value) for name, value in found}
