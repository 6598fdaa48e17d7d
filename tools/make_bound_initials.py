"""Make build_scripts/clean/data/bound_initials.txt from jieba's dictionary (MIT).

A character belongs to the list when it begins a word in less than 15 % of its occurrences in the
dictionary, weighted by the words' frequencies, and is frequent enough (500) for that to mean anything.
Run it after an update of jieba and read the difference: python tools/make_bound_initials.py
"""

from __future__ import annotations

from collections import Counter
from importlib import resources
from pathlib import Path

TARGET = Path(__file__).parent.parent / "build_scripts/clean/data/bound_initials.txt"
SHARE, OCCURRENCES = 0.15, 500


def main() -> None:
    """Count, choose, write."""
    initial: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split()
        for place, char in enumerate(word):
            total[char] += int(frequency)
            if place == 0:
                initial[char] += int(frequency)
    chosen = sorted(
        char
        for char, count in total.items()
        if count >= OCCURRENCES and initial[char] / count < SHARE and "\u4e00" <= char <= "\u9fff"
    )
    TARGET.write_text("".join(chosen) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(chosen)} characters in {TARGET}")


if __name__ == "__main__":
    main()
