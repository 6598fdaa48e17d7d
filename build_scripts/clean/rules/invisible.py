"""Invisible characters: control, zero-width, private-use and direction characters, which say nothing.

Extraction leaves them between characters; no search finds a word with one inside. They belong to the span of
their piece, not to its text.
"""

from __future__ import annotations

import re

from build_scripts.clean.blocks import Draft
from build_scripts.model import Finding
from build_scripts.offsets import text_of

CODE = "C006"

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]"
)


def visible(text: str) -> str:
    """``text`` without such characters.

    Example:
        >>> visible("乡\u200b村")
        '乡村'
    """
    # All of them are unprintable; few lines have other characters that are, such as a wide space.
    return text if text.isprintable() else _INVISIBLE.sub("", text)


def report_invisible(draft: Draft) -> Draft:
    """The draft with a finding for each block that has such characters in the document."""
    if not _INVISIBLE.search(draft.text):
        return draft
    findings = []
    for block in draft.blocks:
        raw = text_of(draft.text, block.spans)
        if (count := len(raw) - len(visible(raw))) > 0:
            message = f"{count} invisible or control characters left out"
            findings.append(Finding(CODE, message, block.spans[:1]))
    return draft.report(*findings)
