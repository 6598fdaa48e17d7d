"""What MkDocs says: to people while a page is rendered, heard or kept from being said; and to plugins."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from mkdocs.config.defaults import MkDocsConfig

_log = logging.getLogger("mkdocs")


@contextmanager
def listening() -> Iterator[list[str]]:
    """What is logged for people meanwhile: it must be said again in the next build."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.INFO)
    _log.addHandler(listener)
    try:
        yield said
    finally:
        _log.removeHandler(listener)


@contextmanager
def silence() -> Iterator[None]:
    """Nothing is said to people meanwhile: a page of which there is something to say is rendered again."""
    handlers, propagate = _log.handlers, _log.propagate
    _log.handlers, _log.propagate = [], False
    try:
        yield
    finally:
        _log.handlers, _log.propagate = handlers, propagate


def alone(config: MkDocsConfig, hook: str, events: Iterable[str] | None = None) -> bool:
    """Whether of all that plugins and hooks may listen to nothing is heard by another module than ``hook``.

    Args:
        config: the configuration with all plugins and hooks.
        hook: the name of the module.
        events: the events that count, without ``on_``; all if not given.
    """
    heard = config.plugins.events
    methods = (method for event in (heard if events is None else events) for method in heard[event])
    return all(getattr(method, "__module__", "") == hook for method in methods)
