"""Pages for the checks, made of texts in two languages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.sync.text import quotation, zh_hash
from build_scripts.sync.units import numbered

GLOSSARY = Path(__file__).parent / "glossary.md"


def lexicon() -> Lexicon:
    """The glossary of the cases; a fault in it fails the test."""
    found, faults = load_lexicon({"glossary.md": GLOSSARY.read_text(encoding="utf-8")})
    assert faults == ()
    return found


def page_text(units: Iterable[tuple[str, str, str]]) -> str:
    """A page of units (role, Chinese, English) with the status human.

    ``title`` makes a title; ``stale`` a paragraph whose English is stale; English may hold comments.
    """
    front, body = "", ""
    seen: dict[str, int] = {}
    for role, zh, en in units:
        if role == "title":
            front = f"---\ntitle: {zh}\ntitle_en: {en}\ntitle_mark: {zh_hash(zh)} human\n---\n\n"
            continue
        kind, mark = ("paragraph", "stale") if role == "stale" else (role, "human")
        name = numbered(zh_hash(zh), seen)
        body += f"<!-- zh {name} {kind} -->\n\n{quotation(zh)}\n<!-- en {mark} -->\n\n{en}\n\n"
    return front + body
