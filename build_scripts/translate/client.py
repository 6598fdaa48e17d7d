"""The edge to the network: one request, its answer, and what kind of failure a failure is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import requests

from build_scripts import __version__
from build_scripts.translate.failures import Hopeless, Refused, Temporary

# The next text may do better: after 413, 414 this one was too long, after 400, 422 something is in it.
_ABOUT_THE_TEXT = frozenset({400, 413, 414, 422})
_TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 529})
_MEANINGS = {
    401: "it does not accept the key",
    402: "it wants to be paid",
    403: "it does not accept the key, or does not allow this",
    404: "there is nothing at this address, look at the base URL",
    456: "the quota is used up",
}
_USAGE = frozenset({401, 403, 404, 405, 410})
# "Too many requests" that no waiting of minutes cures: the words of MyMemory and of OpenAI's servers.
_SPENT = re.compile(r"used all available|insufficient|quota|billing|balance", re.IGNORECASE)
_CONNECT_SECONDS = 10.0
# None takes out what the environment says; requests' annotation knows strings only.
_NO_PROXIES: Any = {"http": None, "https": None, "all": None}


@dataclass(frozen=True, slots=True)
class Request:
    """A request as a value, so that a provider's adapter can make another of it."""

    method: str
    url: str
    params: Mapping[str, Any] | None = None
    data: Mapping[str, Any] | None = None
    json: Any = None
    headers: Mapping[str, str] | None = None


def as_it_is(request: Request) -> Request:
    """The adapter that changes nothing."""
    return request


class Client:
    """Sends requests with a time-out; raises a :class:`Failure` for whatever is no good answer.

    Args:
        seconds: how long to wait for the next bytes of an answer.
        adapt: what to make of each request before it is sent.
        redirects: follow them. Never with a key, which would be sent to another address.
        redact: takes keys out of a text.
        now: the clock, for a Retry-After that is a date.
    """

    def __init__(
        self,
        *,
        seconds: float,
        redact: Callable[[str], str],
        now: Callable[[], datetime],
        adapt: Callable[[Request], Request] = as_it_is,
        redirects: bool = False,
    ) -> None:
        self._seconds = seconds
        self._redact = redact
        self._now = now
        self._adapt = adapt
        self._redirects = redirects
        self._session = requests.Session()
        # Without this, requests puts what ~/.netrc has for the host in the place of our Authorization.
        self._session.auth = _no_change
        self._session.max_redirects = 5
        self._session.headers["User-Agent"] = f"duizhao/{__version__}"

    def send(self, request: Request) -> requests.Response:
        """The answer to a request.

        Raises:
            Temporary: another try may help.
            Refused: another text may do better.
            Hopeless: nothing will.
        """
        wanted = self._adapt(request)
        try:
            response = self._session.request(
                wanted.method,
                wanted.url,
                params=wanted.params,
                data=wanted.data,
                json=wanted.json,
                headers=wanted.headers,
                timeout=(min(_CONNECT_SECONDS, self._seconds), self._seconds),
                allow_redirects=self._redirects,
                proxies=_NO_PROXIES if _is_here(wanted.url) else None,
            )
        except (requests.RequestException, OSError, ValueError) as error:
            # Not "from error": its text holds the address, and that may hold the key.
            raise self._failed(error) from None
        self._check(response)
        return response

    def _failed(self, error: Exception) -> Temporary | Hopeless:
        kind = type(error).__name__
        if isinstance(error, requests.Timeout):
            return Temporary(f"no answer within {self._seconds:g} seconds")
        if isinstance(error, requests.exceptions.SSLError):
            return Hopeless("the server's certificate cannot be trusted")
        broken = (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError)
        if isinstance(error, broken):
            return Temporary("the answer broke off")
        if isinstance(error, requests.ConnectionError):
            return Temporary(f"the server cannot be reached ({kind})", unreachable=True)
        return Hopeless(f"the request cannot be sent ({kind}): look at the base URL and the key", usage=True)

    def _check(self, response: requests.Response) -> None:
        status = response.status_code
        if 200 <= status < 300:
            return
        said = self._said(response)
        if status in _TEMPORARY or (status >= 500 and status not in (501, 505)):
            after = retry_after(response.headers, self._now)
            busy = status == 429
            if busy and after is None and _SPENT.search(response.text[:2000]):
                raise Hopeless(f"the quota is used up ({status}{said})")
            raise Temporary(
                f"{'too many requests' if busy else 'the server fails'} ({status}{said})",
                after=after,
                busy=busy,
            )
        if status in _ABOUT_THE_TEXT:
            raise Refused(f"the server refuses this text ({status}{said})", unfit=True)
        if 300 <= status < 400:
            raise Hopeless(f"the server is at another address ({status}): set the base URL", usage=True)
        meaning = _MEANINGS.get(status, "the server refuses")
        raise Hopeless(f"{meaning} ({status}{said})", usage=status in _USAGE)

    def _said(self, response: requests.Response) -> str:
        """What the server says about its refusal, on one short line, if it says it in JSON."""
        try:
            text = _message(response.json())
        except ValueError:
            return ""
        text = self._redact(" ".join(text.split()))
        return f": {text if len(text) <= 160 else text[:159] + '…'}" if text else ""


def retry_after(headers: Mapping[str, str], now: Callable[[], datetime]) -> float | None:
    """The seconds that a server asks to wait: ``Retry-After`` is a number or a date (RFC 9110, 10.2.3).

    A date is counted from the server's own ``Date``, if it gives it: clocks differ.
    """
    text = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return float(text)
    until = _date(text)
    if until is None:
        return None
    since = _date(headers.get("Date", "")) or now()
    return max(0.0, (until - since).total_seconds())


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    # Without a zone it cannot be compared; RFC 9110 wants GMT.
    return found if found.tzinfo else None


def _is_here(url: str) -> bool:
    """Whether an address is this machine's: a proxy elsewhere would not find the server.

    >>> _is_here("http://localhost:5000/translate"), _is_here("http://127.0.0.1.example/")
    (True, False)
    """
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _message(value: Any) -> str:
    """The message in an error's JSON, wherever it is customary."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        for key in ("error", "message", "detail", "responseDetails"):
            if found := _message(value.get(key)):
                return found
    return ""


def _no_change(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def moved(request: Request, home: re.Pattern[str], base: str) -> Request:
    """``request`` at another base address, if it begins with ``home``."""
    found = home.match(request.url)
    if not found:
        return request
    return replace(request, url=f"{base.rstrip('/')}/{request.url[found.end() :]}")
