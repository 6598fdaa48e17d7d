"""Lines that recur in the documents of one source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_scripts.clean.rules.recurring import recurring_lines
from build_scripts.documents import clean_all, clean_document
from build_scripts.model import CleanDocument, SourceText

BODIES = (
    "今年春天，石门村的茶园开园采茶，县里的农技员住进村里，手把手教村民剪枝、施肥，茶青一天比一天好。",
    "入夏以来，新塘村连着下了七天雨，水库的值班员一天三次上坝查看水位，闸门按时开启，下游平安无事。",
    "秋收一过，大木村的路修到了山那边，橘子一筐一筐运出来，村民说这条路盼了整整三十年才盼到。",
    "立冬那天，河口村的夜校开了学，来听课的有七十岁的老人，也有刚从城里回来的年轻人，教室坐得满满的。",
)
MORE = "{}的消息传开，邻村的人也来看，看完都说要照着办，有人当场就报了名，要村里带着一起干。"
TITLES = ("茶园开园了", "雨中守水库", "一条山路通橘园", "夜校开学")


def documents(head: str = "", foot: str = "", inside: str = "") -> list[str]:
    """Four short reports of one source, each with the same lines above, below or amid its text."""
    return [
        "\n\n".join(
            part for part in (head, title, "□ 文溪 田野", body, inside, MORE.format(title), foot) if part
        )
        for title, body in zip(TITLES, BODIES, strict=True)
    ]


def cleaned(texts: list[str]) -> list[CleanDocument]:
    recurring = recurring_lines(texts)
    return [
        clean_document(replace(SourceText("a.txt", text, "utf-8", ""), recurring=recurring)) for text in texts
    ]


def removed(document: CleanDocument) -> list[str]:
    return [removal.text for removal in document.removed if removal.code == "C039"]


def test_a_line_above_and_below_the_text_of_all_files_is_the_sites() -> None:
    for document, title in zip(cleaned(documents("清江融媒出品", "看清江 知天下")), TITLES, strict=True):
        assert removed(document) == ["清江融媒出品", "看清江 知天下"]
        assert document.articles[0].title == title


def test_headings_that_reports_of_one_kind_share_stay() -> None:
    for document in cleaned(documents(inside="主要做法")):
        assert removed(document) == []
        assert "主要做法" in [piece.text for piece in document.articles[0].pieces]


def test_a_line_of_two_files_recurs_in_none() -> None:
    texts = documents("清江融媒出品")[:2] + documents()[2:]
    assert [removed(document) for document in cleaned(texts)] == [[], [], [], []]


def test_the_folder_decides_whichever_of_its_files_are_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "source_articles" / "清江"
    folder.mkdir(parents=True)
    for number, text in enumerate(documents("清江融媒出品")):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    other = tmp_path / "source_articles" / "one.txt"
    other.write_text(documents("清江融媒出品")[0], encoding="utf-8")
    asked = [(folder / "2.txt", "2.txt"), (other, "one.txt")]
    first, second = (result.document for result in clean_all(asked))
    assert first and removed(first) == ["清江融媒出品"]
    assert second and removed(second) == []
