"""The places by which results are narrowed: counties and cities, and what these lie in.

A report answers a place that it names, and every place around that: who asks for 邵阳市 finds what is told
of 隆回县. Townships are left out, as a search for their name finds as much.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from build_scripts.annotate.divisions import division, lineage
from build_scripts.annotate.place_names import place_english

_PAGE = re.compile(r"(?:^|/)places/[^/]*?-(\d{6}(?:\d{3})?)(?:-p\d+)?\.(?:md|html)$")
_COUNTY = 6


def places_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The codes of the places whose pages ``paths`` are, down to counties, and of all around them.

    >>> places_of(["places/huamen-430524002.md", "places/hunan-430000.md", "terms/cun.md"])
    ('430000', '430500', '430524')
    """
    codes = {found[1] for path in paths if (found := _PAGE.search(path))}
    around = {above for code in codes for above in lineage(code)}
    return tuple(sorted(code for code in codes | around if len(code) == _COUNTY))


def place_names(reports: Mapping[str, Sequence[str]]) -> str:
    """The JSON with the names of places that reports answer, as a tree: ``[code, Chinese, English, depth]``.

    It is loaded when a reader goes to the box, not with the first search.

    Args:
        reports: for each report the codes of its places.

    >>> place_names({"hill": ("430000", "430500")})
    '[["430000","湖南省","Hunan Province",0],["430500","邵阳市","Shaoyang City",1]]'
    """
    # Codes are given from the top down, so that their order is that of the tree.
    codes = sorted({code for places in reports.values() for code in places})
    rows = [
        [one.code, one.name, place_english(code), len(lineage(code))]
        for code in codes
        if (one := division(code))
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
