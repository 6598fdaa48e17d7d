"""The index of a built site: site/ → site/search/. The only module of the search with files and processes.

Copies of the pages are kept in .duizhao/search from one build to the next, and so is the index made of them:
a page that is as it was is not read again, and where no page has changed nothing is indexed.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from build_scripts.cache import fingerprint
from build_scripts.clean.script import traditional_forms
from build_scripts.files import write_if_changed
from build_scripts.processes import in_processes
from build_scripts.publish.entity_file import Reference
from build_scripts.publish.site import Site
from build_scripts.search.copies import FRAGMENT, chinese_copy, english_copy, pinyin_copy
from build_scripts.search.facets import digest, filters_of, labels, shards, suggestions
from build_scripts.search.pages import read_page
from build_scripts.search.pieces import SIGNATURE, SearchError, divide, packed, shared_program, unpacked
from build_scripts.search.places import place_names
from build_scripts.search.syllables import SYLLABLES

INDEXES = ("zh", "en", "py")
FOLDER = "search"
_NOT_FOUND = frozenset({"404.html"})
# Of what Pagefind writes; the rest are user interfaces that this site does not use.
_NEEDED = ("pagefind-entry.json", "*.pf_meta", "fragment", "index", "filter")

LANGUAGE = "en"
"""All indexes are made in one language, so that a reader loads one program: with the stems of English words.
Of Chinese there are none, and the tokens of pinyin end in a figure, which no stem does."""
_PROGRAM, _WASM = "pagefind.js", f"wasm.{LANGUAGE}.pagefind"

_PIECES, _FILTERS = 2, 3
"""Where these lists stand in the metadata: version, pages, pieces, filters, sorts, meta fields."""


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
        SearchError: Pagefind did not work.
        OSError: a folder cannot be written to.
    """
    program = fingerprint(("search", "annotate", "publish"), ("lxml", "pagefind"))
    seen = _load(state / "seen.json", program)
    if seen and not refresh:
        _publish(state, site_dir / FOLDER, site, named, places)
        return Built(_found(seen), 0)
    paths = sorted(_pages(site_dir))
    items = [
        (str(site_dir / path), path, str(state), filters_of(path, site, places), seen.get(path, ""))
        for path in paths
    ]
    now = dict(zip(paths, in_processes(copy_page, items, jobs), strict=True))
    changed = [path for path in paths if now[path] != seen.get(path)]
    _prune(state, [path for path in seen if path not in now])
    if changed or set(seen) - set(now) or not all((state / f"index-{name}").is_dir() for name in INDEXES):
        _forget(state / "seen.json")
        _index_all(state)
        _store(state / "seen.json", program, now)
    _publish(state, site_dir / FOLDER, site, named, places)
    return Built(_found(now), len(changed))


def _found(stamps: Mapping[str, str]) -> int:
    return sum(1 for stamp in stamps.values() if not stamp.endswith("-"))


def _pages(site_dir: Path) -> Iterator[str]:
    for path in site_dir.rglob("*.html"):
        shown = path.relative_to(site_dir).as_posix()
        if shown not in _NOT_FOUND and not shown.startswith(f"{FOLDER}/"):
            yield shown


def copy_page(file: str, path: str, state: str, filters: Mapping[str, Sequence[str]], known: str) -> str:
    """Write the copies of one page, unless ``known`` says that they are there; gives its stamp.

    A stamp that ends in ``-`` is that of a page which is not to be found.
    """
    source = Path(file).read_bytes()
    stamp = f"{sha256(source).hexdigest()[:32]}-{digest(filters)}"
    if known.rstrip("-") == stamp:
        return known
    page = read_page(path, source)
    copies = dict.fromkeys(INDEXES, "")
    if page is not None:
        copies = {
            "zh": chinese_copy(page, filters),
            "en": english_copy(page, filters),
            "py": pinyin_copy(page, filters),
        }
    for name, text in copies.items():
        target = Path(state) / name / path
        if text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        else:
            target.unlink(missing_ok=True)
    return stamp if page is not None else f"{stamp}-"


def _index_all(state: Path) -> None:
    """The Chinese index first: the pinyin index names its fragments, in which the characters are."""
    _index(state, "zh")
    _index(state, "en")
    names = dict(_fragments(state / "index-zh"))
    for path in sorted((state / "py").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        fragment = names.get(path.relative_to(state / "py").as_posix(), "")
        write_if_changed(path, FRAGMENT.sub(f'data-fragment="{fragment}"', text, count=1), again=True)
    _index(state, "py")


def _index(state: Path, name: str) -> None:
    """Run Pagefind over the copies of one index."""
    copies, made = state / name, state / f"index-{name}"
    copies.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(made, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(copies), "--output-path", str(made), "--quiet"]
    command += ["--force-language", LANGUAGE, "--keep-index-url"]
    if not any(copies.rglob("*.html")):
        made.mkdir()
        return
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not (made / "pagefind-entry.json").is_file():
        raise SearchError(f"the search index ({name}) could not be made: {done.stderr or done.stdout}")
    program = shared_program((made / _PROGRAM).read_text(encoding="utf-8"))
    write_if_changed(state / "program" / _PROGRAM, program, again=True)
    shutil.copyfile(made / _WASM, state / "program" / _WASM)
    for path in made.iterdir():
        if not any(path.match(pattern) for pattern in _NEEDED):
            path.unlink()
    _settle(made)


def _settle(made: Path) -> None:
    """Cut the index into finer pieces, and give what Pagefind writes in another order in each run (the list
    of filters) a fixed one (Law 3).

    The metadata are named by their content, and the entry names them.
    """
    entry = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    for code, language in entry["languages"].items():
        file = made / f"pagefind.{language['hash']}.pf_meta"
        meta = unpacked(file.read_bytes())
        meta[_PIECES] = divide(made / "index", meta[_PIECES], code)
        meta[_FILTERS] = sorted(meta[_FILTERS])
        name, data = packed(meta)
        language["hash"] = f"{language['hash'].partition('_')[0]}_{name}"
        file.unlink()
        (made / f"pagefind.{language['hash']}.pf_meta").write_bytes(data)
    (made / "pagefind-entry.json").write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _fragments(made: Path) -> Iterator[tuple[str, str]]:
    """The name of each page's fragment in an index."""
    for path in sorted((made / "fragment").glob("*.pf_fragment")):
        data = gzip.decompress(path.read_bytes())
        yield json.loads(data.removeprefix(SIGNATURE))["url"].removeprefix("/"), path.stem


def _publish(
    state: Path,
    folder: Path,
    site: Site,
    named: Sequence[Reference],
    places: Mapping[str, Sequence[str]],
) -> None:
    """Put the indexes and what belongs to them into the site."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in INDEXES:
        shutil.copytree(state / f"index-{name}", folder / name, copy_function=_linked)
    if (state / "program").is_dir():
        shutil.copytree(state / "program", folder, copy_function=_linked, dirs_exist_ok=True)
    write_if_changed(folder / "labels.json", labels(site, any(places.values())), again=True)
    write_if_changed(folder / "places.json", place_names(places), again=True)
    write_if_changed(folder / "syllables.json", json.dumps(sorted(SYLLABLES)), again=True)
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


def _prune(state: Path, gone: Sequence[str]) -> None:
    for path in gone:
        for name in INDEXES:
            (state / name / path).unlink(missing_ok=True)


def _load(file: Path, program: str) -> dict[str, str]:
    """The stamps of the pages whose copies are there; none where they are another program's."""
    with contextlib.suppress(OSError, ValueError):
        data = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(data, dict) and data.get("program") == program and isinstance(data.get("pages"), dict):
            return {str(path): str(stamp) for path, stamp in data["pages"].items()}
    shutil.rmtree(file.parent, ignore_errors=True)
    return {}


def _forget(file: Path) -> None:
    """While an index is made none is there: what a killed run leaves behind is no index."""
    file.unlink(missing_ok=True)


def _store(file: Path, program: str, pages: Mapping[str, str]) -> None:
    write_if_changed(file, json.dumps({"program": program, "pages": dict(pages)}, indent=0))
