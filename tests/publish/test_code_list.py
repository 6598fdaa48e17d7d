"""The page of all codes holds what `duizhao explain` prints, in both languages, and nothing acts in it."""

from __future__ import annotations

import inspect
from typing import Any

from markdown.serializers import to_html_string

from build_scripts.code_names import chinese_name
from build_scripts.codes import REGISTRY
from build_scripts.publish.code_list import code_link, explanation
from build_scripts.publish.context import Context


def test_every_code_has_its_entry_with_the_text_that_explain_prints(render: Any) -> None:
    page = render("# 代码 · Codes\n\n<!-- codes -->")
    assert [heading["id"] for heading in page.select("h2")][1:] == [
        "stage-s",
        "stage-a",
        "stage-t",
        "stage-p",
    ]
    assert len(page.select("h3")) == len(REGISTRY)
    for code, known in REGISTRY.items():
        heading = page.find("h3", id=code.lower())
        assert heading.select_one("code").get_text() == code
        assert chinese_name(code).name in heading.get_text()
        entry = heading.find_next_sibling("div")
        assert entry.select_one(".dz-zh").get_text(strip=True).endswith("。")
        printed = inspect.cleandoc(known.explanation).replace("`", "")
        assert squeezed(entry.select_one(".dz-en").get_text()) == squeezed(printed), code


def squeezed(text: str) -> str:
    """``text`` without white space, which pages and terminals set differently."""
    return "".join(text.split())


def test_examples_keep_their_lines_and_columns() -> None:
    made = explanation("Wrong:\nit is.\n\nExample:\n    a   b\n      c\n\n    d <i>\n\nSee `x<y`.")
    assert [to_html_string(part) for part in made] == [
        "<p>Wrong: it is.</p>",
        "<p>Example:</p>",
        "<pre><code>a   b\n  c\n\nd &lt;i&gt;</code></pre>",
        "<p>See <code>x&lt;y</code>.</p>",
    ]


def test_a_code_that_nobody_knows_is_no_link() -> None:
    assert code_link("C010", Context()).get("href") == "/codes.md#c010"
    assert code_link("X999", Context()).tag == "span"
