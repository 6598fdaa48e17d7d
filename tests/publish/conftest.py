"""What the tests of publishing share: a small site, and an annotation that does not change."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.publish.context import Context
from build_scripts.publish.extension import DuizhaoExtension
from build_scripts.publish.paging import page_path
from build_scripts.publish.report_data import parse_report
from build_scripts.publish.review_file import parse_review
from build_scripts.publish.site import parse_site
from build_scripts.publish.term_data import parse_term
from build_scripts.publish.theme_data import parse_theme

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class FixedWord:
    """A word as the annotation gives it."""

    text: str
    pinyin: str | None = None
    term: str | None = None


_PINYIN = {"党支部": "dǎngzhībù", "两委": "liǎng wěi", "支部": "zhībù", "作主": "zuòzhǔ", "村": "cūn"}
_TERMS = {"党支部": "dangzhibu", "两委": "liangwei"}
_WORDS = re.compile("|".join([*sorted(_PINYIN, key=len, reverse=True), "(?s:.)"]))


def fixed_words(text: str) -> list[FixedWord]:
    """An annotation that knows five words, so that stored results do not depend on a dictionary."""
    return [FixedWord(word, _PINYIN.get(word), _TERMS.get(word)) for word in _WORDS.findall(text)]


class FixedExtension(DuizhaoExtension):
    """The extension with a context of the test's own."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._fixed = context

    def context(self) -> Context:
        return self._fixed


def site_context(annotated: bool = False) -> Context:
    """The small site of the stored results."""
    lexicon, _ = load_lexicon({"docs/glossary/party.md": (GOLD / "glossary.md").read_text("utf-8")})
    site = parse_site((GOLD / "site.json").read_text("utf-8"))
    review = parse_review((GOLD / "cleaning.json").read_text("utf-8"))
    details = json.loads((GOLD / "details.json").read_text("utf-8"))
    files = {name: json.dumps(data) for name, data in details.items()}
    return Context(
        site=site,
        annotate=fixed_words if annotated else None,
        lexicon=lexicon,
        review=lambda report: review if report == "yunxi" else None,
        report=lambda name: parse_report(files.get(f"reports/{name}", "")),
        theme_data=lambda name: parse_theme(files.get(f"themes/{name}", "")),
        term_page=lambda name, number: parse_term(files.get(page_path(f"terms/{name}", number), "")),
    )


def to_html(text: str, context: Context) -> str:
    """The HTML of a page, with the table of contents collected as MkDocs does."""
    return markdown.markdown(text, extensions=["toc", "attr_list", FixedExtension(context)])


class Renderer:
    """Markdown to HTML on the small site, or on a context of the test's own."""

    gold = GOLD

    def context(self, annotated: bool = False) -> Context:
        """The context of the small site, with pinyin if asked for."""
        return site_context(annotated)

    def html(self, text: str, context: Context | None = None) -> str:
        """The HTML of a page."""
        return to_html(text, context or site_context())

    def __call__(self, text: str, context: Context | None = None) -> BeautifulSoup:
        """The HTML of a page, parsed."""
        return BeautifulSoup(self.html(text, context), "html.parser")


@pytest.fixture(scope="session")
def render() -> Renderer:
    """See :class:`Renderer`."""
    return Renderer()
