"""Chinese cut into pieces under a provider's limit, at the ends of sentences where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# A sentence ends with its mark and whatever closes after it; a clause with a lighter mark.
_SENTENCE = re.compile(r".*?(?:(?:[。！？!?…]+|(?<![0-9])\.(?=\s))[”’」』）》】〉)\"']*|$)\s*", re.DOTALL)
_CLAUSE = re.compile(r".*?(?:[，；：、,;:]+[”’」』）》】〉)\"']*|$)\s*", re.DOTALL)
# Not within a Latin word or a number: a placeholder or 1234 stays whole.
_ATOM = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


def split_text(text: str, limit: int, measure: Callable[[str], int] = len) -> tuple[str, ...]:
    """``text`` in as few pieces as possible, each no larger than ``limit``.

    Law: joined, the pieces are the text; each is within the limit, unless a single character is larger.

    Args:
        text: one paragraph.
        limit: the most that a piece may measure.
        measure: what a text counts for (characters, bytes …); adding text never makes it smaller.

    >>> split_text("路通了。“水也通了。”村民说，好。", 9)
    ('路通了。', '“水也通了。”', '村民说，好。')
    """
    if measure(text) <= limit:
        return (text,) if text else ()
    return tuple(_packed(_pieces(text, (_SENTENCE, _CLAUSE, _ATOM), limit, measure), limit, measure))


def _pieces(
    text: str, ways: tuple[re.Pattern[str], ...], limit: int, measure: Callable[[str], int]
) -> Iterator[str]:
    """The sentences of ``text``; those that are too large by themselves cut further, by the next way."""
    if not ways:
        yield from text
        return
    for part in ways[0].findall(text):
        if not part:
            continue
        if measure(part) <= limit:
            yield part
        else:
            yield from _packed(_pieces(part, ways[1:], limit, measure), limit, measure)


def _packed(parts: Iterator[str], limit: int, measure: Callable[[str], int]) -> Iterator[str]:
    """Neighbours put together as long as they are within the limit."""
    held: list[str] = []
    size = 0
    for part in parts:
        grown = size + measure(part)
        if held and grown > limit:
            yield "".join(held)
            held, grown = [], measure(part)
        held.append(part)
        size = grown
    if held:
        yield "".join(held)
