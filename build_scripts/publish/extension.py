"""The Python-Markdown extension: report pages become paired Chinese and English, markers become lists.

It runs in any program that runs Python-Markdown::

    markdown.Markdown(extensions=["duizhao"], extension_configs={"duizhao": {"site_data": "…/site.json"}})

Order of work: before Python-Markdown looks for raw HTML, the page is divided (:mod:`.body`) and what is ours
is put aside behind tokens; after all Markdown is parsed and before headings are collected, the tokens are
replaced by the elements. So Chinese never passes through Markdown, and headings, anchors and links are seen
by ``toc`` and by the host as if they had been written by hand.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_scripts.annotate.dictionary import load_dictionary
from build_scripts.annotate.gloss import Known, glossed, word_gloss
from build_scripts.annotate.hsk import reading_level
from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.books.links import book_links, book_path
from build_scripts.cache import whole_program
from build_scripts.feeds.atom import feed_path
from build_scripts.publish.asked import watched
from build_scripts.publish.block_words import FOLDER, BlockWords
from build_scripts.publish.blocks import Blocks, written_alone
from build_scripts.publish.body import assemble
from build_scripts.publish.code_host import TEMPLATES, code_host
from build_scripts.publish.context import Context, Glosser
from build_scripts.publish.entity_file import EntityFolder
from build_scripts.publish.figures_file import load_figures, load_report_figures
from build_scripts.publish.home_data import HomeData, parse_home
from build_scripts.publish.host_page import links_from_page
from build_scripts.publish.languages import mark_chinese, mark_languages
from build_scripts.publish.links import Links
from build_scripts.publish.page_names import term_stem
from build_scripts.publish.paging import page_path
from build_scripts.publish.report_data import ReportData, parse_report
from build_scripts.publish.review_file import load_review
from build_scripts.publish.site import load_site
from build_scripts.publish.structured import PutBackData
from build_scripts.publish.term_data import TermData, parse_term
from build_scripts.publish.theme_data import ThemeData, parse_theme
from build_scripts.publish.tolerant import load
from build_scripts.publish.unit_lines import load_unit_lines
from build_scripts.publish.vocabulary_file import load_vocabulary
from build_scripts.status import load_progress

# The control characters cannot come from the page: Python-Markdown has taken them out by then.
_TOKEN = re.compile("\x02duizhao:([0-9]+)\x03")

Made = list[list[Element]]
"""What stands behind each token of the page in work."""


class DuizhaoExtension(Extension):
    """Options: where the data of the site, the glossary and the data on cleaning lie, the form of links, and
    the code host.

    Paths are from the working directory.

    Raises:
        CodeHostError: an option about the code host cannot be used.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "site_data": [
                ".duizhao/site.json",
                "the generated data of the site; beside it lie those of single pages; may be missing",
            ],
            "licence": ["", "the licence of the texts, named where they are offered for download"],
            "licence_url": ["", "the address of that licence"],
            "glossary": ["docs/glossary", "the folder of the glossary files; may be missing"],
            "cleaning": [".duizhao/cleaning", "the folder of the data on cleaning; may be missing"],
            "units": [".duizhao/units", "the folder of the units' places in the files; may be missing"],
            "entities": [".duizhao/entities", "the folder of what reports name; may be missing"],
            "vocabulary": [".duizhao/vocabulary", "the folder of the reports' vocabularies; may be missing"],
            "progress": [
                ".duizhao/status.json",
                "the data of the page on progress; may be missing",
            ],
            "figures": [
                ".duizhao/figures.json",
                "the data of the page of figures; may be missing, as the folder of the same name beside it",
            ],
            "books": ["", "the folder of the EPUBs from docs/: assets/books; without it there are none"],
            "books_made": [False, "whether these are made; the hook says so where their library is there"],
            "books_by_year": [False, "whether a large site has books of all its reports by years as well"],
            "feeds": [False, "whether there are Atom feeds; the hook says so where the site has an address"],
            "guide": ["", "the page for translators, from docs/: translating.md"],
            "gloss": [True, "whether a paragraph without English is glossed word by word"],
            "code_host": ["", "the repository: https://github.com/OWNER/REPO or a GitLab project"],
            "code_host_kind": ["", "github or gitlab, where the name of the host does not say it"],
            "branch": ["main", "the branch that people edit"],
            "edit_url": ["", "template of the address that opens a file for editing: {path} {line}"],
            "view_url": ["", "of the one that shows a file: {path} {line}"],
            "new_url": ["", "of the form for a new file: {path} {body}"],
            "issue_url": ["", "of the form for a new issue: {title} {body}"],
            "link_prefix": ["/", "what stands before the path of a page in a link"],
            "link_suffix": [".md", "what stands behind it"],
        }
        self._made: Made = []
        self._blocks = Blocks()
        super().__init__(**options)
        names = ("code_host", "code_host_kind", "branch", *TEMPLATES)
        self._host = code_host({name: str(self.getConfig(name) or "") for name in names})

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the steps; called by Python-Markdown."""
        md.registerExtension(self)
        # 25: after white space is normalised (30), before raw HTML is taken out (20).
        md.preprocessors.register(_TakeOut(md, self.context, self._made), "duizhao", 25)
        # 6: after inline syntax, attribute lists and prettifying, before headings are collected (5).
        md.treeprocessors.register(_PutBack(md, self._made, self._blocks), "duizhao", 6)
        # 5: after raw HTML has come back (30).
        md.postprocessors.register(_PutBackRaw(md, self._made, self._blocks), "duizhao", 5)
        # 4: after all, when the host has made its own of the links.
        md.postprocessors.register(PutBackData(md), "duizhao-data", 4)

    def reset(self) -> None:
        """Forget the page before; called by Python-Markdown."""
        self._made.clear()
        self._blocks.clear()

    def context(self) -> Context:
        """The data of the site as they are now; files that are missing make it poorer, never fail."""
        lexicon, annotator, glosser = _glossary(_glossary_files(Path(self.getConfig("glossary"))))
        reviews, units = Path(self.getConfig("cleaning")), Path(self.getConfig("units"))
        data, figures = Path(self.getConfig("site_data")), Path(self.getConfig("figures"))
        site = load_site(data)
        vocabularies = Path(self.getConfig("vocabulary"))
        themes = {theme.id: theme.reports for theme in site.themes.values()}
        books = str(self.getConfig("books")).strip("/") if self.getConfig("books_made") else ""
        return Context(
            site=site,
            links=Links(self.getConfig("link_prefix"), self.getConfig("link_suffix")),
            licence=(self.getConfig("licence"), self.getConfig("licence_url")),
            annotate=annotator,
            ready=lambda report: annotator.ready(data.parent / FOLDER / f"{report}.json"),
            lexicon=lexicon,
            review=lambda report: load_review(reviews / f"{report}.json"),
            lines=lambda report: load_unit_lines(units / f"{report}.json"),
            progress=lambda: load_progress(Path(self.getConfig("progress")), themes),
            entities=EntityFolder(Path(self.getConfig("entities"))),
            figures=lambda: load_figures(figures),
            report_figures=lambda report: load_report_figures(figures.with_suffix("") / f"{report}.json"),
            host=self._host,
            guide=self.getConfig("guide"),
            level=reading_level,
            vocabulary=lambda report: load_vocabulary(vocabularies / f"{report}.json"),
            gloss=glosser if self.getConfig("gloss") else None,
            report=lambda name: load(data.parent / "reports" / f"{name}.json", parse_report, ReportData()),
            theme_data=lambda name: load(data.parent / "themes" / f"{name}.json", parse_theme, ThemeData()),
            named=lexicon.by_zh.get if lexicon.terms else None,
            has_books=bool(books),
            book=partial(book_path, site, books),
            books=partial(book_links, site, books, bool(self.getConfig("books_by_year"))),
            feed=feed_path if self.getConfig("feeds") else lambda _: "",
            home=lambda: load(data.parent / "home.json", parse_home, HomeData()),
            term_page=lambda name, number: load(
                data.parent / page_path(f"terms/{term_stem(name)}.json", number), parse_term, TermData()
            ),
        )


def makeExtension(**options: Any) -> DuizhaoExtension:
    """What Python-Markdown calls for the name ``build_scripts.publish.extension``."""
    return DuizhaoExtension(**options)


class _TakeOut(Preprocessor):
    """Puts what is ours aside and a token in its place."""

    def __init__(self, md: Markdown, context: Callable[[], Context], made: Made) -> None:
        super().__init__(md)
        self._context = context
        self._made = made

    def run(self, lines: list[str]) -> list[str]:
        rest: list[str] = []
        context = self._context()
        context = replace(context, links=links_from_page(self.md, context.links))
        for part in assemble("\n".join(lines), watched(context)):
            if isinstance(part, str):
                rest.append(part)
            elif part:
                rest.append(f"\n\n\x02duizhao:{len(self._made)}\x03\n\n")
                self._made.append(part)
        return "".join(rest).split("\n")


class _PutBack(Treeprocessor):
    """Puts the elements where their tokens stand, those that no host looks at as tokens of another kind
    (:mod:`.blocks`); tells the languages of all other text apart."""

    def __init__(self, md: Markdown, made: Made, blocks: Blocks) -> None:
        super().__init__(md)
        self._made = made
        self._blocks = blocks

    def run(self, root: Element) -> None:
        mark_languages(root)
        mark_chinese(root)
        for parent in list(root.iter()):
            for child in list(parent):
                token = _TOKEN.fullmatch((child.text or "").strip()) if child.tag == "p" else None
                if token and not len(child):
                    self._replace(parent, child, self._made[int(token.group(1))])
        if (seen := self._blocks.seen()) is not None:
            root.append(seen)

    def _replace(self, parent: Element, child: Element, elements: list[Element]) -> None:
        position = list(parent).index(child)
        parent.remove(child)
        for offset, element in enumerate(elements):
            shown = self._blocks.token(element)
            shown.tail = "\n"
            parent.insert(position + offset, shown)


class _PutBackRaw(Postprocessor):
    """The same for tokens that an unclosed HTML element before them has swallowed: no text is ever lost."""

    def __init__(self, md: Markdown, made: Made, blocks: Blocks) -> None:
        super().__init__(md)
        self._made = made
        self._blocks = blocks

    def run(self, text: str) -> str:
        return self._blocks.put_back(_TOKEN.sub(self._html, text))

    def _html(self, token: re.Match[str]) -> str:
        return "\n".join(written_alone(element) for element in self._made[int(token.group(1))])


def _glossary_files(folder: Path) -> tuple[tuple[str, int, int, int], ...]:
    """The files of the glossary, with what tells their state without reading them for every page."""
    files = []
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
        with contextlib.suppress(OSError):
            found = path.stat()
            files.append((path.as_posix(), found.st_ino, found.st_mtime_ns, found.st_size))
    return tuple(files)


@lru_cache(maxsize=2)
def _glossary(files: tuple[tuple[str, int, int, int], ...]) -> tuple[Lexicon, BlockWords, Glosser]:
    """The glossary of these files, and what annotates and glosses with it: made once, not once a page."""
    texts = {}
    for path, *_ in files:
        # The pipeline reports a file that cannot be read; the page is rendered without these terms.
        with contextlib.suppress(OSError, UnicodeDecodeError):
            texts[path] = Path(path).read_text(encoding="utf-8")
    lexicon = load_lexicon(texts)[0]
    words = BlockWords(lexicon, whole_program)

    @lru_cache(maxsize=1)
    def known() -> Known:
        # The dictionary is read when a first page needs it, once a process; so is each of its words.
        return lru_cache(maxsize=65_536)(word_gloss(lexicon, load_dictionary()))

    return lexicon, words, lambda text: glossed(text, words, known())
