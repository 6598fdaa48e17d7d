"""Hard-wrapped lines: a paragraph cut into lines of one width, as a printed column has them.

Example:
        乡亲们说，这条路修了三年，终于修到了家门
    口，如今骑车去镇上只要一刻钟。                    one paragraph

A document, or a passage of one, counts as wrapped when its line ends agree on one width and sentences run
on over them. Then a full line goes on in the next, unless that is indented or has a mark of its own (a
heading, a list item, a by-line). A short line ends its paragraph.

Where paragraphs are neither indented nor parted by blank lines, one may end with a full line. It is taken
to end there if the next line begins as several paragraphs of the document do (一是, 记者：), or if the
lines are nearly twice as long as its paragraphs usually are; that is said as doubtful.

A page number, a running head or a caption between two lines of a paragraph does not end it. Where
paragraphs are indented, one that breaks off in the middle goes on in the next line without an indent, and
a short line between the two is a caption. In any document a line of closing marks alone (。”) is the rest
of the line above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.clean.chinese import joined_text
from build_scripts.clean.line_forms import alike
from build_scripts.clean.line_paragraphs import Paragraphs
from build_scripts.clean.paragraph_lengths import parted
from build_scripts.clean.rules.spacing import Spaced
from build_scripts.clean.typography import as_read
from build_scripts.clean.wrapping import wrapping_of
from build_scripts.model import Finding, Span
from build_scripts.offsets import RawLine, text_of

CODE = "C012"
# The width of the lines is evidence of the whole document.
CONFIDENCE = 0.95
# Two paragraphs by their length alone: right five times in six.
GUESSED = 0.75


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one paragraph, heading or other unit; most groups are of one line.

    ``inside`` tells that the line stood between two lines of a paragraph, as captions do. ``exact``: the
    lines were cut without regard for words, so that no space is missing at their ends. ``above``: the end
    of the paragraph before, where nothing but the length of the document's paragraphs tells the two apart.
    """

    lines: tuple[RawLine, ...]
    inside: bool = False
    exact: bool = False
    above: Span | None = None

    def text(self, document: str) -> str:
        """The text of the lines as one."""
        whole = text_of(document, (self.lines[0].span,))
        for line in self.lines[1:]:
            text = text_of(document, (line.span,))
            whole = whole + text if self.exact and not line.indent else joined_text(whole, text)
        return whole


def unwrapped(text: str, lines: Sequence[RawLine], *, spaced: Spaced) -> Iterator[Group]:
    """The lines put together to paragraphs: groups of one line each where the document is not wrapped.

    What stood between two lines of a paragraph follows it.

    Args:
        text: the document.
        lines: its lines that are not blank.
        spaced: whether it has spaces inside its words.
    """
    raw = [text_of(text, (line.span,)) for line in lines]
    # A line of characters that do not show is taken as it stands.
    shown = [as_read(line, spaced=spaced) or line for line in raw]
    wrapping = wrapping_of(lines, raw, shown)
    paragraphs = Paragraphs(lines, shown, wrapping, alike(shown, wrapping) if wrapping else None)
    exact = wrapping is not None and wrapping.exact
    found = list(paragraphs.all())
    parts = parted([members for members, _ in found], shown, wrapping) if wrapping else None
    for n, (members, aside) in enumerate(found):
        pieces = parts[n] if parts else [members]
        for number, piece in enumerate(pieces):
            above = lines[pieces[number - 1][-1]].span if number else None
            yield Group(tuple(lines[m] for m in piece), exact=exact, above=above)
            until = pieces[number + 1][0] if number + 1 < len(pieces) else len(lines)
            for start, end in aside:
                if piece[0] < start < until:
                    yield Group(tuple(lines[start:end]), inside=True, exact=exact)


def findings_of(group: Group, spans: tuple[Span, ...]) -> Iterator[Finding]:
    """What is said of lines that were put together, ``spans`` of a group."""
    if len(spans) > 1:
        message = f"a paragraph was set in {len(spans)} lines of one width; joined"
        yield Finding(CODE, message, spans, CONFIDENCE)
    if group.above and spans[0] == group.lines[0].span:
        message = "a full line ends a sentence; by the usual length a paragraph begins below it"
        yield Finding(CODE, message, (group.above, spans[0]), GUESSED)
