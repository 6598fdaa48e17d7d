"""A real browser on the built site, at two widths: no script may fail, no request may leave this machine, and
nothing may break the Content-Security-Policy of the pages.

The browser is the system's own Chromium, Chrome or Edge (tools/browser.py finds it; `make test` installs
Debian's). Where there is none, the tests are skipped and say so.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import importlib.util
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.waiting import PATIENCE

WIDTHS = {"phone": 390, "desk": 1300}
# The browser is to talk to our server and to nobody else, its own makers included.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)

# In every page, before its own scripts: says what its policy has stopped.
WATCH = """document.addEventListener("securitypolicyviolation", (event) =>
    window.dzViolated(`${event.violatedDirective} ${event.blockedURI} in ${event.documentURI}`))"""

PROMISE = re.compile(r"\basync\b|\bawait\b|\bPromise\b|\.then\(")
FUNCTION = re.compile(r"\s*(?:async\s+)?(?:function\b|(?:\([^()]*\)|[\w$]+)\s*=>)")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a line for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a browser that goes to another page meanwhile wants it no more."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


@pytest.fixture(scope="module")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on free ports of this machine; gives their addresses."""
    with contextlib.ExitStack() as running:

        def start(folder: Path) -> str:
            handler = functools.partial(Quiet, directory=str(folder))
            server = running.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            running.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_address[1]}"

        yield start


@pytest.fixture(scope="module")
def address(built_site: Path, serve: Callable[[Path], str]) -> str:
    """The built site on a free port of this machine."""
    return serve(built_site)


@pytest.fixture(scope="module")
def browser(root: Path) -> Iterator[Any]:
    """A running browser, or a skip with its reason."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make test")
    finder = load_module(root / "tools/browser.py")
    reason = finder.why_not()
    if reason:
        pytest.skip(reason)
    path = finder.find_browser()
    sync_api.expect.set_options(timeout=PATIENCE)
    waits = asking_by_function(sync_api.Page.wait_for_function)
    with sync_api.sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sync_api.Page, "wait_for_function", waits)
        running = playwright.chromium.launch(executable_path=path, headless=True, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    """An empty tab; afterwards: no script failed, no request left this machine, no policy was broken.

    A test that breaks the policy on purpose empties ``page.violations``.
    """
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 800}, locale="en-GB")
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.violations = []
    context.expose_function("dzViolated", lambda said: tab.violations.append(said))
    context.add_init_script(WATCH)
    requested: list[str] = []
    errors: list[str] = []
    context.on("request", lambda asked: requested.append(asked.url))
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []
    assert tab.violations == []
    assert requested, "the test opened no page"
    assert [url for url in requested if is_foreign(url)] == []


def asking_by_function(wait: Callable[..., Any]) -> Callable[..., Any]:
    """``Page.wait_for_function`` that makes a function of an expression, and takes no promise.

    Playwright evaluates an expression anew each time it asks: ``eval``, to the policy of the pages. A promise
    it takes for true, whatever comes of it: such a wait would never wait.
    """

    @functools.wraps(wait)
    def waiting(tab: Any, expression: str, **options: Any) -> Any:
        if PROMISE.search(expression):
            raise ValueError(f"a promise, which is true at once: ask with until(): {expression}")
        asked = expression if FUNCTION.match(expression) else f"() => ({expression})"
        return wait(tab, asked, **options)

    return waiting


def is_foreign(url: str) -> bool:
    """Tell a request to another machine from one to ours, or to none (data:, blob:)."""
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about", "file") and parts.hostname != "127.0.0.1"


def load_module(path: Path) -> Any:
    """Import a file of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
