"""The faults that files of the exchange with translators' tools can have."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

UNREADABLE = Code(
    "T070",
    "unreadable-exchange-file",
    Severity.ERROR,
    """A file to import cannot be read; nothing of it was written.

    Example: an XLIFF file that was cut off, a CSV file without the columns `address` and `en`, a PO file with
    an unclosed quotation mark. The line is where reading stopped.

    What to do: save the file anew from the tool, as PO, XLIFF 1.2, TMX 1.4, CSV or JSON Lines in UTF-8. Other
    files of the same import are not held up.""",
)
ENGLISH_CHANGED = Code(
    "T071",
    "english-changed-meanwhile",
    Severity.ERROR,
    """The English was changed in the file and, since the export, on the page as well. The page was kept.

    Example: you exported, somebody mended the paragraph on the code host, and the file brings another
    wording. The message quotes both. The same wording on both sides is no conflict.

    What to do: put on the page what is right; or import again with `--theirs`, which takes the file's version
    in all such places.""",
)
CHINESE_CHANGED = Code(
    "T072",
    "chinese-changed-meanwhile",
    Severity.ERROR,
    """The Chinese that the file translates is not the Chinese of that place of the page. The page was kept.

    Example: the source said 12户 at the export and now says 13户; or a column of a spreadsheet was sorted
    without those beside it, so that English stands by the wrong Chinese.

    What to do: translate the Chinese of the page. If the English is right for it as well, import with
    `--theirs`.""",
)
UNIT_NOT_FOUND = Code(
    "T073",
    "unit-not-found",
    Severity.WARNING,
    """A row of the file has English for Chinese that stands on no page.

    Example: the paragraph was deleted from the source after the export, or the row is from another project.

    What to do: nothing, if the paragraph is gone for good. The English is still in the file.""",
)
UNIT_NOT_UNIQUE = Code(
    "T074",
    "unit-not-unique",
    Severity.WARNING,
    """A row of the file does not say which unit it belongs to, and its Chinese stands in several.

    Example: the tool dropped the address, and 主要做法 is a heading of five reports. Nothing was written.

    What to do: add the address (`REPORT/KEY`, as an export shows it), or put the English on the page
    yourself.""",
)
UNWRITABLE = Code(
    "T075",
    "unwritable-english",
    Severity.ERROR,
    """The English of a row cannot stand on a page; the unit was left as it is.

    Example: it holds a line that would be read as a marker (`<!-- en human -->`) or half of a surrogate pair;
    or the page has a merge conflict.

    What to do: the message says why; change the English in the tool, or mend the page, and import again.""",
)
UNCONFIRMED = Code(
    "T076",
    "unconfirmed-english",
    Severity.WARNING,
    """The tool marks the English of a row as unfinished (fuzzy, needs-translation …). It was not written.

    Example: a tool filled an empty row from its memory and marked it as fuzzy. Such English is nobody's word
    yet and must not pass for a person's.

    What to do: confirm it in the tool. With `--status as-in-file` it goes into empty units as a machine's
    draft. An edited machine draft or stale text is taken in any case: there the mark was ours.""",
)
CONTRADICTING = Code(
    "T077",
    "contradicting-rows",
    Severity.ERROR,
    """Two rows of the files bring different English for the same unit. Neither was written.

    Example: two translators were given the same report and both changed the paragraph.

    What to do: agree on one, and import again.""",
)
TAKEN_AWAY = Code(
    "T078",
    "english-taken-away",
    Severity.INFO,
    """A row that had English comes back empty, or with the Chinese in its place. The page keeps its English.

    Example: a cell was cleared, or the tool copies the source into targets that nobody translated.

    What to do: nothing. To take English away, delete it on the page.""",
)
ENTITY = Code(
    "T079",
    "entity-in-exchange-file",
    Severity.ERROR,
    """An XML file declares entities of its own. It was not read any further, and nothing of it was written.

    Example: `<!DOCTYPE tmx [<!ENTITY a "…">]>`. No translator's tool writes that; such entities can make a
    small file fill the memory, or bring in other files of this machine.

    What to do: find out where the file comes from. If you trust it, replace the entities by their text.""",
)

CODES: tuple[Code, ...] = (
    UNREADABLE,
    ENGLISH_CHANGED,
    CHINESE_CHANGED,
    UNIT_NOT_FOUND,
    UNIT_NOT_UNIQUE,
    UNWRITABLE,
    UNCONFIRMED,
    CONTRADICTING,
    TAKEN_AWAY,
    ENTITY,
)
