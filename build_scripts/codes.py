"""The one map from codes to their meaning, put together from every stage's ``codes.py``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from build_scripts.annotate.codes import CODES as ANNOTATE
from build_scripts.check.codes import CODES as CHECK
from build_scripts.check.figures.codes import CODES as FIGURES
from build_scripts.clean.codes import CODES as CLEAN
from build_scripts.diagnostics import Code, Diagnostic, Severity
from build_scripts.exchange.codes import CODES as EXCHANGE
from build_scripts.fixes.codes import CODES as FIXES
from build_scripts.page_codes import CODES as PAGES
from build_scripts.publish.codes import CODES as PUBLISH
from build_scripts.read.codes import CODES as READ
from build_scripts.split.codes import CODES as SPLIT
from build_scripts.sync.codes import CODES as SYNC
from build_scripts.translate.codes import CODES as TRANSLATE


def _by_code(codes: Iterable[Code]) -> dict[str, Code]:
    """The map in the order of the codes.

    Raises:
        ValueError: a code stands for two faults.
    """
    found: dict[str, Code] = {}
    for code in codes:
        if code.code in found:
            raise ValueError(f"{code.code} is used for {found[code.code].name} and for {code.name}")
        found[code.code] = code
    return dict(sorted(found.items()))


REGISTRY = _by_code(
    chain(READ, CLEAN, FIXES, SPLIT, ANNOTATE, SYNC, FIGURES, CHECK, PAGES, PUBLISH, TRANSLATE, EXCHANGE)
)


def severity(code: str) -> Severity:
    """How a finding with ``code`` weighs.

    Raises:
        KeyError: there is no such code.
    """
    return REGISTRY[code].severity


def weight(found: Diagnostic) -> Severity:
    """How a diagnostic weighs: as its code, but at least as a warning where the decision is doubtful.

    Raises:
        KeyError: there is no such code.
    """
    usual = severity(found.code)
    return usual if usual.at_least(Severity.WARNING) or not found.doubtful else Severity.WARNING
