"""What is to be said of pages that no report belongs to, and of copies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from build_scripts.diagnostics import Diagnostic
from build_scripts.sync.page import Page

_HOLDERS = 64  # on so many pages an equal paragraph is looked for

Weights = Mapping[str, int]
"""The paragraphs of a page: the number of characters by hash."""


def report_strays(
    strays: Mapping[str, Weights], pages: Mapping[str, Weights], folder: str
) -> Iterator[Diagnostic]:
    """A diagnostic (P004) for each page without a report, with the page on which most of it stands.

    ``pages`` are those with a report; ``folder`` is where all of them lie.
    """
    twins = _twins(strays, pages)
    for name in strays:
        message = "no report in source_articles/ belongs to this page"
        if name in twins:
            message += f"; most of its Chinese is on {twins[name]}.md"
        yield Diagnostic(f"{folder}/{name}.md", 0, "P004", message)


def report_copies(pages: Mapping[str, Page], folder: str) -> Iterator[Diagnostic]:
    """A diagnostic (P005) for each page with the ID of another in its front matter."""
    first: dict[str, str] = {}
    for name in sorted(pages, key=lambda name: (pages[name].front.text("id") != name, name)):
        claimed = pages[name].front.text("id")
        if claimed and first.setdefault(claimed, name) != name:
            message = f"the id {claimed} in the front matter is also that of {first[claimed]}.md"
            yield Diagnostic(f"{folder}/{name}.md", 1, "P005", message)


def _twins(strays: Mapping[str, Weights], pages: Mapping[str, Weights]) -> Mapping[str, str]:
    """For each page without a report the page on which most of it stands: it was copied, or merged."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, weights in pages.items():
        for key in weights if strays else ():
            holders[key].append(name)
    twins: dict[str, str] = {}
    for stray, own in strays.items():
        shares: Counter[str] = Counter()
        for key, weight in own.items():
            for name in holders.get(key, ())[:_HOLDERS]:
                shares[name] += weight
        if shares and 2 * max(shares.values()) >= sum(own.values()):
            twins[stray] = min(shares, key=lambda name: (-shares[name], name))
    return twins
