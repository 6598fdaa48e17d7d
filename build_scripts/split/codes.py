"""The faults that splitting a document into reports can find."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

CODES = (
    Code(
        "S001",
        "several-reports",
        Severity.INFO,
        """The file holds several reports; each becomes a page of its own.

        A new report is recognised by its head (a by-line, a marked title, a deck, a dateline) after the
        body of another. Example: the page of a newspaper with three stories. Nothing need be done.""",
    ),
    Code(
        "S002",
        "missing-title",
        Severity.WARNING,
        """No line of the report can be its title.

        Example: a story that begins with 本报3月2日讯. Write the title into the page's front matter
        (title:); the program keeps it, because the source has none.""",
    ),
    Code(
        "S003",
        "displaced-headline",
        Severity.INFO,
        """The headline stood after or inside the body, where the extraction ran across its columns.

        Example: two body columns, then the title and the by-line, then the rest. It is moved to the head.""",
    ),
)
