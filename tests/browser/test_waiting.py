"""The waits of the other tests can fail, and say what there is instead."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.waiting import becomes, settle, still_box, until

pytestmark = [pytest.mark.browser, pytest.mark.e2e]


def test_a_wait_ends_with_what_is_waited_for_or_says_what_there_is(page: Any, address: str) -> None:
    page.goto(f"{address}/404.html")
    page.evaluate("() => { setTimeout(() => { window.late = {a: ['是', null]}; }, 50); }")
    becomes(page, "window.late", {"a": ["是", None]})
    becomes(page, "window.never", None)
    page.set_default_timeout(300)
    with pytest.raises(AssertionError, match=r'too late: \{"a":\["是",null\]\}, not 2'):
        becomes(page, "window.late", 2, "too late")


def test_a_promise_is_not_taken_for_what_it_promises(page: Any, address: str) -> None:
    page.goto(f"{address}/404.html")
    with pytest.raises(ValueError, match="a promise"):
        becomes(page, "Promise.resolve(1)", 1)
    with pytest.raises(ValueError, match="a promise"):
        page.wait_for_function("async () => false")
    until(page, lambda: page.evaluate("Promise.resolve(true)"), "what it gives is asked for so")


def test_a_box_is_still_when_its_animation_is_over(page: Any, address: str) -> None:
    page.goto(f"{address}/404.html")
    head = page.locator("h1")
    before = still_box(head)
    head.evaluate("it => { it.animate([{transform: 'translateX(300px)'}, {transform: 'none'}], 200); }")
    assert still_box(head) == before
    settle(page)
    assert still_box(head) == before
