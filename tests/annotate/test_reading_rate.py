"""At most one character in a thousand is read wrongly in reports, three where all that is hard is crowded."""

from __future__ import annotations

import pytest

from bench.bench_pinyin import SETS, ours, plain, read_set, wrong

MOST = {"dense": 2.0, "narrative": 1.0, "reports": 0.5, "unseen": 0.5}


@pytest.mark.parametrize("name", [path.stem for path in sorted(SETS.glob("*.tsv"))])
def test_few_readings_are_wrong(name: str) -> None:
    sentences = read_set(SETS / f"{name}.tsv")
    characters = sum(len(expected) for _, expected in sentences)
    mistakes = list(wrong(sentences, ours))
    assert 1000 * len(mistakes) / characters <= MOST[name], "\n".join(mistakes)


def test_the_measure_sees_what_pypinyin_alone_reads_wrongly() -> None:
    sentences = read_set(SETS / "reports.tsv")
    assert len(list(wrong(sentences, plain))) > 10 * len(list(wrong(sentences, ours)))
