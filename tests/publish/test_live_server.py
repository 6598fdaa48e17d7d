"""The server shows a site of the same bytes as a build, from the start, and builds what changed by name."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Collection, Iterator
from pathlib import Path
from queue import Queue

import pytest

from build_scripts.cli import serving
from build_scripts.publish.live_server import LiveServer
from build_scripts.publish.preview import SESSION
from tests.publish.test_rendering import edit, project, rendered, site

__all__ = ["project", "rendered"]

PAGE = b"<html><body><p>text</p></body></html>"


class Served:
    """A server of two folders, and what it was asked to build."""

    def __init__(self, folder: Path) -> None:
        self.site, self.standing = folder / "site", folder / "standing"
        for place in (self.site, self.standing):
            place.mkdir()
        self.asked: Queue[Collection[str] | None] = Queue()
        self.server = LiveServer(self.build, "127.0.0.1", 0, self.site, "/")
        self.server.shutdown_delay = 0.01
        self.server.build_delay = 0.01

    def build(self, names: Collection[str] | None) -> bool:
        self.asked.put(names)
        return names != {"nothing"}

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{self.server.server_port}{path}", timeout=60
        ) as answer:
            return bytes(answer.read())


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = Served(tmp_path)
    yield made
    made.server.shutdown()


def parts(page: bytes) -> tuple[bytes, str]:
    """A page without its live reload, and the address of that."""
    before, _, rest = page.partition(b'<script src="')
    address, _, after = rest.partition(b'"></script>')
    return before + after, address.decode()


def test_a_page_is_that_of_the_site_but_for_a_script_beside_it(served: Served) -> None:
    (served.site / "a.html").write_bytes(PAGE)
    (served.site / "part.html").write_bytes(b"<p>no body</p>")
    served.server.begin(lambda: None, None)
    page, script = parts(served.get("/a.html"))
    assert page == PAGE
    assert b"location.reload()" in served.get(script)
    assert parts(served.get("/part.html"))[0] == b"<p>no body</p>"


def test_the_site_as_it_stood_is_shown_while_the_new_one_is_built(served: Served) -> None:
    (served.standing / "a.html").write_bytes(b"before")
    during: list[bytes] = []

    def build() -> None:
        during.append(parts(served.get("/a.html"))[0])
        (served.site / "a.html").write_bytes(b"now")

    served.server.begin(build, served.standing)
    assert during == [b"before"] and parts(served.get("/a.html"))[0] == b"now"


def test_where_none_stands_whoever_asks_waits_for_the_first(served: Served) -> None:
    answers: Queue[bytes] = Queue()
    reader = threading.Thread(target=lambda: answers.put(served.get("/a.html")))

    def build() -> None:
        reader.start()
        (served.site / "a.html").write_bytes(b"now")

    served.server.begin(build, None)
    assert parts(answers.get(timeout=60))[0] == b"now"


def test_what_changed_is_built_by_name_and_browsers_load_it_again_only_then(served: Served) -> None:
    served.server.begin(lambda: None, None)
    epoch = served.server._visible_epoch
    work = threading.Thread(target=served.server.follow)
    work.start()
    served.server.tell({"nothing"})
    assert served.asked.get(timeout=60) == {"nothing"}
    served.server.tell(["a", "b"])
    assert served.asked.get(timeout=60) == {"a", "b"}
    # A browser that knows the first site is answered when there is another.
    assert int(served.get(f"/livereload/{epoch}/1")) > epoch
    served.server.tell(["a"])
    served.server.tell(None)
    names: Collection[str] | None = set()
    while names is not None:
        names = served.asked.get(timeout=60)
    served.server.shutdown()
    work.join(timeout=60)
    assert not work.is_alive()


def test_serve_takes_the_pages_of_the_last_build_as_they_are(
    project: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text(encoding="utf-8") + "site_url: https://example.org/reports/\n",
        "utf-8",
    )
    built = site(project)
    rendered.clear()
    shown: dict[str, bytes] = {}

    def look(server: LiveServer) -> None:
        for path in built:
            with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/reports/{path}") as answer:
                shown[path] = parts(answer.read())[0]
        assert rendered == []
        edit(
            project / "docs/reports/tea.md", lambda text: text.replace("<!-- en todo -->", "The growers did.")
        )
        assert server._follow({"docs/reports/tea.md"})
        assert rendered == ["reports/tea.md"]
        raise KeyboardInterrupt

    monkeypatch.setattr(LiveServer, "follow", look)
    try:
        serving._serve(project, {"dev_addr": "127.0.0.1:0"})
    finally:
        SESSION.rendering = SESSION.written = SESSION.known = SESSION.before = None
    assert shown == {path: text.encode() for path, text in built.items()}
    assert not list((project / ".duizhao").glob("preview-*")), "it clears away what it made"
    standing = (project / "site/reports/tea.html").read_text(encoding="utf-8")
    assert standing == built["reports/tea.html"], "the site that was built is nobody's but the build's"
