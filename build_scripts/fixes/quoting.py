"""From what a correction quotes to the place it means, or to an error that says why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_scripts.diagnostics import Diagnostic
from build_scripts.fixes.codes import AMBIGUOUS, NO_MATCH, UNFULFILLED
from build_scripts.fixes.model import Action, Fix, Fixes
from build_scripts.model import SourceText, Span
from build_scripts.offsets import LineIndex, Quotations, ends_of, left_over, squeezed, touches

# Per cent of its characters that a text must share with a quotation to be named as the nearest.
_NEAR = 70.0
_LONGEST_SHOWN = 40
_CHANGING = (Action.REMOVE, Action.REPLACE)


@dataclass(frozen=True, slots=True)
class Target:
    """A correction with the raw characters it is about: ``span`` of its text, ``other`` of its second one.

    Each reaches from the first to the last character that no correction removes. Only an ``ignore`` for the
    whole document has no ``span``.
    """

    fix: Fix
    span: Span | None = None
    other: Span | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """What it is about, as a tuple."""
        return tuple(span for span in (self.span, self.other) if span)


class _Fault(ValueError):
    """A quotation without a place: the code, and the message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def find_targets(fixes: Fixes, source: SourceText) -> tuple[tuple[Target, ...], tuple[Diagnostic, ...]]:
    """The corrections that have a place in a raw document, in their order, and why others have none."""
    faults: list[Diagnostic] = []
    text = source.text
    quotations, lines = Quotations(text), LineIndex(text, source.file_lines)
    found: list[Target] = []
    for fix in fixes.fixes:
        try:
            found.append(_target(fix, quotations, lines))
        except _Fault as fault:
            faults.append(Diagnostic(fixes.path, fix.line, fault.code, str(fault)))
    targets: list[Target] = []
    changing = _compatible(found)
    for target in found:
        try:
            targets.append(_left(target, changing, text))
        except _Fault as fault:
            faults.append(Diagnostic(fixes.path, target.fix.line, fault.code, str(fault)))
    return tuple(targets), tuple(sorted(faults, key=lambda fault: fault.line))


def _target(fix: Fix, quotations: Quotations, lines: LineIndex) -> Target:
    span = _place(fix.text, fix.number, "number", quotations, lines) if fix.text else None
    quotes_twice = fix.action in (Action.JOIN, Action.ORDER)
    number = fix.other_number
    other = _place(fix.other, number, "other_number", quotations, lines) if quotes_twice else None
    return Target(fix, span, other)


def _place(quotation: str, number: int, key: str, quotations: Quotations, lines: LineIndex) -> Span:
    """Where a quotation stands.

    Raises:
        _Fault: nowhere, or at several places of which ``number`` names none.
    """
    places = quotations.find(quotation)
    if not places:
        message = f"“{_shortened(quotation)}” does not stand in the document"
        raise _Fault(NO_MATCH, message + _nearest(quotation, quotations, lines))
    if number > len(places):
        raise _Fault(NO_MATCH, f"“{_shortened(quotation)}” stands only {len(places)}× in the document")
    if not number and len(places) > 1:
        where = ", ".join(str(lines.line((place,))) for place in places[:5])
        more = " …" if len(places) > 5 else ""
        message = f"“{_shortened(quotation)}” stands {len(places)}× in the document (lines {where}{more})"
        raise _Fault(AMBIGUOUS, f"{message}: quote more, or say which with {key} = 2")
    return places[max(0, number - 1)]


def _nearest(quotation: str, quotations: Quotations, lines: LineIndex) -> str:
    """The text most like a quotation, with its line; empty where nothing is like it."""
    wanted = squeezed(quotation)
    found = fuzz.partial_ratio_alignment(wanted, quotations.text, score_cutoff=_NEAR)
    if found is None or found.dest_start == found.dest_end or len(quotations.text) < len(wanted):
        return ""
    span = quotations.span(found.dest_start, found.dest_end)
    near = quotations.text[found.dest_start : found.dest_end]
    return f"; nearest is “{_shortened(near)}” on line {lines.line((span,))}"


def _compatible(targets: Iterable[Target]) -> tuple[Target, ...]:
    """The corrections that change characters, but none that changes what an earlier one does."""
    taken: list[Target] = []
    for target in targets:
        if target.fix.action in _CHANGING and _rival(target, taken) is None:
            taken.append(target)
    return tuple(taken)


def _rival(target: Target, taken: Iterable[Target]) -> Target | None:
    """The first of ``taken`` that changes a character that ``target`` changes."""
    spans = target.spans
    return next((t for t in taken if any(touches(a, b) for a in spans for b in t.spans)), None)


def _left(target: Target, changing: tuple[Target, ...], text: str) -> Target:
    """The target with what other corrections leave of its text.

    Raises:
        _Fault: nothing is left, or the place at which to cut is inside a text that is replaced.
    """
    fix = target.fix
    if fix.action in _CHANGING:
        if target not in changing and (rival := _rival(target, changing)):
            raise _Fault(UNFULFILLED, f"the correction on line {rival.fix.line} changes the same text")
        return target
    gone = [span for t in changing if t.fix.action is Action.REMOVE for span in t.spans]
    left = []
    for span in (target.span, target.other):
        rest = left_over(text, span, gone) if span else None
        if span and rest is None:
            remover = next(t for t in changing if any(touches(span, other) for other in t.spans))
            raise _Fault(UNFULFILLED, f"the correction on line {remover.fix.line} removes the text")
        left.append(rest)
    cut = left[0] if fix.action is Action.SPLIT else left[1] if fix.action is Action.JOIN else None
    replaced = [t for t in changing if t.fix.action is Action.REPLACE and cut and t.span]
    for t in replaced:
        if t.span and cut and touches(t.span, ends_of(cut)[0]) and t.span[0] != cut[0]:
            raise _Fault(UNFULFILLED, f"the correction on line {t.fix.line} replaces the text around the cut")
    return Target(fix, left[0], left[1])


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
