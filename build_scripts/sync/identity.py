"""Which article belongs to which page, so that the ID of a report never changes.

The ID of a page is its file's name without ``.md``: a person may rename the file. Title, place in the raw
document and name of that document may all change; what decides is how much of the content is shared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Article
from build_scripts.sync.body import body_blocks
from build_scripts.sync.page import Marker, Page, Unit, write
from build_scripts.sync.text import one_line, zh_hash

SHARED = 0.1
"""The least share of equal paragraphs, in characters of both, that makes a page and an article one report.

Different reports share a heading or two at most; an edited report keeps more than this."""

NEAR = 50.0
"""The least likeness (of 100) of the whole text where no paragraph is equal; strangers reach about 35."""

STRANGE = 0.3
"""The same where neither the title nor the raw document is the page's: reports share an imprint, a notice."""

_TITLE = 0.5  # what an equal title counts, as a share of equal paragraphs
_HEAD = 2000  # characters in which the head of a page stands
_HOLDERS = 64  # on so many pages an equal paragraph is looked for
_COMPARED = 1500  # characters compared where no paragraph is equal: enough to tell, and cheap


@dataclass(frozen=True, slots=True)
class Assignment:
    """The page of each article.

    ``ids`` are parallel to the articles; ``new`` holds those of them that have no page yet; ``unmatched``
    the pages that no article belongs to, which stay as they are.
    """

    ids: tuple[str, ...]
    new: frozenset[str]
    unmatched: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def match_pages(
    articles: Sequence[Article],
    pages: Mapping[str, Page],
    *,
    sources: Sequence[str] = (),
    folder: str = "docs/reports",
) -> Assignment:
    """Find the page of each article, one to one.

    Args:
        articles: all reports of the project.
        pages: the report pages by ID (the stem of the file). Pages that are no reports, such as index.md,
            are not to be among them.
        sources: the raw document of each article, as pages state it: of two equal articles the page
            stays with the one whose document it names.
        folder: where the pages lie, for the diagnostics.

    An article without a page gets its own ID, with ``-2``, ``-3`` … where that is another report's.
    The result does not depend on the order of ``pages``, and on that of ``articles`` only where two of them
    are equal.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    named = sources or [""] * len(articles)
    wanted = [_Content.of_article(*pair) for pair in zip(articles, named, strict=True)]
    there = {name: _Content.of_page(pages[name]) for name in sorted(pages)}
    for scores in (_shared, _likeness):
        free_articles = [n for n in range(len(articles)) if n not in found]
        free_pages = [name for name in there if name not in taken]
        ranked = [
            (
                _held_back(pages[name]) - score,
                wanted[n].source != there[name].source,
                *_ties(articles[n], name, pages[name]),
                n,
                name,
            )
            for n, name, score in scores(wanted, there, free_articles, free_pages)
        ]
        for *_, n, name in sorted(ranked):
            if n not in found and name not in taken:
                found[n] = name
                taken.add(name)
    for n, article in enumerate(articles):
        # A page that somebody emptied, or that an editor left behind empty, is its report's all the same.
        if n not in found and article.id in there and article.id not in taken and _blank(pages[article.id]):
            found[n] = article.id
            taken.add(article.id)
    ids = _named(articles, found, pages)
    unmatched = tuple(name for name in there if name not in ids)
    new = frozenset(ids) - frozenset(pages)
    twins = _twins({name: there[name] for name in unmatched}, {name: there[name] for name in sorted(taken)})
    return Assignment(ids, new, unmatched, (*_strays(unmatched, twins, folder), *_duplicates(pages, folder)))


def _held_back(page: Page) -> float:
    """What a page that must be left alone loses against the others.

    Nothing confirms on it whose it is: it would go to one report in this run and to another in the next.
    """
    return _TITLE if page.blocked else 0.0


def is_report(page: Page) -> bool:
    """Whether a file in the folder of the reports is a report page; index.md is not."""
    return any(
        isinstance(node, Unit) or (isinstance(node, Marker) and node.kind == "report") for node in page.nodes
    )


def _ties(article: Article, name: str, page: Page) -> tuple[bool, bool]:
    """Of two equal pages (a copied file) the one that says of itself what it is called goes first."""
    return _field(page, "id") != name, article.id != name


def _field(page: Page, key: str) -> str:
    """What the head of ``page`` says, also where a conflict of git makes it unreadable as a whole."""
    if not page.blocked or page.front.text(key):
        return page.front.text(key)
    found = re.search(rf"(?m)^{key}:[ \t]*([^\r\n]*)", write(page)[:_HEAD])
    return found[1].strip().strip("'\"") if found else ""


@dataclass(frozen=True, slots=True)
class _Content:
    """What is compared: ``weights`` is the number of characters by hash, ``text`` the beginning."""

    title: str
    source: str
    weights: Mapping[str, int]
    text: str

    @classmethod
    def of_article(cls, article: Article, source: str) -> _Content:
        blocks = body_blocks(article)
        weights: Counter[str] = Counter()
        for block in blocks:
            weights[block.zh.hash] += len(block.zh.text)
        text = "".join(block.zh.text for block in blocks)
        return cls(one_line(article.title), one_line(source), weights, text[:_COMPARED])

    @classmethod
    def of_page(cls, page: Page) -> _Content:
        weights: Counter[str] = Counter()
        for unit in page.live_units:
            weights[unit.base_hash] += len(unit.zh)
        text = "".join(unit.zh for unit in page.live_units)
        # What the page only remembers still tells whose it is.
        for unit in page.units:
            weights.setdefault(unit.base_hash, len(unit.zh))
            if unit.was:
                weights.setdefault(unit.was.hash, len(unit.was.text))
        return cls(_field(page, "title"), _field(page, "source"), weights, text[:_COMPARED])


_Scores = Iterator[tuple[int, str, float]]


def _shared(
    wanted: Sequence[_Content],
    there: Mapping[str, _Content],
    articles: Collection[int],
    pages: Collection[str],
) -> _Scores:
    """Pairs with equal paragraphs or an equal title."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in pages:
        for key in (*there[name].weights, *_title_key(there[name])):
            holders[key].append(name)
    for n in articles:
        weights = wanted[n].weights
        total = sum(weights.values())
        shares: defaultdict[str, float] = defaultdict(float)
        for key, weight in weights.items():
            # A sentence that stands on many pages tells little.
            for name in holders.get(key, ()):
                shares[name] += min(weight, there[name].weights[key]) / len(holders[key])
        titled = {name for key in _title_key(wanted[n]) for name in holders.get(key, ())}
        for name in sorted({*shares, *titled}):
            share = 2 * shares[name] / ((total + sum(there[name].weights.values())) or 1)
            least = SHARED if wanted[n].source == there[name].source else STRANGE
            if share >= least or name in titled:
                yield n, name, share + (_TITLE if name in titled else 0.0)


def _title_key(content: _Content) -> tuple[str, ...]:
    return (f"title {zh_hash(content.title)}",) if content.title else ()


def _likeness(
    wanted: Sequence[_Content],
    there: Mapping[str, _Content],
    articles: Collection[int],
    pages: Collection[str],
) -> _Scores:
    """Pairs without an equal paragraph, such as when the cleaning of all of them has changed."""
    for n in articles:
        for name in pages:
            score = fuzz.ratio(wanted[n].text, there[name].text, score_cutoff=NEAR)
            if score >= NEAR and wanted[n].text:
                yield n, name, score


def _named(
    articles: Sequence[Article], found: Mapping[int, str], pages: Mapping[str, Page]
) -> tuple[str, ...]:
    taken = set(pages)
    ids: list[str] = []
    for n, article in enumerate(articles):
        name, number = found.get(n, article.id), 2
        while n not in found and name in taken:
            name, number = f"{article.id}-{number}", number + 1
        taken.add(name)
        ids.append(name)
    return tuple(ids)


def _blank(page: Page) -> bool:
    return not write(page).replace("\ufeff", "").strip()


def _twins(strays: Mapping[str, _Content], pages: Mapping[str, _Content]) -> Mapping[str, str]:
    """For each page without a report the page on which most of it stands: it was copied, or merged."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, content in pages.items():
        for key in content.weights if strays else ():
            holders[key].append(name)
    twins: dict[str, str] = {}
    for stray, content in strays.items():
        shares: Counter[str] = Counter()
        for key, weight in content.weights.items():
            for name in holders.get(key, ())[:_HOLDERS]:
                shares[name] += weight
        if shares and 2 * max(shares.values()) >= sum(content.weights.values()):
            twins[stray] = min(shares, key=lambda name: (-shares[name], name))
    return twins


def _strays(unmatched: Sequence[str], twins: Mapping[str, str], folder: str) -> Iterator[Diagnostic]:
    for name in unmatched:
        message = "no report in source_articles/ belongs to this page"
        if name in twins:
            message += f"; most of its Chinese is on {twins[name]}.md"
        yield Diagnostic(f"{folder}/{name}.md", 0, "P004", message)


def _duplicates(pages: Mapping[str, Page], folder: str) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for name in sorted(pages, key=lambda name: (pages[name].front.text("id") != name, name)):
        claimed = pages[name].front.text("id")
        if claimed and first.setdefault(claimed, name) != name:
            message = f"the id {claimed} in the front matter is also that of {first[claimed]}.md"
            yield Diagnostic(f"{folder}/{name}.md", 1, "P005", message)
