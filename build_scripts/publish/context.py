"""What every part of the extension works with: the site's data, the glossary, the form of addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from build_scripts.annotate.gloss import Gloss
from build_scripts.annotate.lexicon import EMPTY, Lexicon
from build_scripts.annotate.lexicon import Term as Entry
from build_scripts.annotate.word import WordLike
from build_scripts.books.links import BookLink
from build_scripts.publish.code_host import CodeHost
from build_scripts.publish.entity_file import EntityFolder
from build_scripts.publish.figures_file import FiguresShown, RowShown
from build_scripts.publish.home_data import HomeData
from build_scripts.publish.links import Links
from build_scripts.publish.report_data import ReportData
from build_scripts.publish.review_file import ReviewShown
from build_scripts.publish.site import Site, Term
from build_scripts.publish.term_data import TermData
from build_scripts.publish.theme_data import ThemeData
from build_scripts.publish.unit_lines import UnitLines
from build_scripts.publish.vocabulary_file import Vocabulary
from build_scripts.status import Progress

Annotator = Callable[[str], Sequence[WordLike]]
"""Chinese text to words; the words joined give the text."""

Glosser = Callable[[str], Sequence[Gloss]]
"""Chinese text to its gloss; the words joined give the text."""


@dataclass(frozen=True, slots=True)
class Context:
    """``annotate`` is None where there is no annotation: Chinese then stands without pinyin and links.

    ``ready`` is told which report comes next, so that ``annotate`` can have what was read of it at hand.

    ``review`` gives what is known of the cleaning of a report, ``lines`` where its units stand in the files,
    both by its identifier. ``host`` makes the addresses of these files; ``guide`` is the page, from docs/,
    that tells how to mend a translation. ``gloss`` glosses a text word by word; None: nothing is glossed.
    ``licence`` is what people may do with the texts: the name of a licence and its address, or nothing.
    ``progress`` is how far the translation of all reports is. ``report`` is what the page of one report says
    of others; ``term_page`` is where a term stands, by its identifier and the number of the page, from 1;
    ``theme_data`` is what tells a theme from the others; ``home`` is what the first page shows besides.
    ``entities`` are the files of what reports name. ``figures`` is what the page of figures shows;
    ``report_figures`` gives those of a report by its identifier.
    ``level`` gives the level from which on a reader can read a word (:func:`reading_level`); None: levels are
    not marked. ``vocabulary`` is that of a report.
    ``book`` is the path of the book of a report, ``books`` are those of a theme, or of the site for an empty
    name, and ``feed`` is the path of its feed; ``has_books`` says whether any are made.
    ``named`` gives single entries of the lexicon, so that a page depends on those alone that it asks for.
    """

    site: Site = field(default_factory=Site)
    links: Links = field(default_factory=Links)
    licence: tuple[str, str] = ("", "")
    annotate: Annotator | None = None
    ready: Callable[[str], None] = lambda _: None
    lexicon: Lexicon = EMPTY
    review: Callable[[str], ReviewShown | None] = lambda _: None
    lines: Callable[[str], UnitLines | None] = lambda _: None
    host: CodeHost = field(default_factory=CodeHost)
    guide: str = ""
    gloss: Glosser | None = None
    progress: Callable[[], Progress | None] = lambda: None
    report: Callable[[str], ReportData] = lambda _: ReportData()
    term_page: Callable[[str, int], TermData] = lambda _, __: TermData()
    theme_data: Callable[[str], ThemeData] = lambda _: ThemeData()
    home: Callable[[], HomeData] = lambda: HomeData()
    entities: EntityFolder = field(default_factory=EntityFolder)
    figures: Callable[[], FiguresShown] = FiguresShown
    report_figures: Callable[[str], Sequence[RowShown]] = lambda _: ()
    level: Callable[[str], int] | None = None
    vocabulary: Callable[[str], Vocabulary | None] = lambda _: None
    named: Callable[[str], Entry | None] | None = None
    has_books: bool = False
    book: Callable[[str], str] = lambda _: ""
    books: Callable[[str], Sequence[BookLink]] = lambda _: ()
    feed: Callable[[str], str] = lambda _: ""

    def term(self, term_id: str | None) -> Term | None:
        """The term of that id, if it is known and has a page."""
        term = self.site.terms.get(term_id) if term_id else None
        return term if term and (term.path or term.page) else None

    def entry(self, name: str) -> Entry | None:
        """The entry of the glossary with that heading or variant."""
        return self.named(name) if self.named else self.lexicon.by_zh.get(name)

    def term_address(self, term: Term) -> str:
        """Where a link to a term leads: its own page, or its entry on a page of the glossary."""
        return self.links.to(term.path) if term.path else self.links.to(term.page, term.anchor)
