"""The one map from cleaning codes to rules. A number is never used twice, not even for a rule long gone."""

from __future__ import annotations

from types import ModuleType

from build_scripts.clean.rules import (
    broken_paragraph,
    columns,
    compatibility,
    cut_report,
    distant_half,
    duplicate,
    extraction_note,
    furniture,
    gap,
    half_width,
    hard_wrap,
    imprint,
    link_list,
    ornament,
    outside,
    page_furniture,
    page_number,
    placeholder,
    reader_appeal,
    recurring,
    spacing,
    stray_latin,
    unknown_division,
)
from build_scripts.diagnostics import Code, Severity
from build_scripts.split import picture_list, sections


def _code(module: ModuleType, name: str, severity: Severity) -> Code:
    """The code of a rule, explained by its module's docstring."""
    return Code(module.CODE, name, severity, module.__doc__ or "")


CODES = (
    _code(broken_paragraph, "broken-paragraph", Severity.INFO),
    _code(distant_half, "distant-half", Severity.WARNING),
    Code(
        "C014",
        "heading-in-several-lines",
        Severity.INFO,
        """A heading or a title was set in two lines, or its number on a line of its own; made one.

        Example: 窗口前面 and below it 不排队, or 一 and below it 修路先修心. Lines with a blank line between
        them are one heading only where the report sets several of its headings so.""",
    ),
    _code(gap, "gap", Severity.WARNING),
    _code(hard_wrap, "hard-wrapped-lines", Severity.INFO),
    _code(duplicate, "duplicate", Severity.INFO),
    _code(furniture, "site-furniture", Severity.INFO),
    _code(page_furniture, "page-furniture", Severity.INFO),
    _code(page_number, "page-number", Severity.INFO),
    _code(placeholder, "placeholder", Severity.INFO),
    _code(ornament, "ornament", Severity.INFO),
    _code(outside, "outside-the-article", Severity.INFO),
    _code(reader_appeal, "appeal-to-the-reader", Severity.INFO),
    _code(extraction_note, "extraction-note", Severity.INFO),
    _code(imprint, "site-imprint", Severity.INFO),
    _code(link_list, "link-list", Severity.INFO),
    _code(recurring, "recurring-line", Severity.INFO),
    _code(sections, "sections-out-of-order", Severity.INFO),
    Code(
        "C041",
        "section-numbers-incomplete",
        Severity.WARNING,
        """Section numbers that are not 1 to n each once: a section is missing, doubled or misnumbered.

        Example: 一、 三、 四、 without 二、. Look for the missing one in the original. Sections whose numbers
        differ are put in ascending order all the same; with a number twice they stay as they stand.""",
    ),
    Code(
        "C042",
        "displaced-passage",
        Severity.INFO,
        """A passage stood at another place of the file than it has in the report.

        Example: the sections 二 and 三, then headline, by-line and introduction, then section 一: the
        introduction belongs before the sections. It is put first.""",
    ),
    _code(columns, "columns-out-of-order", Severity.INFO),
    _code(cut_report, "report-cut-by-another", Severity.WARNING),
    _code(picture_list, "caption-list", Severity.INFO),
    _code(half_width, "half-width-punctuation", Severity.INFO),
    _code(stray_latin, "stray-latin-word", Severity.INFO),
    _code(spacing, "space-inside-chinese", Severity.INFO),
    _code(compatibility, "compatibility-character", Severity.INFO),
    _code(unknown_division, "unknown-division", Severity.WARNING),
)
