"""How far the translation is, as a value: counts, findings with their places, and the JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.diagnostics import Diagnostic
from build_scripts.status import STATUSES, Progress, load_progress, progress, to_json
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import quotation, zh_hash

FIRST, SECOND, GONE = "茶山绿了。", "茶农笑了。", "茶叶没了。"


def unit(zh: str, mark: str, english: str = "") -> str:
    return f"<!-- zh {zh_hash(zh)} paragraph -->\n\n{quotation(zh)}\n<!-- en {mark} -->\n\n{english}\n\n"


def page(name: str) -> Page:
    front = f"---\nid: {name}\ntitle: 茶乡\ntitle_en: Tea country\n---\n\n<!-- report {name} -->\n\n"
    body = unit(FIRST, "human", "Green.") + unit(SECOND, "todo")
    body += "<!-- orphans -->\n\n" + unit(GONE, "orphan", "Gone.")
    return parse(front + body)


PAGES = {"b": page("b"), "a": page("a")}
THEMES = {"tea": ("b", "a"), "none": ()}


def line_of(text: str) -> int:
    return next(unit.line for unit in PAGES["a"].units if unit.zh == text)


def found(line: int, code: str = "T002", path: str = "docs/reports/a.md") -> Diagnostic:
    return Diagnostic(path, line, code, "message")


def test_texts_are_counted_by_status() -> None:
    state = progress(PAGES, THEMES, ())
    assert list(state.reports) == ["a", "b"]
    assert state.reports["a"] == {**dict.fromkeys(STATUSES, 0), "human": 2, "todo": 1, "orphan": 1}
    assert state.total()["human"] == state.total(THEMES["tea"])["human"] == 4
    assert state.total(THEMES["none"])["human"] == 0


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        (3, "u-title"),
        (line_of(FIRST), f"u-{zh_hash(FIRST)}"),
        (line_of(FIRST) + 6, f"u-{zh_hash(FIRST)}"),
        (line_of(SECOND), f"u-{zh_hash(SECOND)}"),
        (line_of(GONE) + 2, ""),
        (0, ""),
    ],
)
def test_a_finding_leads_to_the_unit_on_its_line(line: int, anchor: str) -> None:
    (finding,) = progress(PAGES, THEMES, [found(line)]).findings
    assert (finding.report, finding.path, finding.line) == ("a", "docs/reports/a.md", line)
    assert finding.anchor == anchor


@pytest.mark.parametrize(
    "other",
    [
        found(1, "T001"),  # a note: that English is missing is a status
        found(1, "P001"),
        found(1, path="docs/reports/c.md"),
        found(1, path="source_articles/a.txt"),
        found(1, path="docs/glossary/a.md"),
    ],
)
def test_what_is_no_fault_of_a_translation_does_not_count(other: Diagnostic) -> None:
    assert progress(PAGES, THEMES, [other]).findings == ()


def test_findings_are_in_order_whatever_the_order_they_were_found_in() -> None:
    diagnostics = [found(9), found(8, "T003"), found(8), found(9, path="docs/reports/b.md")]
    one, other = progress(PAGES, THEMES, diagnostics), progress(PAGES, THEMES, reversed(diagnostics))
    assert to_json(one) == to_json(other)
    assert [(f.report, f.line, f.code) for f in one.findings] == [
        ("a", 8, "T002"), ("a", 8, "T003"), ("a", 9, "T002"), ("b", 9, "T002"),
    ]  # fmt: skip
    assert dict(one.codes()) == {"T002": 3, "T003": 1}
    assert [f.report for f in one.only(["b"]).findings] == ["b"]
    assert one.only(["b"]).themes["tea"] == ("b",)


def test_the_json_has_totals_themes_reports_and_findings(tmp_path: Path) -> None:
    state = progress(PAGES, THEMES, [found(line_of(FIRST))])
    data = json.loads(to_json(state))
    assert data["schema"] == "duizhao.status/2"
    assert data["totals"] == {"reports": 2, **state.total(), "findings": {"T002": 1}}
    assert data["themes"]["tea"] == {"reports": 2, **state.total(), "findings": 1}
    assert data["reports"]["a"]["human"] == 2, "as in version 1"
    assert data["findings"][0]["path"] == "docs/reports/a.md"
    path = tmp_path / "status.json"
    path.write_text(to_json(state), encoding="utf-8")
    assert load_progress(path, THEMES) == state


@pytest.mark.parametrize("text", ["", "[]", *(f'{{"schema": "duizhao.status/{n}"}}' for n in (1, 2))])
def test_other_files_are_no_data(tmp_path: Path, text: str) -> None:
    path = tmp_path / "status.json"
    assert load_progress(path, {}) is None
    path.write_text(text, encoding="utf-8")
    assert load_progress(path, {}) == (Progress() if "/2" in text else None)
