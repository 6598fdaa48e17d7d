"""The vocabulary of a report to take along: CSV for spreadsheets, a text file for Anki.

Each word has a sentence of the report, its English (that of the paragraph where the sentences of the two
languages do not pair) and the status of that, so that a machine's draft is never learnt for a person's.
The browser writes the same (docs/assets/duizhao-vocabulary.js; tested).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.hsk import label
from build_scripts.annotate.vocabulary import SUBTITLE_ANCHOR, TITLE_ANCHOR
from build_scripts.exchange.escaping import cell
from build_scripts.exchange.examples import example
from build_scripts.publish.english import plain_english
from build_scripts.publish.vocabulary_file import Vocabulary
from build_scripts.sync.marks import Status

_QUOTED = re.compile('^#|"')


@dataclass(frozen=True, slots=True)
class Card:
    """A word to learn; all fields are text. ``source`` is REPORT#anchor, ``status`` that of the English, with
    “machine” behind it where a machine's draft is out of date."""

    word: str
    pinyin: str
    sense: str
    hsk: str
    count: str
    example: str
    translation: str
    status: str
    source: str


COLUMNS = tuple(field.name for field in fields(Card))


def cards_of(page: AnnotatedPage, vocabulary: Vocabulary) -> tuple[Card, ...]:
    """A card for each row of the vocabulary of ``page``, in its order."""
    anchors = {"title": TITLE_ANCHOR, "subtitle": SUBTITLE_ANCHOR}
    texts = {text.anchor or anchors[text.role]: text for text in page.texts}
    cards = []
    for row in vocabulary.rows:
        text = texts[row.anchor]
        zh, en = (" ".join(side.split()) for side in (text.zh, plain_english(text.en)))
        sentence, translation = example(zh, en, row.text)
        cards.append(
            Card(
                row.text,
                row.pinyin,
                row.sense,
                label(row.level),
                str(row.count),
                sentence,
                translation,
                _status(text),
                f"{page.id}#{row.anchor}",
            )
        )
    return tuple(cards)


def _status(text: AnnotatedText) -> str:
    stale = text.machine and text.status is not Status.MACHINE
    return f"{text.status.value} machine" if stale else text.status.value


def write_csv(cards: Iterable[Card]) -> str:
    """The cards as a table with the byte-order mark that Excel needs; nothing in it acts as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in astuple(card)] for card in cards)
    return "\ufeff" + stream.getvalue()


def write_anki(cards: Sequence[Card]) -> str:
    """The cards as Anki reads them (https://docs.ankiweb.net/importing/text-files.html), each tagged with its
    report; fields are text, not HTML."""
    head = (
        "#separator:tab",
        "#html:false",
        "#columns:" + "\t".join((*COLUMNS, "tags")),
        f"#tags column:{len(COLUMNS) + 1}",
    )
    lines = ("\t".join(map(_field, (*astuple(card), f"duizhao {_report(card)}"))) for card in cards)
    return "\n".join((*head, *lines)) + "\n"


def _report(card: Card) -> str:
    return card.source.partition("#")[0]


def _field(value: str) -> str:
    """A field on one line; quoted where Anki would take it for something else."""
    flat = " ".join(value.split())
    return '"' + flat.replace('"', '""') + '"' if _QUOTED.search(flat) else flat
