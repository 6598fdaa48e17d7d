"""English as readers see it: without the signs of Markdown and the notes that are not shown."""

from __future__ import annotations

import html
import re

from build_scripts.publish.reading import without_notes

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_TICKS = re.compile(r"`+")
_EMPHASIS = re.compile(r"(?<!\\)\*+(?=\S)|(?<=[^\s\\])\*+|(?<![\\\w])_+(?=\S)|(?<=[^\s\\])_+(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = re.compile(r"[\\*_`\[&<]")
_ADDRESS = re.compile(
    r"<?(?:(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]”’\"']|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?"
)


def shown(english: str) -> str:
    """The text of a unit as a page shows it, line breaks kept; an address is only the word “address”.

    It follows :mod:`build_scripts.publish.english`, which makes HTML of the same text, but for stars and
    underscores beside a word, which are always taken for emphasis: no check looks at them.

    >>> shown("*One* [two](a.md) 1\\\\. &amp;quot;three&amp;quot; <!-- ask B. -->")
    'One two 1. &quot;three&quot; '
    """
    if _SIGNS.search(english):
        english = without_notes(english)
        english = _LINK.sub(r"\1", english)
        english = _without_ticks(english) if "`" in english else english
        english = _EMPHASIS.sub("", english)
        english = html.unescape(_ESCAPED.sub(r"\1", english))
    if "@" not in english and "://" not in english and "www." not in english:
        return english
    return _ADDRESS.sub("address", english)


def _without_ticks(text: str) -> str:
    """``text`` without the backticks around code: a run of them and the next run of the same length."""
    runs = list(_TICKS.finditer(text))
    ends: dict[int, list[int]] = {}
    for number in reversed(range(len(runs))):
        ends.setdefault(len(runs[number].group()), []).append(number)
    dropped: set[int] = set()
    number = 0
    while number < len(runs):
        later = ends[len(runs[number].group())]
        while later and later[-1] <= number:
            later.pop()
        if later:
            dropped |= {number, later[-1]}
            number = later[-1]
        number += 1
    kept = iter(range(len(runs)))
    return _TICKS.sub(lambda found: "" if next(kept) in dropped else found.group(), text)
