"""What MkDocs has to be told of a page that is kept, in the least of memory: of all pages it is held at once.

MkDocs looks at anchors and links when the last page is written, to say which lead nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, cast

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from build_scripts.publish.kept_pages import Facts

_NO_CONTENTS = TableOfContents([])


@dataclass(frozen=True, slots=True)
class Told:
    """Of :class:`Facts` what they have of the page itself.

    ``anchors`` and ``links`` are those of the facts, each as JSON and a line of one text.
    """

    mark: str
    key: str
    title: str | None
    anchors: str
    links: str

    @classmethod
    def of(cls, facts: Facts) -> Told:
        """Without what the page depends on, which is as long as its text."""
        return cls(facts.mark, facts.key, facts.title, _lines(facts.anchors), _lines(facts.links))

    def tell(self, page: Page, files: Files) -> None:
        """Let ``page`` be as if it had been rendered, but for its content."""
        empty(page)
        page._title_from_render = self.title
        page.present_anchor_ids = cast(Any, _Anchors(self.anchors))
        page.links_to_anchors = cast(Any, _Links(self.links, files))


def empty(page: Page) -> None:
    """Let ``page`` have no content."""
    page.content, page.toc = "", _NO_CONTENTS


def _lines(values: Iterable[object]) -> str:
    """``values`` as JSON, each between the ends of two lines."""
    return "".join(["\n", *(f"{json.dumps(value)}\n" for value in values)])


class _Anchors(Set[str]):
    """The anchors of a page."""

    __slots__ = ("_lines",)

    def __init__(self, lines: str) -> None:
        self._lines = lines

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Any:
        return frozenset(it)  # what two of these have in common

    def __contains__(self, anchor: object) -> bool:
        return f"\n{json.dumps(anchor)}\n" in self._lines

    def __iter__(self) -> Iterator[str]:
        return map(json.loads, self._lines.splitlines()[1:])

    def __len__(self) -> int:
        return self._lines.count("\n") - 1


class _Links(Mapping[File, Mapping[str, str]]):
    """For each file that a page links to, the anchors there, each with the link as it was written."""

    __slots__ = ("_files", "_lines")

    def __init__(self, lines: str, files: Files) -> None:
        self._lines, self._files = lines, files

    def _read(self) -> dict[File, dict[str, str]]:
        found: dict[File, dict[str, str]] = {}
        for target, anchor, written in map(json.loads, self._lines.splitlines()[1:]):
            if (file := self._files.get_file_from_path(target)) is not None:
                found.setdefault(file, {})[anchor] = written
        return found

    def __getitem__(self, file: File) -> Mapping[str, str]:
        return self._read()[file]

    def __iter__(self) -> Iterator[File]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __bool__(self) -> bool:
        return len(self._lines) > 1

    def items(self) -> Any:
        """As of any mapping: read once."""
        return self._read().items()
