"""Damage to characters: spaces, invisible ones, wrong widths, stray Latin words; and encodings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from .model import FREE, Line, NotApplicable, Run, Scene

_ZERO_WIDTH = ("\u200b", "\ufeff", "\u200d", "\u00ad", "\u2060", "\u200c")
_PRIVATE = ("\ue004", "\ue5e5", "\uf06c", "\ue0a1", "\uf020")
_HALF = {"，": ",", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")", "“": '"', "”": '"'}
_BOUND = re.compile(r"[谐平睦解气祥美约煦局县]|[共总温缓饱调祥谦柔随附应暖]$")


def _each_line(scene: Scene, change: Callable[[Line], Iterable[Run]]) -> Scene:
    return scene.with_lines(replace(line, runs=tuple(change(line))) for line in scene.lines)


def _each_text(scene: Scene, change: Callable[[str], str]) -> Scene:
    """The text of each line changed, its owners kept."""
    return _each_line(scene, lambda line: (Run(change(run.text), run.owner) for run in line.runs))


def spaces_everywhere(scene: Scene, rng: Random) -> Scene:
    """A space stands between all Han characters, as some PDF readers give them."""
    between = re.compile(r"(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])")
    return replace(_each_text(scene, lambda text: between.sub(" ", text)), exact=True)


def spaces_here_and_there(scene: Scene, rng: Random) -> Scene:
    """Some Han characters are parted by a space or two."""
    share = rng.uniform(0.01, 0.08)
    gap = rng.choice((" ", "  ", "\u3000", " "))

    def change(text: str) -> str:
        return re.sub(
            r"(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])",
            lambda match: gap if rng.random() < share else "",
            text,
        )

    return replace(_each_text(scene, change), exact=True)


def _sown(scene: Scene, rng: Random, seeds: tuple[str, ...], share: float) -> Scene:
    """Characters that nobody should see, sown into the lines; whatever becomes of them is right."""

    def change(line: Line) -> Iterable[Run]:
        for run in line.runs:
            for char in run.text:
                if rng.random() < share:
                    yield Run(rng.choice(seeds), FREE)
                yield Run(char, run.owner)

    return replace(_each_line(scene, change), exact=True)


def zero_width(scene: Scene, rng: Random) -> Scene:
    """Zero-width spaces and joiners, soft hyphens and byte-order marks within the lines."""
    sown = _sown(scene, rng, _ZERO_WIDTH, rng.uniform(0.005, 0.05))
    # At the very beginning of a file U+FEFF is no character of the text but its byte-order mark.
    first, *rest = sown.lines
    if first.runs and first.runs[0].owner == FREE and first.runs[0].text == "\ufeff":
        sown = sown.with_lines([replace(first, runs=first.runs[1:]), *rest])
    return sown


def private_use(scene: Scene, rng: Random) -> Scene:
    """Characters of a font's private use."""
    return _sown(scene, rng, _PRIVATE, rng.uniform(0.002, 0.02))


def full_width(scene: Scene, rng: Random) -> Scene:
    """Latin letters and digits in full width."""
    table = {
        n: n + 0xFEE0
        for n in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), ord("%"), ord("+"))
    }
    if not re.search(r"[0-9A-Za-z]", "".join(line.text for line in scene.lines)):
        raise NotApplicable
    return replace(_each_text(scene, lambda text: text.translate(table)), exact=True)


def half_width(scene: Scene, rng: Random) -> Scene:
    """Half-width punctuation, all of it or some marks only; full stops perhaps too."""
    marks = dict(_HALF)
    if rng.random() < 0.5:
        marks = {mark: marks[mark] for mark in "，：；（）！？"}
    if rng.random() < 0.3:
        marks["。"] = "."

    def change(text: str) -> str:
        def swap(match: re.Match[str]) -> str:
            around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
            latin = len(around) == 2 and around.isascii()
            return match.group() if latin else marks[match.group()]

        return re.sub("[" + "".join(marks) + "]", swap, text)

    return replace(_each_text(scene, change), exact=True)


def stray_latin(scene: Scene, rng: Random) -> Scene:
    """“and” stands where 和 must have stood."""
    found = 0

    def change(text: str) -> str:
        def swap(match: re.Match[str]) -> str:
            nonlocal found
            if _BOUND.match(match["after"]) or _BOUND.search(match["before"]) or rng.random() < 0.5:
                return match.group()
            found += 1
            return f"{match['before']} and "

        return re.sub(r"(?P<before>[\u3400-\u9fff])和(?=(?P<after>[\u3400-\u9fff]))", swap, text)

    scene = _each_text(scene, change)
    if not found:
        raise NotApplicable
    return replace(scene, exact=True)


def encoded(*names: str) -> Callable[[Scene, Random], Scene]:
    """The document in another encoding, with a byte-order mark where the name ends in ``+bom``."""

    def damage(scene: Scene, rng: Random) -> Scene:
        name = rng.choice(names)
        try:
            "".join(line.text for line in scene.lines).encode(name.partition("+")[0])
        except UnicodeEncodeError:
            raise NotApplicable from None
        return replace(scene, encoding=name)

    damage.__doc__ = f"The document is written in {' or '.join(names)}."
    return damage
