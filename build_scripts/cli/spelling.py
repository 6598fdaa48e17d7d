"""``duizhao pinyin``: the readings of any Chinese text, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import click

from build_scripts.annotate.running_pinyin import spell_words, written
from build_scripts.annotate.told import told_names
from build_scripts.annotate.word import Word
from build_scripts.annotate.words import annotate
from build_scripts.cli.common import USAGE
from build_scripts.printable import json_line, printable

_BOM = b"\xef\xbb\xbf"


class _NotUtf8Error(ValueError):
    """A line of the input is not UTF-8; the message says which, and what to do."""


@click.command()
@click.argument("file", type=click.File("rb"), default="-", metavar="[FILE]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line of the text.")
@click.pass_context
def pinyin(context: click.Context, file: BinaryIO, as_json: bool) -> None:
    """Print the pinyin of a text, one line for each of its lines, empty ones included.

    FILE is a text in UTF-8; without it the text is read from standard input. Every reading is the one that
    its context asks for. Words are written after GB/T 16159: joined, proper nouns with a capital, 的, 地, 得
    apart, figures as they stand, 一 and 不 in their dictionary tone. What one line tells as a person's name
    (村民单志强) is one in the lines that follow.

    With --json each line is an object: "text"; "readings", one entry for each character of the text, null
    where it is not Chinese, no tone mark where the tone is neutral, "r" for the 儿 of 这儿; and "words", the
    written words, without punctuation marks.
    """
    try:
        names: frozenset[str] = frozenset()
        for text in _lines(file):
            words = annotate(text, names=names)
            # 单志强, once told as a name (村民单志强), is one in the lines that follow.
            names |= told_names(words)
            click.echo(_object(text, words) if as_json else printable(spell_words(words)))
    except _NotUtf8Error as error:
        click.echo(f"{printable(getattr(file, 'name', '<stdin>'))}:{error}", err=True)
        context.exit(USAGE)


def _object(text: str, words: Sequence[Word]) -> str:
    readings = [syllable for word in words for syllable in word.syllables]
    return json_line({"text": text, "readings": readings, "words": written(words)})


def _lines(file: BinaryIO) -> Iterator[str]:
    """The lines of a file without their ends (LF or CR LF), one after the other: a pipe need not be closed.

    Raises:
        _NotUtf8Error: at the first line that is not UTF-8.
    """
    for number, line in enumerate(file, start=1):
        raw = line.removeprefix(_BOM) if number == 1 else line
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            shown = f"{number}: byte {error.start + 1} of the line (0x{raw[error.start]:02X}) is not UTF-8"
            raise _NotUtf8Error(f"{shown}; save the text as UTF-8, or convert it with iconv") from None
        yield text.removesuffix("\n").removesuffix("\r")
