"""The sitemap keeps to what one file may hold, and is the same on every day."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.publish.sitemap import divide, write_sitemap

SITE = "https://example.org/sub/"


def sitemap(count: int) -> str:
    entries = "".join(f"\n  <url><loc>{SITE}places/{number}.html</loc></url>" for number in range(count))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset>{entries}\n</urlset>\n'


def addresses(text: str) -> list[str]:
    return re.findall(r"<loc>(.*?)</loc>", text)


def test_a_small_sitemap_stays_as_it_is() -> None:
    assert divide(sitemap(50_000), SITE) == {"sitemap.xml": sitemap(50_000)}


def test_one_address_too_many_makes_two_files_and_a_list() -> None:
    files = divide(sitemap(50_001), SITE)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert addresses(files["sitemap.xml"]) == [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    assert "<sitemapindex" in files["sitemap.xml"]
    assert [len(addresses(files[name])) for name in ("sitemap-1.xml", "sitemap-2.xml")] == [50_000, 1]


@given(st.integers(1, 60), st.integers(1, 20), st.integers(300, 2000))
def test_no_address_is_lost_and_no_file_is_too_large(count: int, most: int, size: int) -> None:
    files = dict(divide(sitemap(count), SITE, most, size))
    if len(files) > 1:
        del files["sitemap.xml"]
    assert [address for text in files.values() for address in addresses(text)] == addresses(sitemap(count))
    assert all(len(addresses(text)) <= most and len(text.encode()) <= size for text in files.values())


def test_the_compressed_copy_with_the_date_of_the_build_goes(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(sitemap(2), encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"today")
    write_sitemap(tmp_path, SITE)
    assert [path.name for path in tmp_path.iterdir()] == ["sitemap.xml"]


def test_a_site_without_a_sitemap_gets_none(tmp_path: Path) -> None:
    write_sitemap(tmp_path, "")
    assert list(tmp_path.iterdir()) == []
