"""Pages in their frame, written by several processes, and taken from the site before where nothing changed.

MkDocs runs the template of each page in one process, and deletes the site before it builds. Here the old site
is set aside first. When all pages are rendered, those whose content and frame are the same as then are taken
over, the others are written by all processors; MkDocs, in its turn, is handed the finished text in place of
its template. Only where nothing else listens to the events of a page: plugins see pages go by as ever.

The law (tested): with the site before, without it or with files of it changed the same bytes come out.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from build_scripts.digests import digest, spelled
from build_scripts.files import write_if_changed
from build_scripts.processes import in_processes, start_method
from build_scripts.publish.rendering import Rendering
from build_scripts.publish.said import alone

TEMPLATE = "main.html"
"""The template of a page that names no other."""

_EVENTS = ("page_content", "page_context", "post_page", "env")
_OF_NO_PAGE = frozenset(
    {"plugins", "hooks", "theme", "exclude_docs", "draft_docs", "not_in_nav"}
    | {"site_dir", "dev_addr", "strict", "watch"}
)
"""Settings that decide no page, or are looked at by themselves."""

_ENOUGH = 16
"""So many pages are worth other processes."""


@dataclass(frozen=True, slots=True)
class SiteBefore:
    """The pages of the site as the build before left it: ``folder``, where they lie, and ``index``, a file.

    The index has for each page what its file was made of, and a digest of the file. ``lent`` says that the
    folder is the site of somebody else, from which pages are taken and in which nothing is moved or deleted.
    """

    folder: Path
    index: Path
    lent: bool = False

    def set_aside(self, site: Path) -> None:
        """Move away what is in ``site``, which MkDocs would delete now; where that fails, nothing is kept."""
        if self.lent:
            return
        self.forget()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True)
            for entry in sorted(site.iterdir()) if self.index.is_file() and site.is_dir() else ():
                if not entry.name.startswith("."):  # these MkDocs leaves alone
                    os.rename(entry, self.folder / entry.name)

    def forget(self) -> None:
        """Delete it, if it is ours."""
        if not self.lent:
            shutil.rmtree(self.folder, ignore_errors=True)

    def known(self) -> dict[str, list[str]]:
        """The index; empty where it cannot be read."""
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self.index.read_text(encoding="utf-8"))
            return found if isinstance(found, dict) else {}
        return {}

    def remember(self, pages: Mapping[str, tuple[str, str]]) -> None:
        """Write the index for the next build."""
        lines = (f"{json.dumps(path)}: {json.dumps(facts)}" for path, facts in sorted(pages.items()))
        write_if_changed(self.index, "{\n" + ",\n".join(lines) + "\n}\n", again=True)


@dataclass(slots=True)
class Written:
    """The finished pages of one build, by their paths in docs/.

    ``frame`` is a name for all that decides every page's frame. ``found`` tells where the text of a page
    lies, with a digest of it, ``keys`` what it was made of; ``ready`` is the text of the page in work.
    """

    rendering: Rendering
    env: Any
    before: SiteBefore
    frame: str
    found: dict[str, tuple[Path, str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    ready: str | None = None

    @classmethod
    def of(cls, rendering: Rendering, env: Any, before: SiteBefore, hook: str) -> Written | None:
        """For the pages of a build; None where something besides ``hook`` listens to the events of a page.

        Args:
            rendering: the pages, all rendered.
            env: the templates.
            before: the site set aside.
            hook: the module whose functions may listen.
        """
        config = rendering.config
        if not alone(config, hook, _EVENTS):
            return None
        return cls(rendering, env, before, _frame(rendering))

    def ahead(self) -> None:
        """Find or write all pages that are kept as they were rendered."""
        known = self.before.known()
        files = self.rendering.files.documentation_pages(inclusion=InclusionLevel.is_included)
        pages = [file.page for file in files if file.page and file.src_uri in self.rendering.fresh]
        missing = [page for page in pages if not self._take(page, known.get(page.file.src_uri))]
        if len(missing) >= _ENOUGH and start_method() == "fork":
            self._write(missing, files)

    def open(self, page: Page) -> bool:
        """Have the finished text of a page ready; False where MkDocs has to make it."""
        self.ready = None
        place, wanted = self.found.get(page.file.src_uri, (None, ""))
        if place is not None:
            with contextlib.suppress(OSError):
                data = place.read_bytes()
                if _sealed(data) == wanted:
                    self.ready = data.decode("utf-8")
        return self.ready is not None

    def finish(self) -> None:
        """The site is whole: remember its pages for the next build, and forget the one before."""
        self.before.remember({path: (key, self.found[path][1]) for path, key in self.keys.items()})
        self.before.forget()
        self.found.clear()
        self.ready = None

    def key(self, page: Page) -> str:
        """A name for all that decides the file of a page."""
        return digest(f"{self.frame} {self.rendering.fresh[page.file.src_uri]} {page.url}")

    def _take(self, page: Page, facts: Sequence[str] | None) -> bool:
        place = self.before.folder / page.file.dest_uri
        if facts is None or len(facts) != 2 or facts[0] != self.key(page) or not place.is_file():
            return False
        self.found[page.file.src_uri] = (place, facts[1])
        self.keys[page.file.src_uri] = facts[0]
        return True

    def _write(self, missing: Sequence[Page], files: Sequence[File]) -> None:
        global _at_work
        _at_work = (self, files)
        try:
            # The first compiles the templates, which a forked process has then.
            first = _write_page(missing[0].file.src_uri)
            rest = in_processes(_write_page, [(page.file.src_uri,) for page in missing[1:]], 0)
            for page, (seal, alone) in zip(missing, (first, *rest), strict=True):
                if seal:
                    self.found[page.file.src_uri] = (Path(page.file.abs_dest_path), seal)
                if seal and alone:
                    self.keys[page.file.src_uri] = self.key(page)
        finally:
            _at_work = None


class Templates:
    """The templates as MkDocs asks for them: that of a page gives its finished text, where there is one."""

    def __init__(self, env: Any, written: Written) -> None:
        """``env``: the environment of Jinja that all templates come from."""
        self._env, self._written = env, written

    def get_template(self, name: str, *rest: Any, **options: Any) -> Any:
        """A template; it is loaded when something has to be made with it."""
        return _Template(partial(self._env.get_template, name, *rest, **options), self._written)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)


class _Template:
    def __init__(self, load: Callable[[], Any], written: Written) -> None:
        self._load, self._written = load, written

    def render(self, context: Any) -> str:
        ready = self._written.ready if context.get("page") is not None else None
        self._written.ready = None
        return ready if ready is not None else str(self._load().render(context))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


class _Pages(Sequence[File]):
    """All pages of the site, as a template is told of them; whether it looked at them."""

    def __init__(self, files: Sequence[File]) -> None:
        self._files, self.asked = files, False

    def __getitem__(self, place: Any) -> Any:
        self.asked = True
        return self._files[place]

    def __len__(self) -> int:
        self.asked = True
        return len(self._files)


_at_work: tuple[Written, Sequence[File]] | None = None
"""What a forked process finds to work with."""


def _write_page(path: str) -> tuple[str, bool]:
    """Write the file of a page.

    Gives a digest of it, empty where MkDocs has to make the page, and say why; and whether the page depends
    on no other.
    """
    assert _at_work is not None  # set before processes are forked
    written, files = _at_work
    rendering, pages = written.rendering, _Pages(files)
    page = rendering.files.src_uris[path].page
    assert page is not None  # it comes from these files
    page.active = True
    try:
        context = get_context(rendering.nav, files, rendering.config, page)
        context["pages"] = pages
        rendering.fill(page)
        output = written.env.get_template(page.meta.get("template", TEMPLATE)).render(context)
        data = output.encode("utf-8", errors="xmlcharrefreplace")
        write_file(data, page.file.abs_dest_path)
    except Exception:
        return "", False  # it will fail there, too
    finally:
        page.active = False
        rendering.drop(page)
    return (_sealed(data), not pages.asked) if output.strip() else ("", False)


def _sealed(data: bytes) -> str:
    return sha256(data).hexdigest()


def _frame(rendering: Rendering) -> str:
    """A name for all that decides every page's frame: program, settings, templates, navigation."""
    config = rendering.config
    settings = {name: value for name, value in config.items() if name not in _OF_NO_PAGE}
    theme = [dict(config.theme), config.theme.name]
    custom = config.theme.custom_dir
    files = sorted(path for path in Path(custom).rglob("*") if path.is_file()) if custom else []
    templates = [(path.as_posix(), _sealed(path.read_bytes())) for path in files]
    tabs = [_tab(item) for item in rendering.nav.items]
    return digest(json.dumps([rendering.base, settings, theme, templates, tabs], default=spelled))


def _tab(item: Any) -> list[Any]:
    """What the frame can say of an item of the navigation."""
    meta = {name: str(value) for name, value in (getattr(item, "meta", None) or {}).items()}
    below = [_tab(child) for child in item.children or ()]
    return [item.title, getattr(item, "url", None), meta, below]
