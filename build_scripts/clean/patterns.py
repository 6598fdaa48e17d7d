"""Patterns of the cleaning rules put together: one match asks for all of them."""

from __future__ import annotations

import re


def any_of(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """One pattern that matches wherever one of ``patterns`` does; each keeps its own regard for upper case.

    Most lines match none of a rule's patterns. To ask for each by itself takes longer than the matching.

    Example:
        >>> bool(any_of(re.compile("甲"), re.compile("a$", re.IGNORECASE)).match("A"))
        True
    """
    return re.compile(
        "|".join(f"(?{'i' if each.flags & re.IGNORECASE else ''}:{each.pattern})" for each in patterns)
    )
