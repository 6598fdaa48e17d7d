"""The tables of readings that the program knows better than pypinyin: words, proper nouns, surnames.

``data/readings.tsv`` has the words, in groups that say why each is corrected, ``data/neutral_tones.tsv``
those whose only fault is a full tone in place of the neutral one, ``data/spoken_readings.tsv`` and
``data/spoken_phrases.tsv`` those of speech and of scenes in villages,
``data/official_readings.tsv`` those of the fields that offices and newspapers write about. A single
character whose reading depends on its neighbours (为, 得, 地 …) is read in
:mod:`build_scripts.annotate.context`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from build_scripts.annotate.alignment import align


@dataclass(frozen=True, slots=True)
class Group:
    """Words that are corrected for one ``reason``, each with one syllable a character."""

    reason: str
    words: tuple[tuple[str, tuple[str, ...]], ...]


def parse_groups(text: str) -> tuple[Group, ...]:
    """The groups of a table of readings.

    Args:
        text: lines ``## reason`` and, below each, ``word<tab>syllable syllable``; other lines that begin
            with ``#`` and blank lines say nothing.

    Raises:
        ValueError: a word stands above the first reason, or has not one syllable for each character; the
            message names the line.

    >>> parse_groups("## long\\n长垣\\tcháng yuán\\n")[0].words
    (('长垣', ('cháng', 'yuán')),)
    """
    groups: list[tuple[str, list[tuple[str, tuple[str, ...]]]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            groups.append((line[3:].strip(), []))
        elif line.strip() and not line.startswith("#"):
            word, _, spelled = line.partition("\t")
            found = tuple(spelled.split())
            if len(found) != len(word):
                raise ValueError(f"line {number}: {word} has {len(word)} characters, {len(found)} syllables")
            if not groups:
                raise ValueError(f"line {number}: {word} stands above the first reason (## …)")
            groups[-1][1].append((word, found))
    return tuple(Group(reason, tuple(words)) for reason, words in groups)


def parse_proper(text: str) -> dict[str, str]:
    """The proper nouns of a table ``word<tab>pinyin``.

    Raises:
        ValueError: a line's pinyin does not fit its characters; the message names the line.

    >>> parse_proper("长江\\tCháng Jiāng\\n")
    {'长江': 'Cháng Jiāng'}
    """
    table: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            word, _, pinyin = line.partition("\t")
            if align(word, pinyin) is None:
                raise ValueError(f"line {number}: “{pinyin}” does not fit {word}")
            table[word] = pinyin
    return table


def _data(name: str) -> str:
    return files("build_scripts.annotate").joinpath("data", name).read_text("utf-8")


GROUPS: tuple[Group, ...] = (
    parse_groups(_data("readings.tsv"))
    + parse_groups(_data("neutral_tones.tsv"))
    + parse_groups(_data("spoken_readings.tsv"))
    + parse_groups(_data("official_readings.tsv"))
)
"""The corrected words in their groups."""

PROPER: dict[str, str] = parse_proper(_data("proper.tsv"))
"""Proper nouns that are no divisions and no names of persons, spelled out (GB/T 16159 6.2)."""

READINGS: dict[str, tuple[str, ...]] = {
    **{word: align(word, pinyin) or () for word, pinyin in PROPER.items()},
    **{word: found for group in GROUPS for word, found in group.words},
}
"""Word → one syllable a character."""

PHRASES: dict[str, tuple[str, ...]] = {
    word: found
    for name in ("phrases.tsv", "spoken_phrases.tsv", "official_phrases.tsv")
    for group in parse_groups(_data(name))
    for word, found in group.words
}
"""Phrase of several words → one syllable a character; see :mod:`build_scripts.annotate.phrases`."""

SURNAMES: dict[str, str] = {
    "任": "rén",
    "单": "shàn",
    "华": "huà",
    "查": "zhā",
    "仇": "qiú",
    "解": "xiè",
    "区": "ōu",
    "曾": "zēng",
    "盖": "gě",
    "朴": "piáo",
    "乐": "yuè",
    "缪": "miào",
    "冼": "xiǎn",
    "覃": "qín",
    "尉": "wèi",
    "葛": "gě",
    "燕": "yān",
    "应": "yīng",
    "折": "shé",
    "员": "yùn",
    "纪": "jǐ",
    "种": "chóng",
    "薄": "bó",
    "翟": "zhái",
    "那": "nā",
    "乜": "niè",
    "隗": "wěi",
    "郇": "xún",
    "訾": "zī",
    "谌": "chén",
    "繁": "pó",
    "莘": "shēn",
    "笪": "dá",
    "佴": "nài",
    "肖": "xiāo",
    "相": "xiàng",
    "都": "dū",
    "曲": "qū",
    "召": "shào",
    "祭": "zhài",
    "宿": "sù",
    "洗": "xiǎn",
    "阚": "kàn",
    "贲": "bēn",
    "占": "zhān",
}
"""Characters that have another reading as a surname. 覃 is Qín in Hunan, where these reports come from."""
