"""A document with its corrections, and everything that is to be said of these."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.confidence import is_doubtful
from build_scripts.diagnostics import Diagnostic
from build_scripts.fixes.apply import Corrected, apply_fixes
from build_scripts.fixes.codes import UNNEEDED
from build_scripts.fixes.known import warns
from build_scripts.fixes.model import Action, Fix, Fixes
from build_scripts.model import CleanDocument, SourceText
from build_scripts.offsets import solid


def check_fixes(source: SourceText, fixes: Fixes) -> Corrected:
    """Clean a document with its corrections, and look which of them are no longer needed.

    A correction is needed if the document comes out otherwise without it: its pieces, what is removed, its
    facts, or a warning about it.
    """
    corrected = apply_fixes(source, fixes)
    idle = [fix for fix in corrected.applied if _is_idle(fix, corrected, fixes, source)]
    notes = tuple(Diagnostic(fixes.path, fix.line, UNNEEDED, _message(fix)) for fix in idle)
    faults = sorted((*corrected.faults, *notes), key=lambda fault: (fault.line, fault.code))
    return replace(corrected, faults=tuple(faults))


def _is_idle(fix: Fix, corrected: Corrected, fixes: Fixes, source: SourceText) -> bool:
    if fix.action is Action.IGNORE:
        return fix in corrected.idle
    others = replace(fixes, fixes=tuple(other for other in fixes.fixes if other is not fix))
    without = apply_fixes(source, others).document
    return _outcome(without) == _outcome(corrected.document)


def _message(fix: Fix) -> str:
    if fix.action is Action.IGNORE:
        where = " about this text" if fix.text else ""
        return f"there is no {fix.code}{where} to ignore: the correction can go"
    return f"the document is the same without this {fix.action}: the correction can go"


def _outcome(document: CleanDocument) -> object:
    """What counts of a document: all but identifiers, notes, and by which rule a text was removed."""
    text = document.source.text
    articles = [
        (
            article.title,
            article.subtitle,
            article.authors,
            article.date,
            article.publisher,
            [(piece.role, piece.text, solid(text, piece.spans), piece.flags) for piece in article.pieces],
        )
        for article in document.articles
    ]
    removed = solid(text, [span for removal in document.removed for span in removal.spans])
    doubted = [removal.spans for removal in document.removed if is_doubtful(removal.confidence)]
    warnings = [(f.code, solid(text, f.spans)) for f in document.findings if warns(f)]
    return articles, removed, doubted, warnings
