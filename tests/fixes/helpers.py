"""Documents to correct, and corrections that quote a stretch of them by its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_scripts.fixes.model import Action, Fix
from build_scripts.model import Role, SourceText, Span
from build_scripts.offsets import Quotations, text_of

ROOT = Path(__file__).resolve().parent.parent.parent


def documents() -> Iterator[tuple[str, SourceText]]:
    """The samples and the raw texts of all cases of cleaning, each with a name."""
    for path in sorted((ROOT / "source_articles").glob("*.txt")):
        yield path.stem, SourceText(path.name, path.read_text(encoding="utf-8"), "utf-8", "")
    for path in sorted((ROOT / "tests" / "clean" / "cases").glob("*.txt")):
        for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            name, _, rest = part.partition("\n")
            raw = rest.partition("\n---\n")[0]
            yield f"{path.stem}: {name}", SourceText("case.txt", raw, "utf-8", "")


def quoting(text: str, span: Span) -> tuple[str, int]:
    """The characters of ``span`` as a quotation, and which of its places that is."""
    quoted = text_of(text, (span,))
    places = Quotations(text).find(quoted)
    return quoted, next(n for n, (_, end) in enumerate(places, 1) if end > span[0])


def fix_at(
    text: str,
    action: Action,
    span: Span,
    other: Span | None = None,
    *,
    role: Role | None = None,
    printed: str = "",
    report: bool = False,
    before: bool = False,
    line: int = 1,
) -> Fix:
    """A correction that quotes ``span``, and ``other`` if it takes two."""
    quoted, number = quoting(text, span)
    second, second_number = quoting(text, other) if other else (printed, 0)
    return Fix(
        line,
        action,
        "原报如此",
        quoted,
        second,
        role,
        before,
        report,
        number=number,
        other_number=second_number,
    )
