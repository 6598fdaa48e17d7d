"""The faults of a raw document as a whole: its file, its bytes, its characters, its account (Law 1)."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

CODES = (
    Code(
        "C000",
        "broken-account",
        Severity.ERROR,
        """A rule of the program lost characters of the document or claimed them twice (Law 1).

        Example: "12 characters lost, from line 40". That is a fault of the program and never of the
        document, which is left out until it is mended. Please report it with the file; the message names
        the characters and the line.""",
    ),
    Code(
        "C001",
        "not-text",
        Severity.ERROR,
        """The file is not text: an image, a PDF, a spreadsheet or an archive with the wrong name.

        Example: a scan saved as report.txt. Extract its text first and put the text file here; the other
        files of the folder are built without it.""",
    ),
    Code(
        "C002",
        "empty-file",
        Severity.WARNING,
        """The file holds nothing but white space, so no report comes of it.

        Example: an extraction that failed and left a file of 0 bytes. Extract again or delete the file.""",
    ),
    Code(
        "C003",
        "unreadable-file",
        Severity.ERROR,
        """The file cannot be opened: it is missing, is a folder, or may not be read by this user.

        Example: source_articles/a.txt with the rights 000. Correct the name or the rights.""",
    ),
    Code(
        "C004",
        "no-chinese",
        Severity.WARNING,
        """The document has hardly any Han characters, so it is not a Chinese report and gives no page.

        Example: an English press release. Keep it elsewhere; all its characters are recorded as removed.""",
    ),
    Code(
        "C005",
        "other-encoding",
        Severity.INFO,
        """The file is not UTF-8; its encoding was recognised by its bytes and is stated.

        Example: a page saved in GB18030. Nothing need be done; to be sure convert it to UTF-8.""",
    ),
    Code(
        "C006",
        "control-character",
        Severity.WARNING,
        """The text has characters that no report is written with: NUL, escape, private use, zero width.

        Example: 乡村\\x00振兴. They are left out of the published text but stay in the account.""",
    ),
    Code(
        "C007",
        "undecodable-bytes",
        Severity.ERROR,
        """No encoding fits the bytes: UTF-8, UTF-16, GB18030 and Big5 were tried, and each meets bytes that
        it does not know. Or an encoding was named for the file, and does not fit it.

        Example: a file cut in the middle of a character, or two encodings pasted into one file. Save it
        again as UTF-8; it is left out until then.""",
    ),
    Code(
        "C008",
        "unknown-file-type",
        Severity.WARNING,
        """A file in source_articles/ is of a kind that is not read, and is passed over.

        Example: report.docx. Save it as text (*.txt, UTF-8), a web archive (*.mhtml) as HTML; put
        pictures and the like elsewhere.""",
    ),
    Code(
        "C015",
        "charset-conflict",
        Severity.WARNING,
        """A web page is not in the charset that it declares, or a text does not look like the encoding that
        a person named for it.

        Example: <meta charset="gb2312"> in a page that a browser saved as UTF-8. The bytes decide over a
        declaration, a person over the bytes; look at the result, and name the encoding with --encoding or
        `encoding = "big5"` in NAME.fixes.toml if it is wrong.""",
    ),
    Code(
        "C016",
        "broken-bytes",
        Severity.WARNING,
        """A few bytes of a web page fit no character of its encoding; � stands for each, as in a browser.

        Example: a system that cut a summary in the middle of a character. Put the characters in if they
        belong to the report.""",
    ),
    Code(
        "C009",
        "not-chinese",
        Severity.INFO,
        """A line of a document that is no Chinese report (C004); it is recorded as removed.

        Example: each line of an English press release.""",
    ),
)
