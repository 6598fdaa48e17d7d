"""Slips of typing and of programs: words twice, misplaced spaces, leftovers, a sentence that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from build_scripts.check.codes import DOUBLE_SPACE, LEFTOVER, MISPLACED_SPACE, REPEATED_WORD, UNENDED
from build_scripts.check.excerpt import excerpt
from build_scripts.check.faults import Fault

_TWICE = re.compile(r"(?<![\w’'.-])([A-Za-z]+)(?=[ \t]*\n?[ \t]*(?<=\s)([a-z]+)(?![\w’'-]))")
_LETTERS = re.compile(r"[a-z]+")
_MAY_DOUBLE = frozenset({"very", "really", "so", "no", "had", "that", "is", "do", "bye", "ha"})
_BEFORE = re.compile(r"(?<=[\w”’)\]%]) +(?:[,;!?)\]]|:(?! ?\d)|\.(?![\w.]| \.))(?=\s|$|[”’\"')])")
_SPACES = re.compile(r" [,;!?)\]:.”]|[(\[“] |[,;.!?][A-Za-z“‘(]")
"""What one of the three patterns needs: looking for this alone is quick."""
_BEHIND = re.compile(r"[(\[“] +(?=\w)|(?<=[\w.,!?]) +”(?=[\s,.;:!?)]|$)")
_MISSING = re.compile(r"(?<=[a-z”’)])[,;](?=[A-Za-z“‘(])|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])")
_DOUBLE = re.compile(r"(?<=[\w,;)’”]) {2,}(?=[\w(“‘])")
_LEFTOVER = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});"  # an entity escaped twice
    r"|</?(?:[a-zA-Z]{1,10}[0-9]?|mrk|x)(?:\s[^<>]{0,200})?/?>"  # a tag
    r"|\{\{?[^{}\s]{0,40}\}\}?|(?<!\d)%(?:\d+\$)?[sd](?![\w%])|%\(\w+\)[sd]"  # a value to be put in
    r"|⟦[^⟦⟧]{0,40}⟧?|\[\[[^\[\]]{0,40}\]\]|@@\w{1,20}@@"
    r"|(?<![A-Za-z0-9])_{1,2}[A-Z]+_?\d+_{0,2}(?!\w)|(?<!\w)(?:TERM|XTERM|PLACEHOLDER)_?\d+\w*"
    r"|(?<![^\W_])(?:XT|XQ|XZ|QX|ZX|QZ|ZQ)[ -]?\d+(?![^\W_])"  # what `duizhao translate` sends for a term
    r"|[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]"
)
_SIGNS = re.compile(r"[&<{%⟦\[@_\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_WORDS = ("TERM", "PLACEHOLDER", "XT", "XQ", "XZ", "QX", "ZX", "QZ", "ZQ")
"""Every leftover holds one of these signs or words: looking for them alone is quick."""
_ENDED = re.compile(r"[。！？…](?:[”’」』）)》]*)\s*$")
_BROKEN = re.compile(r"[\w,“‘(\[–-]")
_PROSE = frozenset({"paragraph", "list_item"})


def slip_faults(zh: str, en: str, role: str) -> Iterator[Fault]:
    """The slips in the English of one unit, at most one of each kind.

    Args:
        zh: its Chinese, which tells whether a sentence must end.
        en: the English as readers see it.
        role: that of the unit, or ``title``: headings and captions end as they like.
    """
    yield from _repeated(en)
    suspected = _SIGNS.search(en) or any(word in en for word in _WORDS)
    if suspected and (found := _LEFTOVER.search(en)):
        name = found.group() if found.group().isprintable() else repr(found.group())
        yield Fault(LEFTOVER.code, f"{name} is left over from a program: “{excerpt(en, *found.span())}”")
        en = _LEFTOVER.sub("¤", en)
    yield from _spaces(en)
    if role in _PROSE and _ENDED.search(zh) and _BROKEN.match(en.rstrip()[-1:]):
        tail = excerpt(en, max(0, len(en) - 12), len(en))
        yield Fault(UNENDED.code, f"the Chinese ends a sentence, the English breaks off: “{tail}”")


def _spaces(en: str) -> Iterator[Fault]:
    if _SPACES.search(en):
        found = _BEFORE.search(en) or _BEHIND.search(en) or _MISSING.search(en)
        if found:
            what = "a space too many" if " " in found.group() else "a space is missing"
            yield Fault(MISPLACED_SPACE.code, f"{what}: “{excerpt(en, *found.span())}”")
    if "  " in en and (found := _DOUBLE.search(en)):
        following = " ".join(en[found.end() :].split()[:3])
        yield Fault(DOUBLE_SPACE.code, f"two spaces before “{following}”")


def _repeated(en: str) -> Iterator[Fault]:
    words = _LETTERS.findall(en.lower())
    if not any(map(eq, words, islice(words, 1, None))):
        return
    for found in _TWICE.finditer(en):
        first, second = found.groups()
        # A capital on the second is a name: Fan Fan, Baden Baden.
        if first.lower() == second and second not in _MAY_DOUBLE:
            where = excerpt(en, found.start(), found.end(2))
            yield Fault(REPEATED_WORD.code, f"“{second}” stands twice: “{where}”")
            return
