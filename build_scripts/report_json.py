"""The machine-readable form of a cleaned document: the contract ``duizhao.clean/1``."""

from __future__ import annotations

from typing import Any

from build_scripts.model import Article, CleanDocument, Finding, Piece, Span
from build_scripts.printable import json_line


def clean_json(document: CleanDocument) -> str:
    """One JSON object on one line, offsets in characters of the decoded document."""
    source = document.source
    value: dict[str, Any] = {
        "schema": "duizhao.clean/1",
        "source": {
            "path": source.path,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "characters": len(source.text),
        },
        "articles": [_article(article) for article in document.articles],
        "removed": [
            {
                "reason": r.reason,
                "code": r.code,
                "text": r.text,
                "spans": _spans(r.spans),
                "confidence": r.confidence,
            }
            for r in document.removed
        ],
        "findings": [_finding(finding) for finding in document.findings],
    }
    if source.file_lines:
        # Spans count in the text content of a page, which the file on disk does not show.
        value["source"]["text"] = source.text
    return json_line(value)


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": list(article.authors),
        "date": article.date,
        "publisher": article.publisher,
        "pieces": [_piece(piece) for piece in article.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    value: dict[str, Any] = {"role": piece.role.value, "text": piece.text, "spans": _spans(piece.spans)}
    if piece.flags:
        value["flags"] = list(piece.flags)
    return value


def _finding(finding: Finding) -> dict[str, Any]:
    value: dict[str, Any] = {
        "code": finding.code,
        "message": finding.message,
        "spans": _spans(finding.spans),
    }
    if finding.confidence is not None:
        value["confidence"] = finding.confidence
    return value


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
