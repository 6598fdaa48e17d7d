"""The other classes of deep-translator, each against a server that answers as its service does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

import pytest

from build_scripts.translate.client import Client, Request
from build_scripts.translate.context import NOTHING
from build_scripts.translate.deep import KINDS, DeepProvider
from build_scripts.translate.failures import Failure, Hopeless, Refused, Temporary
from build_scripts.translate.names import PROVIDERS
from build_scripts.translate.settings import Settings
from tests.translate.helpers import (
    ENGLISH,
    FIRST,
    KEY,
    NOON,
    PATIENCE,
    Answer,
    Asked,
    Server,
    new_project,
    serving,
    translate,
)


def provider(name: str, server: Server, **settings: str) -> DeepProvider:
    made = Settings(base_url=server.url, **settings)
    return DeepProvider(name, made, seconds=PATIENCE, now=lambda: NOON)


def google(asked: Asked) -> Answer:
    assert (asked.method, asked.path) == ("GET", "/m")
    assert (asked.query["sl"], asked.query["tl"], asked.query["q"]) == ("zh-CN", "en", FIRST)
    return Answer(f'<html><div class="result-container">{ENGLISH[FIRST]}</div></html>')


def mymemory(asked: Asked) -> Answer:
    assert (asked.method, asked.path) == ("GET", "/get")
    assert (asked.query["langpair"], asked.query["q"]) == ("zh-CN|en-GB", FIRST)
    return remembered(ENGLISH[FIRST])


def remembered(text: str | None, status: Any = 200, details: str = "", spent: bool = False) -> Answer:
    said = {"responseData": {"translatedText": text}, "responseStatus": status, "responseDetails": details}
    return Answer(json.dumps(said | {"quotaFinished": spent, "matches": []}))


def deepl(asked: Asked) -> Answer:
    # https://developers.deepl.com: POST only, the key in a header only, since 2025.
    assert (asked.method, asked.path) == ("POST", "/translate") and not asked.query
    assert asked.headers["authorization"] == f"DeepL-Auth-Key {KEY}"
    assert asked.form == {"source_lang": "ZH", "target_lang": "EN-GB", "text": FIRST}
    return Answer(json.dumps({"translations": [{"text": ENGLISH[FIRST]}]}))


def microsoft(asked: Asked) -> Answer:
    if asked.path == "/languages":
        names = {"zh-Hans": {"name": "Chinese Simplified"}, "en": {"name": "English"}}
        return Answer(json.dumps({"translation": names}))
    assert (asked.method, asked.path, asked.json) == ("POST", "/translate", [{"text": FIRST}])
    assert (asked.query["from"], asked.query["to"]) == ("zh-hans", "en")
    assert asked.headers["ocp-apim-subscription-key"] == KEY
    return Answer(json.dumps([{"translations": [{"text": ENGLISH[FIRST], "to": "en"}]}]))


SERVICES = {"google": google, "mymemory": mymemory, "deepl": deepl, "microsoft": microsoft}
KEYS = {"deepl": KEY, "microsoft": KEY}


@pytest.mark.parametrize("name", SERVICES)
def test_each_class_translates(name: str) -> None:
    with serving(SERVICES[name]) as server:
        made = provider(name, server, key=KEYS.get(name, ""))
        assert made.translate(FIRST, NOTHING) == ENGLISH[FIRST]
        assert made.translate(FIRST, NOTHING) == ENGLISH[FIRST], "and again"


def test_entities_of_mymemory_are_signs() -> None:
    with serving(lambda asked: remembered("The village&#39;s road &amp; bridge")) as server:
        assert provider("mymemory", server).translate(FIRST, NOTHING) == "The village's road & bridge"


def test_a_free_key_of_deepl_goes_to_the_free_address(monkeypatch: pytest.MonkeyPatch) -> None:
    urls: list[str] = []

    def send(client: Client, request: Request) -> NoReturn:
        urls.append(client._adapt(request).url)
        raise Refused("not sent")

    monkeypatch.setattr(Client, "send", send)
    for key in (KEY, f"{KEY}:fx"):
        with pytest.raises(Refused):
            DeepProvider("deepl", Settings(key=key), seconds=PATIENCE, now=lambda: NOON).translate(
                "好", NOTHING
            )
    assert urls == ["https://api.deepl.com/v2/translate", "https://api-free.deepl.com/v2/translate"]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer("", 429), Temporary),
        (Answer("", 500), Temporary),
        (Answer(hold=True), Temporary),
        (Answer("", 403), Hopeless),
        (Answer("<html>nothing here</html>"), Refused),
        (Answer(""), Refused),
        (Answer("null"), Refused),
    ],
)
def test_each_class_fails_in_the_same_ways(name: str, answer: Answer, kind: type[Failure]) -> None:
    with serving(lambda asked: answer) as server:
        seconds = 0.1 if answer.hold else PATIENCE
        made = DeepProvider(name, Settings(base_url=server.url, key=KEY), seconds=seconds, now=lambda: NOON)
        with pytest.raises(kind) as raised:
            made.translate(FIRST, NOTHING)
        server.released.set()
    assert KEY not in str(raised.value)


@pytest.mark.parametrize("name", KINDS)
def test_the_class_gets_its_own_requests_back(name: str) -> None:
    import importlib

    module = importlib.import_module(f"deep_translator.{KINDS[name].module}")
    before = module.requests
    with serving(lambda asked: Answer("", 403)) as server, pytest.raises(Failure):
        DeepProvider(name, Settings(server.url, key=KEY), seconds=PATIENCE, now=lambda: NOON).translate(
            "好", NOTHING
        )
    assert module.requests is before


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (remembered("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS", 429, spent=True), Hopeless),
        (remembered("", "403", "YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY"), Hopeless),
        (remembered("QUERY LENGTH LIMIT EXCEEDED", "403", "QUERY LENGTH LIMIT EXCEEDED"), Refused),
        (remembered(None), Refused),
    ],
)
def test_failures_that_mymemory_sends_as_success(answer: Answer, kind: type[Failure]) -> None:
    with serving(lambda asked: answer) as server, pytest.raises(kind):
        provider("mymemory", server).translate(FIRST, NOTHING)


def test_mymemory_gets_at_most_500_bytes_and_google_no_long_address(tmp_path: Path) -> None:
    sentence = "村里的路一段一段地修，水一户一户地通，账一笔一笔地公开。"
    for name in ("mymemory", "google"):
        project = new_project(tmp_path / name / "p", sentence * 40)

        def script(asked: Asked, name: str = name) -> Answer:
            text = asked.query["q"]
            assert len(text.encode()) <= 500 or name == "google"
            english = " ".join(
                ["Roads, water and accounts came bit by bit, home by home, day by day."]
                * max(1, text.count("。"))
            )
            return remembered(english) if name == "mymemory" else Answer(f'<div class="t0">{english}</div>')

        with serving(script) as server:
            ran = translate(project, "--provider", name, "--base-url", server.url)
            assert len(server.asked) > 2
        assert ran.code == 0, ran.output


@pytest.mark.parametrize("name", ["deepl", "microsoft", "libre"])
def test_a_missing_key_is_a_usage_error_before_anything_is_sent(tmp_path: Path, name: str) -> None:
    ran = translate(new_project(tmp_path / "p"), "--provider", name)
    assert ran.code == 2 and f"DUIZHAO_{name.upper()}_KEY" in ran.output


def test_the_names_on_the_command_line_are_those_there_are() -> None:
    assert set(PROVIDERS) == {*KINDS, "openai"}
