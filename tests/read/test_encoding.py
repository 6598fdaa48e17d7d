"""Encodings: what a person names, what a page declares, and what the bytes say."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.documents import clean_file
from build_scripts.read.encoding import EncodingError
from build_scripts.read.html import read_html
from build_scripts.read.source import read_source

SIMPLIFIED = "清江县各级党组织认真落实部署，推动乡村工作取得新的进展。今年以来，全县修通村道三十条。"
TRADITIONAL = "清江縣各級黨組織認真落實部署，推動鄉村工作取得新的進展。今年以來，全縣修通村道三十條。"


def page(text: str, charset: str) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    script = f"<script>var answer = 42; // {'x' * 3000}</script>"
    return f"<html><head>{meta}</head><body>{script}<p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "declared", "codec", "found"),
    [
        (SIMPLIFIED, "gb2312", "gbk", "gb18030"),
        (SIMPLIFIED, "GBK", "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5", "big5"),
        (SIMPLIFIED, "utf-8", "utf-8", "utf-8"),
        (SIMPLIFIED, "", "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "", "gb18030", "gb18030"),
        (TRADITIONAL, "", "big5", "big5"),
        (SIMPLIFIED, "", "utf-16", "utf-16-le"),
        (SIMPLIFIED, "", "utf-16-be", "utf-16-be"),
    ],
)
def test_a_page_in_the_charset_that_it_declares_or_none(
    text: str, declared: str, codec: str, found: str
) -> None:
    source = read_html(page(text, declared).encode(codec), "a.html")
    assert (source.text.strip(), source.encoding, source.findings) == (text, found, ())


@pytest.mark.parametrize(
    ("text", "declared", "codec", "found"),
    [
        (SIMPLIFIED, "gb2312", "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8", "gb18030", "gb18030"),
        (TRADITIONAL, "gbk", "big5", "big5"),
        (SIMPLIFIED, "iso-8859-1", "gb18030", "gb18030"),
        (SIMPLIFIED, "no-such-charset", "gb18030", "gb18030"),
    ],
)
def test_the_bytes_decide_over_a_wrong_declaration(text: str, declared: str, codec: str, found: str) -> None:
    source = read_html(page(text, declared).encode(codec), "a.html")
    assert (source.text.strip(), source.encoding) == (text, found)
    assert [finding.code for finding in source.findings] == ["C015"]


def test_a_declaration_does_not_matter_where_all_is_ascii() -> None:
    assert read_html(page("just a test", "gb2312").encode(), "a.html").findings == ()


@pytest.mark.parametrize("declared", ["utf-8", "gbk", ""])
def test_a_few_broken_bytes_of_a_page_are_shown_and_reported(declared: str) -> None:
    data = page(SIMPLIFIED * 20, declared).encode(declared or "utf-8")
    broken = data.replace(b"</p>", b"\xe6</p>" if declared != "gbk" else b"\xff</p>")
    source = read_html(broken, "a.html")
    assert "\ufffd" in source.text and [finding.code for finding in source.findings] == ["C016"]


def test_bytes_of_no_encoding_are_refused() -> None:
    data = page(SIMPLIFIED, "utf-8").encode()
    with pytest.raises(EncodingError):
        read_html(data.replace("。".encode(), b"\xff\xfe\xe6"), "a.html")


@pytest.mark.parametrize("read", [read_source, read_html], ids=["text", "page"])
def test_a_named_encoding_holds(read) -> None:  # type: ignore[no-untyped-def]
    assert read(SIMPLIFIED.encode("gbk"), "a", encoding="GBK").encoding == "gb18030"
    assert read(TRADITIONAL.encode("big5"), "a", encoding="big5").text == TRADITIONAL
    assert read(SIMPLIFIED.encode("utf-8-sig"), "a", encoding="utf-8").text == SIMPLIFIED
    assert read(SIMPLIFIED.encode("utf-16"), "a", encoding="utf-16").text == SIMPLIFIED


def test_a_named_encoding_that_does_not_fit_says_where_and_what_does() -> None:
    with pytest.raises(EncodingError, match=r"utf-8 was asked for.*byte 0 \(0xc7\), in line 1.*gb18030"):
        read_source(SIMPLIFIED.encode("gbk"), "a.txt", encoding="utf-8")


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "latin-1", "", "\x00", "utf 8; x"])
def test_a_name_of_no_encoding_for_chinese_is_refused(name: str) -> None:
    with pytest.raises(EncodingError, match="no encoding"):
        read_source(SIMPLIFIED.encode(), "a.txt", encoding=name)


def test_a_named_encoding_that_gives_no_chinese_is_obeyed_and_reported() -> None:
    source = read_source(TRADITIONAL.encode("big5"), "a.txt", encoding="gbk")
    assert source.encoding == "gb18030" and [finding.code for finding in source.findings] == ["C015"]


def test_a_document_names_its_encoding_and_a_wrong_one_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED.encode("gb18030"))
    right, wrong = clean_file(path, "a.txt", "gbk"), clean_file(path, "a.txt", "utf-8")
    assert right.document is not None and [found.code for found in right.diagnostics] >= ["C005"]
    assert wrong.document is None and [found.code for found in wrong.diagnostics] == ["C007"]
