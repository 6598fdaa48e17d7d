"""The tokens of the pinyin index: pairs of syllables, and the initials of three syllables.

    text      乡村振兴
    tokens    xiang0cun0 cun0zhen0 zhen0xing0 xing0      xcz1 czx1 zx1 x1

Tones are left out, ü is v as on keyboards. The 0 ends a syllable: ``xi0`` begins no ``xian0``. Initials are
in threes because there are only twenty-three of them: pairs would stand in every report; the 1 at their end
tells them from syllables. No token is a word that the index could take for English, and cut to its stem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

ENDED, INITIALS = "0", "1"
MUTE = "?"
"""Stands for the syllable of a character of which no pinyin is known."""
_LETTERS = re.compile(r"[a-z]+")
# All syllables of the standard language without tones, as initial and the finals that it takes.
_FINALS = """
:a ai an ang ao e ei en eng er o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u
p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f:a an ang ei en eng o ou u
d:a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve
l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un
q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r:an ang ao e en eng i ong ou u ua uan ui un uo
z:a ai an ang ao e ei en eng i ong ou u uan ui un uo
c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing o ong ou u uan ue un
w:a ai an ang ei en eng o u
"""
SYLLABLES = frozenset(
    initial + final
    for line in _FINALS.split("\n")
    for initial, _, finals in [line.partition(":")]
    for final in finals.split()
) | {"m", "n", "ng", "hm", "r", "lo", "yo", "yai"}


def toneless(pinyin: str) -> str:
    """Pinyin as it is typed: no tones, ü as v, apostrophes and hyphens kept.

    >>> toneless("Xī'ān lǜsè")
    "xi'an lvse"
    """
    plain = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def divided(pinyin: str, count: int) -> tuple[str, ...] | None:
    """The ``count`` syllables of the pinyin of ``count`` characters; None where it cannot be so divided.

    >>> divided("Lónghuí Xiàn", 3), divided("jīngguò", 2), divided("yīdiǎnr", 3)
    (('long', 'hui', 'xian'), ('jing', 'guo'), ('yi', 'dian', 'r'))
    """
    parts = _LETTERS.findall(toneless(pinyin))
    best: dict[int, tuple[str, ...]] = {0: ()}
    for part in parts:
        following: dict[int, tuple[str, ...]] = {}
        for done, before in best.items():
            for syllables in _ways(part):
                following.setdefault(done + len(syllables), (*before, *syllables))
        best = following
    return best.get(count)


def readings_of(letters: str) -> tuple[tuple[str, ...], ...]:
    """Each way to read letters without tones as syllables; the browser reads queries in the same ways.

    >>> readings_of("xian")
    (('xian',), ('xia', 'n'), ('xi', 'an'), ('xi', 'a', 'n'))
    """
    return _ways(letters)


@lru_cache(maxsize=65536)
def _ways(letters: str) -> tuple[tuple[str, ...], ...]:
    """Each way to divide letters into syllables, longer syllables first."""
    if not letters:
        return ((),)
    return tuple(
        (letters[:end], *rest)
        for end in range(min(6, len(letters)), 0, -1)
        if letters[:end] in SYLLABLES
        for rest in _ways(letters[end:])
    )


def syllable_tokens(syllables: Sequence[str]) -> list[str]:
    """The tokens of Chinese characters that follow each other, one for each.

    >>> syllable_tokens(["xiang", "cun", "ban"])
    ['xiang0cun0', 'cun0ban0', 'ban0']
    """
    ended = [syllable + ENDED for syllable in syllables]
    return [*map(str.__add__, ended, ended[1:]), ended[-1]]


def initial_tokens(syllables: Sequence[str]) -> list[str]:
    """The initials of each three syllables that follow each other, and of what is left at the end.

    >>> initial_tokens(["xiang", "cun", "zhen", "xing"])
    ['xcz1', 'czx1', 'zx1', 'x1']
    """
    letters = "".join([syllable[0] for syllable in syllables])
    return [letters[at : at + 3] + INITIALS for at in range(len(letters))]
