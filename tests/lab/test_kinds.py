"""Every kind of damage can be done, is the same for the same seed, and tells the truth about itself."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bench.lab.kinds import GROUPS, KINDS, MIXTURE, NAMES
from bench.lab.model import FREE
from bench.lab.running import Job, Made, make
from build_scripts.read.source import read_source

HAN = re.compile(r"[\u3400-\u9fff]")


def made(kind: str, seed: int = 0) -> Made:
    result = make(Job(kind, seed, None))
    assert result is not None, f"no text of the corpus allows {kind}"
    return result


@pytest.mark.parametrize("kind", [*NAMES, MIXTURE])
def test_the_same_seed_gives_the_same_document_and_others_differ(kind: str) -> None:
    assert made(kind, 1) == made(kind, 1)
    assert len({made(kind, seed).damaged.text for seed in range(4)}) > 1


@pytest.mark.parametrize("kind", NAMES)
def test_the_characters_of_a_unit_are_those_of_its_text(kind: str) -> None:
    """What is shuffled, cut, wrapped or sown through is still there, each character with its owner."""
    damaged = made(kind).damaged
    scene = damaged.scene
    known = {unit.id for unit in scene.units} | {extra.id for extra in scene.extras} | {FREE}
    assert set(damaged.owners) <= known
    for unit in scene.units:
        shown = "".join(damaged.text[n] for n in sorted(damaged.offsets(unit.id)))
        texts = [Counter(HAN.findall(text)) for text in (unit.text, *unit.readings)]
        if kind == "stray-latin":
            texts = [text - Counter("和" * text["和"]) for text in texts]
        assert any(not text - Counter(HAN.findall(shown)) for text in texts), unit


@pytest.mark.parametrize("kind", NAMES)
def test_the_reading_edge_gives_back_what_was_written(kind: str) -> None:
    damaged = made(kind).damaged
    assert read_source(damaged.data, "a.txt").text == damaged.text


def test_damage_is_done() -> None:
    whole = {kind.name for kind in KINDS if kind.group in ("undamaged", "encoding")}
    for kind in set(NAMES) - whole:
        results = [made(kind, seed) for seed in range(3)]
        assert any(result.damaged.text != result.whole.text for result in results), kind


def test_the_groups_are_those_that_a_mixture_knows_the_order_of() -> None:
    assert {kind.group for kind in KINDS} == set(GROUPS)
    order = [GROUPS.index(next(k.group for k in KINDS if k.name == name)) for name in made(MIXTURE, 5).kinds]
    assert order == sorted(set(order))


def test_each_damage_says_what_it_does() -> None:
    assert [kind.name for kind in KINDS if not kind.damage.__doc__] == []


def test_the_laboratory_knows_nothing_of_the_rules() -> None:
    from pathlib import Path

    import bench.lab

    folder = Path(bench.lab.__path__[0])
    used = {
        name
        for path in folder.glob("*.py")
        for name in re.findall(r"^from (build_scripts[\w.]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert used <= {
        "build_scripts.accounts", "build_scripts.documents", "build_scripts.model",
        "build_scripts.read.source",
    }  # fmt: skip
