"""A built page cut down before it is parsed, which took most of the time of reading it.

Of a report's page nine elements in ten are in what no search finds: glosses, lists of words, figures. And of
the rest most are words with their pinyin. The parser is spared both; what it makes of the page is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

_ARTICLE, _ARTICLE_END = b'<article class="md-content__inner', b"</article>"
# Elements that are worth it; the attributes as serialisers and our own writer write them. Anything else is
# parsed.
_OPENING = re.compile(
    rb"<(p|div|details|table|ul|nav|section|aside|script|style|svg|template)"
    rb"""((?:\s+[\w:-]+(?:="[^"]*"|=[^\s"'=<>`]+)?)*)\s*>"""
)
_ATTRIBUTE = re.compile(rb"""([\w:-]+)(?:="([^"]*)"|=([^\s"'=<>`]+))?""")

WORD, PINYIN, WORD_END = "\ue0f0", "\ue0f1", "\ue0f2"
"""A word with its pinyin as text: the word and its pinyin, each behind a character that stands in no text."""

_MARKS = (WORD.encode(), PINYIN.encode(), WORD_END.encode())
_RUBY = re.compile(
    rb"""<ruby(?: class=(?:"[^"<>]*"|[^\s"'=<>`/]+))?>([^<]*)<rt>([^<]*)(?:</rt>)?</ruby>(?:<wbr ?/?>)?"""
)

Silent = Callable[[str, Mapping[str, str]], bool]
"""Whether an element is in no search: by its tag and its attributes."""


def trimmed(source: bytes, silent: Silent) -> bytes:
    """The part of a page that can be found, its words with pinyin as text.

    Args:
        source: the HTML as built.
        silent: what of it no search finds.
    """
    return _words_as_text(_without(_article(source), silent))


def _article(source: bytes) -> bytes:
    """The page without the frame that is on every page and half of the work.

    The whole of a page that looks otherwise.
    """
    start, end = source.find(_ARTICLE), source.rfind(_ARTICLE_END)
    one = source.count(b"<article") == 1
    return source[start : end + len(_ARTICLE_END)] if 0 <= start < end and one else source


def _without(source: bytes, silent: Silent) -> bytes:
    return b"".join(_kept(source, silent))


def _kept(source: bytes, silent: Silent) -> Iterator[bytes]:
    """The pieces between silent elements. From one that does not end on, all is left to the parser."""
    done = 0
    while opening := _next(source, done, silent):
        end = _end(source, opening[1].decode(), opening.end())
        if end < 0:
            break
        yield source[done : opening.start()]
        done = end
    yield source[done:]


def _next(source: bytes, start: int, silent: Silent) -> re.Match[bytes] | None:
    for opening in _OPENING.finditer(source, start):
        found = _ATTRIBUTE.findall(opening[2])
        attributes = {name.decode(): (quoted or bare).decode() for name, quoted, bare in found}
        if silent(opening[1].decode(), attributes):
            return opening
    return None


def _end(source: bytes, tag: str, start: int) -> int:
    """Where the element ends that has begun before ``start``; -1 where it does not."""
    depth = 1
    for found in _borders(tag).finditer(source, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return -1


@cache
def _borders(tag: str) -> re.Pattern[bytes]:
    """The openings and ends of a tag. What stands within a script is none of its own."""
    opening = "" if tag in {"script", "style"} else "?"
    return re.compile(rf"<(/){opening}{tag}(?:\s[^>]*)?>".encode())


def _words_as_text(source: bytes) -> bytes:
    """The page with its words marked in the text, if no text has the marks itself."""
    if any(mark in source for mark in _MARKS):
        return source
    # Before a word, the word, its pinyin, before the next, …: put together by slices, at a third of the time
    # that a substitution takes.
    parts = _RUBY.split(source)
    count = len(parts) // 3
    marked = [b""] * (6 * count + 1)
    for place in range(3):
        marked[2 * place :: 6] = parts[place::3]
        marked[2 * place + 1 :: 6] = [_MARKS[place]] * count
    return b"".join(marked)
