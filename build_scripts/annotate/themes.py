"""The themes of reports: which theme files there are, and which of them a report belongs to.

A theme's score is the sum over its keywords of ``weight × (10 × times in the title + times in the text per
1,000 characters)``; a keyword counts only at word boundaries, and within a theme the longest one at a place.
A report gets the theme with the highest score, and one or two more that reach half of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from build_scripts.annotate.codes import MALFORMED_THEME
from build_scripts.annotate.matching import Matcher
from build_scripts.annotate.segment import segments
from build_scripts.diagnostics import Diagnostic

TITLE_WEIGHT = 10.0
"""How much more than once in 1,000 characters of text a keyword in the title counts."""

RELATIVE_THRESHOLD = 0.5
"""The share of the best score that a second and a third theme must reach."""

MOST_THEMES = 3

_SHORTEST_TEXT = 1000  # A note of 100 characters is not ten times as much about its one keyword.


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: ``id`` is the stem of its file; ``keywords`` are pairs of a keyword and its weight (> 0)."""

    id: str
    title: str
    title_en: str
    keywords: tuple[tuple[str, float], ...]
    path: str
    matcher: Matcher = field(repr=False, compare=False)


def load_themes(files: Mapping[str, str]) -> tuple[tuple[Theme, ...], tuple[Diagnostic, ...]]:
    """Read the theme files.

    Args:
        files: the text of each file by its path (forward slashes); an ``index.md`` is no theme.

    Returns:
        The themes by id, and what is wrong in the files, by path and line.

    >>> text = "---\\ntitle: 医\\ntitle_en: Health\\nkeywords: [医保: 2, 医院]\\n---\\n"
    >>> load_themes({"themes/health.md": text})[0][0].keywords
    (('医保', 2.0), ('医院', 1.0))
    """
    themes: list[Theme] = []
    faults: list[Diagnostic] = []
    for path in sorted(files):
        if path.rsplit("/", 1)[-1] != "index.md":
            theme = _load_theme(path, files[path], faults)
            if theme is not None:
                themes.append(theme)
    themes.sort(key=lambda theme: (theme.id, theme.path))
    return tuple(themes), tuple(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.message)))


def assign_themes(title: str, texts: Sequence[str], themes: Sequence[Theme]) -> tuple[str, ...]:
    """The themes of a report, best first: one to three, or none where no keyword of any theme occurs.

    Args:
        title: the Chinese title, with the subtitle if there is one.
        texts: the Chinese paragraphs, headings and list items.
        themes: all themes; their order does not matter.
    """
    scores = score_themes(title, texts, themes)
    ranked = sorted(((-score, name) for name, score in scores.items() if score > 0))
    if not ranked:
        return ()
    least = -ranked[0][0] * RELATIVE_THRESHOLD
    return tuple(name for score, name in ranked[:MOST_THEMES] if -score >= least)


def score_themes(title: str, texts: Sequence[str], themes: Sequence[Theme]) -> Mapping[str, float]:
    """The score of each theme, as the head of this module defines it; 0 where no keyword occurs."""
    body = "\n".join(texts)
    per_thousand = 1000 / max(len(body), _SHORTEST_TEXT)
    parts = [(title, segments(title), TITLE_WEIGHT), (body, segments(body), per_thousand)]
    scores: dict[str, float] = {}
    for theme in themes:
        weights = dict(theme.keywords)
        total = 0.0
        for text, words, factor in parts:
            total += factor * sum(weights[match.key] for match in theme.matcher.find(text, words).matches)
        # Rounded, so that equal scores are equal however they were added up.
        scores[theme.id] = round(total, 9)
    return scores


def _load_theme(path: str, text: str, faults: list[Diagnostic]) -> Theme | None:
    def report(line: int, message: str) -> None:
        faults.append(Diagnostic(path, line, MALFORMED_THEME.code, message))

    source = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", text, re.DOTALL | re.MULTILINE)
    if source is None:
        report(1, "the file has no front matter between two lines ---")
        return None
    try:
        data = yaml.safe_load(source[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", error)
        report(mark.line + 2 if mark else 1, f"the front matter is no YAML: {problem}")
        return None
    if not isinstance(data, dict) or not data.get("title") or not data.get("title_en"):
        report(1, "the front matter lacks title or title_en")
        return None
    listed = data.get("keywords")
    if not isinstance(listed, list):
        report(_line_of(text, "keywords"), "keywords is no list")
        listed = []
    keywords: dict[str, float] = {}
    for keyword, weight in _keywords(listed):
        line = _line_of(text, keyword)
        if not keyword or keyword in keywords:
            report(line, f"the keyword “{keyword}” is empty or stands twice")
        elif weight is None:
            report(line, f"the weight of “{keyword}” is no number above 0")
        else:
            keywords[keyword] = weight
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    matcher = Matcher.of((keyword, keyword) for keyword in keywords)
    return Theme(name, str(data["title"]), str(data["title_en"]), tuple(keywords.items()), path, matcher)


def _keywords(listed: list[Any]) -> Iterator[tuple[str, float | None]]:
    """Each item of the list as keyword and weight; None for a weight that is no number above 0."""
    for item in listed:
        pairs = item.items() if isinstance(item, dict) else [(item, 1)]
        for keyword, weight in pairs:
            number = isinstance(weight, int | float) and not isinstance(weight, bool)
            usable = number and 0 < weight < float("inf")
            yield ("" if keyword is None else str(keyword).strip(), float(weight) if usable else None)


def _line_of(text: str, wanted: str) -> int:
    """The first line of the file that holds ``wanted``, counted from 1."""
    for number, line in enumerate(text.split("\n"), 1):
        if wanted and wanted in line:
            return number
    return 1
