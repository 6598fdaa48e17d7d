r"""Characters that a format cannot hold, or that tools change, written so that they come back.

XML has no way at all to write a form feed, and several tools end a line at U+2028 or drop a byte-order mark
inside of a text. Such a character is written as its number in brackets that are found in no ordinary text,
``⟦U+000C⟧``: visible to the translator, who can keep it or delete it.

Law: ``unshown(shown(text)) == text`` for any text.
"""

from __future__ import annotations

import re

# Controls but for tab and line feed, the line ends of Unicode, the byte-order mark, what turns the direction
# of the text that follows, halves of surrogate pairs, and what is no character. The bracket itself only where
# it would begin such a number.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]|\u27e6(?=U\\+)"
)
_SHOWN = re.compile("\u27e6U\\+([0-9A-F]{4,6})\u27e7")
_LAST = 0x10FFFF

# What a spreadsheet takes for a formula; the full-width signs too, which some of them turn into ASCII.
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_FORMULAS = re.compile("^'*[=+\\-@\t\r＝＋－＠]", re.MULTILINE)


def shown(text: str) -> str:
    r"""``text`` with the characters that do not survive as visible numbers.

    >>> shown("a\x0cb")
    'a⟦U+000C⟧b'
    """
    return _HIDDEN.sub(lambda found: f"\u27e6U+{ord(found.group()):04X}\u27e7", text)


def unshown(text: str) -> str:
    """The text that :func:`shown` was given; what is no such number stays as it is."""
    return _SHOWN.sub(_char, text)


def _char(found: re.Match[str]) -> str:
    number = int(found.group(1), 16)
    return chr(number) if number <= _LAST else found.group()


def cell(text: str) -> str:
    """``text`` such that no spreadsheet takes it for a formula: with an apostrophe before it.

    Law: ``uncell(cell(text)) == text`` for any text.

    >>> cell("=1+1"), cell("'=1"), cell("1=1")
    ("'=1+1", "''=1", '1=1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def may_be_formula(lines: str) -> bool:
    """Whether any of these texts, one a line, may need :func:`cell`; quicker than to ask it of each.

    >>> may_be_formula("a=1\\nb"), may_be_formula("a\\n=1")
    (False, True)
    """
    return _FORMULAS.search(lines) is not None


def uncell(text: str) -> str:
    """The text that :func:`cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
