"""What the tests of machine drafts share: a project with a page, and servers on this machine.

A server answers from a script: each entry is the answer to one request, the last goes on. It keeps what it
was asked. Nothing here leaves 127.0.0.1, and nobody waits: sleeping is recorded instead.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from click.testing import CliRunner, Result

from build_scripts.cli.main import main
from build_scripts.cli.translating import Edge
from build_scripts.sync.merge import sync_page
from tests.sync.helpers import article

KEY = "sk-7hq2/strictly+secret=%x"
"""A key with signs that look different in an address."""

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

PATIENCE = 30
"""Seconds in which a server that answers does so, on a loaded machine too."""

FIRST = "云溪县去年修通了十二条村道，货车开得进山，山货卖得出村。"
SECOND = "清江县把干部派到网格里，群众有事就在家门口办。"
TITLE = "山路通了"

ENGLISH: Mapping[str, str] = {
    TITLE: "The mountain road is open",
    FIRST: "Last year Yunxi County opened twelve village roads, and lorries reach the hills.",
    SECOND: "Qingjiang County sends officials into the grid, and residents settle affairs at home.",
}


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    json: Any
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """An answer of the server; with ``hold`` it gives none until it is released, and the client gives up."""

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    hold: bool = False


Script = Callable[[Asked], Answer]


class Server:
    """A server of 127.0.0.1: ``url`` with a slash at its end, and what it was ``asked``."""

    def __init__(self, script: Script) -> None:
        self.asked: list[Asked] = []
        self.script = script
        self.released = threading.Event()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.answer()

            def do_POST(self) -> None:
                self.answer()

            def answer(self) -> None:
                asked = read(self)
                owner.asked.append(asked)
                answer = owner.script(asked)
                if answer.hold:
                    owner.released.wait(PATIENCE)
                    return
                body = answer.body if isinstance(answer.body, bytes) else answer.body.encode("utf-8")
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def read(handler: BaseHTTPRequestHandler) -> Asked:
    parts = urlsplit(handler.path)
    body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0)).decode("utf-8")
    is_json = "json" in (handler.headers.get("Content-Type") or "").lower()
    return Asked(
        handler.command,
        parts.path,
        {name: values[0] for name, values in parse_qs(parts.query).items()},
        {} if is_json else {name: values[0] for name, values in parse_qs(body).items()},
        json.loads(body) if is_json else None,
        {name.lower(): value for name, value in handler.headers.items()},
    )


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    server = Server(script)
    try:
        yield server
    finally:
        server.close()


def in_turn(*answers: Answer | Script) -> Script:
    """Answers one after another; the last one goes on."""
    left = list(answers)

    def script(asked: Asked) -> Answer:
        answer = left.pop(0) if len(left) > 1 else left[0]
        return answer if isinstance(answer, Answer) else answer(asked)

    return script


def translated(text: str, known: Mapping[str, str] = ENGLISH) -> str:
    """What a good provider makes of a text: the known English, signs of protected terms kept."""
    for chinese, english in known.items():
        if text == chinese:
            return english
    raise AssertionError(f"no English for {text!r}")


def libre(asked: Asked) -> Answer:
    """A LibreTranslate that knows :data:`ENGLISH`."""
    assert (asked.method, asked.path) == ("POST", "/translate")
    assert (asked.form["source"], asked.form["target"], asked.form["format"]) == ("zh", "en", "text")
    return libre_says(translated(asked.form["q"]))


def libre_says(text: Any) -> Answer:
    return Answer(json.dumps({"translatedText": text}), headers={"Content-Type": "application/json"})


def chat(asked: Asked) -> Answer:
    """A server of language models that knows :data:`ENGLISH`."""
    assert (asked.method, asked.path) == ("POST", "/v1/chat/completions")
    return chat_says(f"<translation>{translated(chat_text(asked))}</translation>")


def chat_text(asked: Asked) -> str:
    return str(json.loads(asked.json["messages"][-1]["content"])["text"])


def chat_says(text: str | None, reason: str = "stop") -> Answer:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": reason}
    return Answer(json.dumps({"object": "chat.completion", "choices": [choice]}))


def page_text(*paragraphs: str, title: str = TITLE, subtitle: str = "") -> str:
    report = article(*paragraphs, title=title, subtitle=subtitle)
    return sync_page(None, report, source="a.txt").text


GLOSSARY = """\
---
title: 词
---

<!-- glossary -->

## 网格

- en: grid
- avoid: mesh; network

最小的单元。

The smallest unit.
"""


def new_project(folder: Path, *paragraphs: str, glossary: str = "", name: str = "a") -> Path:
    """A project with one page, docs/reports/a.md, all of it without English."""
    for part in ("source_articles", "docs/reports", "docs/glossary", "docs/themes"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    if glossary:
        (folder / "docs/glossary/words.md").write_text(glossary, encoding="utf-8")
    page_of(folder, name).write_bytes(page_text(*(paragraphs or (FIRST, SECOND))).encode("utf-8"))
    return folder


def page_of(project: Path, name: str = "a") -> Path:
    return project / "docs" / "reports" / f"{name}.md"


@dataclass
class Ran:
    """What came of a run of the command, and how long it would have slept."""

    result: Result
    slept: list[float]

    @property
    def code(self) -> int:
        return self.result.exit_code

    @property
    def output(self) -> str:
        return self.result.output


def translate(project: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Run ``duizhao translate``; a crash fails the test."""
    slept: list[float] = []
    edge = Edge(now=lambda: NOON, sleep=slept.append, environment=environment or {})
    command = ["translate", "--root", str(project), "--config", str(settings_of(project)), *arguments]
    result = CliRunner().invoke(main, command, obj=edge)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Ran(result, slept)


def settings_of(project: Path) -> Path:
    """An empty file of settings beside the project: those of who runs the tests stay out of them."""
    file = project.parent / "translate.toml"
    if not file.exists():
        file.write_text("", encoding="utf-8")
    return file


def through_libre(project: Path, server: Server, *arguments: str, **more: Any) -> Ran:
    return translate(project, "--provider", "libre", "--base-url", server.url, *arguments, **more)


def through_chat(project: Path, server: Server, *arguments: str, **more: Any) -> Ran:
    given = ("--provider", "openai", "--base-url", f"{server.url}v1", "--model", "tiny")
    return translate(project, *given, *arguments, **more)
