"""The faults that are found when the pages are put together; P020 and up, the page's own are in sync."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

UNKNOWN_THEME = Code(
    "P020",
    "unknown-theme",
    Severity.WARNING,
    """The front matter of a report names a theme for which there is no file.

Example: `themes: [jiceng-dangjian, helth]`, and docs/themes/helth.md does not exist. The other themes of the
list count; if none is left, the report gets its themes from its vocabulary.

What to do: correct the name, or write the file of the theme.""",
)

CODES: tuple[Code, ...] = (UNKNOWN_THEME,)
