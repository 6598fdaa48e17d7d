"""What people wrote beside the reports: the glossary and the themes."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.themes import Theme, load_themes
from build_scripts.diagnostics import Diagnostic
from build_scripts.library import DOCS, Project, markdown_texts


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The lexicon and the themes of a project."""

    lexicon: Lexicon
    themes: tuple[Theme, ...]


def read_knowledge(project: Project) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
    """Read docs/glossary/ and docs/themes/; a malformed entry is reported and the rest still work."""
    lexicon, found = load_lexicon(markdown_texts(project.root / DOCS / "glossary", project))
    themes, more = load_themes(markdown_texts(project.root / DOCS / "themes", project))
    return Knowledge(lexicon, themes), (*found, *more)
