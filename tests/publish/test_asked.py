"""What a page asked is remembered to the field, and its answers are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.annotate.held import Held
from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.publish.asked import Answers, recording, watched
from build_scripts.publish.context import Context
from build_scripts.publish.site import Report, Site, Term, Theme
from build_scripts.publish.unit_lines import UnitLines

REPORT = Report("a", "reports/a.md", "修路", "Roads", date="2020-01-01", counts={"human": 3})
OTHER = Report("b", "reports/b.md", "水库", "A reservoir")
TERM = Term("cun", "村", "cūn", "village", "term", "glossary/all.md", "t-cun")
SITE = Site(
    reports={"a": REPORT, "b": OTHER},
    themes={"roads": Theme("roads", "themes/roads.md", "道路", "Roads", ("a",))},
    terms={"cun": TERM},
)


def context(site: Site = SITE, line: int = 1) -> Context:
    return Context(site=site, lines=lambda name: UnitLines(name, lines={"x": (line, 0)}), guide="guide.md")


def with_report(**changes: Any) -> Context:
    return context(replace(SITE, reports={**SITE.reports, "a": replace(REPORT, **changes)}))


ASK: dict[str, Callable[[Context], object]] = {
    "title": lambda c: c.site.reports["a"].title,
    "missing": lambda c: c.site.reports.get("c"),
    "there": lambda c: "a" in c.site.reports,
    "all": lambda c: [report.id for report in c.site.reports.values()],
    "newest": lambda c: c.site.newest_first()[0].id,
    "number": lambda c: len(c.site.reports),
    "term": lambda c: c.term("cun"),
    "lines": lambda c: c.lines("a"),
    "guide": lambda c: c.guide,
    "nothing": lambda c: None,
}


@pytest.mark.parametrize(
    ("asked", "new", "same"),
    [
        ("title", with_report(title_en="Other", counts={}), True),
        ("title", with_report(title="修桥"), False),
        ("title", context(replace(SITE, reports={})), False),
        ("missing", with_report(title="修桥"), True),
        ("missing", context(replace(SITE, reports={**SITE.reports, "c": OTHER})), False),
        ("there", with_report(counts={}), False),
        ("all", with_report(counts={}), False),
        ("number", with_report(counts={}), True),
        ("number", context(replace(SITE, reports={"a": REPORT})), False),
        ("newest", with_report(date="2021-01-01"), False),
        ("newest", context(line=2), True),
        ("term", context(replace(SITE, terms={"cun": replace(TERM, paragraphs=1)})), True),
        ("term", context(replace(SITE, terms={"cun": replace(TERM, page="")})), False),
        ("lines", context(line=2), False),
        ("lines", with_report(title="修桥"), True),
        ("guide", replace(context(), guide="other.md"), False),
        ("nothing", replace(context(Site()), guide="other.md"), True),
    ],
)
def test_an_answer_that_changes_is_noticed_and_no_other(asked: str, new: Context, same: bool) -> None:
    with recording() as found:
        seen = ASK[asked](watched(context()))
    plain = ASK[asked](context())
    assert seen == plain or asked == "term"
    questions = found.questions()
    assert (Answers(context()).digest(questions) == Answers(new).digest(questions)) is same


def test_texts_are_remembered_once_and_in_order() -> None:
    given = Context(annotate=lambda text: (), gloss=lambda text: ())
    with recording() as found:
        seen = watched(given)
        for text in ("山", "水", "山"):
            assert seen.annotate is not None and seen.gloss is not None
            seen.annotate(text)
            seen.gloss(text)
    assert found.texts == ("山", "水") and found.questions() == ()


def test_without_recording_nothing_is_in_between() -> None:
    given = context()
    assert watched(given) is given


def test_terms_that_stand_in_a_text_decide_and_no_others() -> None:
    head = "<!-- glossary -->\n\n"
    one = "## 网格员\n- en: grid worker\n- variants: 格员\n\n他。\n\nHe.\n\n"
    two = "## 村约\n- en: village rules\n\n约。\n\nRules.\n\n"
    before, moved, more, changed = (
        Held(load_lexicon({"g.md": text})[0])
        for text in (head + one, head + "\n" + one, head + one + two, head + one.replace("worker", "staff"))
    )
    texts = ("全村有三名格员。",)
    assert before.digest(texts) == moved.digest(texts) == more.digest(texts) != changed.digest(texts)
    assert more.digest(("村约",)) != before.digest(("村约",)) == before.digest(()) == changed.digest(())
    assert len({before.stamp, more.stamp, changed.stamp}) == 3 and moved.stamp == before.stamp
    assert Held(load_lexicon({})[0]).digest(texts) == ""
