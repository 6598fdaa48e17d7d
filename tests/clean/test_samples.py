"""The sample reports: what cleaning makes of them is stored, and changes only by `make gold`."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from build_scripts.clean.blocks import han_count
from build_scripts.documents import clean_file
from build_scripts.model import CleanDocument, Role
from build_scripts.report_json import clean_json

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "source_articles").glob("*.txt"))
FIELD = ROOT.parent / "shared" / "field"


def cleaned(path: Path) -> CleanDocument:
    result = clean_file(path, path.name)
    assert result.document is not None, result.diagnostics
    return result.document


def review(document: CleanDocument) -> str:
    """The document as a person would check it: a line a piece, a removal, a doubt."""
    lines = []
    for article in document.articles:
        lines += [
            "",
            f"== {article.id} | {', '.join(article.authors)} | {article.date} | {article.publisher}",
        ]
        for piece in article.pieces:
            flags = f" [{' '.join(piece.flags)}]" if piece.flags else ""
            halves = f" ({len(piece.spans)} spans)" if len(piece.spans) > 1 else ""
            lines.append(f"{piece.role}{halves}: {piece.text}{flags}")
    lines += ["", *(f"removed {r.reason} {r.code}: {' '.join(r.text.split())}" for r in document.removed)]
    lines += [
        "",
        *(f"found {f.code}: {f.message}" for f in document.findings if f.code not in ("C050", "C052")),
    ]
    return "\n".join(lines).strip() + "\n"


@pytest.mark.gold
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_cleaned_as_stored(path: Path, gold: Callable[[Path, str], None]) -> None:
    gold(ROOT / "tests" / "gold" / "clean" / f"{path.stem}.txt", review(cleaned(path)))


def test_the_samples_are_eight_reports_of_nine_hundred_characters_each() -> None:
    articles = [article for path in SAMPLES for article in cleaned(path).articles]
    assert len(articles) == 8
    body = (Role.PARAGRAPH, Role.LIST_ITEM)
    for article in articles:
        assert sum(han_count(piece.text) for piece in article.pieces if piece.role in body) >= 900, article.id


@pytest.mark.skipif(not FIELD.is_dir(), reason="the field documents are not part of the project")
def test_the_field_documents_are_cleaned_as_the_gold_made_by_hand() -> None:
    scorer = _module(FIELD.parent / "score_clean.py")
    for name, gold in json.loads((FIELD / "gold.json").read_text(encoding="utf-8")).items():
        document = cleaned(FIELD / name)
        score = scorer.score(document.source.text, gold, json.loads(clean_json(document)))
        assert score["bad"] == [], name
        assert score["articles"][0] == score["articles"][1]
        assert (score["lost"], score["twice"]) == (0, 0)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
