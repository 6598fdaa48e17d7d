"""Rendered pages kept from one build to the next, with all that they depend on.

The law (tested): with kept pages, without them and with damaged ones the same bytes come out. A page is good
as long as these are the same: the program and the options of Markdown, the text of the page, the terms of the
glossary whose characters stand in what it annotates, the answers to what it asked of the site's data, and
the addresses of the files that it links to.

An entry is a seal, a line of JSON and the compressed HTML; so whether it is good is known without the HTML.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.held import Held
from build_scripts.cache import Entries
from build_scripts.publish.asked import Answers, Asked, Question
from build_scripts.publish.context import Context

_QUICK = 1
"""Of zlib: the fastest of its levels makes of HTML a sixth, the best an eighth in ten times the time."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Markdown made of a page.

    ``toc`` has for each heading its title, anchor, level and those below it, as plain lists; ``anchors`` are
    all places on the page; ``links`` are triples of a file, an anchor there and the link as it was written.
    """

    content: str
    title: str | None
    toc: list[Any]
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All of an entry but the HTML.

    ``source`` is the digest of the file, ``key`` that of the Markdown with program and options; ``stamp`` and
    ``terms`` are what :class:`Held` says of the whole glossary and of ``texts``; ``questions`` and
    ``answers`` are what was asked; ``files`` are those that were looked for, with their addresses, empty
    where there is none.
    """

    source: str
    key: str
    stamp: str
    terms: str
    texts: tuple[str, ...]
    questions: tuple[Question, ...]
    answers: str
    files: tuple[tuple[str, str], ...]
    title: str | None
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]

    @property
    def mark(self) -> str:
        """A name for all that decides the page."""
        return _digest(repr((self.source, self.key, self.terms, self.answers, self.files)).encode())


@dataclass(frozen=True, slots=True)
class World:
    """What pages are compared with: the ``context`` as it is now, and the address of a file by its path.

    ``held`` and ``answers`` are made of the context.
    """

    context: Context
    held: Held
    answers: Answers
    address: Callable[[str], str]

    def good(self, facts: Facts, source: str, base: str) -> bool:
        """Whether a page can stay as it is; ``base`` is the program with the options of Markdown."""
        return (
            facts.source == source
            and facts.key.startswith(base)
            and (facts.stamp == self.held.stamp or facts.terms == self.held.digest(facts.texts))
            and all(self.address(path) == address for path, address in facts.files)
            and facts.answers == self.answers.digest(facts.questions)
        )

    def facts(self, source: str, key: str, asked: Asked, files: dict[str, str], rendered: Rendered) -> Facts:
        """What is to be remembered of a page that was just rendered."""
        texts, questions = asked.texts, asked.questions()
        return Facts(
            source=source,
            key=key,
            stamp=self.held.stamp,
            terms=self.held.digest(texts),
            texts=texts,
            questions=questions,
            answers=self.answers.digest(questions),
            files=tuple(sorted(files.items())),
            title=rendered.title,
            anchors=rendered.anchors,
            links=rendered.links,
        )


def page_key(base: str, path: str, address: str, markdown: str) -> str:
    """A name for the Markdown of a page in its place; it begins with ``base``."""
    return base + _digest("\0".join((path, address, markdown)).encode("utf-8", "surrogatepass"))


def load_facts(entries: Entries, path: str) -> Facts | None:
    """What is remembered of a page; None where nothing is, or nothing that can be used."""
    parts = _parts(entries.read(path))
    return _facts(parts[0]) if parts else None


def load_rendered(entries: Entries, path: str, mark: str) -> Rendered | None:
    """The page itself, if the entry is the one of that mark still."""
    parts = _parts(entries.read(path))
    facts = _facts(parts[0]) if parts else None
    if parts is None or facts is None or facts.mark != mark:
        return None
    content, toc = json.loads(zlib.decompress(parts[1]))
    return Rendered(content, facts.title, toc, facts.anchors, facts.links)


def store(entries: Entries, path: str, facts: Facts, rendered: Rendered) -> None:
    """Keep a page."""
    head = json.dumps([getattr(facts, name) for name in Facts.__slots__], ensure_ascii=False)
    page = json.dumps([rendered.content, rendered.toc], ensure_ascii=False)
    body = _bytes(head) + b"\n" + zlib.compress(_bytes(page), _QUICK)
    entries.write(path, _digest(body).encode() + b"\n" + body)


def _parts(data: bytes | None) -> tuple[bytes, bytes] | None:
    """Facts and page of an undamaged entry."""
    seal, _, body = (data or b"").partition(b"\n")
    if not body or seal.decode("ascii", "replace") != _digest(body):
        return None
    head, _, page = body.partition(b"\n")
    return head, page


def _facts(head: bytes) -> Facts | None:
    values = json.loads(head.decode("utf-8", "surrogatepass"))
    if len(values) != len(Facts.__slots__):
        return None  # of another version; its key would say so, too
    found = dict(zip(Facts.__slots__, values, strict=True))
    found["questions"] = tuple(
        (tuple(tuple(step) for step in path), tuple(names)) for path, names in found["questions"]
    )
    for name in ("files", "links"):
        found[name] = tuple(tuple(row) for row in found[name])
    return Facts(**found | {name: tuple(found[name]) for name in ("texts", "anchors")})


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
