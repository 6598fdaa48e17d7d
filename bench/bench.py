"""How fast: characters a second of each stage beside plain jieba, and seconds of a build cold and warm.

    make bench                       all of it, about ten minutes
    make bench FRESH=1               also a new clone with its own .venv (needs the network)

Each stage is timed in processes of its own over all raw documents of source_articles/, once through, its
dictionaries loaded but its caches empty, as in a build; the best of three. The ratio is to jieba cutting
the same text into words and doing nothing else. The last two, which have a start to amortise, run over ten
copies of the documents, and the build once.

Then the words, with ever larger glossaries: bench_words.py says how.

Then the three figures of cleaning that the project aims at. They are ratios of two times taken in one run,
the median of three runs: cleaning a document to jieba.lcut of the same document, one after the other; a
hundred documents in one process to the same in two; a second run over unchanged documents to the first.
Last, how the time grows with the length of a document (see bench/growth.py).
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import growth  # noqa: E402

from build_scripts.model import SourceText  # noqa: E402
from build_scripts.read.source import read_source  # noqa: E402

ROUNDS = 3
COPIES = 10
HUNDRED = 100
# A report that needs every dictionary: words, names, divisions and the parts of characters.
WARM_UP = "茶乡新事\n\n罗一山 杨小溪\n\n株洲市涪口区召开现场会，研究农村人居环境整治，群众都说好。\n"
PROJECT = ("source_articles", "docs", "overrides", "mkdocs.yml", "build_scripts")


def corpus() -> list[SourceText]:
    """The raw documents of the project, decoded."""
    paths = sorted((ROOT / "source_articles").glob("*.txt"))
    return [read_source(path.read_bytes(), path.name) for path in paths]


def load_jieba() -> Callable[[str], list[str]]:
    """``jieba.lcut``, its dictionary loaded."""
    # jieba's regular expressions are not raw strings, which newer Pythons warn of.
    warnings.simplefilter("ignore")
    with contextlib.redirect_stderr(io.StringIO()):
        import jieba

        jieba.setLogLevel(60)
        jieba.lcut(WARM_UP)
    lcut: Callable[[str], list[str]] = jieba.lcut
    return lcut


def load_clean() -> Callable[[SourceText], object]:
    """The cleaning of one document, its dictionaries loaded."""
    from build_scripts.documents import clean_document

    clean_document(read_source(WARM_UP.encode(), "warm-up.txt"))
    return clean_document


def time_jieba() -> float:
    """Plain segmentation by jieba: the yardstick."""
    lcut = load_jieba()
    texts = [source.text for source in corpus()]
    return seconds(lambda: [lcut(text) for text in texts])


def time_rjieba() -> float:
    """The same words by rjieba."""
    import rjieba

    rjieba.cut(WARM_UP, False)
    texts = [source.text for source in corpus()]
    return seconds(lambda: [rjieba.cut(text, False) for text in texts])


def time_clean() -> float:
    """Clean and split: raw characters to articles, every character accounted for."""
    clean_document = load_clean()
    sources = corpus()
    return seconds(lambda: [clean_document(source) for source in sources])


def time_words() -> float:
    """Words with pinyin and terms, for the articles that cleaning gives (not counted)."""
    from build_scripts.annotate.words import annotate
    from build_scripts.documents import clean_document
    from build_scripts.knowledge import read_knowledge
    from build_scripts.library import Project

    knowledge, _ = read_knowledge(Project(ROOT))
    annotate(WARM_UP, knowledge.lexicon)
    documents = [clean_document(source) for source in corpus()]
    texts = [
        piece.text for document in documents for article in document.articles for piece in article.pieces
    ]
    return seconds(lambda: [annotate(text, knowledge.lexicon) for text in texts])


def time_prepare() -> float:
    """From files to files: read, clean, sync the pages, gather the site data."""
    from build_scripts.pipeline import prepare

    with tempfile.TemporaryDirectory() as folder:
        copy_project(Path(folder))
        return seconds(lambda: prepare(Path(folder)))


def time_build() -> float:
    """The whole way to a new site/: start of Python, all stages, MkDocs."""
    with tempfile.TemporaryDirectory() as folder:
        copy_project(Path(folder))
        command = [sys.executable, "-m", "build_scripts", "build"]
        return seconds(lambda: subprocess.run(command, cwd=folder, capture_output=True, check=True))


def ratio_single() -> float:
    """Cleaning each document once to jieba.lcut of the same document."""
    lcut, clean_document = load_jieba(), load_clean()
    segmented = cleaned = 0.0
    for source in corpus():
        segmented += seconds(partial(lcut, source.text))
        cleaned += seconds(partial(clean_document, source))
    return cleaned / segmented


def ratio_processes() -> float:
    """A hundred documents cleaned in one process to the same in two."""
    from build_scripts.documents import clean_all

    load_clean()
    with hundred() as files:
        one = seconds(lambda: list(clean_all(files, jobs=1)))
        return one / seconds(lambda: list(clean_all(files, jobs=2)))


def ratio_second() -> float:
    """A second run over a hundred unchanged documents to the first."""
    from build_scripts.cache import Cache, fingerprint
    from build_scripts.documents import clean_all

    load_clean()
    with hundred() as files, tempfile.TemporaryDirectory() as kept:

        def run() -> None:
            list(clean_all(files, cache=Cache(Path(kept), fingerprint())))

        first = seconds(run)
        return seconds(run) / first


@contextlib.contextmanager
def hundred() -> Iterator[list[tuple[Path, str]]]:
    """A hundred files: the raw documents of the project, each time with another number in every sentence."""
    sources = sorted((ROOT / "source_articles").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.txt") for number in range(HUNDRED)]
        for path, source in zip(paths, cycle(sources), strict=False):
            text = source.read_text(encoding="utf-8").replace("。", f"{path.stem}。")
            path.write_text(text, encoding="utf-8")
        yield [(path, path.name) for path in paths]


def copy_project(folder: Path) -> None:
    """The project with its raw documents ten times over, and no pages yet for the copies."""
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    for path in sorted((folder / "source_articles").glob("*.txt")):
        for number in range(2, COPIES + 1):
            shutil.copy2(path, path.with_stem(f"{path.stem}-{number}"))


STAGES: dict[str, tuple[Callable[[], float], str, int]] = {
    "jieba": (time_jieba, "jieba: words, nothing else", 1),
    "rjieba": (time_rjieba, "rjieba: the same", 1),
    "clean": (time_clean, "clean and split", 1),
    "words": (time_words, "words with pinyin and terms", 1),
    "prepare": (time_prepare, "files to pages and site data", COPIES),
    "build": (time_build, "whole pipeline, files to site/", COPIES),
}
"""A stage's function, what it is called, and how many times over it gets the documents."""
AIMS: dict[str, tuple[Callable[[], float], str, str]] = {
    "single": (ratio_single, "clean one document / jieba.lcut of it", "at most 1"),
    "processes": (ratio_processes, "a hundred: one process / two", "at least 1.7"),
    "second": (ratio_second, "a hundred: second run / first", "under 0.1"),
}
"""A ratio's function, what it is called, and what is aimed at."""


def seconds(action: Callable[[], object]) -> float:
    """Wall-clock seconds that one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def rounds_of(name: str, rounds: int = ROUNDS) -> list[float]:
    """What some rounds of a stage or ratio give, each in a new process."""
    command = [sys.executable, str(Path(__file__)), "--stage", name]
    runs = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(rounds)]
    failed = next((run for run in runs if run.returncode), None)
    if failed:
        raise SystemExit(f"the stage {name} failed:\n{failed.stderr}")
    return [float(run.stdout.splitlines()[-1]) for run in runs]


def time_make(folder: Path, target: str) -> float:
    """Seconds of a make target."""
    command = ["make", "--no-print-directory", target]
    return seconds(lambda: subprocess.run(command, cwd=folder, capture_output=True, check=True))


def report_stages() -> None:
    """Print a line a stage."""
    sources = corpus()
    characters = sum(len(source.text) for source in sources)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}"
    print(f"{len(sources)} documents, {characters:,} characters; {machine}; one process\n")
    print(f"{'':34}{'characters/s':>14}{'seconds':>10}{'× jieba':>10}")
    yardstick = None
    for name, (_, label, times) in STAGES.items():
        taken = min(rounds_of(name, 1 if name == "build" else ROUNDS))
        speed = characters * times / taken
        yardstick = yardstick or speed
        print(f"{label:34}{speed:>14,.0f}{taken:>10.3f}{speed / yardstick:>10.2f}", flush=True)


def report_aims() -> None:
    """Print a line for each ratio, with its aim."""
    print("\ncleaning, its aims")
    for name, (_, label, aim) in AIMS.items():
        print(f"  {label:44}{statistics.median(rounds_of(name)):>8.2f}  (aim: {aim})", flush=True)


def report_builds(fresh: bool) -> None:
    """Print how long `make site` takes."""
    print("\nmake site, in this folder, .venv standing")
    time_make(ROOT, "clean")
    print(f"  cold (after make clean: no site/, no caches)  {time_make(ROOT, 'site'):8.2f} s", flush=True)
    print(f"  warm (again, nothing changed)                 {time_make(ROOT, 'site'):8.2f} s", flush=True)
    if fresh:
        with tempfile.TemporaryDirectory() as folder:
            clone = Path(folder, "clone")
            subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
            print(f"  new clone, .venv made too                     {time_make(clone, 'site'):8.2f} s")


def main() -> None:
    """Parse the command line and print the report."""
    parser = argparse.ArgumentParser(description="Measure the speed of Duizhao.")
    parser.add_argument("--fresh", action="store_true", help="also time a new clone with its own .venv")
    parser.add_argument("--stage", choices=[*STAGES, *AIMS, "growth"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stage == "growth":
        growth.main([])
        return
    if options.stage:
        print((STAGES | AIMS)[options.stage][0]())
        return
    report_stages()
    subprocess.run([sys.executable, str(Path(__file__).with_name("bench_words.py"))], check=True)
    report_aims()
    subprocess.run([sys.executable, str(ROOT / "bench" / "growth.py")], check=True)
    report_builds(options.fresh)


if __name__ == "__main__":
    main()
