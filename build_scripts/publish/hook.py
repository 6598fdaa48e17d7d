"""The MkDocs hook: brings the pages up to date before MkDocs collects them, and reports what was found.

Nothing that a reader sees is made here (Law 4). Named in mkdocs.yml under ``hooks``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from build_scripts import pipeline
from build_scripts.annotate.entities import Kind
from build_scripts.codes import weight
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.library import Project
from build_scripts.names import SOURCES
from build_scripts.publish import supplements
from build_scripts.publish.entity_file import EntityFolder
from build_scripts.publish.lean_templates import add_lean_templates
from build_scripts.publish.preview import SESSION
from build_scripts.publish.rendering import Rendering
from build_scripts.publish.said import alone
from build_scripts.publish.site import forget, load_site
from build_scripts.publish.sitemap import write_sitemap
from build_scripts.publish.written import SiteBefore, Templates, Written
from build_scripts.search.building import build_search
from build_scripts.search.places import places_of

log = get_plugin_logger("duizhao")

TRANSLATION = "T"
"""The first letter of the codes of the translation."""

# MkDocs calls the functions of a hook, not methods of an object: what one event tells another stands here.
_errors: list[str] = []
_command: list[str] = []
_dirty: list[bool] = []
_searched: list[bool] = []


class SourceError(PluginError):
    """The site was built, but documents or pages with an error were left out; ``codes`` names the errors."""

    def __init__(self, message: str, codes: list[str]) -> None:
        """``codes``: one a fault."""
        super().__init__(message)
        self.codes = tuple(codes)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Warn of a working directory in which the Markdown extension finds neither site data nor glossary.

    The templates are told whether this is ``mkdocs serve``, whose live reload is an inline script; that of
    ``duizhao serve`` is none, so that its pages are those of a build to the byte.
    """
    supplements.configure(config)
    config.extra["preview"] = _command[-1:] == ["serve"] and SESSION.before is None
    if Path.cwd() != _root(config):
        log.warning(f"run this in {_root(config)}: elsewhere pages have neither pinyin nor lists")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Run the pipeline. It writes only what changed, so that ``serve`` comes to rest after a rebuild.

    Errors and doubts are logged; every single repair only with ``--verbose``. What is wrong with the English
    is a warning, with which ``--strict`` fails. A document that cannot be used does not keep the others from
    being published: see :func:`on_post_build`.
    """
    forget()
    SESSION.written = None
    result = pipeline.prepare(_root(config), jobs=0, follows=_command[-1:] == ["serve"])
    SESSION.known = result.known
    _errors.clear()
    say(result.diagnostics)
    log.info(
        f"{result.reports} reports, {len(result.diagnostics)} findings (`duizhao check --notes` lists all)"
    )
    if not any(_dirty[-1:]):  # else pages that are not modified are to stay
        _before(config).set_aside(Path(config.site_dir))


def say(diagnostics: Iterable[Diagnostic]) -> None:
    """Log what was found."""
    for found in diagnostics:
        if weight(found) is Severity.ERROR:
            _errors.append(found.code)
            log.error(str(found))
        elif weight(found) is Severity.WARNING and found.code.startswith(TRANSLATION):
            # A person can mend the English: with --strict it must be.
            log.warning(str(found))
        elif weight(found) is Severity.WARNING:
            # Doubts of the cleaning are for the maintainer to read: what the source lacks nobody can mend.
            log.info(str(found))
        else:
            log.debug(str(found))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out pages that are not UTF-8, at which MkDocs would stop; the pipeline has reported them.

    And tell of the books and feeds that there are besides.
    """
    for file in list(files.documentation_pages()):
        try:
            Path(file.abs_src_path or "").read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            log.info(f"{file.src_uri} is not UTF-8 and is left out")
            files.remove(file)
    supplements.leave_out_unused(files, config)
    supplements.declare(files, config, Project(_root(config)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Render in several processes what is not kept from an earlier build."""
    rendering = SESSION.rendering = Rendering.of(config, files, nav, Project(_root(config)).rendered)
    if rendering:
        rendering.alone = alone(config, __name__)
        rendering.ahead()
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Remember the templates, for pages that are written once more. All are rendered: make the books.

    And write the pages, by several processes; MkDocs is given templates that know of these.
    """
    add_lean_templates(env)
    rendering = SESSION.rendering
    if rendering is None:
        return env
    rendering.env = env
    if built := supplements.make_books(files, config, Project(_root(config)), rendering):
        log.info(f"{built.books} EPUBs, {built.made} of them are new")
    written = SESSION.written = Written.of(rendering, env, _before(config), __name__)
    if written is None:
        return env
    written.ahead()
    return Templates(env, written)


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Before the file of a page is read."""
    if rendering := SESSION.rendering:
        rendering.begin(page)
    return page


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Last of all that work on the Markdown: from here on the page may be one that is kept."""
    if rendering := SESSION.rendering:
        rendering.take_over(page)
    return markdown


@event_priority(100)
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """First of all that look at the content: a page that is kept has none until here, if it is needed."""
    written = SESSION.written
    if (rendering := SESSION.rendering) and not (written and written.open(page)):
        rendering.fill(page)
    return context


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Last of all: the content is not held in memory any longer."""
    if rendering := SESSION.rendering:
        rendering.drop(page)
    return output


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a build, which must end with an error if there was one, or ``serve``."""
    _command.append(command)
    _dirty.append(dirty)


def on_post_build(config: MkDocsConfig) -> None:
    """Make the search index of the finished site; say at the end that something in it was left out.

    While ``serve`` follows a translator from save to save, the index stays that of its start.

    Raises:
        SourceError: a document or page has a fault of the level error. ``serve`` goes on.
        SearchError: the index could not be made.
    """
    if rendering := SESSION.rendering:
        rendering.prune()
    if written := SESSION.written:
        written.finish()
    write_sitemap(Path(config.site_dir), config.site_url or "")
    project = Project(_root(config))
    again = _command[-1:] == ["serve"] and _searched
    entities = EntityFolder(project.entity_data)
    named = [one for kind in Kind for one in entities.listed(kind.value)]
    site = load_site(project.site_data)
    places = {
        name: places_of(link.path for links in entities.links(name).values() for link in links)
        for name in site.reports
    }
    built = build_search(
        Path(config.site_dir), site, project.search, named, places, jobs=0, refresh=not again
    )
    _searched.append(True)
    log.info(f"{built.pages} pages can be searched, {built.read} of them are new")
    if _errors and _command[-1:] != ["serve"]:
        count = f"{len(_errors)} error{'' if len(_errors) == 1 else 's'}"
        message = f"{count} in the sources or pages, see above; all else is in {config.site_dir}"
        raise SourceError(message, _errors)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """For `mkdocs serve`: rebuild when a raw document or its fixes change; it watches docs/ itself."""
    sources = _root(config) / SOURCES
    if sources.is_dir():
        server.watch(str(sources))
    return server


def _root(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent


def _before(config: MkDocsConfig) -> SiteBefore:
    project = Project(_root(config))
    return SESSION.before or SiteBefore(project.site_before, project.written)
