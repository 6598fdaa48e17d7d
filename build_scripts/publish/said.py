"""What MkDocs says to people while a page is rendered: heard, or kept from being said."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

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
