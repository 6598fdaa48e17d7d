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
    entries, unreadable = markdown_texts(project.root / DOCS / "glossary", project)
    lexicon, malformed = load_lexicon(entries)
    files, unread = markdown_texts(project.root / DOCS / "themes", project)
    themes, faults = load_themes(files)
    return Knowledge(lexicon, themes), (*unreadable, *malformed, *unread, *faults)
