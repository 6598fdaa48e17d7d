"""The faults of a project's pages as files: their names, their encoding, two sources for one."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "P008",
        "report-in-two-sources",
        Severity.WARNING,
        """Two raw documents hold the same report, word for word. Each gets a page.

        Example: three-reports.txt and a copy of it under another name. The page that was there first stays
        with the document that its `source:` names.

        What to do: delete one of the two raw documents, and the page that comes of it.""",
    ),
    Code(
        "P009",
        "unusable-page-name",
        Severity.ERROR,
        """The name of a page's file cannot be its ID. The page is not touched until it is renamed.

        Example: `my page.md`. An ID stands in addresses and markers: letters of any script, digits, hyphens,
        underscores and points, no spaces.

        What to do: rename the file, for instance to `my-page.md`.""",
    ),
    Code(
        "P010",
        "page-not-utf-8",
        Severity.ERROR,
        """A report page is not UTF-8. It is neither changed nor published until it is.

        Example: an editor saved the page in GB18030 or UTF-16.

        What to do: save it as UTF-8. Nothing of it is lost meanwhile.""",
    ),
)
