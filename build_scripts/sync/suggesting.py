"""English that may fit a block without any, offered in a comment and never put there by itself.

From anywhere: English of the very same Chinese. From orphans, and from pages whose report is gone: English of
Chinese that is near, with that Chinese and what became of it. :mod:`build_scripts.sync.asides` has the form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_scripts.sync.asides import Suggestion, without_suggestions
from build_scripts.sync.differing import change_quotation
from build_scripts.sync.marks import Chinese, Status, translated
from build_scripts.sync.matching import NEAR, PairIndex
from build_scripts.sync.moving import RANKS, translation_of
from build_scripts.sync.nodes import Marker, Node, Page, Unit
from build_scripts.sync.page import status
from build_scripts.sync.text import en_hash, joined
from build_scripts.sync.titles import FIELDS, title_mark

Offers = Mapping[str, Suggestion]
"""What is offered to the units of one page, by key."""


@dataclass(frozen=True, slots=True)
class _Source:
    """English that can be offered, with the ``base`` that it translates."""

    base: Chinese
    english: str
    rank: Status
    loose: bool
    report: str
    key: str

    @property
    def order(self) -> tuple[int, bool, str]:
        """The best first: what a person has seen, what is published."""
        return RANKS.index(self.rank), self.loose, self.report


def plan_offers(
    pages: Mapping[str, Page], needy: Collection[str], gone: Collection[str] = ()
) -> Mapping[str, Offers]:
    """What is offered to the pages ``needy``, by name.

    Args:
        pages: the pages from which English can come, by name, in sync where they have a report.
        needy: those of them that are written.
        gone: those of them whose report is gone.
    """
    needs = [
        (name, unit)
        for name in pages
        if name in needy
        for unit in pages[name].live_units
        if unit.zh and status(unit) is Status.TODO and not unit.en
    ]
    if not needs:
        return {}
    wanted = {unit.base_hash for _, unit in needs}
    equal: dict[str, _Source] = {}
    loose: list[_Source] = []
    for name in sorted(pages):
        for source in _sources(name, pages[name], name in gone):
            if source.base.hash in wanted:
                best = equal.setdefault(source.base.hash, source)
                equal[source.base.hash] = min(best, source, key=lambda one: one.order)
            if source.loose and source.base.text:
                loose.append(source)
    near = _Near(loose)
    offers: dict[str, dict[str, Suggestion]] = {}
    for name, unit in needs:
        offer = _same(equal[unit.base_hash]) if unit.base_hash in equal else near.offer(unit)
        if offer:
            offers.setdefault(name, {})[unit.zh_hash] = offer
    return offers


def _sources(name: str, page: Page, gone: bool) -> Iterator[_Source]:
    for key in FIELDS:
        mark, english = title_mark(page.front, key), page.front.text(f"{key}_en")
        was = page.front.text(f"{key}_was")
        if english and (was or mark.status not in (Status.STALE, Status.ORPHAN)):
            base, rank = translated(mark, Chinese.of(page.front.text(key)), Chinese.of(was) if was else None)
            yield _Source(base, english, rank, False, name, key)
    live = len(page.live_units)
    for place, unit in enumerate(page.units):
        # Marked stale by hand: somebody thinks that it does not fit the Chinese it stands below.
        if unit.en and (unit.was or status(unit) is not Status.STALE):
            base, rank = translation_of(unit)
            yield _Source(base, unit.en, rank, gone or place >= live, name, unit.zh_hash)


def _same(source: _Source) -> Suggestion:
    how = f"the same Chinese{_MACHINE if source.rank is Status.MACHINE else ''}"
    return Suggestion(en_hash(source.english), source.report, source.key, how, source.english)


_MACHINE = ", a machine's English"


class _Near:
    """Finds the source whose Chinese is nearest to that of a unit."""

    def __init__(self, sources: Sequence[_Source]) -> None:
        self._sources = sources
        self._index = PairIndex({n: source.base.text for n, source in enumerate(sources)})

    def offer(self, unit: Unit) -> Suggestion | None:
        """The nearest, if it is near enough (:data:`build_scripts.sync.matching.NEAR`)."""
        found = [
            (-likeness, *self._sources[n].order, n)
            for n in self._index.likely(unit.zh)
            if (likeness := fuzz.ratio(unit.zh, self._sources[n].base.text, score_cutoff=NEAR)) >= NEAR
        ]
        if not found:
            return None
        likeness, *_, n = min(found)
        source = self._sources[n]
        how = f"{int(-likeness)} % alike{_MACHINE if source.rank is Status.MACHINE else ''}"
        text = f"{change_quotation(source.base.text, unit.zh)}\n{source.english}"
        return Suggestion(en_hash(text), source.report, source.key, how, text.strip())


def with_offers(page: Page, offers: Offers, end: str) -> str:
    """The text of ``page`` with just these suggestions, and those that somebody edited."""
    nodes: list[str] = []
    orphans = False
    for node in page.nodes:
        orphans = orphans or (isinstance(node, Marker) and node.kind == "orphans")
        nodes.append(_with_offer(node, {} if orphans else offers, end))
    # A suggestion that goes from the last unit leaves the empty line before it.
    return (page.front.raw + "".join(nodes)).rstrip("\r\n") + end


def _with_offer(node: Node, offers: Offers, end: str) -> str:
    if not isinstance(node, Unit):
        return node.raw
    there = [offer for offer in node.suggestions if not offer.edited]
    offer = offers.get(node.zh_hash)
    if offer is None or node.en or len(there) < len(node.suggestions):
        offer = None
    if [one.written(end) for one in there] == ([offer.written(end)] if offer else []):
        return node.raw
    parts = node.parts
    head = [parts.zh, without_suggestions(parts.note), parts.was, without_suggestions(parts.second_note)]
    body = without_suggestions(parts.body)
    if offer:
        body = f"{end}{offer.written(end)}{end}{body.lstrip(f' {end}') if body.strip() else ''}"
    return joined([*head, parts.en + body], end)
