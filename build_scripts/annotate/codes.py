"""The codes of this stage: faults in the glossary and in the theme files, which people write by hand."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

MALFORMED_ENTRY = Code(
    "A001",
    "malformed-glossary-entry",
    Severity.WARNING,
    """An entry of a glossary file cannot be read as it stands.

The heading is empty or only punctuation, the field `en` is missing or empty, a field is unknown, given
twice, without its `- ` or below the explanation, variants are parted by commas, `kind` is none of term,
organisation, campaign, office, or a block of code never ends. An entry without a heading or without `en` is
left out; any other fault costs only the field. All other entries work.

Example:

    ## 一肩挑

    - eng: holding both posts

Cure: write the field as `- en: holding both posts`, one field a line, directly below the heading.""",
)

DUPLICATE_TERM = Code(
    "A002",
    "duplicate-term",
    Severity.WARNING,
    """The same Chinese expression is a term or a variant more than once.

A text can be linked to one entry only: the first one counts, in the order of the file names and lines. A
second entry with the same heading is left out; a second variant is dropped from its entry.

Example: `## 空壳村` in one file, and `- variants: 空壳村` below another heading.

Cure: keep one of the two, and name the other entry in `see`.""",
)

MALFORMED_THEME = Code(
    "A003",
    "malformed-theme-file",
    Severity.WARNING,
    """A theme file cannot be read as it stands.

The front matter is missing or is no YAML, `title` or `title_en` is missing, `keywords` is no list, or a
keyword is empty, given twice, or has a weight that is no number above 0. Without a usable front matter the
theme is left out; a single bad keyword costs only that keyword.

Example:

    keywords:
      - 村集体经济: many

Cure: write `- 村集体经济: 2`, or `- 村集体经济` for the weight 1.""",
)

UNKNOWN_REFERENCE = Code(
    "A004",
    "unknown-cross-reference",
    Severity.WARNING,
    """An entry refers in `see` to an expression that is neither a term nor a variant of the glossary.

The reference is shown as plain text, without a link.

Example: `- see: 两委会`, while the entry is called 两委.

Cure: write the heading of the other entry exactly, or add the entry.""",
)

MISSING_EXPLANATION = Code(
    "A005",
    "missing-explanation",
    Severity.INFO,
    """An entry lacks its explanation in Chinese or in English.

The term is still found and linked; the reader sees only its English rendering. A paragraph counts as
Chinese when it has at least as many Chinese characters as Latin letters.

Example: an entry whose last line is `- en: holding both posts`.

Cure: add a paragraph in each language below the fields.""",
)

MISSING_MARKER = Code(
    "A006",
    "missing-glossary-marker",
    Severity.WARNING,
    """A file of the glossary has entries but no line `<!-- glossary -->`.

The terms are found in reports all the same, but the page is published as plain Markdown: its entries get no
pinyin and no list of the reports that mention them. The file index.md needs no marker; it holds no entries.

Example: a file that begins with `## 一肩挑` directly below its front matter.

Cure: put `<!-- glossary -->` on a line of its own before the first entry.""",
)

MALFORMED_PINYIN = Code(
    "A007",
    "malformed-pinyin",
    Severity.WARNING,
    """The field `pinyin` holds something that is no pinyin with tone marks, or not that of the heading.

Allowed are Latin letters with or without a tone mark, ü, the apostrophe, the hyphen, spaces, digits, the
comma, the plus sign and quotation marks; there is one syllable for each character, a reading that the
character has. The pinyin is then made by the program.

Example: `- pinyin: yi1 jian1 tiao1`, or `- pinyin: yī jiān` below 一肩挑.

Cure: `- pinyin: yī jiān tiāo`; leave the field out where the program's own pinyin is right.""",
)

NOT_UTF8 = Code(
    "A008",
    "not-utf-8",
    Severity.ERROR,
    """A glossary or theme file is not UTF-8, so that none of it can be used.

Example: docs/glossary/governance.md saved in GB18030 by an editor.

Cure: save the file as UTF-8.""",
)

CODES: tuple[Code, ...] = (
    MALFORMED_ENTRY,
    DUPLICATE_TERM,
    MALFORMED_THEME,
    UNKNOWN_REFERENCE,
    MISSING_EXPLANATION,
    MISSING_MARKER,
    MALFORMED_PINYIN,
    NOT_UTF8,
)
