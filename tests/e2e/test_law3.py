"""Law 3 as a property: what a build writes depends on the contents of the files and on nothing else."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.pipeline import prepare

NAMES = st.sampled_from(["b.txt", "a.txt", "乙.txt", "a b.md", "sub/c.txt", "Z.txt"])
SENTENCES = st.sampled_from(
    [
        "清明前后，茶山一片翠绿，采茶的歌声从早唱到晚。", "水渠从山腰绕过来，村民不用再挑水上山。",
        "茶乡新事", "# 小村大变样", "□ 文溪 田野", "——清江县纪实", "图片", "一、修路", "二、引水",
        "村里的路修通了，一直修到", "山里的学校门口，孩子们高兴。",
    ]
)  # fmt: skip
DOCUMENTS = st.dictionaries(NAMES, st.lists(SENTENCES, max_size=12).map("\n\n".join), max_size=5)


def project(folder: Path, documents: dict[str, str], order: random.Random) -> Path:
    """A project whose files were made in a random order, so that folders list them in another one."""
    (folder / "source_articles").mkdir(parents=True)
    for name in order.sample(sorted(documents), len(documents)):
        path = folder / "source_articles" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(documents[name], encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.slow
@settings(max_examples=25)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_same_input_gives_the_same_bytes_and_a_second_run_writes_nothing(
    documents: dict[str, str], order: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        first = project(Path(one), documents, order)
        second = project(Path(two), documents, order)
        assert prepare(first) == prepare(second)
        made = contents(first)
        assert made == contents(second)
        assert prepare(first).written == ()
        assert contents(first) == made
