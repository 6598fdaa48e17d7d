"""The order of the cleaning rules, from a source to blocks that are whole and typed."""

from __future__ import annotations

from itertools import accumulate

from build_scripts.clean.blocks import Draft, Verdict, han_count
from build_scripts.clean.classify import classify
from build_scripts.clean.headings import attach_numbers
from build_scripts.clean.heeding import by_report, heed
from build_scripts.clean.rules.broken_paragraph import join_broken
from build_scripts.clean.rules.columns import order_columns
from build_scripts.clean.rules.compatibility import report_compatibility
from build_scripts.clean.rules.cut_report import order_cut_reports
from build_scripts.clean.rules.distant_half import join_distant, join_turned
from build_scripts.clean.rules.duplicate import drop_duplicates
from build_scripts.clean.rules.gap import mark_gaps
from build_scripts.clean.rules.invisible import report_invisible
from build_scripts.clean.rules.recurring import judge_recurring
from build_scripts.clean.rules.unknown_division import report_divisions
from build_scripts.clean.told import NOTHING, Told
from build_scripts.clean.turn_notes import mark_turns
from build_scripts.model import Finding, SourceText
from build_scripts.split.strayed import return_headlines

# Fewer Han characters than this beside the furniture make no report: a navigation page, a foreign text.
_FEWEST_HAN = 20


def clean(source: SourceText, told: Told = NOTHING) -> Draft:
    """Clean one document.

    Args:
        source: the document, as a person's corrections leave it.
        told: what a person said of its lines; the rules work with it.

    Returns:
        Its blocks in the order of the document, what was removed and what was found. A document that is
        no Chinese report has no block left.
    """
    draft = judge_recurring(heed(classify(source, told), told), source.recurring)
    draft = drop_furniture(mark_turns(draft))
    kept = any(block.held for block in draft.blocks)
    counts = accumulate(han_count(block.text) for block in draft.blocks)
    if not kept and all(count < _FEWEST_HAN for count in counts):
        return _no_report(draft)
    draft = drop_duplicates(draft)
    rules = (
        attach_numbers,
        order_columns,
        return_headlines,
        order_cut_reports,
        join_turned,
        join_broken,
        join_distant,
        mark_gaps,
    )
    draft = by_report(draft, *rules)
    draft = report_invisible(draft)
    draft = report_compatibility(draft)
    return report_divisions(draft)


def drop_furniture(draft: Draft) -> Draft:
    """The draft without the lines that were judged to belong to the page and not to the report."""
    for verdict in dict.fromkeys(block.verdict for block in draft.blocks if block.verdict):
        draft = draft.remove([block for block in draft.blocks if block.verdict == verdict], verdict)
    return draft


def _no_report(draft: Draft) -> Draft:
    """A document without a Chinese report in it: all is removed, and said."""
    if draft.blocks or draft.removed:
        finding = Finding("C004", "no Chinese report in this document", ())
    else:
        finding = Finding("C002", "the file holds nothing but white space", ())
    return draft.remove(draft.blocks, Verdict("not_chinese", "C009")).report(finding)
