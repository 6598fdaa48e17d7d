"""What the pop-ups show, as scripts that a browser loads when a reader first asks for a word.

``docs/assets/words/0.js`` … ``255.js``: each word of the reports, once for the whole site, is in the file of
its hash (:func:`file_of`), so that a tap loads a few kilobytes however many reports there are, and the same
file serves the next report. They are scripts that call ``duizhaoWords``, not JSON, because a page that was
opened from the disk may load a script and nothing else. Each word is an object:

    word, pinyin, hsk (0: in no list), senses, and where there are any traditional, cedict (a sense is
    CC-CEDICT's), place, parts (text, pinyin, sense), term (id, zh, pinyin, en, page, anchor, note in Chinese
    and in English) and links (zh, en, page, anchor)

``page`` is from docs/, with ``.md``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.annotate.sentences import chinese_sentences, english_sentences
from build_scripts.annotate.word_help import WordHelp
from build_scripts.publish.english import plain_english
from build_scripts.publish.page_names import term_path

FILES = 256
"""How many files the words are spread over: some 20 KB each at a hundred thousand words. duizhao-words.js has
the same number."""

_UNSAFE = re.compile("[<\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class WordLink:
    """A page that tells more of a word: its label in both languages, the page from docs/, the anchor."""

    zh: str
    en: str
    page: str
    anchor: str = ""


def file_of(word: str) -> int:
    """The number of the file in which ``word`` stands; duizhao-words.js computes the same.

    >>> file_of("基层"), file_of("")
    (45, 0)
    """
    found = 0
    for char in word:
        found = (found * 31 + ord(char)) % 65521
    return found % FILES


def word_file(
    number: int,
    words: Iterable[WordHelp],
    lexicon: Lexicon,
    links: Mapping[str, tuple[WordLink, ...]] | None = None,
) -> str:
    """The text of a file.

    Args:
        number: that of the file.
        words: each word that stands in it (:func:`file_of`) once in each of its readings, in any order.
        lexicon: the glossary, with all terms of ``words``.
        links: pages about a word, by its text.
    """
    entries: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda word: (word.text, word.pinyin)):
        entry = _entry(word, (links or {}).get(word.text, ()))
        if word.term and (term := lexicon.by_id.get(word.term)):
            entry["term"] = _term(term)
        entries.append(entry)
    return _script(number, entries)


def _entry(word: WordHelp, links: tuple[WordLink, ...]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "word": word.text,
        "pinyin": word.pinyin,
        "hsk": word.level,
        "senses": list(word.meaning.senses),
    }
    known = {
        "traditional": word.meaning.traditional,
        "cedict": word.meaning.cedict or bool(word.parts),
        "place": word.place,
        "parts": [[part.text, part.pinyin, part.sense] for part in word.parts],
        "links": [{"zh": at.zh, "en": at.en, "page": at.page, "anchor": at.anchor} for at in links],
    }
    return entry | {name: value for name, value in known.items() if value}


def _term(term: Term) -> dict[str, Any]:
    """A term as far as a pop-up tells it: the first sentence of its explanation in each language."""
    chinese = plain_english(term.explanation_zh)
    english = plain_english(term.explanation_en)
    first = chinese_sentences(chinese, semicolons=False)[:1]
    return {
        "id": term.id,
        "zh": term.zh,
        "pinyin": term.pinyin or "",
        "en": term.en,
        "page": term_path(term.id),
        "anchor": "",
        "note": [
            "".join(chinese[start:end] for start, end in first),
            "".join(english_sentences(english, semicolons=False)[:1]),
        ],
    }


def _script(number: int, entries: list[dict[str, Any]]) -> str:
    """A file: one word a line, so that a change shows in a difference."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)
    data = _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", lines)
    return f"duizhaoWords({number},[\n{data}\n]);\n"
