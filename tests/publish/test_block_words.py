"""The words of a report are kept for its page, which shows the same with them and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.words import annotate
from build_scripts.publish import block_words
from build_scripts.publish.block_words import (
    BlockWords,
    load_block_words,
    prune_block_words,
    words_stamp,
    write_block_words,
)
from build_scripts.sync.page import parse
from build_scripts.sync.text import zh_hash

ZH = "“一肩挑”的村党组织书记，走访了3户。"
GLOSSARY = """<!-- glossary -->

## 一肩挑
- en: holding both posts
- source: own

一人任两职。

Two posts.
"""


def lexicon(text: str = GLOSSARY) -> Lexicon:
    return load_lexicon({"docs/glossary/a.md": text})[0]


def shown(words: object) -> list[tuple[str, str | None, str | None]]:
    return [(word.text, word.pinyin, word.term) for word in words]  # type: ignore[attr-defined]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The words of a report with one paragraph, as the pipeline keeps them."""
    text = f"---\ntitle: 新事\n---\n\n<!-- zh {zh_hash(ZH)} paragraph -->\n\n> {ZH}\n\n<!-- en todo -->\n"
    annotated = annotate_page("a", parse(text), lexicon())
    write_block_words(tmp_path / "a.json", words_stamp("program", lexicon()), annotated.texts)
    return tmp_path / "a.json"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts whose words are found anew."""
    texts: list[str] = []

    def counted(text: str, known: Lexicon) -> object:
        texts.append(text)
        return annotate(text, known)

    monkeypatch.setattr(block_words, "annotate", counted)
    return texts


def test_the_words_of_a_report_are_those_that_were_read(file: Path, asked: list[str]) -> None:
    words = BlockWords(lexicon(), lambda: "program")
    words.ready(file)
    assert shown(words(ZH)) == shown(annotate(ZH, lexicon())) and not asked
    assert any(word.term for word in words(ZH))
    assert shown(words("新事")) == shown(annotate("新事", lexicon())) and not asked


def test_what_is_not_among_them_is_read_anew(file: Path, asked: list[str]) -> None:
    words = BlockWords(lexicon(), lambda: "program")
    words.ready(file)
    assert shown(words("修了桥")) == shown(annotate("修了桥", lexicon())) and asked == ["修了桥"]
    words.ready(file.with_name("other.json"))
    assert shown(words(ZH)) == shown(annotate(ZH, lexicon())) and asked == ["修了桥", ZH]


@pytest.mark.parametrize("damage", ["", "no seal", "{}\n[]", "\ud800"])
def test_a_damaged_file_is_as_good_as_none(file: Path, damage: str, asked: list[str]) -> None:
    file.write_text(damage, encoding="utf-8", errors="replace")
    words = BlockWords(lexicon(), lambda: "program")
    words.ready(file)
    assert shown(words(ZH)) == shown(annotate(ZH, lexicon())) and asked == [ZH]


def test_they_are_good_for_one_program_and_one_glossary(file: Path) -> None:
    assert load_block_words(file, lambda: words_stamp("program", lexicon()))
    assert not load_block_words(file, lambda: words_stamp("program 2", lexicon()))
    for change in (
        ("一肩挑", "双肩挑"),
        ("- en", "- pinyin: yījiāntiāo\n- en"),
        ("- en", "- variants: 书记\n- en"),
    ):
        changed = lexicon(GLOSSARY.replace(*change, 1))
        assert changed.terms and not load_block_words(file, lambda: words_stamp("program", changed))  # noqa: B023
    # What an entry explains has no say in the words.
    explained = lexicon(GLOSSARY.replace("Two posts.", "Two posts, one person."))
    assert load_block_words(file, lambda: words_stamp("program", explained))


@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("words")
    page = parse("---\ntitle: 新事\n---\n")
    (title,) = annotate_page("a", page, lexicon()).texts
    rows = [type(title)("", "title", zh, "", title.status, False, annotate(zh, lexicon())) for zh in texts]
    write_block_words(folder / "a.json", "stamp", rows)
    found = load_block_words(folder / "a.json", lambda: "stamp")
    assert {zh: shown(words) for zh, words in found.items()} == {
        zh: shown(annotate(zh, lexicon())) for zh in texts
    }


def test_files_of_reports_that_are_gone_go(file: Path) -> None:
    file.with_name("gone.json").write_text("x", encoding="utf-8")
    prune_block_words(file.parent, ["a"])
    assert [path.name for path in file.parent.iterdir()] == ["a.json"]
    prune_block_words(file.parent / "none", [])
