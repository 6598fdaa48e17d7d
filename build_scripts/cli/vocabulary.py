"""``duizhao vocabulary``: the hard and frequent words of reports."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from build_scripts.annotate.annotated import AnnotatedPage, annotate_page
from build_scripts.annotate.dictionary import load_dictionary
from build_scripts.annotate.gloss import word_sense
from build_scripts.annotate.hsk import label, word_level
from build_scripts.annotate.vocabulary import read_vocabulary
from build_scripts.cli.columns import width
from build_scripts.cli.common import exit_code, named_reports, project_at, root_option, show
from build_scripts.diagnostics import Severity
from build_scripts.exchange.flashcards import cards_of, write_anki, write_csv
from build_scripts.exchange.projects import read_pages
from build_scripts.knowledge import read_knowledge
from build_scripts.printable import printable
from build_scripts.publish.vocabulary_file import MOST, Vocabulary, make_vocabulary


@click.command()
@click.argument("reports", metavar="[REPORT]...", nargs=-1)
@click.option("--csv", "form", flag_value="csv", help="Print a table for spreadsheets.")
@click.option("--anki", "form", flag_value="anki", help="Print a text file for Anki.")
@click.option("--all", "everything", is_flag=True, help=f"Every word worth learning, not {MOST} a report.")
@root_option
@click.pass_context
def vocabulary(
    context: click.Context, reports: tuple[str, ...], form: str | None, everything: bool, root: Path
) -> None:
    """List the hard and frequent words of reports (all reports without REPORT), the hardest first.

    With their pinyin, a short sense, the HSK level (syllabus of 2025) and how often they stand there; in the
    forms for spreadsheets and Anki with a sentence of the report in both languages as well.
    """
    project = project_at(root)
    read = read_pages(project)
    show(read.diagnostics, Severity.WARNING, err=True)
    lexicon = read_knowledge(project)[0].lexicon
    sense = partial(word_sense, lexicon=lexicon, dictionary=load_dictionary())
    found: list[tuple[AnnotatedPage, Vocabulary]] = []
    for name in named_reports(reports, read.pages) or read.pages:
        page = annotate_page(name, read.pages[name], lexicon)
        words = read_vocabulary(page, None) if everything else read_vocabulary(page)
        found.append((page, make_vocabulary(words, sense, word_level, None if everything else MOST)))
    if form is None:
        for page, told in found:
            _print(page.id, told)
    else:
        cards = [card for page, told in found for card in cards_of(page, told)]
        text = write_csv(cards) if form == "csv" else write_anki(cards)
        click.echo(text.encode("utf-8"), nl=False)
    context.exit(exit_code(read.diagnostics))


def _print(name: str, told: Vocabulary) -> None:
    """The words in columns, for people."""
    click.secho(f"{printable(name)}: {len(told.rows)} of {told.words} words", bold=True)
    for row in told.rows:
        word = row.text + " " * (12 - width(row.text))
        level = label(row.level) or "–"
        place = " (place)" if row.place else ""
        click.echo(printable(f"  {word} {row.pinyin:<24} HSK {level:<4} ×{row.count:<3} {row.sense}{place}"))
