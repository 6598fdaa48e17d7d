"""The marker ``<!-- downloads -->``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from build_scripts.publish.site import Download, Site, parse_site

FILES = (
    Download("tmx", "assets/downloads/duizhao.tmx.zip", 1_234_567, {"human": 1000, "machine": 234}),
    Download("jsonl", "assets/downloads/duizhao.jsonl.zip", 999, {"human": 1}),
)


def test_files_with_counts_size_and_licence(render: Any) -> None:
    context = replace(
        render.context(), site=Site(downloads=FILES), licence=("CC BY 4.0", "https://example.org/by")
    )
    page = render("<!-- downloads -->", context)
    tmx, lines = page.select("li")
    assert tmx.a["href"] == "/assets/downloads/duizhao.tmx.zip"
    assert tmx.a.has_attr("download")
    assert tmx.select_one("small .dz-zh").get_text() == "1234条，其中机器译稿234条，1 MB"
    assert tmx.select_one("small .dz-en").get_text() == "1,234 units, 234 of them machine drafts, 1 MB"
    assert lines.select_one("small .dz-en").get_text() == "1 unit, 999 B"
    assert page.select_one(".dz-licence a")["href"] == "https://example.org/by"


def test_no_licence_is_claimed_that_nobody_named(render: Any) -> None:
    page = render("<!-- downloads -->", replace(render.context(), site=Site(downloads=FILES)))
    assert page.select("li")
    assert not page.select(".dz-licence")


def test_an_empty_file_is_not_offered(render: Any) -> None:
    files = (replace(FILES[0], units={}), FILES[1], replace(FILES[1], format="exe"))
    page = render("<!-- downloads -->", replace(render.context(), site=Site(downloads=files)))
    assert [link["href"] for link in page.select("a")] == ["/assets/downloads/duizhao.jsonl.zip"]


def test_no_files_no_list(render: Any) -> None:
    assert render("<!-- downloads -->", replace(render.context(), site=Site())).get_text().strip() == ""
    assert (
        render("<!-- downloads now -->", replace(render.context(), site=Site(downloads=FILES))).select("li")
        == []
    )


def test_site_data_of_another_form() -> None:
    data = {"schema": "duizhao.site/1", "downloads": [5, {"path": 7}, {"path": "x.tmx", "units": "many"}]}
    assert parse_site(json.dumps(data)).downloads == (Download("", "x.tmx", 0, {}),)
