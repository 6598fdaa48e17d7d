"""How a site grows: N made-up reports through the whole of `make site`, beside Material's defaults.

    make bench-scale                          100 and 1,000 reports
    make bench-scale ARGS="--numbers 10000"   ten thousand: half an hour and 2 GB of disk
    make bench-scale ARGS=--serve             also how soon a changed sentence is seen in `make serve`
    make bench-scale ARGS=--search            also what a first search downloads (bench/bench_search.py)

The reports are made by a seeded generator out of the samples (bench/generated.py): raw documents, and pages
with English in most places. Per number of reports a cold build, a second one with nothing changed, one after
an entry of the glossary has changed. Beside them plain MkDocs with Material's defaults on the same Markdown,
up to 1,000 reports, for with its whole navigation in every page it grows with the square. Twice: given the
pages of the reports alone, and given all Markdown of the built project, in which terms, places, documents and
themes have a page as well, little more than a title each: what the defaults make of the same ``docs/``.

CPU seconds are of all processes together, user and system, so that other work on the machine changes little;
seconds of the clock are what somebody waits, and say something on a machine that does nothing else. Plain
MkDocs works in one process, ours in one per processor. Both are given for a page (a report) as well. Memory
is that of the largest process.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "bench"))

from bench_search import first_searches  # noqa: E402
from bench_search import show as show_search  # noqa: E402
from generated import generate, read_sample, write_reports  # noqa: E402

from build_scripts.annotate.lexicon import load_lexicon  # noqa: E402

PARTS = ("docs", "overrides", "mkdocs.yml")
MOST_PLAIN = 1000
"""So many reports plain MkDocs is given at most."""

PATIENCE = 3600
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "cleaning", "downloads", "adr", "*.tmp")
_PLAIN = "site_name: plain\ntheme:\n  name: material\n"
_SEARCH = ("search", "pagefind")
"""Folders of a site that hold its search index."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took: seconds of the processors and of the clock, memory in bytes."""

    cpu: float
    wall: float
    memory: int


def make_project(folder: Path, number: int) -> None:
    """The project with made-up reports in place of its own."""
    folder.mkdir(parents=True)
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=_LEFT_OUT)
        else:
            shutil.copy2(ROOT / name, folder / name)
    (folder / "build_scripts").symlink_to(ROOT / "build_scripts")
    for page in (folder / "docs" / "reports").glob("*.md"):
        if page.name != "index.md":
            page.unlink()
    write_reports(folder, generate(read_sample(ROOT / "docs" / "reports"), number))


def make_plain(folder: Path, project: Path) -> None:
    """The same Markdown for MkDocs with Material's defaults."""
    shutil.copytree(project / "docs" / "reports", folder / "docs" / "reports")
    (folder / "docs" / "index.md").write_text("# Plain\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")


def make_plain_of_all(folder: Path, project: Path) -> int:
    """All Markdown of a project that was built, for MkDocs with Material's defaults; gives how many pages."""
    pages = sorted((project / "docs").rglob("*.md"))
    for page in pages:
        target = folder / page.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(page, target)
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")
    return len(pages)


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end.

    Raises:
        SystemExit: it failed, with what it said last.
    """
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=environment)
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = code
        if code:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{said.read().decode()[-2000:]}")
    wall = time.perf_counter() - started
    return Run(
        used.ru_utime + used.ru_stime, wall, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    )


def weigh(site: Path) -> tuple[int, int]:
    """The bytes of a site, and of the search index in it."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    index = sum(size for path, size in sizes.items() if path.relative_to(site).parts[0] in _SEARCH)
    return sum(sizes.values()), index


def show(label: str, number: int, taken: Run, site: Path | None = None) -> None:
    """Print a line of the table."""
    size = weigh(site) if site else None
    each = [1000 * seconds / number for seconds in (taken.cpu, taken.wall)]
    cells = [f"{taken.cpu:>9.1f}{taken.wall:>9.1f}{each[0]:>12.1f}{each[1]:>14.1f}"]
    cells.append(f"{taken.memory / 1e6:>9.0f}")
    if size:
        cells.append(f"{size[0] / number / 1000:>9.1f}{size[0] / 1e6:>9.1f}{size[1] / 1e6:>9.1f}")
    print(f"{number:>6}  {label:32}{''.join(cells)}", flush=True)


def measure(number: int, folder: Path, serve: bool, search: bool) -> None:
    """All builds of ``number`` reports."""
    project, plain = folder / f"made-{number}", folder / f"plain-{number}"
    make_project(project, number)
    build = [sys.executable, "-m", "build_scripts", "build"]
    if number <= MOST_PLAIN:
        make_plain(plain, project)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        show("Material's defaults, reports", number, run(command, plain), plain / "site")
    show("duizhao, cold", number, run(build, project), project / "site")
    if number <= MOST_PLAIN:
        whole = folder / f"plain-all-{number}"
        pages = make_plain_of_all(whole, project)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        show(f"Material's defaults, {pages} pages", number, run(command, whole), whole / "site")
    if search:
        show_search(number, first_searches(project / "site"))
    show("duizhao, nothing changed", number, run(build, project))
    change_entry(project)
    show("duizhao, one entry changed", number, run(build, project))
    if serve:
        print(f"{number:>6}  a changed sentence is seen after {refreshed(project):.1f} s in `make serve`")


def change_entry(project: Path) -> None:
    """Give another English to the term of the glossary that stands in the fewest reports, in one at least."""
    files = {
        path.as_posix(): path.read_text(encoding="utf-8") for path in (project / "docs/glossary").glob("*.md")
    }
    reports = [path.read_text(encoding="utf-8") for path in (project / "docs/reports").glob("report-*.md")]
    lexicon, _ = load_lexicon(files)
    counts = {term: sum(term.zh in report for report in reports) for term in lexicon.terms}
    rarest = min((term for term in counts if counts[term]), key=lambda term: (counts[term], term.id))
    lines = files[rarest.path].splitlines(keepends=True)
    place = next(at for at in range(rarest.line, len(lines)) if lines[at].startswith("- en:"))
    lines[place] = lines[place].rstrip("\n") + " (changed)\n"
    Path(rarest.path).write_text("".join(lines), encoding="utf-8")


def refreshed(project: Path) -> float:
    """Seconds from saving a page with one other English sentence until the server sends it."""
    page = project / "docs" / "reports" / "report-00042.md"
    sentence = "This sentence was written while the server ran."
    with served(project) as address:
        url = f"{address}/reports/report-00042.html"
        wait_for(url, "report-00042", PATIENCE)
        text = page.read_text(encoding="utf-8")
        page.write_text(
            re.sub(r"(<!-- en [^\n]*-->\n\n)", rf"\1{sentence} ", text, count=1), encoding="utf-8"
        )
        return wait_for(url, sentence, PATIENCE)


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The project in the server that `make serve` starts, and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "build_scripts", "serve", "--dev-addr", address]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=project, stdout=said, stderr=said)
        try:
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait()


def wait_for(url: str, wanted: str, patience: float) -> float:
    """Seconds until a page holds a text.

    Raises:
        SystemExit: it does not in ``patience`` seconds.
    """
    started = time.perf_counter()
    while (waited := time.perf_counter() - started) < patience:
        try:
            with urllib.request.urlopen(url, timeout=patience) as page:
                if wanted in page.read().decode("utf-8"):
                    return time.perf_counter() - started
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.1 if waited < 60 else 1)
    raise SystemExit(f"{url} does not hold “{wanted}” after {patience} s")


def main() -> None:
    """Measure each number of reports in turn and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--numbers", default="100,1000", help="how many reports: 100,1000,10000")
    parser.add_argument("--serve", action="store_true", help="measure the refresh in `make serve` as well")
    parser.add_argument("--search", action="store_true", help="measure what a first search downloads as well")
    parser.add_argument("--keep", type=Path, help="a folder, not there yet, to make the projects in")
    options = parser.parse_args()
    head = (
        f"{'CPU s':>9}{'clock s':>9}{'CPU ms/page':>12}{'clock ms/page':>14}{'peak MB':>9}"
        f"{'kB/page':>10}{'site MB':>9}{'index MB':>9}"
    )
    print(f"{f'{os.cpu_count()} processors':40}{head}")
    with tempfile.TemporaryDirectory() as temporary:
        for number in map(int, options.numbers.split(",")):
            folder = options.keep or Path(temporary)
            measure(number, folder, options.serve, options.search)


if __name__ == "__main__":
    main()
