"""Reading the cases: sentences and the figures that are read in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.figures import Figure
from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.annotate.words import annotate
from build_scripts.sync.marks import Status

FOLDER = Path(__file__).parent
# What the segmentation would part: 一 | 肩挑.
LEXICON = load_lexicon({"figures.md": "## 一肩挑\n\n- en: holding both posts\n\n甲。\n\nA.\n"})[0]


@dataclass(frozen=True)
class Case:
    """A sentence, the date and title of its report, and its figures: each its text and some fields."""

    sentence: str
    date: str
    title: str
    expected: tuple[tuple[str, dict[str, str]], ...]


def read_cases(name: str) -> list[Case]:
    """The cases of a file in this folder."""
    cases = []
    for block in (FOLDER / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        head = {"date": "", "title": ""}
        while lines and lines[0].split(" ")[0] in head:
            key, _, value = lines.pop(0).partition(" ")
            head[key] = value
        if lines:
            found = tuple(_figure(line) for line in lines[1:] if line != "none")
            assert found or lines[1:] == ["none"], f"no figures and no “none”: {lines[0]}"
            cases.append(Case(lines[0], head["date"], head["title"], found))
    return cases


def _figure(line: str) -> tuple[str, dict[str, str]]:
    text, *fields = line.split(" ")
    return text, dict(field.partition("=")[::2] for field in fields)


def page_of(*texts: str, date: str = "", title: str = "", name: str = "report") -> AnnotatedPage:
    """A report of these paragraphs."""
    heads = [_text("", "title", title)] if title else []
    body = [_text(f"u-{number:08x}", "paragraph", text) for number, text in enumerate(texts)]
    return AnnotatedPage(name, date, (*heads, *body))


def _text(anchor: str, role: str, zh: str) -> AnnotatedText:
    return AnnotatedText(anchor, role, zh, "", Status.TODO, False, annotate(zh, LEXICON))


def field_of(figure: Figure, name: str) -> str:
    """A field as the cases write it: no spaces, yes and no."""
    values = {
        "start": figure.period.start,
        "end": figure.period.end,
        "period": figure.period.text,
        "basis": figure.period.basis,
        "near": "yes" if figure.near else "no",
    }
    return str(values.get(name, getattr(figure, name, ""))).replace(" ", "_")
