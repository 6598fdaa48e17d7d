"""Which article belongs to which page, so that the ID of a report never changes.

The ID of a page is its file's name without ``.md``: a person may rename the file. Title, place in the raw
document and name of that document may all change; what decides is how much of the content is shared. Before
that stands what has not changed at all, and behind it the pages that hold nothing to be compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_scripts.diagnostics import Diagnostic
from build_scripts.library import INDEX
from build_scripts.model import Article
from build_scripts.sync.body import Block, body_blocks
from build_scripts.sync.page import Page, write
from build_scripts.sync.strays import report_copies, report_strays
from build_scripts.sync.text import one_line, zh_hash
from build_scripts.sync.unchanged import NO_FACTS, Facts, facts_of, facts_on, find_unchanged

SHARED = 0.1
"""The least share of equal paragraphs, in characters of both, that makes a page and an article one report.

Different reports share a heading or two at most; an edited report keeps more than this."""

NEAR = 50.0
"""The least likeness (of 100) of the whole text where no paragraph is equal; strangers reach about 35."""

STRANGE = 0.3
"""The same where neither the title nor the raw document is the page's: reports share an imprint, a notice."""

_TITLE = 0.5  # what an equal title counts, as a share of equal paragraphs
_HEAD = 2000  # characters in which the head of a page stands
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
    named = sources or [""] * len(articles)
    blocks = [body_blocks(article) for article in articles]
    found = find_unchanged(articles, blocks, named, pages)
    if len(found) == len(articles) == len(pages):
        return Assignment(
            _named(articles, found, pages), frozenset(), (), tuple(report_copies(pages, folder))
        )
    wanted = [_Content.of_article(*one) for one in zip(articles, blocks, named, strict=True)]
    there = {name: _Content.of_page(pages[name]) for name in sorted(pages)}
    _compare(articles, wanted, pages, there, found)
    ids = _named(articles, found, pages)
    taken = frozenset(ids)
    unmatched = tuple(name for name in there if name not in taken)
    strays = {name: there[name].weights for name in unmatched}
    others = {name: there[name].weights for name in sorted(found.values())}
    diagnostics = (*report_strays(strays, others, folder), *report_copies(pages, folder))
    return Assignment(ids, taken - frozenset(pages), unmatched, diagnostics)


def _compare(
    articles: Sequence[Article],
    wanted: Sequence[_Content],
    pages: Mapping[str, Page],
    there: Mapping[str, _Content],
    found: dict[int, str],
) -> None:
    """Add to ``found`` the pages of articles that have none in it; ``wanted`` and ``there`` are compared."""
    taken = set(found.values())
    for scores in (_shared, _likeness, _bare):
        free_articles = [n for n in range(len(articles)) if n not in found]
        free_pages = [name for name in there if name not in taken]
        if not free_articles or not free_pages:
            return
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


def _held_back(page: Page) -> float:
    """What a page that must be left alone loses against the others.

    Nothing confirms on it whose it is: it would go to one report in this run and to another in the next.
    """
    return _TITLE if page.blocked else 0.0


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
    facts: Facts
    weights: Mapping[str, int]
    text: str

    @classmethod
    def of_article(cls, article: Article, blocks: Sequence[Block], source: str) -> _Content:
        weights: Counter[str] = Counter()
        for block in blocks:
            weights[block.zh.hash] += len(block.zh.text)
        text = "".join(block.zh.text for block in blocks)
        return cls(one_line(article.title), one_line(source), facts_of(article), weights, text[:_COMPARED])

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
        title, source = _field(page, "title"), _field(page, "source")
        return cls(title, source, facts_on(page.front), weights, text[:_COMPARED])


_Scores = Iterator[tuple[int, str, float]]


def _shared(
    wanted: Sequence[_Content],
    there: Mapping[str, _Content],
    articles: Collection[int],
    pages: Collection[str],
) -> _Scores:
    """Pairs with equal paragraphs or an equal title."""
    free = set(pages)
    holders: defaultdict[str, list[str]] = defaultdict(list)
    # On pages that are taken a sentence tells as little.
    for name in there:
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
        for name in sorted({*shares, *titled} & free):
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


def _bare(
    wanted: Sequence[_Content],
    there: Mapping[str, _Content],
    articles: Collection[int],
    pages: Collection[str],
) -> _Scores:
    """Pairs with a page that shows no text, on which there is nothing to be compared but its raw document.

    Where that has another name now, a report without a text needs the by-line of the page.
    """
    by_source: defaultdict[str, list[str]] = defaultdict(list)
    by_facts: defaultdict[Facts, list[str]] = defaultdict(list)
    known = {content.source for content in wanted} - {""}
    for name in (name for name in pages if not there[name].text):
        if there[name].source in known:
            by_source[there[name].source].append(name)
        elif there[name].facts != NO_FACTS:
            by_facts[there[name].facts].append(name)
    for n in articles:
        one = wanted[n]
        for name in by_source.get(one.source, ()):
            # A report with a text is no other one's that had a title alone.
            if not (one.text and one.title and there[name].title):
                yield n, name, 2.0 if one.facts == there[name].facts else 1.0
        for name in by_facts.get(one.facts, ()) if not one.text else ():
            yield n, name, 1.0


def _named(
    articles: Sequence[Article], found: Mapping[int, str], pages: Mapping[str, Page]
) -> tuple[str, ...]:
    # The page that lists the reports is no report's.
    taken = {*pages, INDEX.removesuffix(".md")}
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
