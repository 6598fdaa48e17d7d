"""The faults that splitting a document into reports can find."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity
from build_scripts.split import facts

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
        facts.CODE,
        "facts-from-markup",
        Severity.INFO,
        facts.__doc__ or "",
    ),
    Code(
        "S003",
        "displaced-headline",
        Severity.INFO,
        """The headline stood after or inside the body, where the extraction ran across its columns.

        Example: two body columns, then the title and the by-line, then the rest. It is moved to the head.
        In the same way a deck (——清江县茶产业纪实) that stood above its title is put below it.""",
    ),
    Code(
        "S004",
        "displaced-metadata",
        Severity.INFO,
        """A by-line, date or source line stood elsewhere than the page shows it: below the title.

        Example: 来源：清江发布 above the headline, or □ 记者 文溪 between two columns of the body. Lines
        below the last paragraph stay there.""",
    ),
    Code(
        "S005",
        "headline-in-other-report",
        Severity.INFO,
        """A headline stood inside a sentence of one report and is that of the next, which has none.

        Example: the first report has title, deck and by-line; in its third paragraph stands 窗口前面不排队,
        and the report below it begins with nothing but a by-line. If the program guessed wrongly, move the
        line in the raw document.""",
    ),
)
