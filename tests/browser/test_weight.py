"""What a first visit to a report loads: everything, with nothing in the cache, compressed as servers do."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from tests.browser.reading import REPORT, open_report
from tests.browser.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

HTML, ALL = 60_000, 250_000
HAN = """() => [...document.querySelectorAll(".dz-unit > .dz-zh")].map(side => {
    const copy = side.cloneNode(true);
    copy.querySelectorAll("rt").forEach(reading => reading.remove());
    return (copy.textContent.match(/[\\u4e00-\\u9fff]/g) || []).length;
}).reduce((sum, count) => sum + count, 0)"""


def test_a_report_and_all_that_comes_with_it_stay_light(page: Any, address: str) -> None:
    finished: list[Any] = []
    page.on("requestfinished", lambda request: finished.append(request))
    open_report(page, address)
    page.wait_for_load_state("networkidle")
    until(page, lambda: any(request.url == page.url for request in finished), "the page itself is counted")
    sizes = {request.url: len(gzip.compress(request.response().body(), 6)) for request in finished}
    characters = page.evaluate(HAN)
    assert characters > 1000
    assert sizes[f"{address}/{REPORT}"] <= HTML * max(characters / 1500, 1)
    assert len(sizes) > 10 and sum(sizes.values()) <= ALL, sizes
    late = ("/cite.js", "/quote.js", "/listen.js", "/voices.js", "/help.js")
    assert not [url for url in sizes if url.endswith(late)], "loaded when they are asked for"
