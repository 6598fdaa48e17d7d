"""The pages that already say what their report says: nothing about them has to be compared.

Law: a build finds for each report the page that the build before wrote for it, whatever the report lacks.
What is compared elsewhere, titles and paragraphs, may be missing, or be the same in several reports.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model import Article
from build_scripts.sync.body import Block
from build_scripts.sync.front import FrontMatter
from build_scripts.sync.page import Page
from build_scripts.sync.text import one_line

Facts = tuple[tuple[str, ...], str, str]
"""Authors, publisher and date as the front matter holds them; each may be empty."""

NO_FACTS: Facts = ((), "", "")

_NUMBERED = re.compile(r"(?P<id>.+)-(?P<number>[2-9]|[1-9][0-9]{1,9})")
_FOREIGN = 1 << 62  # the place of a name that no naming would have come to


def facts_of(article: Article) -> Facts:
    """What the by-line of a report says, as its page must state it."""
    authors = tuple(one_line(author) for author in article.authors)
    return authors, one_line(article.publisher or ""), one_line(article.date or "")


def facts_on(front: FrontMatter) -> Facts:
    """The same as a page states it."""
    return front.texts("authors"), front.text("publisher"), front.text("date")


@dataclass(frozen=True, slots=True)
class _Written:
    """What a page holds of its article, but for the title; ``units`` are role, flags and hash of each."""

    source: str
    subtitle: str
    facts: Facts
    units: tuple[tuple[str, tuple[str, ...], str], ...]

    @classmethod
    def of_article(cls, article: Article, blocks: Sequence[Block], source: str) -> _Written:
        units = tuple((block.role, block.flags, block.zh.hash) for block in blocks)
        return cls(one_line(source), one_line(article.subtitle), facts_of(article), units)

    @classmethod
    def of_page(cls, page: Page) -> _Written:
        front = page.front
        units = tuple((unit.role, unit.flags, unit.base_hash) for unit in page.live_units)
        return cls(front.text("source"), front.text("subtitle"), facts_on(front), units)


def find_unchanged(
    articles: Sequence[Article],
    blocks: Sequence[Sequence[Block]],
    sources: Sequence[str],
    pages: Mapping[str, Page],
) -> dict[int, str]:
    """The page of each article that a sync would leave as it is, by the place of the article.

    Args:
        articles: all reports of the project.
        blocks: the blocks of each.
        sources: the raw document of each, as pages state it.
        pages: the report pages by ID. One that must be left alone confirms nothing and is passed over.

    Articles that are alike in everything get the pages as they got their names. A title on the page of a
    report without one is a person's, and may be any.
    """
    there: defaultdict[_Written, list[str]] = defaultdict(list)
    for name in sorted(pages):
        if not pages[name].blocked:
            there[_Written.of_page(pages[name])].append(name)
    wanted: defaultdict[tuple[_Written, str], list[int]] = defaultdict(list)
    for n, (article, body, source) in enumerate(zip(articles, blocks, sources, strict=True)):
        wanted[_Written.of_article(article, body, source), one_line(article.title)].append(n)
    found: dict[int, str] = {}
    taken: set[str] = set()
    # Those with a title choose first: a report without one takes a page with any.
    for (written, title), places in sorted(wanted.items(), key=lambda item: not item[0][1]):
        free = {
            name: pages[name].front.text("id") == name
            for name in there.get(written, ())
            if name not in taken and (not title or pages[name].front.text("title") == title)
        }
        given = dict(_shared_out({n: articles[n].id for n in places}, free))
        found |= given
        taken.update(given.values())
    return found


def _shared_out(wanted: Mapping[int, str], free: Mapping[str, bool]) -> Iterator[tuple[int, str]]:
    """Which of the ``free`` pages each article gets, where any would do.

    ``wanted`` is the ID of each article, ``free`` whether the page says of itself what it is called: of
    copies the original goes on. The articles take the names as they did when the pages were named.
    """
    ids = set(wanted.values())
    places = {name: min((p for one, p in _readings(name) if one in ids), default=_FOREIGN) for name in free}
    own = sorted(free, key=lambda name: (not free[name], places[name], name))[: len(wanted)]
    any_of = deque(sorted(own))
    named: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in own:
        for one, place in _readings(name):
            named[one].append((place, name))
    queues = {one: deque(name for _, name in sorted(named.get(one, ()))) for one in ids}
    given: set[str] = set()
    for n, one in wanted.items():
        for queue in (queues[one], any_of):
            while queue and queue[0] in given:
                queue.popleft()
        if left := queues[one] or any_of:
            given.add(left[0])
            yield n, left.popleft()


def _readings(name: str) -> Iterator[tuple[str, int]]:
    """The IDs of which ``name`` may be made, and when their naming comes to it: ID first, then ID-2 …"""
    yield name, 1
    if number := _NUMBERED.fullmatch(name):
        yield number["id"], int(number["number"])
