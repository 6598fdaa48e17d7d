"""The pages “How this text was cleaned” of a project: planned from the documents, written, deleted.

Each is docs/cleaning/ID.md, with a marker in place of which the extension shows .duizhao/cleaning/ID.json.
Both are the program's and in no repository (:mod:`build_scripts.publish.generated`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import CleanResult
from build_scripts.library import Project
from build_scripts.pages import Pages
from build_scripts.publish.generated import Folder, GeneratedPage, page_text, write_generated
from build_scripts.publish.review import Review, review_document
from build_scripts.publish.statuses import marked_title
from build_scripts.sync.marks import Status
from build_scripts.sync.page import Page
from build_scripts.sync.titles import title_mark


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
    kept: dict[str, Review] = {}

    def made() -> Iterator[tuple[str, GeneratedPage]]:
        for name, review in reviews:
            kept[name] = replace(review, data={})
            yield name, GeneratedPage(review_page(name, pages[name]), _json(review))

    folder = Folder(project.cleaning_pages, project.cleaning_data, _marker)
    written, faults = write_generated(project, folder, made())
    return {name: review for name, review in sorted(kept.items()) if name in written}, faults


def review_page(name: str, page: Page) -> str:
    """The Markdown of a page. It is for readers who came from the report: no search finds it."""
    title = f"文本整理说明：{page.front.text('title') or name}"
    true = title_mark(page.front)
    machine = Status.MACHINE in (true.status, true.prior)
    english = marked_title(page.front.text("title_en"), machine)
    title_en = f"How this text was cleaned: {english}" if english else "How this text was cleaned"
    return page_text(title, title_en, _marker(name))


def _marker(name: str) -> str:
    return f"<!-- cleaning {name} -->"


def _json(review: Review) -> str:
    return json.dumps(review.data, ensure_ascii=False) + "\n"
