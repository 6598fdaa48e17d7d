"""Another try after a while, where another try may help."""

from __future__ import annotations

from collections.abc import Callable

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from build_scripts.translate.failures import Temporary

ATTEMPTS = 5
_FIRST_SECONDS, _LONGEST_SECONDS = 1.0, 60.0
PATIENCE = 300.0
"""A server that asks to wait longer than these seconds is not waited for: the run stops and says so."""


class Patience:
    """Calls again after 1, 2, 4, 8 seconds, or later if the server asks for it; five times in all.

    The delays have no random part: one process sends one request at a time, so there is no herd to part.

    Args:
        sleep: waits so many seconds.
        say: is told why and how long it waits.
    """

    def __init__(self, sleep: Callable[[float], None], say: Callable[[str], None]) -> None:
        self._say = say
        self._retrying = Retrying(
            sleep=sleep,
            stop=stop_after_attempt(ATTEMPTS),
            wait=_delay,
            retry=retry_if_exception(_worth_waiting),
            before_sleep=self._announce,
            reraise=True,
        )

    def call(self, ask: Callable[[], str]) -> str:
        """What ``ask`` gives.

        Raises:
            Temporary: every try failed, or the server asks for more than :data:`PATIENCE`.
            Failure: as ``ask`` does.
        """
        return self._retrying(ask)

    def _announce(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        seconds = state.next_action.sleep if state.next_action else 0.0
        self._say(f"{error}; trying again in {seconds:.0f} s ({state.attempt_number} of {ATTEMPTS} tries)")


def _delay(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    usual = min(_LONGEST_SECONDS, _FIRST_SECONDS * 2.0 ** (state.attempt_number - 1))
    asked = error.after if isinstance(error, Temporary) and error.after is not None else 0.0
    return max(usual, asked)


def _worth_waiting(error: BaseException) -> bool:
    return isinstance(error, Temporary) and (error.after is None or error.after <= PATIENCE)
