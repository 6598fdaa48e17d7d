"""The documentation is held to the program: every file, command and code that it names exists."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

DISTRIBUTIONS = {
    "ahocorasick": "pyahocorasick",
    "bs4": "beautifulsoup4",
    "text_to_num": "text2num",
    "yaml": "pyyaml",
}
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "LICENSE-DATA.md",
    "CHANGELOG.md",
    "docs/adr/README.md",
    "docs/publishing.md",
    "docs/translating.md",
)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    # The picture is made from the finished site and may come later than the text around it.
    missing = [target for target in targets if not (root / page).parent.joinpath(target).exists()]
    assert [target for target in missing if not target.endswith("screenshot.png")] == []


def test_anchors_of_the_contributing_guide_exist(root: Path) -> None:
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    heads = {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^## (.*)", text, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= heads


def test_make_targets_named_in_the_documentation_exist(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for page in PAGES:
        text = (root / page).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", text, re.MULTILINE))
        assert named <= targets, page


def test_commands_named_in_the_documentation_exist(root: Path) -> None:
    from build_scripts.cli.main import COMMANDS

    for page in PAGES:
        text = (root / page).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:[\\/]|`)duizhao ([a-z]+)", text))
        assert named <= set(COMMANDS), page


def test_codes_named_in_the_documentation_exist(root: Path) -> None:
    from build_scripts.codes import REGISTRY

    for page in PAGES:
        named = set(re.findall(r"\b[CSATP][0-9]{3}\b", (root / page).read_text(encoding="utf-8")))
        assert named <= set(REGISTRY), page


def test_dependencies_are_those_that_are_imported(root: Path) -> None:
    """A dependency nobody imports is a burden; one that is there by luck of another's is a trap."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w-]", text)[0].replace("-", "_") for text in project["dependencies"]}
    extras = {
        re.split(r"[^\w-]", text)[0].replace("-", "_")
        for group in project["optional-dependencies"].values()
        for text in group
    }
    imported = {name for file in (root / "build_scripts").rglob("*.py") for name in imports(file)}
    used = {DISTRIBUTIONS.get(name, name) for name in imported - sys.stdlib_module_names - {"build_scripts"}}
    # Not imported by name: the theme; deep-translator, whose modules are imported when a provider is chosen;
    # and Pagefind, a program.
    assert used - extras | {"mkdocs_material", "deep_translator", "pagefind"} == declared


def imports(file: Path) -> Iterator[str]:
    """The top-level modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
