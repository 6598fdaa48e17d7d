"""Which page is being rendered, where the host tells it.

MkDocs does not: it resolves links that begin at the root of docs/ (:mod:`.links`). Zensical resolves relative
links alone, and registers a preprocessor that knows the page. Nothing of Zensical is imported.
"""

from __future__ import annotations

from dataclasses import replace

from markdown import Markdown

from build_scripts.publish.links import Links

_ZENSICAL = "rendering_context"
"""The name under which Zensical registers what it knows."""


def links_from_page(md: Markdown, links: Links) -> Links:
    """``links`` in the form that the host of ``md`` resolves on the page that it is working on.

    Unchanged where the host says nothing of the page, or where the options give a form of their own.
    """
    if links != Links() or _ZENSICAL not in md.preprocessors:
        return links
    page = getattr(md.preprocessors[_ZENSICAL], "page", None)
    path = getattr(page, "path", None)
    if not isinstance(path, str):
        return links
    return replace(links, prefix="../" * path.count("/") or "./")


def resolved(md: Markdown, href: str) -> str | None:
    """The address that ``href`` is on the site, once the host's own steps in ``md`` are done; None: unknown.

    MkDocs has resolved it by now. Zensical does so only after Markdown, by a rule that is plain where pages
    are files (``use_directory_urls: false``).
    """
    path, mark, rest = href.partition("#")
    if not path.endswith(".md"):
        return href
    # A registry of Python-Markdown has no get().
    known = md.preprocessors[_ZENSICAL] if _ZENSICAL in md.preprocessors else None  # noqa: SIM401
    config = getattr(known, "config", None)
    if not isinstance(config, dict) or config.get("use_directory_urls", True):
        return None
    return f"{path.removesuffix('.md')}.html{mark}{rest}"
