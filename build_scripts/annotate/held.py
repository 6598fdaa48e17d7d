"""Which terms stand in a text by their characters alone: annotation of a text depends on no others.

A term is found only where its characters stand, and the segmentation is not told of the glossary. So what was
kept of a text is good as long as these terms are the same, however many others come and go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

import ahocorasick

from build_scripts.annotate.lexicon import Lexicon


class Held:
    """The expressions of a glossary, ready to be looked for in any number of texts."""

    def __init__(self, lexicon: Lexicon, said: Mapping[str, str] | None = None) -> None:
        """Make ready; see :attr:`stamp`.

        Args:
            lexicon: the glossary.
            said: what counts of each term, by its id: all of its entry but the line, if not given.
        """
        self._digests: dict[str, bytes] = {}
        self._automaton = ahocorasick.Automaton()
        for expression, term in lexicon.by_zh.items():
            if term.id not in self._digests:
                self._digests[term.id] = _digest(said[term.id] if said else repr(replace(term, line=0)))
            self._automaton.add_word(expression, term.id)
        if self._digests:
            self._automaton.make_automaton()
        self.stamp: str = hashlib.sha256(b"".join(self._digests.values())).hexdigest()
        """A name for the whole glossary: while it is the same, nothing needs to be looked for."""

    def digest(self, texts: Iterable[str]) -> str:
        """A name for the terms whose heading or a variant stands in one of ``texts``.

        An entry that moved in its file is the same. Where the term itself stands matters to readers of the
        page, its address included.
        """
        if not self._digests:
            return ""
        found = {term for text in texts for _, term in self._automaton.iter(text)}
        return hashlib.sha256(b"".join(self._digests[term] for term in sorted(found))).hexdigest()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
