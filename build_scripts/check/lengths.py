"""How many words of English a Chinese text lets expect.

Measured on the eight sample reports (words of English by characters of Chinese; figures and Latin words of
the Chinese count as one character each):

    paragraphs and list items   133   0.66 to 1.41   median 0.87   (from 30 characters on 0.66 to 1.13)
    headings                     32   0.33 to 1.12   median 0.75
    captions                     12   0.69 to 1.21   median 0.86
    titles and subtitles         14   0.59 to 1.17   median 0.73
    metadata                      2   0.50

The limits lie well outside of that: terser translators than ours use about two thirds of our words, and a
check of lengths is to find what is missing or there twice, not a style. A few words more or less weigh much
in a short text, so that a margin in words comes on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.annotate.segment import HAN
from build_scripts.check.codes import TOO_LONG, TOO_SHORT
from build_scripts.check.faults import Fault

_UNIT = re.compile(rf"{HAN.pattern}|[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*")
_WORD = re.compile(r"[^\W_]+(?:['’.,&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Limits:
    """Words for each character: fewer than ``least`` less ``spared``, more than ``most`` and ``given``."""

    least: float
    spared: int
    most: float
    given: int


PROSE = Limits(0.4, 3, 1.6, 8)
CAPTION = Limits(0.3, 1, 1.6, 8)
BRIEF = Limits(0.2, 0, 1.6, 6)
_BY_ROLE = {"paragraph": PROSE, "list_item": PROSE, "caption": CAPTION}


def length_faults(zh: str, en: str, role: str) -> Iterator[Fault]:
    """Whether the English is far too short or too long; ``role`` is that of the unit, or ``title``."""
    limits = _BY_ROLE.get(role, BRIEF)
    characters, words = zh_length(zh), en_length(en)
    counted = f"{words} words of English for {characters} characters of Chinese"
    if words < limits.least * characters - limits.spared:
        yield Fault(TOO_SHORT.code, f"{counted}: something is probably missing")
    elif words > limits.most * characters + limits.given:
        yield Fault(TOO_LONG.code, f"{counted}: something is probably there twice, or added")


def zh_length(text: str) -> int:
    """Han characters; a figure or a Latin word counts as one.

    >>> zh_length("2021年GDP增长8.5%")
    6
    """
    return len(_UNIT.findall(text))


def en_length(text: str) -> int:
    """Words and figures of an English text.

    >>> en_length("The Party’s 13th Five-Year Plan, 1.5 million")
    8
    """
    return len(_WORD.findall(text))
