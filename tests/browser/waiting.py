"""Waits that end when a page is as it should be, and say what it was when it is not.

A loaded machine runs a page's scripts late: what a key or a press brings about is waited for, never looked at
but once. What must *not* happen is looked for when it would have happened: after the next thing that can be
awaited, or after two frames (``settle``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PATIENCE = 45_000
"""Milliseconds; a wait that ends well costs none of them."""

# Two frames, and a task behind them: what the page had begun to do by itself is done.
FRAMES = """() => new Promise(done => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
})"""
# The box of an element once it is still: no animation of it runs, and two frames show it at the same place.
STILL = """async (it) => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const box = () => {
        const {x, y, width, height} = it.getBoundingClientRect();
        return {x, y, width, height};
    };
    const running = () => it.getAnimations({subtree: true}).filter(one => one.playState === "running");
    let before = null, now = box();
    for (let frames = 0; frames < 1000 && JSON.stringify(before) !== JSON.stringify(now); frames += 1) {
        await Promise.allSettled(running().map(one => one.finished));
        await frame();
        [before, now] = [now, box()];
    }
    return now;
}"""


def expect(subject: Any, message: str | None = None) -> Any:
    """Playwright's ``expect`` of a page or locator, which waits. Imported late, as it may be missing."""
    from playwright.sync_api import expect as waiting

    return waiting(subject, message)


def becomes(page: Any, expression: str, expected: Any, why: str = "") -> None:
    """Wait until a JavaScript expression is ``expected``: a value that JSON has, keys in their order.

    A promise is no value: Playwright takes it for true. ``until`` asks for what it gives.

    Raises:
        AssertionError: with the value that it has instead.
    """
    from playwright.sync_api import TimeoutError as TooLate

    asked = f"() => JSON.stringify(({expression}) ?? null)"
    wanted = f"wanted => JSON.stringify(({expression}) ?? null) === JSON.stringify(wanted)"
    try:
        page.wait_for_function(wanted, arg=expected)
    except TooLate:
        found = page.evaluate(asked)
        raise AssertionError(f"{why or expression}: {found}, not {expected!r}") from None


def until(page: Any, look: Callable[[], Any], why: str) -> None:
    """Wait until ``look`` gives something true: for what the browser tells the test, and for promises."""
    for _ in range(PATIENCE // 16):
        if look():
            return
        settle(page)
    raise AssertionError(f"{why}: {look()!r}")


def settle(page: Any) -> None:
    """Let two frames pass, so that what should not happen would have happened."""
    page.evaluate(FRAMES)


def still_box(locator: Any) -> dict[str, float]:
    """Where an element stands once nothing moves it: ``x``, ``y``, ``width``, ``height`` in the window."""
    box: dict[str, float] = locator.evaluate(STILL)
    return box
