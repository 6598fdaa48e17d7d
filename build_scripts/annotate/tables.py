"""Tables of words in the source code, written as running text so that a person can read and extend them."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which white space parts.

    >>> sorted(word_set("甲 乙"))
    ['乙', '甲']
    """
    return frozenset(text.split())


def word_tuple(text: str) -> tuple[str, ...]:
    """The words of ``text`` in their order, for ``str.startswith`` and its like.

    >>> word_tuple("甲 乙")
    ('甲', '乙')
    """
    return tuple(text.split())
