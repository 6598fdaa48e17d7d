"""The server of `duizhao serve`: that of MkDocs, told which files changed, and serving from the start.

What it shows is a site of the same bytes as one that is published: the live reload is a script beside the
page, not one in it, so that the page's own policy holds.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer, _timestamp
from mkdocs.plugins import get_plugin_logger

from build_scripts.publish.watching import Watcher

log = get_plugin_logger("duizhao")

_SCRIPT = re.compile(r"/livereload/(\d+)-(\d+)\.js")


class LiveServer(LiveReloadServer):
    """Serves a folder; builds what changed, and lets browsers load it once more."""

    watcher: Watcher | None = None
    """Tells of changes, once it is there."""

    def __init__(
        self,
        builder: Callable[[Collection[str] | None], bool],
        host: str,
        port: int,
        site: Path,
        mount_path: str,
    ) -> None:
        """Listen, so that a port in use is known before anything is built.

        Args:
            builder: is given the files that changed, None if any may have; tells whether the site did.
            host: where to listen.
            port: where to listen.
            site: the folder into which the site is built.
            mount_path: where the site lies on the server.

        Raises:
            OSError: somebody else listens there.
        """
        super().__init__(lambda: None, host, port, str(site), mount_path)
        self._follow = builder
        self._changed: set[str] = set()
        self._anything = False
        # MkDocs asks whether anything is watched before it adds its live reload.
        self._watched_paths = {str(site): 1}
        self.server_bind()
        self.server_activate()

    def tell(self, names: Collection[str] | None) -> None:
        """These files changed, or None: anything may have. From any thread."""
        with self._rebuild_cond:
            self._anything |= names is None
            self._changed.update(names or ())
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """As in MkDocs, for what is no part of a project."""
        if self.watcher is not None:
            self.watcher.follow(Path(path).resolve(), recursive)

    def begin(self, build: Callable[[], None], standing: Path | None) -> None:
        """Answer at once: with the site of ``standing`` until ``build`` is done, else when it is.

        Raises:
            Exception: whatever ``build`` does.
        """
        site, self.root = self.root, str(standing or self.root)
        if standing is None:
            self._wanted_epoch = self._visible_epoch + 1
        self.serve_thread.start()
        if standing is not None:
            log.info(f"Serving on {self.url} as the site stood, which is brought up to date meanwhile")
        build()
        self._wanted_epoch = _timestamp()
        self.root = site
        self._publish()
        log.info(f"Serving on {self.url}")

    def follow(self) -> None:
        """Build what changes, until the server is shut down."""
        self._build_loop()

    def _build_loop(self) -> None:
        while (names := self._awaited()) != set():
            try:
                done = self._follow(names)
            except Exception:
                traceback.print_exc()
                log.error("the site could not be built, see above; it is tried again after the next change")
                continue
            if done:
                log.info("Reloading browsers")
            else:
                self._wanted_epoch = self._visible_epoch
            self._publish()

    def _awaited(self) -> set[str] | None:
        """What changed, when it has come to rest; None for anything, empty when the server is shut down."""
        with self._rebuild_cond:
            # Short waits, or Windows could not be interrupted.
            while not self._rebuild_cond.wait_for(
                lambda: self._want_rebuild or self._shutdown, timeout=self.shutdown_delay
            ):
                pass
            while not self._shutdown and self._rebuild_cond.wait(timeout=self.build_delay):
                pass
            if self._shutdown:
                return set()
            names = None if self._anything else self._changed
            self._changed, self._anything, self._want_rebuild = set(), False, False
            self._wanted_epoch = _timestamp()
            return names

    def _publish(self) -> None:
        """What was built is what is wanted: let those who wait for it have it."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        if found := _SCRIPT.fullmatch(environ["PATH_INFO"]):
            start_response("200 OK", [("Content-Type", "application/javascript")])
            return [script(int(found[1]), int(found[2]))]
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page with the address of the script at its end."""
        element = f'<script src="/livereload/{epoch}-{_timestamp()}.js"></script>'.encode()
        before, body, after = content.rpartition(b"</body>")
        return before + element + body + after if body else content + element


def script(epoch: int, request: int) -> bytes:
    """The live reload of MkDocs for a page of that ``epoch``; ``request`` is a number of the page's own."""
    return _SCRIPT_TEMPLATE.substitute(epoch=epoch, request_id=request).encode()
