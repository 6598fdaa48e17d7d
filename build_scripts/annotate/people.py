"""Names of persons with a surname that has no reading of its own, so that they are written with a capital.

The segmentation has some of them as one word (蓝献华, tagged ``nr``); the others are told by what stands
around them, as :mod:`build_scripts.annotate.name_evidence` adds it up: 书记|隋|兴华, 、杨|钊、.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.annotate.family_names import ALSO_WORDS, CLEAR, OF_NAMES, is_clear_name
from build_scripts.annotate.given_names import (
    ALONE,
    BEGINNING_GIVEN,
    CALLED,
    is_given,
    is_half_given,
    may_begin_given,
)
from build_scripts.annotate.name_credits import is_credited
from build_scripts.annotate.name_evidence import (
    BEGINNING,
    BEHIND,
    MARKS,
    NAMING_ENDS,
    ROLE_ENDS,
    evidence,
    hindrances,
    is_role,
    may_begin,
)
from build_scripts.annotate.places import GAZETTEER
from build_scripts.annotate.segment import HAN, Segment, frequency, is_known, tag_of

# In given names of ordinary surnames, and nowhere else: 传银, 其昌.
_ALSO_IN_GIVEN = "传为其中行政时之西力自进运初知亦允孚宜可太风夏开关起选同作"
# A surname before what may begin a given name, behind what may stand before a name: most characters are none.
_CANDIDATE = re.compile(f"[{''.join(sorted(CLEAR | ALSO_WORDS))}](?=[{BEGINNING_GIVEN}{_ALSO_IN_GIVEN}])")
_MAY_STAND_BEFORE = ROLE_ENDS | NAMING_ENDS | BEGINNING | frozenset("的")
# A name between marks, as a list of names has it: 、杨钊、 and （女）、李素循（.
_IN_LIST = re.compile(r"(?<=[、）])[㐀-鿿]{2,3}(?=[、（])")
_ENOUGH = 3
_ENOUGH_OF_ODD = 4


def people(text: str, words: Sequence[Segment], starts: dict[int, int]) -> dict[int, int]:
    """Where such names stand: the place of the surname → how many characters the given name has.

    Args:
        text: the characters of ``words``.
        words: a segmentation.
        starts: the place where a word starts → its position.

    >>> from build_scripts.annotate.segment import segments
    >>> words = segments("镇党委书记隋兴华到任")
    >>> people("镇党委书记隋兴华到任", words, {word.start: at for at, word in enumerate(words)})
    {5: 2}
    """
    found: dict[int, int] = {}
    end = 0
    for match in _CANDIDATE.finditer(text):
        at = match.start()
        stands_free = at == 0 or text[at - 1] in _MAY_STAND_BEFORE or text[at + 3 : at + 4] == "（"
        if at < end or not stands_free or not _may_follow(text[at + 1 : at + 3]):
            continue
        word = words[starts[at]] if at in starts else None
        if word and word.tag in {"nr", "nrfg"} and is_clear_name(word.text):
            continue  # one word as it is
        if may_begin(text, at, words, starts) and (length := _length(text, at, words, starts)):
            found[at] = length
            end = at + 1 + length
    return found


def _may_follow(given: str) -> bool:
    return may_begin_given(given) or (given[:1] in _ALSO_IN_GIVEN and is_half_given(given[:2].ljust(2)))


def _length(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> int:
    """How many characters the given name has; 0 where there is none."""
    also, given = text[at] in ALSO_WORDS, text[at + 1 : at + 3]
    role = is_role(text, at, words, starts)
    listed = _IN_LIST.match(text, at)
    if also and not (role or listed):
        return 0
    if frequency(text[at : at + 2]) > OF_NAMES and not (role and tag_of(text[at : at + 2]).startswith("nr")):
        return 0  # 晋升|和, 高水|平
    if CALLED.match(given):
        return 0
    if len(given) == 2 and is_credited(text, at, given):
        return 2  # （周新华摄）
    if len(given) == 2 and HAN.match(given[1]) and text[at : at + 3] not in GAZETTEER:
        told = evidence(text, at, 2, words, starts) - also + (listed is not None)
        if is_given(given) and told >= _ENOUGH:
            return 2
        odd = is_half_given(given) and not (also or is_known(given) or is_known(text[at : at + 2]))
        if odd and (role or (listed and len(listed[0]) == 3)):
            whole = not hindrances(text, at, at + 3, words, starts) and not is_known(text[at : at + 3])
            if whole and (listed or told >= _ENOUGH_OF_ODD):
                return 2
    return 1 if _is_short(text, at, also, role) else 0


def _is_short(text: str, at: int, also: bool, role: bool) -> bool:
    """Tell whether a name of two characters stands behind a role: 导演|王坪|曾."""
    whole, behind = text[at : at + 2], text[at + 2 : at + 3]
    if not role or whole[1:] not in ALONE or whole in GAZETTEER:
        return False
    if is_known(whole) and (also or not tag_of(whole).startswith("nr")):
        return False
    return not behind or behind in MARKS or behind in BEHIND or behind in "说介表"
