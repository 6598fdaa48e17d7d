"""The few words that a message shows of a text."""

from __future__ import annotations

_AROUND = 24


def excerpt(text: str, start: int, end: int) -> str:
    """What stands from ``start`` to ``end`` with a few whole words on each side, on one line.

    >>> excerpt("Roads were built , and wells were dug in every village.", 16, 18)
    'Roads were built , and wells were dug in'
    """
    left = text[max(0, start - _AROUND) : start]
    right = text[end : end + _AROUND]
    if start > _AROUND and " " in left:
        left = left[left.index(" ") :]
    if end + _AROUND < len(text) and " " in right:
        right = right[: right.rindex(" ")]
    return " ".join((left + text[start:end] + right).split())
