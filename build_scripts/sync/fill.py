"""English of a machine into the places where there is none.

What a provider of translations sends is data: it becomes plain text of the page, never a marker, raw
HTML, a code block or a link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_scripts.sync.front import FrontMatter, Value, with_values
from build_scripts.sync.marks import Status
from build_scripts.sync.nodes import Marker, Node, Unit
from build_scripts.sync.page import parse, status
from build_scripts.sync.text import line_end, one_line, unified
from build_scripts.sync.titles import FIELDS, title_status
from build_scripts.sync.writing import title_change, with_mark

_BREAKS = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_MARKUP = re.compile(r"[\\`*_{}\[\]]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"(?:[#>+=!?/:|-]|(?P<number>[0-9]{1,9})(?=[.)]))")
_STARTS = {"=": "&#61;", "?": "&#63;", "/": "&#47;", ":": "&#58;", "|": "&#124;", "~": "&#126;"}


def fill_units(text: str, translations: Mapping[str, str]) -> str:
    """Write English into the units, the title and the subtitle that have none, marked ``machine HASH``.

    Args:
        text: a report page.
        translations: English by Chinese text, unescaped, as :attr:`Unit.zh` and the front matter hold it.

    Gives the new text of the page. What has English keeps it; a page with a merge conflict or an
    unreadable front matter comes back as it is, and so does a text for which ``translations`` has nothing.
    """
    page = parse(text)
    if page.blocked:
        return text
    end = line_end(text)
    nodes: list[str] = []
    orphans = False
    for node in page.nodes:
        orphans = orphans or (isinstance(node, Marker) and node.kind == "orphans")
        nodes.append(node.raw if orphans else _filled(node, translations, end))
    front = with_values(page.front, _titles(page.front, translations)) or page.front
    return front.raw + "".join(nodes)


def _filled(node: Node, translations: Mapping[str, str], end: str) -> str:
    if not isinstance(node, Unit) or status(node) is not Status.TODO:
        return node.raw
    english = as_plain_markdown(translations.get(node.zh, ""))
    return with_mark(node, english, Status.MACHINE, end) if english else node.raw


def _titles(front: FrontMatter, translations: Mapping[str, str]) -> dict[str, Value]:
    """The values of the front matter that change."""
    values: dict[str, Value] = {}
    for key in FIELDS:
        chinese = front.text(key)
        english = one_line(plain_text(translations.get(chinese, "")))
        if chinese and english and title_status(front, key) is Status.TODO:
            values |= title_change(chinese, key, english, Status.MACHINE)
    return values


def as_plain_markdown(text: str) -> str:
    """``text`` as paragraphs of Markdown that show exactly its words.

    Law: in a page it is the English of one unit, whatever it holds; empty if it holds no words.

    >>> as_plain_markdown("<!-- zh 1 -->")
    '&lt;!-- zh 1 --&gt;'
    >>> as_plain_markdown("One.\\n\\n\\n  # Two  ")
    'One.\\n\\n\\\\# Two'
    """
    lines = [_plain_line(line.strip()) for line in plain_text(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def plain_text(text: str) -> str:
    """``text`` without control characters, every line end as ``\\n``."""
    return _CONTROL.sub("", _BREAKS.sub("\n", unified(text)).replace("\t", " "))


def _plain_line(line: str) -> str:
    start = _LINE_START.match(line)
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;").replace("-->", "--&gt;").replace("~~", "&#126;~")
    line = _MARKUP.sub(r"\\\g<0>", line)
    if not start:
        return line
    if start["number"]:
        return f"{start['number']}\\{line[len(start['number']) :]}"
    return _STARTS.get(line[0], f"\\{line[0]}") + line[1:]
