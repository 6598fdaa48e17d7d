"""What one report's page says of other pages: its relatives, and the doubts of its cleaning.

``.duizhao/reports/ID.json`` (``duizhao.report/1``). Only the page of that report reads it, so that the data
which every page needs stay small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_scripts.annotate.related import Related
from build_scripts.publish.review import Review
from build_scripts.publish.tolerant import document, numbers, objects, text

SCHEMA = "duizhao.report/1"


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two reports share: a ``kind`` (term, place, document, word) and its Chinese name.

    ``id`` is that of the term, else empty.
    """

    kind: str
    zh: str
    id: str = ""


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
    kinds: Mapping[str, tuple[str, str]],
    reviews: Mapping[str, Review],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file of each report: its identifier, and its data in the form of the schema.

    Args:
        related: the relatives of every report.
        kinds: the kind and the term's id of the words that are more than words; see :class:`Shared`.
        reviews: how the texts were cleaned, of the reports that have a page about it.
    """
    for name in sorted(related):
        review = reviews.get(name)
        yield (
            name,
            {
                "schema": SCHEMA,
                "related": [
                    {"id": other.id, "shared": [_shared(word, kinds) for word in other.reasons]}
                    for other in related[name]
                ],
                "marks": dict(review.marks) if review else {},
            },
        )


def _shared(word: str, kinds: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    kind, term = kinds.get(word, ("word", ""))
    return {"kind": kind, "zh": word, **({"id": term} if term else {})}


def parse_report(source: str) -> ReportData:
    """Read the text of such a file; an empty :class:`ReportData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return ReportData()
    related = (
        Relative(
            text(item.get("id")),
            tuple(
                Shared(text(found.get("kind")), text(found.get("zh")), text(found.get("id")))
                for found in objects(item.get("shared"))
            ),
        )
        for item in objects(data.get("related"))
    )
    return ReportData(tuple(related), numbers(data.get("marks")))
