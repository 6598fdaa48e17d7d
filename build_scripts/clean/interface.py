"""The words on the buttons, links and menus of web sites, and how much of a line is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from build_scripts.clean.remembering import remembered
from build_scripts.clean.script import simplified

_KINDS = ("commands", "tools", "sections", "platforms")
# What stands between the words of a menu: white space, bars, arrows, brackets, points, colons.
_BETWEEN = re.compile(
    r"[\s|｜丨│┃‖/／\\·•∙◦●○■□◆◇★☆＞>»›＜<«‹→←↑↓▲▼△▽【】\[\]［］「」『』()（）{}〔〕:：,，、_=+＋*~^….—–-]+"
)
# 评论(12), 赞 326, 阅读 10万+
_COUNT = re.compile(r"\d[\d,.]*(?:[万千]\+?|\+)?(?:条|人|次)?")
_FOREIGN = re.compile(r"[\s\S]\S*?(?=[\s|｜丨│┃‖/／·•＞>»›【】\[\]［］()（）:：,，、]|\Z)")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Words:
    """How many words of each kind a line has.

    ``others`` are words that no site's interface is known for; ``counts`` figures (评论 12).
    """

    commands: int
    tools: int
    sections: int
    platforms: int
    others: int
    counts: int

    @property
    def known(self) -> int:
        """All words of an interface."""
        return self.commands + self.tools + self.sections + self.platforms


@remembered
def interface_words(text: str) -> Words:
    """Count the interface words of a line, in simplified or traditional characters.

    Example:
        >>> interface_words("【打印本页】 【关闭窗口】")
        Words(commands=2, tools=0, sections=0, platforms=0, others=0, counts=0)
        >>> interface_words("首页　政务公开　走进云溪").others
        1
    """
    pattern, kinds, initials = _lexicon()
    text = simplified(text)
    counts = dict.fromkeys((*_KINDS, "others", "counts"), 0)
    place = 0
    while place < len(text):
        if between := _BETWEEN.match(text, place):
            place = between.end()
        elif (
            text[place].casefold() in initials
            and (word := pattern.match(text, place))
            and _ends_here(text, word)
        ):
            counts[kinds[word.group().casefold()]] += 1
            place = word.end()
        elif count := _COUNT.match(text, place):
            place = count.end()
            counts["counts"] += 1
        else:
            place = _FOREIGN.match(text, place).end()  # type: ignore[union-attr]
            counts["others"] += 1
    return Words(**counts)


def _ends_here(text: str, word: re.Match[str]) -> bool:
    """Whether a Latin word ends where the entry does: “home” is not the head of “homeless”."""
    if not _LATIN.match(word.group()[-1]):
        return True
    return not _LATIN.match(text[word.end() : word.end() + 1])


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern of all words, the longest first; the (first) kind of each; their initials."""
    kinds: dict[str, str] = {}
    kind = ""
    data = resources.files("build_scripts.clean").joinpath("data/site_labels.txt")
    for line in data.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            for word in line.split("|" if "|" in line else None):
                kinds.setdefault(simplified(word).casefold(), kind)
    words = sorted(kinds, key=len, reverse=True)
    return (
        re.compile("|".join(map(re.escape, words)), re.IGNORECASE),
        kinds,
        frozenset(word[0] for word in words),
    )
