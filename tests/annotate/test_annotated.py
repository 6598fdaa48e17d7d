"""The texts of a report with their words."""

from __future__ import annotations

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.lexicon import EMPTY
from build_scripts.sync.marks import Status
from build_scripts.sync.page import parse

PAGE = """\
---
title: 山村新事
title_en: News from a Hill Village
date: 2021-03-02
---

<!-- zh 00000001 heading -->

> 修路

<!-- en human -->

A road

<!-- zh 00000002 paragraph -->

> 干部进山村。

<!-- en todo -->

<!-- orphans -->

<!-- zh 00000003 paragraph -->

> 没有了。

<!-- en orphan -->

Gone.
"""


def test_texts_in_reading_order_with_what_their_english_is() -> None:
    page = annotate_page("hill", parse(PAGE), EMPTY)
    assert (page.id, page.date) == ("hill", "2021-03-02")
    assert [(text.anchor, text.role, text.zh, text.en, text.status) for text in page.texts] == [
        ("", "title", "山村新事", "News from a Hill Village", Status.HUMAN),
        ("u-00000001", "heading", "修路", "A road", Status.HUMAN),
        ("u-00000002", "paragraph", "干部进山村。", "", Status.TODO),
    ]
    assert not any(text.machine for text in page.texts)


def test_the_words_joined_are_the_text() -> None:
    for text in annotate_page("hill", parse(PAGE), EMPTY).texts:
        assert "".join(word.text for word in text.words) == text.zh
