"""Each run of text says its language, on each kind of page: a screen reader has a voice for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

pytestmark = pytest.mark.e2e

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff]")
WORDS = re.compile(r"[a-z]{2,} [a-z]{2,}", re.IGNORECASE)
SILENT = {"script", "style", "template", "rt"}
"""What is no text, and pinyin, which belongs to its word."""


def runs(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Each text node of the body with its language."""
    for node in tree.find("body").iter():
        inside = isinstance(node.tag, str) and node.tag not in SILENT
        if inside and (node.text or "").strip():
            yield node.text.strip(), language(node)
        if (node.tail or "").strip() and node.getparent().tag not in SILENT:
            yield node.tail.strip(), language(node.getparent())


def language(node: HtmlElement) -> str:
    found = node.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return found[0] if found else ""


def test_chinese_is_marked_as_chinese_on_every_page(built_site: Path) -> None:
    for path in sorted(built_site.rglob("*.html")):
        tree = html.document_fromstring(path.read_bytes())
        assert tree.get("lang") == "zh-Hans", path
        wrong = [text for text, lang in runs(tree) if HAN.search(text) and not lang.startswith("zh")]
        assert wrong == [], path


def test_english_of_reports_is_marked_as_english(built_site: Path) -> None:
    reports = [path for path in sorted((built_site / "reports").glob("*.html")) if path.stem != "index"]
    assert reports
    for path in reports:
        (article,) = html.document_fromstring(path.read_bytes()).xpath("//article")
        units = article.xpath(".//*[contains(concat(' ', @class, ' '), ' dz-unit ')] | .//h1 | .//h2")
        found = [run for unit in units for run in runs(html.document_fromstring(html.tostring(unit)))]
        english = [text for text, lang in found if lang == "en" and WORDS.search(text)]
        assert len(english) > 5, path
        wrong = [text for text, lang in found if lang != "en" and WORDS.search(text) and not HAN.search(text)]
        assert wrong == [], path
