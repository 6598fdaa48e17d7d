"""How good: the check of figures on English that was right and had one figure corrupted.

    make bench-checks                          every kind of corruption, and the share that is found
    make bench-checks ARGS="--kind unit --show 5"

Each unit of docs/reports/ has its figures corrupted, one at a time, by a seeded generator: multiplied or
divided by ten, off by one, dropped, swapped with a neighbour, given another unit, the direction or the hedge
turned around. A corruption counts as found when the check warns of it; the notes (info) are counted apart.
The false alarms on the same units, uncorrupted, are counted first: there should be none.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_scripts.check.faults import Fault  # noqa: E402
from build_scripts.check.figures import compare_figures  # noqa: E402
from build_scripts.codes import severity  # noqa: E402
from build_scripts.diagnostics import Severity  # noqa: E402
from build_scripts.quantities.units import english_unit_at  # noqa: E402
from build_scripts.sync.page import parse  # noqa: E402

SEED = 2021
# Not the number of a list's item, and not that of a name (COVID-19).
_NUMBER = re.compile(r"(?<![A-Za-z]-)(?<![\d.,])(?!\d+\\?\.\s)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_UNITS = (
    ("yuan", "US dollars"),
    ("mu", "hectares"),
    ("%", " percentage points"),
    ("households", "people"),
    ("people", "households"),
    ("million", "billion"),
    ("billion", "million"),
    ("years", "months"),
    ("days", "hours"),
    ("kilometres", "miles"),
)
_WAYS = (
    ("rose", "fell"),
    ("risen", "fallen"),
    (", up", ", down"),
    (", down", ", up"),
    ("fewer", "more"),
    ("more than", "fewer than"),
    ("younger", "older"),
    ("grew", "shrank"),
    ("nearly", "more than"),
    ("over", "under"),
    ("at least", "at most"),
    ("higher", "lower"),
    ("fewer than", "more than"),
    ("less than", "more than"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit: where it stands, and its two languages."""

    place: str
    zh: str
    en: str


def pairs(folder: Path) -> list[Pair]:
    """The units of all pages in ``folder`` that have English, titles included."""
    found = []
    for path in sorted(folder.glob("*.md")):
        page = parse(path.read_text(encoding="utf-8"), path.name)
        for key in ("title", "subtitle"):
            found.append(Pair(f"{path.name} {key}", page.front.text(key), page.front.text(f"{key}_en")))
        found += (Pair(f"{path.name}:{unit.line}", unit.zh, unit.en) for unit in page.units)
    return [pair for pair in found if pair.zh and pair.en]


def _replaced(en: str, found: re.Match[str], new: str) -> str:
    return en[: found.start()] + new + en[found.end() :]


def _shown(value: float, like: str) -> str:
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like or value >= 10000 else f"{value:.{decimals}f}"


def _scaled(en: str, rng: random.Random) -> Iterator[str]:
    for found in _NUMBER.finditer(en):
        value = float(found[0].replace(",", ""))
        yield _replaced(
            en, found, _shown(value * 10, found[0]) if rng.random() < 0.5 else _divided(value, found[0])
        )


def _divided(value: float, like: str) -> str:
    return _shown(value / 10, like + ("0" if "." in like else ".0"))


def _off_by_one(en: str, rng: random.Random) -> Iterator[str]:
    for found in _NUMBER.finditer(en):
        value = float(found[0].replace(",", ""))
        step = 10.0 ** -len(found[0].partition(".")[2])
        yield _replaced(
            en, found, _shown(value + step * (1 if value <= step else rng.choice((1, -1))), found[0])
        )


def _word_off_by_one(en: str, rng: random.Random) -> Iterator[str]:
    for found in _WORD.finditer(en):
        place = _WORDS.index(found[0])
        step = 1 if place == 0 else -1 if place == len(_WORDS) - 1 else rng.choice((1, -1))
        yield _replaced(en, found, _WORDS[place + step])


def _dropped(en: str, rng: random.Random) -> Iterator[str]:
    for found in _NUMBER.finditer(en):
        yield _replaced(en, found, rng.choice(("", "many", "several")))


def _swapped(en: str, rng: random.Random) -> Iterator[str]:
    numbers = [(found, _unit(en, found)) for found in _NUMBER.finditer(en)]
    for (one, unit), (other, other_unit) in pairwise(numbers):
        if one[0] != other[0] and unit and other_unit and unit != other_unit:
            swapped = en[: one.start()] + other[0] + en[one.end() : other.start()] + one[0]
            yield swapped + en[other.end() :]


def _unit(en: str, found: re.Match[str]) -> str:
    """The unit of a figure as the check knows it: only with two of them can it see what changed places."""
    return english_unit_at(en, found.end())[0]


def _words_turned(words: tuple[tuple[str, str], ...]) -> Callable[[str, random.Random], Iterator[str]]:
    def turned(en: str, rng: random.Random) -> Iterator[str]:
        for old, new in words:
            edge = r"\b" if old[0].isalpha() else ""
            # Only where it belongs to a figure: a few words before or behind one.
            pattern = rf"(?<=\d){re.escape(old)}|(?<=\d ){edge}{re.escape(old)}{edge}"
            pattern += rf"|{edge}{re.escape(old)}(?= (?:by |to |about |another )?\d)"
            for found in re.finditer(pattern, en):
                yield _replaced(en, found, new)

    return turned


KINDS: dict[str, Callable[[str, random.Random], Iterator[str]]] = {
    "times ten": _scaled,
    "off by one": _off_by_one,
    "word off by one": _word_off_by_one,
    "dropped": _dropped,
    "unit": _words_turned(_UNITS),
    "direction": _words_turned(_WAYS),
    "swapped": _swapped,
}
"""The corruptions. ``swapped`` figures are found where their units differ, and only there."""


def warned(faults: tuple[Fault, ...]) -> bool:
    """Whether one of ``faults`` is at least a warning."""
    return any(severity(fault.code).at_least(Severity.WARNING) for fault in faults)


@dataclass(frozen=True, slots=True)
class Score:
    """How many corruptions there were, of how many the check warned, and of how many it only gave a note."""

    made: int
    found: int
    noted: int

    @property
    def share(self) -> float:
        """The part that was found; 1 where there was nothing to find."""
        return self.found / self.made if self.made else 1.0


def score(units: list[Pair], kind: str, missed: list[str] | None = None) -> Score:
    """Corrupt the figures of ``units`` in one way; the misses are put into ``missed``."""
    rng = random.Random(SEED)
    made = found = noted = 0
    for pair in units:
        texts = list(KINDS[kind](pair.en, rng))
        clean = Counter(compare_figures(pair.zh, pair.en)) if texts else Counter()
        for corrupted in texts:
            faults = tuple((Counter(compare_figures(pair.zh, corrupted)) - clean).elements())
            made += 1
            if warned(faults):
                found += 1
                continue
            noted += bool(faults)
            if missed is not None:
                missed.append(f"{pair.place}\n    {pair.zh}\n    {corrupted}")
    return Score(made, found, noted)


def main() -> None:
    """Print the false alarms and the share of each corruption that is found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kind", choices=KINDS, help="only this corruption")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N corruptions that were missed"
    )
    parser.add_argument(
        "--pages", type=Path, default=ROOT / "docs" / "reports", help="a folder of report pages"
    )
    given = parser.parse_args()
    units = pairs(given.pages)
    alarms = [(pair, fault) for pair in units for fault in compare_figures(pair.zh, pair.en)]
    print(f"{len(units)} units, {len(alarms)} findings on them as they stand")
    for pair, fault in alarms:
        print(f"  {pair.place}: {fault.code} {fault.message}")
    total = Score(0, 0, 0)
    for kind in [given.kind] if given.kind else KINDS:
        missed: list[str] = []
        one = score(units, kind, missed)
        total = Score(total.made + one.made, total.found + one.found, total.noted + one.noted)
        print(f"{kind:16} {one.found:5} of {one.made:5} {one.share:7.1%}   (a note only: {one.noted})")
        for text in random.Random(SEED).sample(missed, min(given.show, len(missed))):
            print(f"  {text}")
    print(f"{'all':16} {total.found:5} of {total.made:5} {total.share:7.1%}")


if __name__ == "__main__":
    main()
