"""The edge to translate-toolkit, which reads what translators' tools write: an optional dependency.

It is under the GPL and nothing else here needs it: see docs/adr/0008-exchange.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from build_scripts.exchange.faults import Unreadable


class ToolkitMissing(RuntimeError):
    """translate-toolkit is not installed."""

    def __init__(self) -> None:
        super().__init__("PO, XLIFF and TMX are read with translate-toolkit: pip install 'duizhao[exchange]'")


def parsed(module: str, name: str, data: bytes) -> Any:
    """A file read with a class of ``translate.storage``.

    Raises:
        ToolkitMissing: the optional dependency is not installed.
        Unreadable: the toolkit cannot read it.
    """
    try:
        store = getattr(import_module(f"translate.storage.{module}"), name)
    except ModuleNotFoundError as error:
        raise ToolkitMissing from error
    try:
        return store.parsestring(data)
    except Exception as error:
        # It says nowhere what it raises: PoParseError, lxml's errors, failed assertions, StopIteration,
        # IndexError for a line “#” …
        line = getattr(error, "lineno", None)
        reason = str(error).split("\n")[0] or type(error).__name__
        raise Unreadable(reason, line if isinstance(line, int) else 0) from error
