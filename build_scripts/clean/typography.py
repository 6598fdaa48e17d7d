"""The published form of a piece's text: Chinese punctuation, no stray spaces; every change counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.clean.blocks import Repair
from build_scripts.clean.remembering import remembered
from build_scripts.clean.rules import half_width, spacing, stray_latin
from build_scripts.clean.rules.invisible import visible

# What Markdown and HTML leave in a text: *caption*, a line break, a figure set as a formula ($99.1\\%$).
_ITALIC = re.compile(r"^\*(?=[^*\s])([^*]+)(?<=[^*\s])\*$")
_BREAK = re.compile(r"<br\s*/?>|&nbsp;", re.IGNORECASE)
_FORMULA = re.compile(r"\$\s*([\d.,+~×%‰\\-]{1,24})\s*\$")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


@dataclass(frozen=True, slots=True)
class Published:
    """The text as it is published and what was repaired to get there."""

    text: str
    repairs: tuple[Repair, ...]


def publish(text: str, *, keep_spaces: bool) -> Published:
    """The published form of ``text``.

    Args:
        text: the characters of a piece, markup stripped.
        keep_spaces: in titles, headings and captions a space between Han characters parts two phrases or
            a credit; in prose it is damage.

    Law (tested): publishing a published text changes nothing.
    """
    shown = visible(text)
    if "**" in shown:
        shown = _BOLD.sub(r"\1", shown)
    counts: dict[tuple[str, str], int] = {}
    before = None
    while shown != before:
        # A space closed up can bring a mark beside a Chinese character, and so on; seldom more than once.
        before = shown
        for rule in (stray_latin, half_width):
            shown, count = rule.repair(shown)
            if count:
                counts[rule.CODE, rule.NOTE] = counts.get((rule.CODE, rule.NOTE), 0) + count
        shown, count = spacing.repair(shown, keep_spaces=keep_spaces)
        if count:
            counts[spacing.CODE, spacing.NOTE] = counts.get((spacing.CODE, spacing.NOTE), 0) + count
    return Published(shown, _counted(counts))


def without_markup(text: str) -> str:
    """``text`` without what Markdown and HTML leave inside a line.

    Example:
        >>> without_markup(r"结案率达到$99.1\\%$。<br>")
        '结案率达到99.1%。'
    """
    if not any(sign in text for sign in "*<&$"):
        return text
    plain = _BREAK.sub(" ", text).strip()
    plain = _FORMULA.sub(lambda found: found[1].replace("\\", ""), plain)
    return _ITALIC.sub(r"\1", plain)


# Lines of more characters are not remembered.
_REMEMBERED = 2000


def set_right(text: str, *, spaced: spacing.Spaced) -> Published:
    """``text`` with what every later rule profits from: full-width marks, no spaces between all characters.

    Args:
        text: the characters of a line.
        spaced: whether the document has spaces inside its words.
    """
    return _known(text, spaced) if len(text) <= _REMEMBERED else _set_right(text, spaced)


def _set_right(text: str, spaced: spacing.Spaced) -> Published:
    shown, count = half_width.repair(text)
    closed, spaces = spacing.close_up(shown, spaced=spaced)
    if not (count or spaces):
        return Published(closed, ())
    counts = {(half_width.CODE, half_width.NOTE): count, (spacing.CODE, spacing.NOTE): spaces}
    return Published(closed, _counted(counts))


# A line is read for its width before it is read for its content.
_known = remembered(_set_right)


def as_read(line: str, *, spaced: spacing.Spaced) -> str:
    """A line as a reader takes it: without what does not show, set right.

    Args:
        line: its characters.
        spaced: as in :func:`set_right`.
    """
    return set_right(stray_latin.repair(visible(line).strip())[0], spaced=spaced).text


def _counted(counts: Mapping[tuple[str, str], int]) -> tuple[Repair, ...]:
    return tuple(Repair(code, count, note) for (code, note), count in counts.items() if count)
