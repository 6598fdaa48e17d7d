"""The codes that a raw document's findings can have. (The one map of all codes stands above the stages.)"""

from __future__ import annotations

from build_scripts.clean.codes import CODES as CLEAN
from build_scripts.confidence import is_doubtful
from build_scripts.diagnostics import Severity
from build_scripts.fixes.codes import CODES as FIXES
from build_scripts.model import Finding
from build_scripts.read.codes import CODES as READ
from build_scripts.split.codes import CODES as SPLIT

KNOWN = {code.code: code for code in (*READ, *CLEAN, *SPLIT, *FIXES)}


def warns(found: Finding) -> bool:
    """Whether a finding is more than a note, by its code or because its decision is doubtful."""
    return is_doubtful(found.confidence) or KNOWN[found.code].severity.at_least(Severity.WARNING)
