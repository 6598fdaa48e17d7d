"""The providers that deep-translator knows, driven through its classes.

Its classes send requests without a time-out, mostly with the text in the address, where servers cut it off
at some 8 KB (a Chinese character takes nine bytes there), and the key too. Each request is therefore made a
value first, put right by the provider's adapter, and sent by our own client. What the class reads out of
the answer stays its business.
"""

from __future__ import annotations

import html
import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote_plus

import requests

from build_scripts.translate.client import Client, Request, moved
from build_scripts.translate.context import Context
from build_scripts.translate.failures import Failure, Hopeless, Refused
from build_scripts.translate.settings import Settings


@dataclass(frozen=True, slots=True)
class _Kind:
    """One class of deep-translator.

    ``home`` is the address that its requests begin with, which ``base_url`` replaces; ``chinese`` and
    ``english`` what it calls the languages; ``limit`` counts in ``measure``. ``adapt`` puts a request right;
    ``arguments`` are the class's, from the settings. ``escaped``: signs such as ' come back as entities of
    HTML. ``complete`` tells whether the settings are; ``check`` looks at an answer with status 200.
    """

    module: str
    name: str
    home: re.Pattern[str]
    chinese: str
    english: str
    limit: int
    measure: Callable[[str], int]
    adapt: Callable[[Request, Settings], Request]
    arguments: Callable[[Settings], Mapping[str, Any]]
    escaped: bool = False
    complete: Callable[[Settings], bool] = lambda settings: True
    check: Callable[[requests.Response], None] = lambda response: None


class DeepProvider:
    """A class of deep-translator as a :class:`build_scripts.translate.provider.Provider`."""

    whole = False

    def __init__(self, name: str, settings: Settings, *, seconds: float, now: Callable[[], datetime]) -> None:
        self._kind = KINDS[name]
        self._settings = settings
        if not self._kind.complete(settings):
            raise Hopeless(f"{name} needs a key: set DUIZHAO_{name.upper()}_KEY, or see --help", usage=True)
        self.limit = self._kind.limit
        self._client = Client(
            seconds=seconds,
            redact=settings.redact,
            now=now,
            adapt=self._adapted,
            redirects=not settings.key,
        )
        self._module: Any = importlib.import_module(f"deep_translator.{self._kind.module}")
        self._translator: Any = None

    def measure(self, text: str) -> int:
        """See :class:`build_scripts.translate.provider.Provider`."""
        return self._kind.measure(text)

    def translate(self, text: str, context: Context) -> str:
        """See :class:`build_scripts.translate.provider.Provider`; these interfaces take no context."""
        with self._door():
            try:
                # Not earlier: the class of Microsoft asks for its languages when it is made.
                self._translator = self._translator or self._made()
                answer = self._translator.translate(text)
            except Failure:
                raise
            except Exception as error:
                # A message may hold the text, the key, the address; the kind of error says enough.
                raise Refused(f"the answer cannot be used ({type(error).__name__})") from None
        if answer is None:
            return ""
        if not isinstance(answer, str):
            raise Refused(f"the answer cannot be used (it is no text but {type(answer).__name__})")
        if self._kind.escaped:
            answer = html.unescape(answer)
        if self._settings.in_answer(answer):
            raise Refused("the answer holds the key")
        return answer

    def _made(self) -> Any:
        kind = self._kind
        arguments = kind.arguments(self._settings)
        return getattr(self._module, kind.name)(source=kind.chinese, target=kind.english, **arguments)

    def _adapted(self, request: Request) -> Request:
        adapted = self._kind.adapt(request, self._settings)
        base = self._settings.base_url
        return moved(adapted, self._kind.home, base) if base else adapted

    @contextmanager
    def _door(self) -> Iterator[None]:
        """While the class is at work, its ``requests`` is our client."""
        real = self._module.requests
        self._module.requests = SimpleNamespace(
            get=lambda url, **given: self._sent("GET", url, given),
            post=lambda url, **given: self._sent("POST", url, given),
            exceptions=requests.exceptions,
        )
        try:
            yield
        finally:
            self._module.requests = real

    def _sent(self, method: str, url: str, given: Mapping[str, Any]) -> requests.Response:
        parts = {name: given.get(name) for name in ("params", "data", "json", "headers")}
        response = self._client.send(Request(method, url, **parts))
        self._kind.check(response)
        return response


def _has_key(settings: Settings) -> bool:
    return bool(settings.key)


def _in_address(text: str) -> int:
    return len(quote_plus(text))


def _in_bytes(text: str) -> int:
    return len(text.encode("utf-8"))


def _google(request: Request, settings: Settings) -> Request:
    return request


def _mymemory(request: Request, settings: Settings) -> Request:
    # The class asks over plain HTTP.
    return replace(request, url=request.url.replace("http://api.mymemory", "https://api.mymemory"))


def _checked_mymemory(response: requests.Response) -> None:
    """MyMemory reports failures inside of an answer with status 200."""
    try:
        said = response.json()
    except ValueError:
        raise Refused("the answer is no JSON") from None
    if not isinstance(said, dict) or str(said.get("responseStatus")) == "200":
        return
    details = " ".join(html.unescape(str(said.get("responseDetails"))).split())[:160]
    if said.get("quotaFinished") or "USED ALL AVAILABLE" in details.upper():
        raise Hopeless(f"the quota is used up ({details})")
    raise Refused(f"the server refuses this text ({said.get('responseStatus')}: {details})")


def _deepl(request: Request, settings: Settings) -> Request:
    """DeepL takes neither GET nor a key in the address any more; and it knows British English."""
    params = {name: value for name, value in (request.params or {}).items() if name != "auth_key"}
    params |= {"source_lang": "ZH", "target_lang": "EN-GB"}
    headers = {"Authorization": f"DeepL-Auth-Key {settings.key}"}
    return replace(request, method="POST", params=None, data=params, headers=headers)


def _microsoft(request: Request, settings: Settings) -> Request:
    return replace(request, url=request.url.strip())


def _libre(request: Request, settings: Settings) -> Request:
    params = dict(request.params or {})
    if not settings.key:
        # The class insists on a key; servers of one's own mostly have none.
        params.pop("api_key", None)
    return replace(request, params=None, data=params)


KINDS: Mapping[str, _Kind] = {
    # 8 KB is what most servers take as an address. The page for old telephones, which the class reads, is
    # no interface with a promise: it may change at any time.
    "google": _Kind(
        module="google",
        name="GoogleTranslator",
        home=re.compile(r"https://translate\.google\.com/"),
        chinese="zh-CN",
        english="en",
        limit=7000,
        measure=_in_address,
        adapt=_google,
        arguments=lambda settings: {},
    ),
    # https://mymemory.translated.net/doc/spec.php: q has at most 500 bytes of UTF-8. The class itself wants
    # fewer than 500 characters, which is no narrower.
    "mymemory": _Kind(
        module="mymemory",
        name="MyMemoryTranslator",
        home=re.compile(r"https://api\.mymemory\.translated\.net/"),
        chinese="zh-CN",
        english="en-GB",
        limit=499,
        measure=_in_bytes,
        adapt=_mymemory,
        arguments=lambda settings: {"email": settings.email} if settings.email else {},
        check=_checked_mymemory,
        escaped=True,
    ),
    # Keys of the free interface end in ":fx" (developers.deepl.com, Authentication).
    "deepl": _Kind(
        module="deepl",
        name="DeeplTranslator",
        home=re.compile(r"https://api(?:-free)?\.deepl\.com/v2/"),
        chinese="zh",
        english="en",
        limit=5000,
        measure=len,
        adapt=_deepl,
        arguments=lambda settings: {"api_key": settings.key, "use_free_api": settings.key.endswith(":fx")},
        complete=_has_key,
    ),
    "microsoft": _Kind(
        module="microsoft",
        name="MicrosoftTranslator",
        home=re.compile(r"https://api\.cognitive\.microsofttranslator\.com/"),
        chinese="zh-hans",
        english="en",
        limit=5000,
        measure=len,
        adapt=_microsoft,
        arguments=lambda settings: {"api_key": settings.key, "region": settings.region or None},
        complete=_has_key,
    ),
    # 2,000 characters is the limit of libretranslate.com; servers of one's own mostly have none.
    "libre": _Kind(
        module="libre",
        name="LibreTranslator",
        home=re.compile(r"https://libretranslate\.com/"),
        chinese="zh",
        english="en",
        limit=2000,
        measure=len,
        adapt=_libre,
        arguments=lambda settings: {
            # Without a key the adapter takes this out again.
            "api_key": settings.key or "none",
            "use_free_api": False,
            "custom_url": settings.base_url.rstrip("/") + "/" if settings.base_url else None,
        },
        complete=lambda settings: bool(settings.key or settings.base_url),
    ),
}
"""The providers by name. Of deep-translator's others: Yandex' and Papago's interfaces are closed, QCRI knows
no Chinese, Linguee and PONS are dictionaries, ChatGPT's class calls a library function that is gone."""
