"""The faults of a file of corrections, and the note that a correction was applied."""

from __future__ import annotations

from build_scripts.diagnostics import Code, Severity

APPLIED = "C070"
NO_MATCH = "C071"
AMBIGUOUS = "C072"
MALFORMED = "C073"
UNNEEDED = "C074"
UNFULFILLED = "C075"
NO_DOCUMENT = "C076"
JOINED = "C077"
MOVED = "C078"
REMOVED = "C079"

CODES = (
    Code(
        APPLIED,
        "corrected-by-a-person",
        Severity.INFO,
        """A person's correction was applied here: a text kept, replaced, parted, given its role, a finding
        ignored. The message gives the reason.

        Example: "role by a person: 版面上的大标题". To take it back, delete its [[fix]].""",
    ),
    Code(
        NO_MATCH,
        "correction-without-match",
        Severity.ERROR,
        """A correction quotes a text that the raw document does not have, or not so often as its number says.

        Example: text = "旧的句子" after the raw document was extracted anew. The message shows the nearest
        text, if there is one. White space and line breaks do not count. Quote anew, or delete it.""",
    ),
    Code(
        AMBIGUOUS,
        "ambiguous-correction",
        Severity.ERROR,
        """A correction quotes a text that stands in the raw document more than once.

        Example: text = "渌口区". Quote more of the text around it, or say which one: number = 2 (for the
        second quotation of a join or an order: other_number = 2).""",
    ),
    Code(
        MALFORMED,
        "malformed-corrections",
        Severity.ERROR,
        """A file of corrections that cannot be read as one: bad TOML, an unknown key, no reason.

        Example: do = "delete" (it is called remove). The corrections that are in order are applied.""",
    ),
    Code(
        UNNEEDED,
        "unneeded-correction",
        Severity.WARNING,
        """A correction without which the document comes out the same: the rules have learnt it, or the
        document was mended. Of an ignore: there was no such finding.

        Example: remove for a line that is recognised as site furniture by now. Delete the [[fix]].""",
    ),
    Code(
        UNFULFILLED,
        "unfulfilled-correction",
        Severity.ERROR,
        """A correction that the result does not show: another one contradicts it, or it asks for something
        that cannot be.

        Example: remove and keep for one line; a piece moved behind itself; two halves joined in both
        directions. Delete one of them. If it contradicts no other, please report it with the document.""",
    ),
    Code(
        NO_DOCUMENT,
        "corrections-without-document",
        Severity.WARNING,
        """A file of corrections that belongs to no raw document, or to two, so that it is not applied.

        Example: a.fixes.toml where the document is called b.txt, or beside a.txt and a.html. Rename it; where
        two documents share the name, write the whole of it: a.txt.fixes.toml.""",
    ),
    Code(
        JOINED,
        "joined-by-a-person",
        Severity.INFO,
        """Two halves are one paragraph because a person says so; the message gives the reason.

        Example: "join by a person: 原报同一段". To take it back, delete its [[fix]].""",
    ),
    Code(
        MOVED,
        "moved-by-a-person",
        Severity.INFO,
        """A piece stands where a person has put it; the message gives the reason.

        Example: "order by a person: 原报在第二节之后". To take it back, delete its [[fix]].""",
    ),
    Code(
        REMOVED,
        "removed-by-a-person",
        Severity.INFO,
        """A text is not published because a person says so; the message gives the reason.

        Example: "remove by a person: 与正文无关". To take it back, delete its [[fix]].""",
    ),
)
