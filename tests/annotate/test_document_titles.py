"""Titles of documents in a text."""

from __future__ import annotations

import pytest

from build_scripts.annotate.document_titles import document_titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "县里印发《减负十条》，又印发《关于 村级 事务的意见（试行）》。",
            ["减负十条", "关于村级事务的意见（试行）"],
        ),
        ("《〈减负十条〉释义》", ["〈减负十条〉释义"]),
        ("没有标题，《没有写完", []),
        ("《》《 》", []),
        ("《跨\n行》", []),
        (f"《{'长' * 101}》", []),
        ("《甲《乙》", ["乙"]),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert list(document_titles(text)) == titles
