"""Long lists in pages: which items stand on which page, and where that page lies.

No page lists everything: a list of thousands is divided, so that a page stays small however large the site
grows. The first page is the one that people wrote; the others are generated beside it (see
:mod:`build_scripts.publish.list_files`): of ``themes/health.md`` they are ``themes/health/2.md`` …
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """How many items a page has; the ``first`` one may have another number, 0 stands for the same."""

    size: int
    first: int = 0

    def pages(self, total: int) -> int:
        """How many pages ``total`` items take: at least one.

        >>> [Paging(50).pages(total) for total in (0, 50, 51)], Paging(200, first=50).pages(251)
        ([1, 1, 2], 3)
        """
        rest = max(total - (self.first or self.size), 0)
        return 1 + -(-rest // self.size)

    def bounds(self, number: int) -> tuple[int, int]:
        """Where the items of page ``number``, from 1, begin and end in the list, end not included.

        >>> Paging(200, first=50).bounds(1), Paging(200, first=50).bounds(2)
        ((0, 50), (50, 250))
        """
        first = self.first or self.size
        if number <= 1:
            return 0, first
        start = first + (number - 2) * self.size
        return start, start + self.size

    def page_of(self, at: int) -> int:
        """The page on which the item at the position ``at``, from 0, stands.

        >>> [Paging(200, first=50).page_of(at) for at in (0, 49, 50, 249, 250)]
        [1, 1, 2, 2, 3]
        """
        return self.pages(at + 1)

    def cut(self, items: tuple[T, ...], number: int) -> tuple[T, ...]:
        """The items of page ``number``; none where there is no such page.

        Law: the pages 1 to ``pages(len(items))`` put together are the items.
        """
        start, end = self.bounds(number)
        return items[start:end]


@dataclass(frozen=True, slots=True)
class Parts:
    """A list of which the newest items stand on page 1 and the older ones, ``size`` at a time, on the others.

    Page 2 has the oldest items, page 3 those after them: while new items come in front, a page once full
    never changes. Page 1 has at least ``first`` items, where there are so many, and ``size`` more at most.
    """

    size: int
    first: int

    def pages(self, total: int) -> int:
        """How many pages ``total`` items take: at least one.

        >>> [Parts(200, first=20).pages(total) for total in (0, 219, 220, 420)]
        [1, 1, 2, 3]
        """
        return 1 + max(total - self.first, 0) // self.size

    def cut(self, items: tuple[T, ...], number: int) -> tuple[T, ...]:
        """The items of page ``number``, of ``items`` from the newest on; none where there is no such page.

        Law: page 1 and then the others from the last to page 2, put together, are the items.

        >>> [Parts(2, first=1).cut(tuple("edcba"), page) for page in (1, 2, 3, 4)]
        [('e',), ('b', 'a'), ('d', 'c'), ()]
        """
        total, pages = len(items), self.pages(len(items))
        if number > pages:
            return ()
        end = total - (number - 2) * self.size
        return items[: total - (pages - 1) * self.size] if number <= 1 else items[end - self.size : end]

    def page_of(self, at: int, total: int) -> int:
        """The page of the item at the position ``at`` from the newest, of ``total``.

        >>> [Parts(2, first=1).page_of(at, 5) for at in range(5)]
        [1, 3, 3, 2, 2]
        """
        from_oldest = (total - 1 - at) // self.size
        return from_oldest + 2 if from_oldest + 1 < self.pages(total) else 1


REPORTS, TERMS = Paging(50), Paging(300)
"""How many reports a page of a list names, and how many terms one of the glossary's index."""

REPORTS_INDEX, GLOSSARY_INDEX = "reports/index.md", "glossary/index.md"
"""The first pages of these lists, from docs/."""


def page_path(path: str, number: int) -> str:
    """The page ``number`` of the list whose first page is ``path``, with the same suffix if it has one.

    >>> page_path("themes/health.md", 1), page_path("themes/health.md", 2)
    ('themes/health.md', 'themes/health/2.md')
    """
    stem, dot, suffix = path.rpartition(".")
    if number <= 1:
        return path
    return f"{stem}/{number}.{suffix}" if dot else f"{path}/{number}"
