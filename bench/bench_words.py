"""How fast the words of a text are found: annotation beside its parts, and as the glossary grows.

    .venv/bin/python bench/bench_words.py      (`make bench` runs it too)

Three questions, each over the published Chinese of all raw documents (headlines and paragraphs, cleaning not
counted), in a process of its own, dictionaries loaded and caches empty, the best of three:

- annotation (words, pinyin in context, terms) in characters a second, beside rjieba cutting the same text
  into words and beside pypinyin reading it, each alone;
- annotation with a glossary of 20,000 entries against one of 200: their ratio, which should be at most 2;
- what loading these two glossaries takes, which is not part of the ratio.

The large glossaries are made up with a fixed seed: one or two words of jieba's dictionary an entry, so that
many of them occur in the text, as those of a real glossary do.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_scripts.annotate.lexicon import Lexicon, load_lexicon  # noqa: E402
from build_scripts.annotate.words import annotate  # noqa: E402
from build_scripts.documents import clean_document  # noqa: E402
from build_scripts.knowledge import read_knowledge  # noqa: E402
from build_scripts.library import Project  # noqa: E402
from build_scripts.read.source import read_source  # noqa: E402

ROUNDS = 3
SMALL, LARGE = 200, 20_000
# Needs every dictionary; none of its words may warm a cache for the texts that count.
WARM_UP = "薛宝钗饮茶。"


def texts() -> list[str]:
    """The pieces of all reports in source_articles/, as cleaning gives them."""
    paths = sorted((ROOT / "source_articles").glob("*.txt"))
    documents = [clean_document(read_source(path.read_bytes(), path.name)) for path in paths]
    return [piece.text for one in documents for article in one.articles for piece in article.pieces]


def made_up(entries: int) -> dict[str, str]:
    """A glossary file of so many entries, always the same."""
    chance = random.Random(entries)
    rows = (line.split(" ") for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines())
    words = [row[0] for row in rows if 2 <= len(row[0]) <= 4 and int(row[1]) >= 50]
    headings: dict[str, None] = {}
    while len(headings) < entries:
        headings["".join(chance.choices(words, k=chance.choice((1, 2))))] = None
    body = "\n".join(f"## {zh}\n\n- en: term\n\n中文解释。\n\nEnglish.\n" for zh in headings)
    return {"docs/glossary/made-up.md": f"<!-- glossary -->\n\n{body}"}


def seconds(action: Callable[[], object]) -> float:
    """Seconds of the processor that one call takes: these tasks wait for nothing and use one thread."""
    started = time.process_time()
    action()
    return time.process_time() - started


def time_rjieba() -> float:
    """Words, by rjieba alone."""
    import rjieba

    rjieba.cut(WARM_UP, True)
    found = texts()
    return seconds(lambda: [rjieba.cut(text, True) for text in found])


def time_pypinyin() -> float:
    """Readings, by pypinyin alone as it comes."""
    import pypinyin

    pypinyin.lazy_pinyin(WARM_UP, style=pypinyin.Style.TONE)
    found = texts()
    return seconds(lambda: [pypinyin.lazy_pinyin(text, style=pypinyin.Style.TONE) for text in found])


def time_annotate() -> float:
    """Words with pinyin and terms, with the glossary of the project."""
    return _annotating(read_knowledge(Project(ROOT))[0].lexicon)


def time_without() -> float:
    """The same without a glossary."""
    return _annotating(load_lexicon({})[0])


def time_small() -> float:
    """The same with a glossary of 200 entries."""
    return _annotating(load_lexicon(made_up(SMALL))[0])


def time_large() -> float:
    """The same with a glossary of 20,000 entries."""
    return _annotating(load_lexicon(made_up(LARGE))[0])


def time_load_small() -> float:
    """Reading a glossary of 200 entries."""
    return _loading(SMALL)


def time_load_large() -> float:
    """Reading a glossary of 20,000 entries."""
    return _loading(LARGE)


def _annotating(lexicon: Lexicon) -> float:
    found = texts()
    annotate(WARM_UP, lexicon)
    return seconds(lambda: [annotate(text, lexicon) for text in found])


def _loading(entries: int) -> float:
    made = made_up(entries)
    annotate(WARM_UP)
    return seconds(lambda: load_lexicon(made))


STAGES: dict[str, tuple[Callable[[], float], str]] = {
    "rjieba": (time_rjieba, "rjieba alone: words"),
    "pypinyin": (time_pypinyin, "pypinyin alone: readings"),
    "annotate": (time_annotate, "annotation, glossary of the project"),
    "without": (time_without, "annotation, no glossary"),
    "small": (time_small, f"annotation, {SMALL:,} entries"),
    "large": (time_large, f"annotation, {LARGE:,} entries"),
}
"""A stage's function and what it is called."""
LOADS: dict[str, tuple[Callable[[], float], str]] = {
    "load-small": (time_load_small, f"reading {SMALL:,} entries"),
    "load-large": (time_load_large, f"reading {LARGE:,} entries"),
}


def best(name: str) -> float:
    """The least that a stage takes in some rounds, each in a new process."""
    command = [sys.executable, str(Path(__file__)), name]
    runs = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(ROUNDS)]
    failed = next((run for run in runs if run.returncode), None)
    if failed:
        raise SystemExit(f"the stage {name} failed:\n{failed.stderr}")
    return min(float(run.stdout.splitlines()[-1]) for run in runs)


def report() -> None:
    """Print a line a stage, and the ratio."""
    characters = sum(len(text) for text in texts())
    print(f"\nwords: {characters:,} characters of published Chinese")
    print(f"{'':38}{'characters/s':>14}{'seconds':>10}")
    taken: dict[str, float] = {}
    for name, (_, label) in STAGES.items():
        taken[name] = best(name)
        print(f"  {label:36}{characters / taken[name]:>14,.0f}{taken[name]:>10.3f}", flush=True)
    for name, (_, label) in LOADS.items():
        print(f"  {label:36}{'':>14}{best(name):>10.3f}", flush=True)
    print(f"  {f'{LARGE:,} entries / {SMALL:,}':44}{taken['large'] / taken['small']:>8.2f}  (aim: at most 2)")


def main() -> None:
    """Time one stage and print its seconds, or print the report."""
    if sys.argv[1:]:
        print((STAGES | LOADS)[sys.argv[1]][0]())
    else:
        report()


if __name__ == "__main__":
    main()
