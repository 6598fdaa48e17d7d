"""The cache: it keeps whole documents, never wrong ones, and nobody can tell that it is there but by time."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build_scripts
from build_scripts import documents
from build_scripts.cache import LIBRARIES, STAGES, Cache, fingerprint, from_json, to_json
from build_scripts.documents import clean_all, clean_document, clean_file
from build_scripts.fixes.apply import Corrected
from build_scripts.fixes.check import check_fixes
from build_scripts.fixes.model import Fixes
from build_scripts.model import (
    Article,
    CleanDocument,
    Finding,
    Hint,
    PageFacts,
    Piece,
    Removal,
    SourceText,
)
from build_scripts.pipeline import prepare
from build_scripts.report_json import clean_json
from tests.cli.helpers import TEA, new_project, raw, run

PACKAGE = Path(build_scripts.__file__).parent
DOCUMENT = clean_document(SourceText("tea.txt", TEA, "utf-8", "0"))


def values(kind: type) -> st.SearchStrategy[object]:
    """Any value of a class of the model, whatever fields it has; no confidence is NaN."""
    confident = {"confidence": st.floats(0, 1)} if "confidence" in kind.__dataclass_fields__ else {}
    return st.builds(kind, **confident)


for model in (Hint, PageFacts, Piece, Removal, Finding, SourceText, Article):
    st.register_type_strategy(model, values(model))


@given(st.from_type(CleanDocument))
def test_a_document_comes_back_as_it_was(document: CleanDocument) -> None:
    assert from_json(to_json(document)) == document
    assert b"\n" not in to_json(document)


def test_so_does_one_with_a_name_that_is_not_utf_8() -> None:
    document = clean_document(SourceText("caf\udce9.txt", TEA, "utf-8", "0"))
    assert from_json(to_json(document)) == document


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    """A cache that holds :data:`DOCUMENT` under the key ``key``."""
    cache = Cache(tmp_path / "clean", "program")
    cache.store("tea.txt", "key", DOCUMENT)
    return cache


def entry(cache: Cache) -> Path:
    (path,) = cache.folder.iterdir()
    return path


def test_an_entry_is_found_again_under_its_key_and_no_other(kept: Cache) -> None:
    assert kept.load("tea.txt", "key") == DOCUMENT
    assert kept.load("tea.txt", "other") is None
    assert kept.load("rice.txt", "key") is None


def test_the_key_tells_all_inputs_apart() -> None:
    one, other = Cache(Path(), "program"), Cache(Path(), "program, a little newer")
    keys = [
        one.key(b"a", b"b"),
        one.key(b"ab", b""),
        one.key(b"b", b"a"),
        one.key(b"a"),
        other.key(b"a", b"b"),
    ]
    assert len(set(keys)) == len(keys) and keys[0] == one.key(b"a", b"b")


def test_a_truncated_or_changed_entry_is_none(kept: Cache) -> None:
    whole = entry(kept).read_bytes()
    for damaged in (
        b"",
        b"\n",
        whole[:-1],
        whole[:40],
        whole + b" ",
        whole.replace(b"30", b"31"),
        b"\xff" * 99,
    ):
        if damaged != whole:
            entry(kept).write_bytes(damaged)
            assert kept.load("tea.txt", "key") is None
    for place in range(0, len(whole), 7):
        entry(kept).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.load("tea.txt", "key") is None


def test_what_is_not_there_any_more_goes_and_what_is_stays(kept: Cache) -> None:
    kept.store("rice.txt", "key", DOCUMENT)
    (kept.folder / "left-behind.tmp").write_text("half")
    kept.prune(["tea.txt"])
    assert kept.load("tea.txt", "key") == DOCUMENT and entry(kept).is_file()
    Cache(kept.folder, "program", writes=False).prune([])
    assert entry(kept).is_file()


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "clean").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "clean", "program")
    cache.store("tea.txt", "key", DOCUMENT)
    cache.prune([])
    assert cache.load("tea.txt", "key") is None
    assert [path.name for path in tmp_path.iterdir()] == ["clean"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path)


def shown(project: Path, cache: Cache | None) -> list[tuple[str, object]]:
    """All that cleaning says of the documents of a project."""
    files = [(path, path.name) for path in sorted((project / "source_articles").iterdir())]
    results = clean_all(files, cache=cache)
    return [(clean_json(r.document) if r.document else "", r.diagnostics) for r in results]


def test_cold_warm_and_without_a_cache_the_same(project: Path) -> None:
    (project / "source_articles" / "gb.txt").write_bytes(TEA.encode("gb18030"))
    (project / "source_articles" / "picture.txt").write_bytes(b"\x89PNG\r\n")
    cache = Cache(project / "clean", "program")
    plain = shown(project, None)
    assert shown(project, cache) == shown(project, cache) == plain
    assert len(list(cache.folder.iterdir())) == 2


def test_a_second_run_cleans_only_what_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "source_articles" / "rice.txt").write_text(TEA.replace("茶", "稻"), encoding="utf-8")
    prepare(project)
    raw(project).write_text(TEA.replace("从早唱到晚", "从清早唱到天黑"), encoding="utf-8")
    cleaned = []

    def watched(source: SourceText, fixes: Fixes) -> Corrected:
        cleaned.append(source.path)
        return check_fixes(source, fixes)

    monkeypatch.setattr(documents, "check_fixes", watched)
    prepare(project)
    assert cleaned == ["source_articles/tea.txt"]
    prepare(project)
    assert cleaned == ["source_articles/tea.txt"]


def test_an_entry_that_breaks_law_1_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_text(TEA, encoding="utf-8")
    cache = Cache(tmp_path / "clean", "program")
    right = clean_file(path, "tea.txt", cache=cache)
    assert right.document is not None
    lossy = CleanDocument(right.document.source, (), (), ())
    cache.store("tea.txt", cache.key(b"tea.txt", path.read_bytes()), lossy)
    assert clean_file(path, "tea.txt", cache=cache) == right


def test_the_clean_command_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "tea.txt").write_text(TEA, encoding="utf-8")
    assert run("clean", tmp_path / "tea.txt", "--json").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tea.txt"]


def test_the_fingerprint_is_always_the_same() -> None:
    assert fingerprint() == fingerprint()


def cleaning_modules() -> Iterator[Path]:
    """The modules that cleaning can use: those of its stages, and what these use of the rest, and so on."""
    waiting = [path for stage in STAGES for path in (PACKAGE / stage).rglob("*.py")]
    waiting.append(PACKAGE / "documents.py")
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        yield path
        for name in imported(path):
            inner = PACKAGE.parent.joinpath(*name.split("."))
            waiting += [
                found for found in (inner.with_suffix(".py"), inner / "__init__.py") if found.is_file()
            ]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_fingerprint_takes_in_every_module_that_cleaning_uses() -> None:
    for path in cleaning_modules():
        inside = path.relative_to(PACKAGE)
        assert len(inside.parts) == 1 or inside.parts[0] in STAGES, f"{inside} decides too: see cache.STAGES"


def test_the_fingerprint_takes_in_every_library_that_cleaning_uses() -> None:
    distributions = metadata.packages_distributions()
    for path in cleaning_modules():
        packages = {name.split(".")[0] for name in imported(path)} - set(sys.stdlib_module_names)
        for package in packages - {"build_scripts"}:
            names = {name.lower().replace("_", "-") for name in distributions[package]}
            assert names & set(LIBRARIES), f"{path.name} uses {package}: see cache.LIBRARIES"
