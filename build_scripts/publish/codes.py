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

FOREIGN_PAGE = Code(
    "P021",
    "foreign-page-in-the-way",
    Severity.WARNING,
    """A file that the program did not write stands where a page that it makes would go.

The pages in docs/cleaning/, docs/terms/, docs/places/, docs/documents/, docs/organisations/, docs/formulas/
and docs/offices/ (but for their index.md) and the further pages of lists (docs/themes/ID/2.md) are the
program's and say so: each holds its marker (`<!-- cleaning ID -->`), or the note that the program makes it,
on a line of its own. A file without it is somebody's, and is neither overwritten nor deleted.

Example: docs/cleaning/yunxi.md, written by hand. The report yunxi then has no page about its cleaning.

What to do: move the file to another folder.""",
)

CODES: tuple[Code, ...] = (UNKNOWN_THEME, FOREIGN_PAGE)
