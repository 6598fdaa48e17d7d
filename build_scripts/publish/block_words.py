"""The words of each report as they were read, kept so that its page need not find them once more.

``.duizhao/words/ID.json`` is a seal, which names all that decides the words besides the text itself, and a
line of JSON: for each Chinese text of the report the text, how many characters each of its words has, the
pinyin of each, the numbers of those that are terms with the ids of these, and of those that are places. The
law (tested): with these files, without them and with damaged ones a page is the same. A text that is not in
them is read anew.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from build_scripts.annotate.annotated import AnnotatedText
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.word import Word
from build_scripts.annotate.words import annotate
from build_scripts.cache import sealed, unsealed
from build_scripts.digests import digest
from build_scripts.files import write_bytes_if_changed

FOLDER = "words"
"""Where the files lie, beside the data of the site."""

_TEXTS = 1024
"""Texts that stand in no such file are asked for on several pages (titles) or twice on one."""


class ShownWord(NamedTuple):
    """A word as far as a page shows and glosses it; see :class:`build_scripts.annotate.word.Word`."""

    text: str
    pinyin: str | None
    term: str | None
    start: int
    end: int
    place: bool


_made = partial(tuple.__new__, ShownWord)


def words_stamp(program: str, lexicon: Lexicon) -> str:
    """A name for all that decides the words of any text.

    Args:
        program: what ``build_scripts.cache.whole_program`` gives.
        lexicon: the glossary, of whose entries the expressions and the pinyin count.
    """
    said = repr([(term.id, term.zh, term.variants, term.pinyin) for term in lexicon.terms])
    return digest(f"{program}{said}")


def write_block_words(file: Path, stamp: str, texts: Iterable[AnnotatedText]) -> None:
    """Keep the words of a report. Where that cannot be done its page has more to do: no more."""
    rows = [
        (
            text.zh,
            [len(word.text) for word in text.words],
            [word.pinyin for word in text.words],
            [(at, word.term) for at, word in enumerate(text.words) if word.term],
            [at for at, word in enumerate(text.words) if word.place],
        )
        for text in texts
    ]
    body = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    with contextlib.suppress(OSError):
        write_bytes_if_changed(file, sealed(stamp, body), again=True)


def load_block_words(file: Path, stamp: Callable[[], str]) -> Mapping[str, tuple[ShownWord, ...]]:
    """The words of the texts of a report by these; none where there is no file, or no good one."""
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    if (body := unsealed(data, stamp())) is None:
        return {}
    return {
        zh: tuple(_words(zh, *of_text)) for zh, *of_text in json.loads(body.decode("utf-8", "surrogatepass"))
    }


def prune_block_words(folder: Path, names: Iterable[str]) -> None:
    """Delete the files of reports that are gone."""
    kept = {f"{name}.json" for name in names}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name not in kept:
            path.unlink()


def _words(
    zh: str,
    sizes: Sequence[int],
    pinyins: Sequence[str | None],
    terms: Sequence[tuple[int, str]],
    places: Sequence[int],
) -> list[ShownWord]:
    by_number = dict(terms)
    words: list[ShownWord] = []
    start = 0
    for at, (size, pinyin) in enumerate(zip(sizes, pinyins, strict=True)):
        end = start + size
        words.append(_made((zh[start:end], pinyin, by_number.get(at), start, end, at in places)))
        start = end
    return words


class BlockWords:
    """The words of any text with a glossary: what ``annotate`` gives, as far as a page shows it.

    Of the report in work the words are taken from its file, if :meth:`ready` was told of it.
    """

    def __init__(self, lexicon: Lexicon, program: Callable[[], str]) -> None:
        """``program``: asked for once there is a file to compare it with."""
        self._read: Mapping[str, tuple[ShownWord, ...]] = {}
        self._stamp = lru_cache(maxsize=1)(lambda: words_stamp(program(), lexicon))
        self._annotated = lru_cache(maxsize=_TEXTS)(lambda text: annotate(text, lexicon))

    def __call__(self, text: str) -> Sequence[Word | ShownWord]:
        """The words of ``text``; joined they give the text."""
        return self._read.get(text) or self._annotated(text)

    def ready(self, file: Path) -> None:
        """A report comes next, whose words lie in ``file``, if anywhere: those of the last are let go."""
        self._read = load_block_words(file, self._stamp)
