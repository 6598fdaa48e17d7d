"""The English of a document's title, looked for in the English of the paragraph that names the document.

Taken only where there is no doubt which words it is: as many titles in italics as documents; or, of the
documents of one kind, as many names in capitals with the word for that kind (the Several Opinions on …).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ITALIC = re.compile(r"(?<![\w*])[*_]([A-Z][^*_]{2,160})[*_](?![\w*])")
_SMALL = "of|on|the|for|and|in|to|a|an|from|with|by|at|into"
_RUN = re.compile(rf"[A-Z][\w’'-]*(?:(?: (?:{_SMALL}))*,? [A-Z0-9][\w’'-]*)+")
# In July 2019 the …, With the …, The …: what stands before a title and in capitals by chance.
_LEADING = re.compile(
    r"(?:(?:In|On|At|By|Under|With|From|For|And|After) )?"
    r"(?:(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*,? (?=\d|the ))?"
    r"(?:\d{4},? )?(?:[Tt]he |[Aa]n? )?"
)
_WORDS = {
    "opinion": r"Opinions?",
    "measures": r"Measures|Rules",
    "rules": r"Regulations?|Rules|Provisions|Charter|Standards?",
    "law": r"Law|Regulations?|Constitution|Code",
    "notice": r"Notice|Circular|Notification|Announcement|Order",
    "plan": r"Plan|Scheme|Programme|Program|Outline|Blueprint",
    "decision": r"Decision|Resolution",
    "report": r"Report|White Paper",
    "newspaper": r"Daily|News|Evening|Weekly|Times|Post",
    "list": r"List|Catalogue",
    "bulletin": r"Bulletin|Briefing|Circular",
}


def english_titles(titles: Sequence[tuple[str, str]], english: str) -> tuple[str, ...]:
    """The English of each of ``titles`` (title and kind) of a paragraph; empty where there is doubt.

    >>> english_titles([("云溪县人才条例", "law")], "In May the Yunxi County Regulations on Talent passed.")
    ('Yunxi County Regulations on Talent',)
    """
    italic = _ITALIC.findall(english)
    if italic and len(italic) == len(titles):
        return tuple(italic)
    plain = re.sub(r"[*_]", "", english)
    runs = [_LEADING.sub("", run, count=1) for run in _RUN.findall(plain)]
    found = [""] * len(titles)
    for kind, words in _WORDS.items():
        ours = [at for at, (_, other) in enumerate(titles) if other == kind]
        parts = [part for run in runs for part in (run.split(", ") if kind == "newspaper" else [run])]
        theirs = [part for part in parts if re.search(rf"\b(?:{words})\b", part) and len(part.split()) > 1]
        # “The Measures for … and the Measures on …” may be one run of two titles.
        said = [re.findall(rf"\b(?:{words})\b", run) for run in theirs]
        single = all(len(set(names)) == len(names) for names in said)
        if ours and len(ours) == len(theirs) and single:
            for at, run in zip(ours, theirs, strict=True):
                found[at] = run
    # One run for two titles is one too few: neither is known.
    return tuple(run if found.count(run) == 1 else "" for run in found)
