"""The sample reports: every warning about them would be a true fault, so there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.check.lengths import BRIEF, CAPTION, PROSE, Limits, en_length, zh_length
from build_scripts.check.texts import Text, checked_texts
from build_scripts.check.units import check_pages
from build_scripts.codes import weight
from build_scripts.diagnostics import Severity
from build_scripts.knowledge import read_knowledge
from build_scripts.library import Project, report_files
from build_scripts.sync.page import Page, parse


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Page]:
    return {name: parse(file.text) for name, file in report_files(Project(root)).items()}


@pytest.fixture(scope="module")
def texts(pages: dict[str, Page]) -> list[Text]:
    return [text for name, page in pages.items() for text in checked_texts(page, name)]


def test_no_warning_about_the_sample_reports(root: Path, pages: dict[str, Page]) -> None:
    knowledge, _ = read_knowledge(Project(root))
    found = check_pages(pages, knowledge.lexicon)
    assert [str(at) for at in found if weight(at).at_least(Severity.WARNING)] == []
    assert len(found) < 3 * len(pages), "notes are to be few, or nobody reads them"


@pytest.mark.parametrize(
    ("roles", "limits", "least", "most"),
    [
        (("paragraph", "list_item"), PROSE, 0.66, 1.41),
        (("heading",), BRIEF, 0.33, 1.12),
        (("caption",), CAPTION, 0.69, 1.21),
        (("title", "subtitle"), BRIEF, 0.59, 1.17),
    ],
)
def test_the_figures_behind_the_limits_of_length(
    texts: list[Text], roles: tuple[str, ...], limits: Limits, least: float, most: float
) -> None:
    ratios = [en_length(text.en) / zh_length(text.zh) for text in texts if text.role in roles]
    assert (round(min(ratios), 2), round(max(ratios), 2)) == (least, most)
    assert limits.least < 0.7 * least and limits.most > 1.1 * most
