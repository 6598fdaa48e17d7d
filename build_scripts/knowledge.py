"""What people wrote beside the reports, the glossary and the themes; and the site data made of it all."""

from __future__ import annotations

import json
from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.themes import Theme, load_themes
from build_scripts.diagnostics import Diagnostic
from build_scripts.library import DOCS, Project, markdown_texts
from build_scripts.pages import Pages
from build_scripts.publish.site_data import build_site_data


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


def site_data_text(plan: Pages, knowledge: Knowledge) -> str:
    """The site data of the planned pages as JSON text, the same bytes for the same input."""
    data = build_site_data(plan.pages, knowledge.lexicon, knowledge.themes)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
