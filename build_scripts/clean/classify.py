"""From lines to blocks: what each line looks like, before its surroundings are weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median_high

from build_scripts.clean.blocks import Block, Draft, Kind, changed
from build_scripts.clean.chinese import joined_texts
from build_scripts.clean.cut_starts import cut_starts
from build_scripts.clean.cuts import cut_units
from build_scripts.clean.forms import of_line
from build_scripts.clean.hinted import apply_hints
from build_scripts.clean.rules import compatibility, hard_wrap, spacing
from build_scripts.clean.rules.invisible import visible
from build_scripts.clean.surroundings import in_context
from build_scripts.clean.told import NOTHING, Told, cut_groups, marked, with_role
from build_scripts.clean.typography import Published, set_right, without_markup
from build_scripts.model import Finding, SourceText, Span
from build_scripts.offsets import RawLine, raw_lines, text_of


def content_of(text: str, spans: Sequence[Span], *, spaced: spacing.Spaced, exact: bool = False) -> Published:
    """The content of the lines at ``spans`` as one text, markup included.

    Args:
        text: the document.
        spans: one a line.
        spaced: see :func:`spacing.spacing_of`.
        exact: the lines were cut without regard for words: no space is missing at their ends.
    """
    whole = text_of(text, spans) if exact else joined_texts(text_of(text, (s,)) for s in spans)
    return set_right(without_markup(compatibility.repair(visible(whole)).strip()), spaced=spaced)


def classify(source: SourceText, told: Told = NOTHING) -> Draft:
    """The document as blocks, one a line that is not blank, each of the kind that its own form shows.

    What a person ``told`` of a line decides before its form does.
    """
    blocks = []
    findings: list[Finding] = []
    lines = tuple(raw_lines(source.text))
    spaced = spacing.spacing_of(source.text)
    usual = max(1, median_high(line.blanks for line in lines)) if lines else 1
    cut_off, set_between = cut_starts(lines)
    groups = hard_wrap.unwrapped(source.text, lines, spaced=spaced)
    for group, first, spans in _units(source.text, groups, told):
        content = content_of(source.text, spans, spaced=spaced, exact=group.exact)
        block = Block(
            first.number,
            spans,
            content.text,
            Kind.TEXT,
            first.follows_blank,
            parted=first.blanks > usual,
            repairs=content.repairs,
        )
        block = of_line(marked(block, told))
        if block.kind is Kind.SHORT and first.number in cut_off:
            block = changed(block, kind=Kind.TEXT)
        between = group.inside or first.number in set_between
        blocks.append(with_role(_put_inside(block) if between else block, content.text, told))
        findings += hard_wrap.findings_of(group, spans)
    return Draft(
        source.text, in_context(source.text, apply_hints(source, blocks)), (), (*source.findings, *findings)
    )


def _units(
    text: str, groups: Iterable[hard_wrap.Group], told: Told
) -> Iterator[tuple[hard_wrap.Group, RawLine, tuple[Span, ...]]]:
    """The groups of lines, cut where a person says so and where a line holds two things."""
    for group in groups:
        for first, spans in cut_units(text, cut_groups([group.lines], told)):
            yield group, first, spans


def _put_inside(block: Block) -> Block:
    """A line that stood between two lines of a paragraph: a caption, unless its form tells otherwise."""
    kind = Kind.CAPTION if block.kind in (Kind.TEXT, Kind.SHORT) else block.kind
    return changed(block, kind=kind, inside=True)
