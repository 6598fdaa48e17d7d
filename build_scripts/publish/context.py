"""What every part of the extension works with: the site's data, the glossary, the form of addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from build_scripts.annotate.lexicon import EMPTY, Lexicon
from build_scripts.publish.links import Links
from build_scripts.publish.review_file import ReviewShown
from build_scripts.publish.site import Site, Term


class WordLike(Protocol):
    """A word as :func:`build_scripts.annotate.words.annotate` gives it."""

    @property
    def text(self) -> str: ...

    @property
    def pinyin(self) -> str | None: ...

    @property
    def term(self) -> str | None: ...


Annotator = Callable[[str], Sequence[WordLike]]
"""Chinese text to words; the words joined give the text."""


@dataclass(frozen=True, slots=True)
class Context:
    """``annotate`` is None where there is no annotation: Chinese then stands without pinyin and links.

    ``licence`` is what people may do with the texts: the name of a licence and its address, or nothing.
    ``review`` gives what is known of the cleaning of a report, by its identifier.
    """

    site: Site = field(default_factory=Site)
    links: Links = field(default_factory=Links)
    licence: tuple[str, str] = ("", "")
    annotate: Annotator | None = None
    lexicon: Lexicon = EMPTY
    review: Callable[[str], ReviewShown | None] = lambda _: None

    def term(self, term_id: str | None) -> Term | None:
        """The term of that id, if it is known and has a page."""
        term = self.site.terms.get(term_id) if term_id else None
        return term if term and term.page else None
