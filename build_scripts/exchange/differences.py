"""Two versions of a text, quoted in a message so that the difference is seen."""

from __future__ import annotations

from itertools import takewhile

_BEFORE, _LENGTH = 20, 60


def two_versions(one: str, two: str) -> tuple[str, str]:
    """Both as short quotations from a little before the first difference on.

    >>> two_versions("共12户。", "共13户。")
    ('“共12户。”', '“共13户。”')
    """
    one, two = " ".join(one.split()), " ".join(two.split())
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    start = max(0, common - _BEFORE)
    return _quoted(one, start), _quoted(two, start)


def _quoted(text: str, start: int) -> str:
    end = start + _LENGTH
    return f"“{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}”"
