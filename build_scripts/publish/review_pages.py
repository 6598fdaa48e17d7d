"""The pages “How this text was cleaned” of a project: planned from the documents, written, deleted.

Each is docs/cleaning/ID.md, with a marker in place of which the extension shows .duizhao/cleaning/ID.json.
Both are the program's and in no repository. A page without the marker is somebody's: it is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import CleanResult
from build_scripts.files import write_if_changed
from build_scripts.library import Project
from build_scripts.pages import Pages
from build_scripts.publish.codes import FOREIGN_PAGE
from build_scripts.publish.review import Review, review_document
from build_scripts.publish.statuses import marked_title
from build_scripts.sync.marks import Status
from build_scripts.sync.page import Page
from build_scripts.sync.titles import title_mark

_NOTE = "<!-- 由程序生成，请勿修改。 Made by the program at each build: do not edit. -->"


def plan_reviews(results: Iterable[CleanResult], pages: Pages) -> Iterator[tuple[str, Review]]:
    """The review of every report that has a page, with the identifier of the page, one after the other.

    Args:
        results: the cleaned documents in the order in which the pages were planned.
        pages: the pages that were made of them.
    """
    ids = iter(pages.ids)
    published = {name: pages.pages[name] for name in pages.texts}
    for result in results:
        if result.document:
            names = [next(ids) for _ in result.document.articles]
            yield from review_document(result.document, names, published).items()


def write_reviews(
    project: Project, reviews: Iterable[tuple[str, Review]], pages: Mapping[str, Page]
) -> tuple[dict[str, Review], tuple[Diagnostic, ...]]:
    """Bring the pages and their data up to date, and delete those whose report is gone.

    Returns:
        The reviews that have a page now, without the data that were written (those of thousands of reports
        are not to be held in memory), and a diagnostic for each that found somebody's page in its place.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    written: dict[str, Review] = {}
    faults: list[Diagnostic] = []
    for name, review in reviews:
        page = project.cleaning_pages / f"{name}.md"
        if page.exists() and not _ours(page):
            message = (
                "this file is not the program's and stands where the page about a report's cleaning goes"
            )
            faults.append(Diagnostic(project.shown(page), 0, FOREIGN_PAGE.code, message))
            continue
        write_if_changed(project.cleaning_data / f"{name}.json", _json(review), again=True)
        write_if_changed(page, page_text(name, pages[name]), again=True)
        written[name] = replace(review, data={})
    for path in sorted(project.cleaning_pages.glob("*.md")):
        if path.stem not in written and _ours(path):
            path.unlink()
    for path in sorted(project.cleaning_data.glob("*.json")):
        if path.stem not in written:
            path.unlink()
    return dict(sorted(written.items())), tuple(sorted(faults, key=lambda fault: fault.path))


def page_text(name: str, page: Page) -> str:
    """The Markdown of a page. It is for readers who came from the report: no search finds it."""
    title = _quoted(f"文本整理说明：{page.front.text('title') or name}")
    true = title_mark(page.front)
    machine = Status.MACHINE in (true.status, true.prior)
    english = marked_title(page.front.text("title_en"), machine)
    title_en = _quoted(f"How this text was cleaned: {english}" if english else "How this text was cleaned")
    front = (f"title: {title}", f"title_en: {title_en}", "robots: noindex", "search:", "  exclude: true")
    return "\n".join(["---", *front, "---", "", _NOTE, "", _marker(name), ""])


def _marker(name: str) -> str:
    return f"<!-- cleaning {name} -->"


def _ours(path: Path) -> bool:
    """Whether the program wrote a page: it holds the marker of its own name."""
    try:
        return path.is_file() and _marker(path.stem) in path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return False


def _quoted(text: str) -> str:
    """``text`` as a YAML string: what JSON quotes, without what YAML forbids."""
    return json.dumps("".join(char for char in text if char.isprintable()), ensure_ascii=False)


def _json(review: Review) -> str:
    return json.dumps(review.data, ensure_ascii=False) + "\n"
