"""Batches of pages: what is read of them, kept from one build to the next.

A page has a number of six hexadecimal digits, made of its address, by which its files are named and by whose
order pages are counted. Pages whose numbers begin alike are a batch. It is read again where a page of it is
another than before; of all others the record is enough.
"""

from __future__ import annotations

import contextlib
import json
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from build_scripts.digests import digest
from build_scripts.files import write_if_changed
from build_scripts.search.pages import read_page
from build_scripts.search.postings import Entry, Gathered, entries_of, gather, write_run
from build_scripts.search.texts import Facts, chinese_text, english_text
from build_scripts.search.words import words_of
from build_scripts.zipped import gzipped

INDEXES = ("zh", "en", "py")
LANGUAGES = ("zh", "en")

DIGITS = 6
_NUMBERS = 16**DIGITS
_PAGES = 64
_MOST = 128
"""Batches at most: as many files are read at once, and not every system lets a program open more than 250."""

BOUNDS: Mapping[str, str] = {"zh": "丰八合工振村理资", "en": "cefhlprt", "py": "dghjlqsxz"}
"""Where the parts of each index begin, which are merged by themselves: some tenth of the words is in each."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a page: its ``number``, the ``stamp`` of what it was read from, how many units and
    English words it has. ``found``: whether it is one that can be found at all."""

    number: int
    stamp: str
    units: int = 0
    english: int = 0
    found: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a batch: its ``pages`` by address in the order of their numbers; what Latin words in
    its Chinese begin with; the bytes of its runs by index. ``read``: how many pages were new."""

    pages: Mapping[str, Kept]
    latin: Sequence[str]
    sizes: Mapping[str, int]
    read: int = 0


def parts_of(index: str) -> range:
    """The numbers of the parts of an index."""
    return range(len(BOUNDS[index]) + 1)


def numbered(paths: Iterable[str]) -> dict[str, int]:
    """The number of each page, in their order. Where two would have one, the second takes the next.

    >>> list(numbered(["reports/hill.html", "about.html"]))
    ['about.html', 'reports/hill.html']
    """
    taken: dict[int, str] = {}
    for path in sorted(paths):
        number = int(digest(path, DIGITS), 16)
        while number in taken:
            number = (number + 1) % _NUMBERS
        taken[number] = path
    return {path: number for number, path in sorted(taken.items())}


def batches(numbers: Mapping[str, int]) -> list[list[str]]:
    """The pages of each batch; how many there are depends on the number of pages, roughly.

    Args:
        numbers: what :func:`numbered` gives.
    """
    count = 1
    while count < _MOST and count * _PAGES < len(numbers):
        count *= 2
    groups = groupby(numbers, key=lambda path: numbers[path] * count // _NUMBERS)
    made: list[list[str]] = [[] for _ in range(count)]
    for batch, paths in groups:
        made[batch] = list(paths)
    return made


def text_folder(state: Path, language: str) -> Path:
    """Where what is shown of pages lies."""
    return state / "texts" / language


def text_name(number: int) -> str:
    """The file with what is shown of the page of that number."""
    return f"{number:0{DIGITS}x}.pf_text"


def run_file(state: Path, batch: int, index: str, part: int) -> Path:
    """Where the run of a part of an index lies."""
    return state / "runs" / f"{batch:03}-{index}-{part}"


def read_batch(
    site: str, state: str, batch: int, pages: Sequence[tuple[str, int, Facts]], refresh: bool = True
) -> Record:
    """Bring what is kept of a batch up to date.

    Args:
        site: the folder of the built site.
        state: the folder of what is kept.
        batch: its number.
        pages: the address, number and facts of each, in the order of their numbers.
        refresh: whether pages that changed are read; otherwise a record there is will do.
    """
    folder = Path(state)
    file = folder / "runs" / f"{batch:03}.json"
    known = _load(file)
    if known and not refresh:
        return known
    sources = {path: (Path(site) / path).read_bytes() for path, _, _ in pages}
    stamps = {path: _stamp(sources[path], facts) for path, _, facts in pages}
    before = known.pages if known else {}
    if known and stamps == {path: kept.stamp for path, kept in before.items()}:
        return known
    file.unlink(missing_ok=True)
    for kept in before.values():
        for language in LANGUAGES:
            (text_folder(folder, language) / text_name(kept.number)).unlink(missing_ok=True)
    record = _made(folder, batch, pages, sources, stamps)
    found = [path for path, kept in record.pages.items() if kept.found]
    new = sum(1 for path in found if path not in before or before[path].stamp != stamps[path])
    _store(file, record)
    return Record(record.pages, record.latin, record.sizes, new)


def _stamp(source: bytes, facts: Facts) -> str:
    return f"{sha256(source).hexdigest()[:32]} {facts.kind} {facts.year}"


def _made(
    state: Path,
    batch: int,
    pages: Sequence[tuple[str, int, Facts]],
    sources: Mapping[str, bytes],
    stamps: Mapping[str, str],
) -> Record:
    """Read the pages of a batch, and write its runs and what is shown of its pages."""
    records: dict[str, Kept] = {}
    gathered: dict[str, Gathered] = {index: Gathered(list) for index in INDEXES}
    latin: set[str] = set()
    folders = {language: text_folder(state, language) for language in LANGUAGES}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for path, number, facts in pages:
        page = read_page(path, sources[path])
        records[path] = Kept(number, stamps[path])
        if page is None:
            continue
        words = words_of(page)
        records[path] = Kept(number, stamps[path], words.units, words.english, True)
        for index, found in gathered.items():
            gather(found, count, getattr(words, index))
        latin |= words.latin
        count += 1
        for language, text in (
            ("zh", chinese_text(page, words, facts)),
            ("en", english_text(page, words, facts)),
        ):
            _write_text(folders[language], text_name(number), text)
    sizes = {index: _write_runs(state, batch, index, found) for index, found in gathered.items()}
    return Record(records, sorted(latin), sizes)


def _write_text(folder: Path, name: str, text: str) -> None:
    if text:
        # By its name as a text: of a path a large site would need thousands.
        with open(f"{folder}/{name}", "wb") as file:
            file.write(gzipped(text.encode()))


def _write_runs(state: Path, batch: int, index: str, found: Gathered) -> int:
    parts: list[list[Entry]] = [[] for _ in parts_of(index)]
    for entry in entries_of(found):
        parts[bisect(BOUNDS[index], entry.word)].append(entry)
    (state / "runs").mkdir(parents=True, exist_ok=True)
    return sum(write_run(run_file(state, batch, index, part), held) for part, held in enumerate(parts))


def _load(file: Path) -> Record | None:
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        data = json.loads(file.read_text(encoding="utf-8"))
        pages = {path: Kept(*kept) for path, kept in data["pages"].items()}
        return Record(pages, data["latin"], data["sizes"])
    return None


def _store(file: Path, record: Record) -> None:
    pages = {
        path: [kept.number, kept.stamp, kept.units, kept.english, kept.found]
        for path, kept in record.pages.items()
    }
    text = json.dumps({"pages": pages, "latin": record.latin, "sizes": record.sizes}, ensure_ascii=False)
    write_if_changed(file, text, again=True)
