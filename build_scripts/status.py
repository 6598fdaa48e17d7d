"""How far the translation is: by report and by theme, with what the checks found, and where.

One value for ``duizhao status``, its JSON (``duizhao.status/2``) and the page “Progress” (through
``.duizhao/status.json``). Pure and deterministic; linear in pages and findings.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_scripts.codes import weight
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import count_statuses
from build_scripts.sync.page import Page

SCHEMA = "duizhao.status/2"
STATUSES = tuple(status.value for status in Status)

_REPORTS = "docs/reports/"
_STAGE = "T"
_TITLE = "u-title"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in the translation of ``report``, on ``line`` of its page.

    ``anchor`` is the place on the site's page, empty for what is not published (an orphan).
    """

    report: str
    line: int
    anchor: str
    code: str
    message: str

    @property
    def path(self) -> str:
        """The page in the project."""
        return f"{_REPORTS}{self.report}.md"


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of all reports: ``reports`` is status → number by report, ``themes`` reports by theme."""

    reports: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def total(self, names: Iterable[str] | None = None) -> Counter[str]:
        """How many texts of these reports, or of all, have which status."""
        found: Counter[str] = Counter(dict.fromkeys(STATUSES, 0))
        for name in self.reports if names is None else names:
            found.update(self.reports.get(name, {}))
        return found

    def found(self) -> dict[str, list[Finding]]:
        """The findings by report, in the order of their lines."""
        by_report: dict[str, list[Finding]] = {}
        for finding in self.findings:
            by_report.setdefault(finding.report, []).append(finding)
        return by_report

    def codes(self) -> Counter[str]:
        """How often each code was found, in the order of the codes."""
        return Counter(dict(sorted(Counter(finding.code for finding in self.findings).items())))

    def only(self, names: Iterable[str]) -> Progress:
        """The same for some of the reports."""
        wanted = set(names)
        return Progress(
            {name: counts for name, counts in self.reports.items() if name in wanted},
            {theme: tuple(n for n in members if n in wanted) for theme, members in self.themes.items()},
            tuple(finding for finding in self.findings if finding.report in wanted),
        )


def progress(
    pages: Mapping[str, Page], themes: Mapping[str, Iterable[str]], diagnostics: Iterable[Diagnostic]
) -> Progress:
    """Work it out.

    Args:
        pages: the report pages by their identifier, as they will be published.
        themes: the identifiers of the reports of each theme.
        diagnostics: all that was found; what concerns the translation of a report and weighs a warning counts
            (that English is missing is among the statuses).
    """
    found = [
        (name, diagnostic)
        for diagnostic in diagnostics
        if diagnostic.code.startswith(_STAGE) and weight(diagnostic).at_least(Severity.WARNING)
        if (name := _report(diagnostic.path)) in pages
    ]
    places = {name: _places(pages[name]) for name in {name for name, _ in found}}
    findings = [
        Finding(name, each.line, _anchor(places[name], each.line), each.code, each.message)
        for name, each in found
    ]
    findings.sort(key=lambda finding: (finding.report, finding.line, finding.code, finding.message))
    return Progress(
        {name: {s.value: n for s, n in count_statuses(pages[name]).items()} for name in sorted(pages)},
        {theme: tuple(members) for theme, members in themes.items()},
        tuple(findings),
    )


def _report(path: str) -> str:
    inside = path.startswith(_REPORTS) and path.endswith(".md")
    return path.removeprefix(_REPORTS).removesuffix(".md") if inside else ""


_Places = tuple[list[int], list[str]]


def _places(page: Page) -> _Places:
    """The lines on which what is published of a page begins, in order, and its anchors."""
    live = {unit.line for unit in page.live_units}
    starts = [(1, _TITLE)]
    starts += [(unit.line, f"u-{unit.zh_hash}" if unit.line in live else "") for unit in page.units]
    return [line for line, _ in starts], [anchor for _, anchor in starts]


def _anchor(places: _Places, line: int) -> str:
    """The anchor of the unit on which a line stands; none for the whole file."""
    lines, anchors = places
    return anchors[bisect_right(lines, line) - 1] if line > 0 else ""


def to_json(state: Progress) -> str:
    """The JSON of ``duizhao.status/2``.

    ``reports`` is as it was in version 1; ``findings`` name the page, its line, and the anchor on the site.
    """
    found = Counter(finding.report for finding in state.findings)
    themes = {
        theme: {
            "reports": len(members),
            **state.total(members),
            "findings": sum(found[name] for name in members),
        }
        for theme, members in state.themes.items()
    }
    data = {
        "schema": SCHEMA,
        "totals": {"reports": len(state.reports), **state.total(), "findings": dict(state.codes())},
        "themes": themes,
        "reports": {name: dict(counts) for name, counts in state.reports.items()},
        "findings": [
            {"report": f.report, "path": f.path, "line": f.line, "anchor": f.anchor, "code": f.code,
             "message": f.message}
            for f in state.findings
        ],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def load_progress(path: Path, themes: Mapping[str, Iterable[str]]) -> Progress | None:
    """Read what :func:`to_json` wrote to a file; None where there is none, or of another version.

    Args:
        path: the file.
        themes: the identifiers of the reports of each theme, which the file does not repeat.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        return None
    reports, findings = data.get("reports"), data.get("findings")
    items = [item for item in findings if isinstance(item, dict)] if isinstance(findings, list) else []
    counts = reports.items() if isinstance(reports, dict) else ()
    return Progress(
        {name: _numbers(numbers) for name, numbers in counts},
        {theme: tuple(members) for theme, members in themes.items()},
        tuple(_finding(item) for item in items),
    )


def _numbers(value: Any) -> dict[str, int]:
    return {k: v for k, v in value.items() if isinstance(v, int)} if isinstance(value, dict) else {}


def _finding(item: Mapping[str, Any]) -> Finding:
    texts = {key: str(item.get(key, "")) for key in ("report", "anchor", "code", "message")}
    line = item.get("line")
    return Finding(line=line if isinstance(line, int) else 0, **texts)
