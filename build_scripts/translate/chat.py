"""Language models behind any server that speaks OpenAI's protocol, one's own machine included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from build_scripts.translate.client import Client, Request
from build_scripts.translate.codes import TRUNCATED
from build_scripts.translate.context import Context
from build_scripts.translate.failures import Hopeless, Refused, Rejected
from build_scripts.translate.prompt import messages, translation_in
from build_scripts.translate.settings import Settings

# A paragraph longer than this is cut at sentences: models lose sentences of very long texts.
_LIMIT = 3000
_PATH = "/chat/completions"


class ChatProvider:
    """``POST BASE_URL/chat/completions``, a :class:`build_scripts.translate.provider.Provider`.

    There is no default address: a report goes to nobody who was not named.
    """

    limit = _LIMIT
    whole = True

    def __init__(self, settings: Settings, *, seconds: float, now: Callable[[], datetime]) -> None:
        for name, value in (("base-url", settings.base_url), ("model", settings.model)):
            if not value:
                raise Hopeless(f"openai needs a {name}: give --{name}, or see --help", usage=True)
        self._settings = settings
        self._address = f"{settings.base_url.rstrip('/').removesuffix(_PATH)}{_PATH}"
        self._headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
        self._client = Client(seconds=seconds, redact=settings.redact, now=now)
        # Some models allow no choice of it and refuse the request.
        self._temperature: dict[str, float] = {"temperature": 0.0}

    def measure(self, text: str) -> int:
        """See :class:`build_scripts.translate.provider.Provider`."""
        return len(text)

    def translate(self, text: str, context: Context) -> str:
        """See :class:`build_scripts.translate.provider.Provider`.

        Raises:
            Rejected: the model stopped at the greatest length of its answers.
        """
        body = {"model": self._settings.model, "messages": messages(text, context), "stream": False}
        try:
            response = self._client.send(self._request(body))
        except Refused as refused:
            if not self._temperature or "temperature" not in str(refused).lower():
                raise
            self._temperature = {}
            response = self._client.send(self._request(body))
        try:
            choice = response.json()["choices"][0]
            answer, reason = _text(choice["message"]["content"]), choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError):
            raise Refused("the answer cannot be used (it is no completion of a chat)") from None
        if reason == "length":
            raise Rejected(TRUNCATED.code, "the model stopped at its greatest length")
        if reason == "content_filter":
            raise Refused("the server refuses this text (content_filter)")
        if self._settings.in_answer(answer):
            raise Refused("the answer holds the key")
        return translation_in(answer, text)

    def _request(self, body: dict[str, Any]) -> Request:
        return Request("POST", self._address, json=body | self._temperature, headers=self._headers)


def _text(content: Any) -> str:
    """The text of a message: a string, or parts of which some are text; null where the model refuses.

    Raises:
        LookupError, TypeError: it is none of these.
    """
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    return "".join(part["text"] for part in content if part["type"] == "text")
