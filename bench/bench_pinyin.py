"""How many of a thousand characters are read wrongly: by us, and by pypinyin alone on the same text.

    python bench/bench_pinyin.py                 the rates for each set of sentences
    python bench/bench_pinyin.py --show          each wrong reading in its sentence
    python bench/bench_pinyin.py FILE…           sets of your own: a text, a tab, its syllables

The sets lie in tests/annotate/pinyin/. ``dense`` crowds what is hard, ``reports`` are made-up reports that
the rules were mended on, ``unseen`` and ``narrative`` (many names, much speech) were written later, article
by article, each read once before anything was mended for it (docs/adr/0012-pinyin.md has all first readings);
the rate now is that after mending. Readings follow 现代汉语词典: 一 and 不 in their dictionary tone; neutral
tones where they are obligatory (还是 háishi), the full tone where they are optional (道理 dàolǐ); localisers
and directional complements (村里, 起来) with their full tone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pypinyin import Style, lazy_pinyin  # noqa: E402

from build_scripts.annotate.segment import HAN  # noqa: E402
from build_scripts.annotate.words import annotate  # noqa: E402

SETS = ROOT / "tests" / "annotate" / "pinyin"


def read_set(path: Path) -> list[tuple[str, list[str]]]:
    """The sentences of a set, each with one syllable for each of its Chinese characters.

    Raises:
        ValueError: a line has not as many syllables as Chinese characters; the message names it.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith("#") or not line:
            continue
        text, _, spelled = line.partition("\t")
        syllables = spelled.split()
        if len(syllables) != len(HAN.findall(text)):
            raise ValueError(
                f"{path}:{number}: {len(syllables)} syllables for {len(HAN.findall(text))} characters"
            )
        found.append((text, syllables))
    return found


def ours(text: str) -> list[str]:
    """The readings of :func:`annotate`, those of Chinese characters only."""
    return [syllable for word in annotate(text) for syllable in word.syllables if syllable is not None]


def plain(text: str) -> list[str]:
    """The readings of pypinyin alone, 一 and 不 put into their dictionary tone."""
    found = lazy_pinyin(text, style=Style.TONE, errors="ignore")
    dictionary = {"一": "yī", "不": "bù"}
    return [dictionary.get(char, one) for char, one in zip(HAN.findall(text), found, strict=True)]


def wrong(sentences: list[tuple[str, list[str]]], read: Callable[[str], list[str]]) -> Iterator[str]:
    """Each reading that is not the expected one, in its sentence: ``…把优势[转]… zhuàn, not zhuǎn``."""
    for text, expected in sentences:
        places = [match.start() for match in HAN.finditer(text)]
        for at, got, right in zip(places, read(text), expected, strict=True):
            if got != right:
                shown = f"{text[max(0, at - 9) : at]}[{text[at]}]{text[at + 1 : at + 7]}"
                yield f"{shown} {got}, not {right}"


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description="Wrong readings in a thousand characters.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print each wrong reading")
    arguments = parser.parse_args()
    for path in arguments.files or sorted(SETS.glob("*.tsv")):
        sentences = read_set(path)
        characters = sum(len(expected) for _, expected in sentences)
        mistakes = list(wrong(sentences, ours))
        others = sum(1 for _ in wrong(sentences, plain))
        rate, other = 1000 * len(mistakes) / characters, 1000 * others / characters
        print(
            f"{path.stem:10} {characters:6} characters: {rate:.2f} of 1000 wrong; pypinyin alone {other:.1f}"
        )
        for mistake in mistakes if arguments.show else ():
            print("   ", mistake)


if __name__ == "__main__":
    main()
