"""English as readers see it: without the signs of Markdown and the notes that are not shown."""

from __future__ import annotations

import html
import re

from build_scripts.publish.reading import without_notes

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_STARS = re.compile(r"(?<![\\*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?!\*)", re.DOTALL)
_UNDERSCORES = re.compile(r"(?<![\\\w])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = re.compile(r"[\\*_`\[&<]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]”’\"']|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def shown(english: str) -> str:
    """The text of a unit as a page shows it, line breaks kept; an address is only the word “address”.

    It follows :mod:`build_scripts.publish.english`, which makes HTML of the same text.

    >>> shown("*One* [two](a.md) 1\\\\. &amp;quot;three&amp;quot; <!-- ask B. -->")
    'One two 1. &quot;three&quot; '
    """
    if _SIGNS.search(english):
        english = without_notes(english)
        english = _LINK.sub(r"\1", english)
        english = _CODE.sub(r"\2", english)
        english = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", english))
        english = html.unescape(_ESCAPED.sub(r"\1", english))
    if "@" not in english and "://" not in english and "www." not in english:
        return english
    return _ADDRESS.sub("address", english)
