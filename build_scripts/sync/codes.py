"""The faults that a report page can have: T for its translation, P for the page itself."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "T001",
        "untranslated-block",
        Severity.INFO,
        """Blocks of the page have no English yet.

        Example: nothing stands below `<!-- en todo -->`. One line is printed for each page, with the number
        of such blocks and the first of them; the title and the subtitle count too.

        What to do: write the English below the marker (or after `title_en:`) and save; the marker changes
        to `human` by itself. Or have a machine fill in what is missing.""",
    ),
    Code(
        "T002",
        "stale-english",
        Severity.WARNING,
        """The Chinese changed after this English was written.

        Example: the source said 12户 and now says 13户. The page shows the new Chinese, the old Chinese below
        `<!-- was … -->`, and the English of the old under `<!-- en stale … -->`.

        What to do: mend the English and save. If it is right as it is, write `<!-- en human -->` in place of
        the stale marker. The old Chinese goes at the next build either way. In it ~~struck~~ is what went and
        **bold** what is new.""",
    ),
    Code(
        "T003",
        "orphan-english",
        Severity.WARNING,
        """The Chinese of this English is no longer in the source.

        Example: a paragraph was deleted, or changed so much that it was not recognised. The English stands
        below `<!-- orphans -->` at the end of the page and is not published.

        What to do: move what is still of use to its new place, then delete the unit from its `zh` marker on.
        If the Chinese comes back, here or in another report, its English goes to it by itself.""",
    ),
    Code(
        "T004",
        "edited-chinese",
        Severity.WARNING,
        """Somebody changed the Chinese on the page; the program put the source's back.

        Example: a wrong character was mended in docs/reports/ID.md. The Chinese of a page is written anew
        from source_articles/ at each build.

        What to do: make the correction in the raw document. English that stood
        inside the quotation is kept below it.""",
    ),
    Code(
        "T005",
        "suggested-english",
        Severity.INFO,
        """English that may fit is offered in a comment below a block that has none.

        Example: the same paragraph stands in another report, translated; or the English of a paragraph that
        went was for Chinese much like this. The comment begins `<!-- suggested 1a2b3c4d from …`, says from
        where and how near, and shows Chinese that is not the same with what went and what is new.

        What to do: if it fits, delete the first line of the comment and the last (`-->`), the old Chinese
        too, and mend the rest. Otherwise write your own below the comment, which goes at the next build.""",
    ),
    Code(
        "T006",
        "edited-suggestion",
        Severity.WARNING,
        """Somebody wrote into the comment of a suggestion. There it is not published.

        Example: the English between `<!-- suggested …` and `-->` was mended, but stands in the comment.
        The program leaves such a comment alone and offers nothing else.

        What to do: delete the first line and the last (`-->`) of the comment; or delete it as a whole.""",
    ),
    Code(
        "T007",
        "moved-english",
        Severity.INFO,
        """The English of a paragraph came with its Chinese from another page.

        Example: a report was split in two, or two became one. The Chinese is the same, letter for letter;
        status, exceptions and notes came along. From a page whose report is gone the English is copied, and
        that page stays as it is.

        What to do: nothing. To go back, move the English by hand: it is a person's then.""",
    ),
    Code(
        "P001",
        "malformed-marker",
        Severity.WARNING,
        """A comment looks like a marker but is none, or is out of place; it stays ordinary text.

        Example: `<!-- en machin -->`, `<!-- zh -->`, a second `en` marker in one unit, an `en` marker with no
        `zh` marker before it, an exception without a reason, an unreadable `title_mark`.

        What to do: correct the line. Markers stand alone on their line:
        `<!-- zh 9f2c1a7e paragraph -->`, `<!-- en human -->`.""",
    ),
    Code(
        "P002",
        "merge-conflict",
        Severity.ERROR,
        """Git left a conflict in the page. The page is not touched until it is resolved.

        Example: a line that begins with `<<<<<<< HEAD`.

        What to do: keep the right version, delete the three lines of signs, build again.""",
    ),
    Code(
        "P003",
        "malformed-front-matter",
        Severity.ERROR,
        """The block between the lines `---` at the head of the page cannot be read. The page is not touched.

        Example: `title_en: Roads: a report` (a value with a colon and a space must be quoted), the same key
        twice, no closing `---`, a date such as 2021-13-45.

        What to do: put the value in quotation marks: `title_en: "Roads: a report"`.""",
    ),
    Code(
        "P004",
        "page-without-source",
        Severity.WARNING,
        """No report in source_articles/ belongs to this page. It is left as it is.

        Example: the raw document was deleted, or replaced by one with other contents; the page was copied, or
        its report became part of another, whose page is named then.

        What to do: bring the document back, or delete the page if it is not to be published any more. English
        of Chinese that stands in another report was copied there (T007) or is offered there (T005).""",
    ),
    Code(
        "P005",
        "duplicate-id",
        Severity.WARNING,
        """Two pages carry the same `id` in their front matter.

        Example: a page was copied. The ID of a page is its file name without `.md`; the program corrects the
        front matter of each page that belongs to a report.

        What to do: delete the copy.""",
    ),
    Code(
        "P006",
        "unclosed-code-fence",
        Severity.WARNING,
        """A line opens a code block that is not closed before the next unit of the page.

        Example: a line that begins with three backticks. For the program it is ordinary text, so that it
        cannot swallow the units after it; other programs may show the rest of the page as code.

        What to do: close the block, or put a backslash before the first sign.""",
    ),
    Code(
        "P007",
        "english-would-be-lost",
        Severity.ERROR,
        """Writing this page would have lost a line of English, so it was not written.

        The program checks its own work in every build. This is a fault of the program, not of the page.
        Example: `docs/reports/yunxi.md:0: P007 not written: Yunxi built roads.` names the first such line.

        What to do: report it, with the page and the raw document.""",
    ),
)
