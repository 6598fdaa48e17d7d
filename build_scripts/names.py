"""The names of raw documents, and of the corrections that belong to them."""

from __future__ import annotations

from pathlib import Path

from build_scripts.read.html import SUFFIXES

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ""}) | SUFFIXES
SOURCES = "source_articles"
FIXES = ".fixes.toml"
SUGGESTED = ".fixes.suggested.toml"


def fixes_file(path: Path) -> Path | None:
    """The file of corrections for the raw document at ``path``, if there is one.

    For ``a.txt`` that is ``a.txt.fixes.toml``, or else ``a.fixes.toml``.
    """
    for name in (path.name, path.stem):
        found = path.with_name(name + FIXES)
        if found.exists() and path.name in {owner.name for owner in documents_of(found)}:
            return found
    return None


def corrections_for(path: Path) -> Path:
    """Where corrections of the raw document at ``path`` stand, or would: under its short name if it can be.

    ``a.fixes.toml`` could mean two documents where there are ``a.txt`` and ``a.html``.
    """
    shared = len(documents_of(path.with_name(path.stem + FIXES))) > 1
    return fixes_file(path) or path.with_name((path.name if shared else path.stem) + FIXES)


def suggested_file(path: Path) -> Path:
    """Where corrections are suggested for the raw document at ``path``: under the name of its corrections."""
    return path.with_name(corrections_for(path).name.removesuffix(FIXES) + SUGGESTED)


def documents_of(fixes: Path) -> tuple[Path, ...]:
    """The raw documents that a file of corrections can mean: the one of its very name, else all of its stem.

    Example:
        a.txt.fixes.toml belongs to a.txt; a.fixes.toml to a.txt, if there is no a.html as well.
    """
    name = fixes.name.removesuffix(FIXES)
    exact = fixes.with_name(name)
    if exact.is_file():
        return (exact,)
    files = (path for path in fixes.parent.iterdir() if path.stem == name and path.is_file())
    return tuple(sorted(path for path in files if path.suffix.casefold() in TEXT_SUFFIXES))


def texts_in(folder: Path) -> tuple[Path, ...]:
    """The raw documents directly in a folder, web pages and hidden files left out, in a fixed order."""
    files = (path for path in sorted(folder.iterdir(), key=lambda path: path.name) if path.is_file())
    return tuple(
        path
        for path in files
        if path.suffix.casefold() in TEXT_SUFFIXES - SUFFIXES and not path.name.startswith(".")
    )
