"""What can go wrong with a provider, by what is to be done about it. No message holds a key."""

from __future__ import annotations


class Failure(Exception):
    """Something went wrong; ``str()`` of it is one line for people, without keys."""


class Temporary(Failure):
    """Worth another try: a time-out, a connection that broke, too many requests, a server in trouble.

    ``after`` is the number of seconds the server asks to wait, None if it does not say; ``busy`` that it
    refuses for the number of requests; ``unreachable`` that there was no answer at all.
    """

    def __init__(
        self, message: str, *, after: float | None = None, busy: bool = False, unreachable: bool = False
    ) -> None:
        super().__init__(message)
        self.after = after
        self.busy = busy
        self.unreachable = unreachable


class Refused(Failure):
    """This text was not translated; the next may be. ``unfit``: the server says it is the text's fault."""

    def __init__(self, message: str, *, unfit: bool = False) -> None:
        super().__init__(message)
        self.unfit = unfit


class Hopeless(Failure):
    """No text will be translated: a spent quota, a wrong key or address (``usage``: a setting is wrong)."""

    def __init__(self, message: str, *, usage: bool = False) -> None:
        super().__init__(message)
        self.usage = usage


class OutOfBudget(Failure):
    """The next request would send more characters than allowed."""


class Rejected(Failure):
    """An answer that is no translation; ``code`` says of which kind."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
