"""Files that the site has beside its pages and assets: books and feeds. What the hook calls; all MkDocs' own.

MkDocs is told of them before it renders the pages, so that it checks the links to them as it does all others.
Feeds are made then; books, which are made of rendered pages, when these are there: just before MkDocs copies
all files that are no pages.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.books.building import Built, build_books
from build_scripts.books.frame import Publisher
from build_scripts.books.links import book_path, can_make_books
from build_scripts.books.making import Workshop
from build_scripts.books.volumes import report_book, volumes
from build_scripts.feeds import atom
from build_scripts.feeds.atom import Feeds
from build_scripts.feeds.choosing import parse_feed_data
from build_scripts.library import Project
from build_scripts.publish.rendering import Rendering, extension_name, options_of
from build_scripts.publish.site import load_site

log = get_plugin_logger("duizhao")

FEEDS = "feeds"
"""The option of our extension, and the key in ``extra``, that say that there are feeds."""

BOOKS = "books_made"
"""The option of our extension that says that the books are made."""

_UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/.*|assets/(javascripts|stylesheets)/[^/]*\.map")


@dataclass(frozen=True, slots=True)
class RenderedPages:
    """The rendered pages, by their paths in docs/; see :class:`build_scripts.books.building.Pages`."""

    rendering: Rendering

    def mark_of(self, path: str) -> str:
        """A name for all that decides the page: what it is kept under, or else of its HTML."""
        if path in self.rendering.fresh:
            return self.rendering.fresh[path]
        page = self._page(path)
        return hashlib.sha256((page.content or "").encode("utf-8", "replace")).hexdigest() if page else ""

    def content_of(self, path: str) -> str:
        """The HTML, which the page itself does not hold as long as it is kept."""
        page = self._page(path)
        if page is None:
            return ""
        self.rendering.fill(page)
        content = page.content or ""
        self.rendering.drop(page)
        return content

    def _page(self, path: str) -> Page | None:
        file = self.rendering.files.src_uris.get(path)
        return file.page if file is not None else None


def configure(config: MkDocsConfig) -> None:
    """Let pages link to books and feeds where there can be any.

    Books need a library, feeds the address of the site, and both a host that calls this.
    """
    name = extension_name(config)
    if name is not None:
        options = config.mdx_configs.setdefault(name, {})
        options.setdefault(BOOKS, can_make_books())
        if config.site_url:
            options.setdefault(FEEDS, True)


def leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Take away what the theme brings and no page loads: parts of its search, maps for those who write it.

    These are more than two megabytes. The project's own files stay, and all where the theme's search is on.
    """
    if any("search" in name for name in config.plugins):
        return
    own = [Path(folder).resolve() for folder in (config.docs_dir, config.theme.custom_dir) if folder]
    for file in list(files):
        if _UNUSED.fullmatch(file.src_uri):
            place = Path(file.abs_src_path or "").resolve()
            if not any(place.is_relative_to(folder) for folder in own):
                files.remove(file)


def declare(files: Files, config: MkDocsConfig, project: Project) -> None:
    """Make the feeds, and tell MkDocs of them and of the books. A file of that name in docs/ goes before."""
    options = options_of(config) or {}
    folder, site = _book_folder(options), load_site(project.site_data)
    several = volumes(site, _by_year(options))
    paths = [*map(report_book, site.reports), *(volume.path for volume in several)]
    for path in paths if folder else ():
        _add(files, config, f"{folder}/{path}", abs_src_path=str(project.books / path))
    if options.get(FEEDS):
        for path, data in _feeds(files, config, project, folder).all():
            _add(files, config, path, content=data)
        config.extra[FEEDS] = _announced(config, project)


def make_books(files: Files, config: MkDocsConfig, project: Project, rendering: Rendering) -> Built | None:
    """Bring the books up to date with the rendered pages; None where none are wanted or can be made."""
    options = options_of(config) or {}
    folder = _book_folder(options)
    if options.get("books") and not folder:
        log.info("no EPUBs are made: that takes ebooklib, pip install 'duizhao[books]'")
    if not folder:
        return None
    publisher = Publisher(
        config.site_name, config.site_url or "", options.get("licence", ""), options.get("licence_url", "")
    )

    def url(path: str) -> str:
        return _url(files, config, path) if config.site_url else ""

    shop = Workshop(rendering.world.context, publisher, url)
    pages = RenderedPages(rendering)
    built = build_books(shop, pages, project.books, by_year=_by_year(options), jobs=0)
    for file in list(files):
        if file.src_uri.startswith(f"{folder}/") and not Path(file.abs_src_path or "").is_file():
            files.remove(file)  # of a report whose page could not be read
    return built


def _book_folder(options: dict[str, Any]) -> str:
    return str(options.get("books") or "").strip("/") if options.get(BOOKS) else ""


def _by_year(options: dict[str, Any]) -> bool:
    return bool(options.get("books_by_year"))


def _add(files: Files, config: MkDocsConfig, path: str, **content: Any) -> None:
    if path not in files.src_uris:
        files.append(File.generated(config, path, **content))


def _feeds(files: Files, config: MkDocsConfig, project: Project, folder: str) -> Feeds:
    site = load_site(project.site_data)
    options = options_of(config) or {}
    publisher = atom.Publisher(config.site_name, config.site_description or "", options.get("licence", ""))
    source = project.feed_data.read_text(encoding="utf-8") if project.feed_data.is_file() else ""
    return Feeds(
        site,
        parse_feed_data(source),
        publisher,
        lambda path: _url(files, config, path),
        lambda report: book_path(site, folder, report),
    )


def _url(files: Files, config: MkDocsConfig, path: str) -> str:
    """The absolute address of a page or file by its path in docs/."""
    file = files.get_file_from_path(path) or File(path, None, config.site_dir, config.use_directory_urls)
    return urljoin(config.site_url or "", file.url)


def _announced(config: MkDocsConfig, project: Project) -> dict[str, dict[str, str]]:
    """For the templates: the feed that a page announces, by its path; that of the site by an empty one."""
    feeds = {"": {"path": atom.feed_path(), "title": config.site_name}}
    for theme in load_site(project.site_data).themes.values():
        title = " · ".join(filter(None, (theme.title, theme.title_en)))
        feeds[theme.path] = {"path": atom.feed_path(theme.id), "title": f"{title} – {config.site_name}"}
    return feeds
