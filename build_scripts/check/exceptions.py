"""Exceptions that translators write beside a unit: findings that they looked at and found to be right.

How they are written and kept is the business of :mod:`build_scripts.sync`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.check.codes import UNUSED_EXCEPTION
from build_scripts.check.faults import Fault
from build_scripts.sync.asides import Exempt


def settle(faults: Sequence[Fault], exceptions: Sequence[Exempt], line: int) -> Iterator[tuple[int, Fault]]:
    """The findings that no exception covers, and the exceptions that cover none, each with its line.

    Args:
        faults: what was found in one text.
        exceptions: those written beside it.
        line: where findings are reported.
    """
    allowed = {exempt.code for exempt in exceptions}
    found = {fault.code for fault in faults}
    yield from ((line, fault) for fault in faults if fault.code not in allowed)
    for exempt in exceptions:
        if exempt.code not in found:
            message = f"nothing here is {exempt.code}: the exception “{exempt.reason[:40]}” is not needed"
            yield exempt.line, Fault(UNUSED_EXCEPTION.code, message)
