"""Web pages: bytes become the text that a reader of the page sees, with what its markup says of each line.

The text holds every character of the page's text content, a line a block element in document order; white
space is collapsed. A blank line stands where the page shows a gap, none after a single ``<br>``. Left out
are what no reader sees: comments, ``<script>``, ``<style>``, ``<template>``, ``<noscript>``, form fields and
elements that are ``hidden`` or ``display: none`` (unless these hold most of the prose). The description of
a picture is a line where it says something: no file name, not what its caption says. Law 1 holds over this
text; the page's title, JSON-LD and ``<meta>`` are facts beside it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.model import Hint, Role, SourceText
from build_scripts.offsets import raw_lines
from build_scripts.read.encoding import Decoded, NotTextError, decode_page
from build_scripts.read.markup import parse
from build_scripts.read.page_facts import iso, page_facts
from build_scripts.read.page_judge import Judged, judge
from build_scripts.read.page_lines import page_lines
from build_scripts.read.source import digest, read_source, refuse_binary, refuse_magic

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(rb"(?:From: <?Saved by|MIME-Version:|Content-Type: multipart/related)", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z!/?]")
# Where a page declares its charset; the standard has 1,024 bytes, pages with long heads have more.
_HEAD_BYTES = 8192


def read_document(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """Read a raw document of any kind: a web page by its name or its first tag, else plain text.

    Args:
        data: the bytes of the file.
        path: the name to report it under.
        encoding: what a person says it is in.

    Raises:
        NotTextError: an image, an archive or the like.
        EncodingError: nothing decodes all of it, or ``encoding`` does not.
    """
    suffix = "." + path.rsplit(".", 1)[-1].casefold() if "." in path else ""
    if suffix in SUFFIXES or _PAGE.match(data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")):
        return read_html(data, path, encoding)
    return read_source(data, path, encoding)


def read_html(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """Read a web page. Whatever its markup is, there is a text.

    Args:
        data: the bytes of the file.
        path: the name to report it under, with forward slashes.
        encoding: what a person says it is in; else a byte-order mark, the bytes, and what the page declares.

    Raises:
        NotTextError: an image, a web archive or the like.
        EncodingError: nothing decodes it, or ``encoding`` does not.

    Example:
        >>> page = read_html("<h1>山村通路</h1><p>今年修路<b>三十</b>条。</p>".encode(), "a.html")
        >>> page.text.split(), page.hints[0].role
        (['山村通路', '今年修路三十条。'], <Role.TITLE: 'title'>)
    """
    decoded = _decoded(data, encoding)
    if not _ANY_TAG.search(decoded.text):
        # A plain text with the wrong name: a browser would run all its lines together.
        return SourceText(path, decoded.text, decoded.encoding, digest(data), findings=decoded.findings)
    markup = parse(decoded.text)
    facts, titles = page_facts(markup.soup, decoded.text)
    judged = judge(*page_lines(markup), titles)
    if not facts.date and sum(item.role is Role.TITLE for item in judged) < 2:
        stated = (iso(item.line.text) for item in judged if item.role is Role.METADATA)
        facts = replace(facts, date=next(filter(None, stated), ""))
    text, placed = _laid_out(judged)
    return SourceText(
        path,
        text,
        decoded.encoding,
        digest(data),
        _hints(text, placed),
        facts,
        _file_lines(placed),
        decoded.findings,
    )


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """The characters of a page.

    Raises:
        NotTextError: an image, a web archive or the like.
        EncodingError: nothing decodes it, or ``encoding`` does not.
    """
    refuse_magic(data)
    if _ARCHIVE.match(data):
        raise NotTextError("this is a web archive (MHTML), not a page: save the page as HTML")
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    charset = next((group for group in declared.groups() if group), b"") if declared else b""
    decoded = decode_page(data, charset.decode("ascii", "replace"), encoding)
    refuse_binary(decoded)
    return decoded


def _laid_out(judged: list[Judged]) -> tuple[str, list[Judged | None]]:
    """The text, and what stands on each of its lines: nothing on a blank one."""
    placed: list[Judged | None] = []
    for item in judged:
        if item.line.gap and placed:
            placed.append(None)
        placed.append(item)
    return "".join(f"{item.line.text if item else ''}\n" for item in placed), placed


def _hints(text: str, placed: list[Judged | None]) -> tuple[Hint, ...]:
    """The hints of the lines whose markup says something."""
    found = []
    for raw in raw_lines(text):
        item = placed[raw.number - 1]
        if item is not None and item.stated:
            found.append(Hint(raw.span, item.role, item.level, item.sure))
    return tuple(found)


def _file_lines(placed: list[Judged | None]) -> tuple[int, ...]:
    """For each line of the text the line of the file; a blank one goes with the line below."""
    numbers: list[int] = []
    below = 1
    for item in reversed(placed):
        below = item.line.file_line if item else below
        numbers.append(below)
    return tuple(reversed(numbers))
