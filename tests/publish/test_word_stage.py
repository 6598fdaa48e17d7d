"""The files of words on disk: made, left alone while nothing changes, mended, cleared of what is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.annotate.lexicon import EMPTY, load_lexicon
from build_scripts.annotate.vocabulary import PageVocabulary, PageWord, SpelledWord
from build_scripts.library import Project
from build_scripts.publish import word_stage
from build_scripts.publish.vocabulary_file import load_vocabulary
from build_scripts.publish.word_data import FILES, file_of
from build_scripts.publish.word_stage import distinct, write_words

WEAK = SpelledWord("软弱", "ruǎnruò")
ROAD = SpelledWord("修路", "xiūlù")


def page(*words: SpelledWord) -> PageVocabulary:
    best = tuple(PageWord(word, 1, order, f"u-{order}") for order, word in enumerate(words, start=1))
    return PageVocabulary(words, len(words), best, " ".join(word.text for word in words))


WORDS = {"hill": page(WEAK, ROAD), "river": page(WEAK)}


def made(project: Project) -> dict[str, bytes]:
    folders = (project.word_data, project.vocabulary_data)
    return {path.name: path.read_bytes() for folder in folders for path in sorted(folder.glob("*"))}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    assert write_words(made, WORDS, EMPTY)
    return made


def test_a_file_a_report_and_the_words_of_all(project: Project) -> None:
    assert len(list(project.word_data.glob("*.js"))) == FILES
    script = (project.word_data / f"{file_of('软弱')}.js").read_text(encoding="utf-8")
    assert script.count('"word":"软弱"') == 1 and "weak" in script
    hill = load_vocabulary(project.vocabulary_data / "hill.json")
    assert hill is not None and hill.words == 2 and [row.text for row in hill.rows][:1] == ["软弱"]


def test_without_a_change_nothing_is_looked_up(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_stage, "load_dictionary", lambda: pytest.fail("the dictionary was read"))
    before = made(project)
    assert not write_words(project, WORDS, EMPTY)
    assert made(project) == before


def test_a_change_of_words_or_glossary_is_seen(project: Project) -> None:
    assert write_words(project, {"hill": page(WEAK, ROAD), "river": page(ROAD)}, EMPTY)
    lexicon = load_lexicon({"docs/glossary/g.md": "<!-- glossary -->\n\n## 修路\n\n- en: road building\n"})[0]
    assert write_words(project, WORDS, lexicon)
    assert not write_words(project, WORDS, lexicon)


def test_what_is_missing_comes_back_and_what_is_gone_goes(project: Project) -> None:
    before = made(project)
    (project.word_data / "7.js").unlink()
    (project.vocabulary_data / "river.json").unlink()
    assert write_words(project, WORDS, EMPTY)
    assert made(project) == before
    assert write_words(project, {"hill": WORDS["hill"]}, EMPTY)
    assert [path.name for path in project.vocabulary_data.iterdir()] == ["hill.json"]


def test_a_file_that_a_power_failure_cut_short_is_made_again(project: Project) -> None:
    before = made(project)
    for path in (project.word_data / "7.js", project.vocabulary_data / "river.json"):
        whole = path.read_bytes()
        path.write_bytes(whole[:-1])
        assert write_words(project, WORDS, EMPTY)
        assert path.read_bytes() == whole
    assert made(project) == before and not write_words(project, WORDS, EMPTY)


def test_warm_or_cold_the_files_are_the_same(project: Project, tmp_path: Path) -> None:
    other = {"hill": page(ROAD), "lake": page(WEAK)}
    write_words(project, other, EMPTY)
    cold = Project(tmp_path / "cold")
    write_words(cold, dict(reversed(other.items())), EMPTY)
    assert made(project) == made(cold)


def test_what_one_report_knows_of_a_word_counts_for_all() -> None:
    term, place = (
        SpelledWord("软弱", "ruǎnruò", term="t"),
        SpelledWord("修路", "xiūlù", place=True),
    )
    found = distinct({"a": page(WEAK, ROAD), "b": page(term, place)})
    assert found["软弱", "ruǎnruò"].term == "t" and found["修路", "xiūlù"].place
    assert found == distinct({"b": page(term, place), "a": page(WEAK, ROAD)})
