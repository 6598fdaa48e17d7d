"""What one report's page says of other pages: its relatives, and the doubts of its cleaning.

``.duizhao/reports/ID.json`` (``duizhao.report/1``). Only the page of that report reads it, so that the data
which every page needs stay small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_scripts.annotate.related import Related
from build_scripts.publish.entity_file import Reference, parse_reference
from build_scripts.publish.review import Review
from build_scripts.publish.tolerant import document, numbers, objects, text

SCHEMA = "duizhao.report/1"


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two reports share: a ``kind`` and its Chinese name.

    The kinds are ``terms``, ``words`` and those of :class:`build_scripts.annotate.entities.Kind`. ``id`` is
    that of a term, else empty; ``thing`` leads to the page of what is neither term nor word.
    """

    kind: str
    zh: str
    id: str = ""
    thing: Reference | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative of a report: its id, and why it is one."""

    id: str
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """``marks`` leads from the anchor of a doubtful paragraph to a line of the page about the cleaning."""

    related: tuple[Relative, ...] = ()
    marks: Mapping[str, int] = field(default_factory=dict)


def report_files(
    related: Mapping[str, tuple[Related, ...]],
    kinds: Mapping[str, Mapping[str, Any]],
    reviews: Mapping[str, Review],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file of each report: its identifier, and its data in the form of the schema.

    Args:
        related: the relatives of every report.
        kinds: what is said of the words that are more than words: the fields of :class:`Shared`.
        reviews: how the texts were cleaned, of the reports that have a page about it.
    """
    for name in sorted(related):
        review = reviews.get(name)
        yield (
            name,
            {
                "schema": SCHEMA,
                "related": [
                    {
                        "id": other.id,
                        "shared": [kinds.get(word, {"kind": "words", "zh": word}) for word in other.reasons],
                    }
                    for other in related[name]
                ],
                "marks": dict(review.marks) if review else {},
            },
        )


def parse_report(source: str) -> ReportData:
    """Read the text of such a file; an empty :class:`ReportData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return ReportData()
    related = (
        Relative(text(item.get("id")), tuple(_shared(found) for found in objects(item.get("shared"))))
        for item in objects(data.get("related"))
    )
    return ReportData(tuple(related), numbers(data.get("marks")))


def _shared(data: Mapping[str, Any]) -> Shared:
    names = text(data.get("kind")), text(data.get("zh")), text(data.get("id"))
    return Shared(*names, parse_reference(data.get("thing")))
