"""Pages of MkDocs taken from those kept, and only the others rendered. What the hook calls; all MkDocs' own.

MkDocs renders all Markdown before it writes a first page, and holds it all in memory. Here a page lies in the
store until its template needs it. Where several processes can be had, the pages that are missing are rendered
by all of them beforehand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_scripts.annotate.held import Held
from build_scripts.cache import Entries, whole_program
from build_scripts.digests import digest, spelled
from build_scripts.files import write_if_changed
from build_scripts.processes import in_processes, start_method
from build_scripts.publish.asked import Answers, recording
from build_scripts.publish.asked_files import AskedFiles, address
from build_scripts.publish.contents import contents, plain_entry
from build_scripts.publish.context import Context
from build_scripts.publish.extension import DuizhaoExtension
from build_scripts.publish.kept_pages import (
    Facts,
    Rendered,
    World,
    load_facts,
    load_rendered,
    page_key,
    store,
)
from build_scripts.publish.said import listening, silence
from build_scripts.publish.state_stamp import state_stamp
from build_scripts.publish.told_pages import Told, empty
from build_scripts.publish.tolerant import load

EXTENSIONS = ("build_scripts.publish.extension", "duizhao")
_ENOUGH = 16
"""So many missing pages are worth other processes."""


def extension_name(config: MkDocsConfig) -> str | None:
    """By which of its names our extension is used in mkdocs.yml; None where it is not."""
    return next((name for name in EXTENSIONS if name in config.markdown_extensions), None)


def options_of(config: MkDocsConfig) -> dict[str, Any] | None:
    """The options of our extension in mkdocs.yml; None where it is not used."""
    used = extension_name(config)
    return None if used is None else dict(config.mdx_configs.get(used) or {})


@dataclass(slots=True)
class Rendering:
    """The pages of one build.

    ``base`` names the program and the options of Markdown; ``fresh`` are the marks of the pages that are good
    as they are kept, by their path in docs/, ``told`` what is known of these until MkDocs has it, ``made``
    digests of the files that pages were made of. ``stamp`` is the state of the site's data, ``stamped`` the
    file with that of the last build, and ``steady`` says that they are the same: whatever a page asked then,
    the answer is. ``nav`` and ``env`` are MkDocs', for :meth:`again`. ``alone`` says that no plugin looks at
    pages: then no Markdown is held in memory that has been rendered.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    entries: Entries
    base: str
    world: World
    stamp: str
    stamped: Path
    fresh: dict[str, str] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    env: Any = None
    steady: bool = False
    alone: bool = False

    @classmethod
    def of(cls, config: MkDocsConfig, files: Files, nav: Navigation, folder: Path) -> Rendering | None:
        """The rendering of a build; None where nothing can be kept, for our extension is not used."""
        if (world := _world(config, files)) is None:
            return None
        stamp = state_stamp(options_of(config) or {}, files)
        stamped = folder.with_suffix(".stamp")
        made = cls(config, files, nav, Entries(folder), _base(config), world, stamp, stamped)
        made.steady = load(stamped, str, "") == stamp
        return made

    def is_fresh(self, file: File) -> bool:
        """Whether the page of ``file`` is kept and can stay as it is."""
        path = file.src_uri
        if path in self.fresh:
            return True
        facts = load_facts(self.entries, path)
        if facts is None or facts.source != _source(file) or not facts.key.startswith(self.base):
            return False
        if not self.steady and not self.world.good(facts, facts.source, self.base):
            return False
        self._keep(path, Told.of(facts))
        return True

    def _keep(self, path: str, told: Told) -> None:
        self.fresh[path], self.told[path] = told.mark, told

    def begin(self, page: Page) -> None:
        """Called before the file of ``page`` is read: what changes from here on is seen the next time."""
        self.made[page.file.src_uri] = _source(page.file)

    def shows(self, path: str) -> bool:
        """Whether the page of a file in docs/ was made of what the file holds now."""
        file = self.files.src_uris.get(path)
        try:
            return file is not None and self.made.get(path) == _source(file)
        except OSError:
            return False  # it is gone

    def ahead(self) -> None:
        """Render in several processes what is missing, if there is enough of it and they can be forked."""
        global _ahead
        missing = [(file.src_uri,) for file in self.files.documentation_pages() if not self.is_fresh(file)]
        if start_method() != "fork" or len(missing) < _ENOUGH:
            return
        self.load()  # A forked process has it then, and need not read the dictionaries once more.
        _ahead = self
        try:
            found = in_processes(_render_ahead, missing, 0)
            for (path,), told in zip(missing, found, strict=True):
                if told:
                    self._keep(path, told)
        finally:
            _ahead = None

    def load(self) -> None:
        """Have the dictionaries read, so that the next page does not wait for them."""
        for work in (self.world.context.annotate, self.world.context.gloss):
            if work is not None:
                work("村里修了路。")

    def take_over(self, page: Page) -> None:
        """Let ``page`` be taken from the store when MkDocs renders it, if it can be."""
        setattr(page, "render", partial(self._render, page))  # noqa: B010

    def fill(self, page: Page) -> None:
        """Give ``page`` its content back, for the template."""
        mark = self.fresh.get(page.file.src_uri)
        if mark is None:
            return
        kept = load_rendered(self.entries, page.file.src_uri, mark)
        if kept is None:
            Page.render(page, self.config, self.files)
        else:
            page.content, page.toc = kept.content, contents(kept.toc)

    def drop(self, page: Page) -> None:
        """Forget the content again, which is written."""
        if page.file.src_uri in self.fresh:
            empty(page)

    def prune(self) -> None:
        """The site is whole: keep the pages that are good and no others; remember the state of the data."""
        self.entries.prune(self.fresh)
        if self.stamp == state_stamp(options_of(self.config) or {}, self.files):
            write_if_changed(self.stamped, self.stamp, again=True)

    def again(self, paths: Iterable[str]) -> None:
        """Render and write single pages once more, all else being as it was when the site was built.

        Raises:
            KeyError: a path in docs/ is that of no page.
        """
        self.stamped.unlink(missing_ok=True)  # what is kept from here on may be ahead of the data
        self.steady = False
        world = _world(self.config, self.files)
        assert world is not None and self.env is not None  # the site was built with the extension
        self.world = world
        pages = self.files.documentation_pages()
        for path in paths:
            page = self.files.src_uris[path].page
            if page is None:
                raise KeyError(path)
            self.fresh.pop(path, None)
            _populate_page(page, self.config, self.files)
            _build_page(page, self.config, pages, self.nav, self.env)
            page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """In place of :meth:`Page.render`."""
        path = page.file.src_uri
        key = page_key(self.base, path, page.file.url, page.markdown or "")
        if not self.is_fresh(page.file) or (told := self.told.pop(path, None)) is None or told.key != key:
            self.fresh.pop(path, None)
            facts = self._anew(page, key)
            if facts is None:
                return
            told = Told.of(facts)
            self.fresh[path] = told.mark
        told.tell(page, self.files)
        if self.alone:
            page.markdown = ""

    def _anew(self, page: Page, key: str) -> Facts | None:
        """Render and keep a page; None where it cannot be kept, for MkDocs had something to say of it."""
        asked_files = AskedFiles(self.files)
        with recording() as asked, listening() as said:
            Page.render(page, self.config, asked_files)  # type: ignore[arg-type]
        if said:
            return None
        rendered = _rendered(page)
        source = self.made[page.file.src_uri]
        facts = self.world.facts(source, key, asked, asked_files.asked, rendered)
        store(self.entries, page.file.src_uri, facts, rendered)
        return facts


def _world(config: MkDocsConfig, files: Files) -> World | None:
    options = options_of(config)
    if options is None:
        return None
    context: Context = DuizhaoExtension(**options).context()
    # Ten thousand pages ask for a few hundred.
    return World(context, Held(context.lexicon), Answers(context), cache(partial(address, files)))


_ahead: Rendering | None = None
"""What a forked process finds to work with."""


def _render_ahead(path: str) -> Told | None:
    """Render one page and keep it; nothing of it is left in this process. None where it is not kept."""
    rendering = _ahead
    assert rendering is not None  # set before processes are forked
    file = rendering.files.get_file_from_path(path)
    assert file is not None  # it comes from these files
    before = file.page
    page = Page(None, file, rendering.config)  # which makes itself the page of the file
    try:
        rendering.begin(page)
        page.read_source(rendering.config)
        with silence():
            facts = rendering._anew(page, page_key(rendering.base, path, file.url, page.markdown or ""))
        return Told.of(facts) if facts else None
    finally:
        file.page = before


def _rendered(page: Page) -> Rendered:
    links = [
        (file.src_uri, anchor, written)
        for file, anchors in (page.links_to_anchors or {}).items()
        for anchor, written in anchors.items()
    ]
    anchors = tuple(sorted(page.present_anchor_ids or ()))
    toc = [plain_entry(entry) for entry in page.toc]
    return Rendered(page.content or "", page._title_from_render, toc, anchors, tuple(links))


def _source(file: File) -> str:
    return hashlib.sha256(file.content_bytes).hexdigest()


def _base(config: MkDocsConfig) -> str:
    """A name for all that decides every page: the program, Markdown's options, the form of links."""
    links = [config.use_directory_urls, dict(config.validation.links)]
    options = [config.markdown_extensions, config.mdx_configs, links]
    written = json.dumps(options, sort_keys=True, default=spelled)
    return digest(f"{whole_program()}{written}")
