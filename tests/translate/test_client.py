"""How long a server asks to wait, and that keys stay out of every message."""

from __future__ import annotations

import pytest
import requests

from build_scripts.translate.client import Client, Request, retry_after
from build_scripts.translate.failures import Failure, Hopeless, Refused, Temporary
from build_scripts.translate.settings import Settings
from tests.translate.helpers import KEY, NOON, PATIENCE, Answer, libre_says, serving


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "12"}, 12.0),
        ({"Retry-After": " 0.5 "}, 0.5),
        ({"Retry-After": "Sun, 01 Mar 2026 12:00:30 GMT"}, 30.0),
        ({"Retry-After": "Sun, 01 Mar 2026 11:00:30 GMT", "Date": "Sun, 01 Mar 2026 11:00:00 GMT"}, 30.0),
        ({"Retry-After": "Sun, 01 Mar 2026 11:00:00 GMT"}, 0.0),
        ({"Retry-After": "Sun, 01 Mar 2026 12:00:30 -0000"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-3"}, None),
        ({"Retry-After": "٣"}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, lambda: NOON) == seconds


def client(key: str = KEY) -> Client:
    return Client(seconds=PATIENCE, redact=Settings(key=key).redact, now=lambda: NOON)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/?key=" + KEY,
        "http://[" + KEY,
        "nothing://" + KEY,
        KEY,
        "http://127.0.0.1:99999/" + KEY,
        "http://." + KEY + "/",
    ],
)
def test_no_failure_names_the_address(url: str) -> None:
    with pytest.raises(Failure) as raised:
        client().send(Request("GET", url, headers={"Authorization": KEY}))
    assert KEY not in str(raised.value) and "sk-7hq2" not in repr(raised.value)
    assert raised.value.__cause__ is None and raised.value.__suppress_context__


def test_a_key_that_is_no_header_is_not_named() -> None:
    with pytest.raises(Failure) as raised:
        client().send(Request("GET", "http://127.0.0.1:1/", headers={"Authorization": "Bearer a\nb"}))
    assert "a\nb" not in str(raised.value)


def test_credentials_of_the_machine_are_not_sent(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda asked: libre_says("x")) as server:
        monkeypatch.setattr(requests.sessions, "get_netrc_auth", lambda url: ("user", "from-netrc"))
        client().send(Request("GET", server.url, headers={"Authorization": "Bearer mine"}))
        assert server.asked[0].headers["authorization"] == "Bearer mine"


def test_a_server_on_this_machine_is_asked_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serving(lambda asked: Answer("here")) as server:
        assert client().send(Request("GET", server.url)).text == "here"
    with pytest.raises(Temporary, match="ProxyError"):
        client().send(Request("GET", "http://elsewhere.invalid/"))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *((status, Temporary) for status in (408, 429, 500, 503, 529)),
        *((status, Refused) for status in (400, 413, 414, 422)),
        *((status, Hopeless) for status in (401, 402, 403, 404, 456, 501)),
    ],
)
def test_what_a_status_means(status: int, kind: type[Failure]) -> None:
    with serving(lambda asked: Answer("", status)) as server, pytest.raises(kind):
        client().send(Request("GET", server.url))
