"""What all tests share: Hypothesis profiles, stored results (``gold``), and one build of the site.

Hypothesis is derandomised where the variable CI is set, so that a run can be repeated; elsewhere it
looks for new examples. DUIZHAO_HYPOTHESIS=thorough looks ten times as long, quick a tenth.
"""

from __future__ import annotations

import difflib
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ("source_articles", "docs", "overrides", "mkdocs.yml")
"""What a build reads besides the package itself."""

# No deadlines, and nothing is too slow: a loaded machine is no fault of the code's.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None, print_blob=True)
settings.register_profile("quick", settings.get_profile("dev"), max_examples=10)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=1000)
settings.load_profile(os.environ.get("DUIZHAO_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--gold``: write the stored results anew instead of comparing with them (`make gold`)."""
    parser.addoption("--gold", action="store_true", help="write the stored results anew")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a stored one: ``gold(path, text)``. Mark such a test with ``gold``.

    `make gold` writes the file instead; then the difference in git is what to review.
    """

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--gold"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            return
        stored = path.read_bytes().decode("utf-8") if path.is_file() else ""
        if stored != text:
            lines = (stored.splitlines(), text.splitlines(), f"{path.name} (stored)", "now")
            pytest.fail("\n".join([*difflib.unified_diff(*lines, lineterm=""), "`make gold` stores it anew"]))

    return check


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project for one test, to be changed at will; the sources are those of git."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built once a session from a copy, so that no test writes into the work tree."""
    folder = copy_project(tmp_path_factory.mktemp("built") / "project")
    site = folder / "site"
    run_duizhao(folder, "build", "--site-dir", str(site))
    assert (site / "index.html").is_file(), "the build said nothing but made no index.html"
    return site


def copy_project(folder: Path) -> Path:
    """Copy what a build reads to ``folder``, which is made."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    # The configuration names the hook by its place in the project.
    shutil.copytree(
        ROOT / "build_scripts", folder / "build_scripts", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


def run_duizhao(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m build_scripts`` in ``folder``; fails with all that it printed when it fails."""
    command = [sys.executable, "-m", "build_scripts", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{' '.join(command)} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def searched(site: Path, language: str) -> dict[str, str]:
    """The texts in a language that the search of a built site shows, by the addresses of the pages."""
    paths = sorted((site / "search" / "texts" / language).iterdir())
    pages = [json.loads(gzip.decompress(path.read_bytes())) for path in paths]
    return {page[0]: "\n".join(block[2] for block in page[5]) for page in pages}
