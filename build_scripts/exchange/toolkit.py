"""The edge to translate-toolkit, which reads what translators' tools write: an optional dependency.

It is under the GPL and nothing else here needs it: see docs/adr/0008-exchange.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class ToolkitMissing(RuntimeError):
    """translate-toolkit is not installed."""

    def __init__(self) -> None:
        super().__init__("PO, XLIFF and TMX are read with translate-toolkit: pip install 'duizhao[exchange]'")


def storage(module: str, name: str) -> Any:
    """A class of ``translate.storage``.

    Raises:
        ToolkitMissing: the optional dependency is not installed.
    """
    try:
        return getattr(import_module(f"translate.storage.{module}"), name)
    except ModuleNotFoundError as error:
        raise ToolkitMissing from error
