"""The index of a built site: site/ → site/search/. This, :mod:`.batches` and :mod:`.program` know files.

What was read of the pages is kept in .duizhao/search from one build to the next, and so is the index made
of it: batches of pages that are as they were are not read again; where no page changed nothing is merged.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from build_scripts.cache import fingerprint
from build_scripts.clean.script import traditional_forms
from build_scripts.digests import digest
from build_scripts.files import write_bytes_if_changed, write_if_changed
from build_scripts.processes import in_processes
from build_scripts.publish.entity_file import Reference
from build_scripts.publish.site import Site
from build_scripts.search.batches import (
    INDEXES,
    LANGUAGES,
    Kept,
    Record,
    batches,
    numbered,
    parts_of,
    read_batch,
    run_file,
    text_folder,
    text_name,
)
from build_scripts.search.facets import filter_lists, filters_of, labels, shards, suggestions
from build_scripts.search.pieces import (
    COMPRESSED,
    Piece,
    cut,
    listed,
    packed,
    piece_size,
    short_names,
)
from build_scripts.search.places import place_names
from build_scripts.search.postings import merged, read_run
from build_scripts.search.program import write_program
from build_scripts.search.syllables import SYLLABLES
from build_scripts.search.texts import Facts
from build_scripts.zipped import gzipped

FOLDER = "search"
_NOT_FOUND = frozenset({"404.html"})
_VERSION = "1.5.2"
"""Of Pagefind, whose program compares it with its own."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a run did: how many ``pages`` can be found, and how many were ``read`` because they are new."""

    pages: int
    read: int


def build_search(
    site_dir: Path,
    site: Site,
    state: Path,
    named: Sequence[Reference] = (),
    places: Mapping[str, Sequence[str]] = MappingProxyType({}),
    *,
    jobs: int = 1,
    refresh: bool = True,
) -> Built:
    """Make ``site_dir``/search of the built pages.

    Args:
        site_dir: the built site.
        site: what is known of its reports, for filters and suggestions.
        named: what reports name and has a page, for suggestions.
        places: for each report the codes of its places, for filters.
        state: a folder of the program's, kept from one build to the next; it can be deleted at any time.
        jobs: processes; 0 stands for one per processor.
        refresh: whether to bring the index up to date; otherwise that of an earlier run will do.

    Raises:
        SearchError: Pagefind's program could not be had.
        OSError: a folder cannot be written to.
    """
    numbers = numbered(_pages(site_dir))
    held = batches(numbers)
    _begin(state, len(held))
    filters = {path: filters_of(path, site, places) for path in numbers}
    facts = {path: Facts(*filters[path]["kind"], *filters[path].get("year", ())) for path in numbers}
    items = [
        (str(site_dir), str(state), batch, [(path, numbers[path], facts[path]) for path in paths], refresh)
        for batch, paths in enumerate(held)
    ]
    records = list(in_processes(read_batch, items, jobs))
    pages = {path: kept for record in records for path, kept in record.pages.items() if kept.found}
    _merge(state, records, jobs)
    write_program(state / "program")
    folder = site_dir / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    _publish(state, folder, pages)
    _publish_facets(folder, [filters[path] for path in pages])
    _publish_tables(folder, site, named, places, sorted({one for record in records for one in record.latin}))
    return Built(len(pages), sum(record.read for record in records))


def _pages(site_dir: Path) -> Iterator[str]:
    for path in site_dir.rglob("*.html"):
        shown = path.relative_to(site_dir).as_posix()
        if shown not in _NOT_FOUND and not shown.startswith(f"{FOLDER}/"):
            yield shown


def _begin(state: Path, count: int) -> None:
    """Forget what another program kept, or one that divided the pages otherwise."""
    key = f"{fingerprint(('search', 'annotate', 'publish'), ('lxml', 'pagefind', 'snowballstemmer'))} {count}"
    file = state / "program.txt"
    with contextlib.suppress(OSError):
        if file.read_text(encoding="utf-8") == key:
            return
    shutil.rmtree(state, ignore_errors=True)
    write_if_changed(file, key, again=True)


def _merge(state: Path, records: Sequence[Record], jobs: int) -> None:
    """Merge the runs of all batches, unless the index is of these very pages."""
    pages = [f"{kept.number} {kept.stamp}" for record in records for kept in record.pages.values()]
    key = digest("\n".join(pages))
    file = state / "merged.txt"
    with contextlib.suppress(OSError):
        if file.read_text(encoding="utf-8") == key:
            return
    file.unlink(missing_ok=True)
    befores, total = [], 0
    for record in records:
        befores.append(total)
        total += sum(kept.found for kept in record.pages.values())
    sizes = {index: sum(record.sizes[index] for record in records) for index in INDEXES}
    parts = [(index, part) for index in INDEXES for part in parts_of(index)]
    items = [(str(state), index, part, befores, sizes[index]) for index, part in parts]
    found: dict[str, list[Piece]] = {index: [] for index in INDEXES}
    for (index, _), pieces in zip(parts, in_processes(merge_part, items, jobs), strict=True):
        found[index] += pieces
    for index, pieces in found.items():
        write_if_changed(state / f"index-{index}.json", json.dumps(pieces, ensure_ascii=False), again=True)
        names = {one.name for one in pieces}
        for path in (state / f"index-{index}").iterdir():
            if path.name not in names:
                path.unlink()
    write_if_changed(file, key, again=True)


def merge_part(state: str, index: str, part: int, befores: Sequence[int], size: int) -> list[Piece]:
    """Merge the runs of a part of an index, and write its pieces.

    Args:
        state: the folder of what is kept.
        index: which.
        part: the number of the part.
        befores: for each batch the number of pages before its own.
        size: of all runs of the index, in bytes.
    """
    folder = Path(state) / f"index-{index}"
    folder.mkdir(parents=True, exist_ok=True)
    files = [run_file(Path(state), batch, index, part) for batch in range(len(befores))]
    runs = [read_run(file, before) for file, before in zip(files, befores, strict=True)]
    target = round(piece_size(round(size * COMPRESSED)) / COMPRESSED)
    found = []
    for first, last, data in cut(merged(runs), target):
        name, made = packed(data)
        found.append(Piece(first, last, name))
        if not (folder / name).is_file():
            write_bytes_if_changed(folder / name, made, again=True)
    return found


def _publish(state: Path, folder: Path, pages: Mapping[str, Kept]) -> None:
    """Put the program, the indexes and what is shown of pages into the site."""
    shutil.copytree(state / "program", folder, copy_function=_linked)
    names = {"pages": _packed(folder, "pages", _page_list(list(pages.values())))}
    for index in INDEXES:
        kept = json.loads((state / f"index-{index}.json").read_text(encoding="utf-8"))
        pieces = [Piece(*one) for one in kept]
        short = short_names([one.name for one in pieces])
        (folder / index / "index").mkdir(parents=True)
        for one, name in zip(pieces, short, strict=True):
            # Texts, not paths, of which a large site would need thousands.
            _linked(f"{state}/index-{index}/{one.name}", f"{folder}/{index}/index/{name}.pf_index")
        shown = [Piece(one.first, one.last, name) for one, name in zip(pieces, short, strict=True)]
        names[index] = _packed(folder, index, listed(shown))
    for language in LANGUAGES:
        target = folder / "texts" / language
        target.mkdir(parents=True)
        source = text_folder(state, language)
        there = set(os.listdir(source)) if source.is_dir() else set()
        for name in [text_name(page.number) for page in pages.values()]:
            if name in there:
                _linked(f"{source}/{name}", f"{target}/{name}")
    entry = {"version": _VERSION, "names": names}
    write_if_changed(folder / "entry.json", json.dumps(entry), again=True)


def _page_list(pages: Sequence[Kept]) -> str:
    """The pages in order as JSON: their numbers, each counted from the one before, and how many units and
    English words they have, in two digits: they weigh what is found, and a twentieth is no matter there."""
    before = [0, *(page.number for page in pages)]
    numbers = [page.number - last for page, last in zip(pages, before, strict=False)]
    counts = [[_rounded(page.units) for page in pages], [_rounded(page.english) for page in pages]]
    return json.dumps([numbers, *counts], separators=(",", ":"))


def _rounded(count: int) -> int:
    return round(count, 2 - len(str(count)))


def _packed(folder: Path, name: str, text: str) -> str:
    """Write a compressed file, which is named by its content; gives the name."""
    data = text.encode()
    file = f"{name}.{digest(text, 10)}.pf_list"
    write_bytes_if_changed(folder / file, gzipped(data, 9), again=True)
    return file


def _publish_facets(folder: Path, filters: Sequence[Mapping[str, Sequence[str]]]) -> None:
    for name, text in filter_lists(filters).items():
        write_if_changed(folder / "filter" / f"{name}.json", text, again=True)


def _publish_tables(
    folder: Path,
    site: Site,
    named: Sequence[Reference],
    places: Mapping[str, Sequence[str]],
    latin: Sequence[str],
) -> None:
    """Put into the site what is shown and asked beside the indexes."""
    write_if_changed(folder / "labels.json", labels(site, any(places.values())), again=True)
    write_if_changed(folder / "places.json", place_names(places), again=True)
    write_if_changed(folder / "syllables.json", json.dumps(sorted(SYLLABLES)), again=True)
    write_if_changed(folder / "latin.json", json.dumps(latin, ensure_ascii=False), again=True)
    write_if_changed(
        folder / "simplified.json", json.dumps(traditional_forms(), ensure_ascii=False), again=True
    )
    for name, text in shards(suggestions(site, named)).items():
        write_if_changed(folder / "suggest" / f"{name}.json", text, again=True)


def _linked(source: str, target: str) -> None:
    """A second name for a file, of which a large site has thousands; a copy where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
