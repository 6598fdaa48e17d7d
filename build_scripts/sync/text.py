"""Texts as a page holds them: line ends, hashes, and Chinese escaped so that Markdown shows it as it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")

# "&" and "<" become entities, which every Markdown shows alike; the rest takes a backslash.
_ENTITIES = {"&": "&amp;", "<": "&lt;", " ": "&#32;", "\t": "&#9;"}
_ESCAPED = re.compile(r"[\\`*_{}\[\]>~|$]")
_NUMBER_AT_START = re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|$)")
_EMOJI = re.compile(r":(?=[a-zA-Z0-9_+-]+:)")
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(amp|lt|#32|#9);")
_NAMED = {"amp": "&", "lt": "<", "#32": " ", "#9": "\t"}


def split_lines(text: str) -> list[str]:
    r"""The lines of ``text`` with their ends (``\n``, ``\r\n`` or ``\r``); joined they are ``text`` again.

    ``str.splitlines`` also splits at form feeds and other characters that end no line in Markdown.

    >>> split_lines("a\r\nb\x0cc\rd")
    ['a\r\n', 'b\x0cc\r', 'd']
    """
    return _LINE.findall(text)


def bare(line: str) -> str:
    """``line`` without its line end."""
    return line.rstrip("\r\n")


def unified(text: str) -> str:
    r"""``text`` with every line end as ``\n``: a checkout may have changed them, which changes no word."""
    # Most texts have no other line end, and this is asked for every text of every page several times.
    return _LINE_END.sub("\n", text) if "\r" in text else text


def line_end(text: str) -> str:
    r"""The line end that ``text`` uses first; ``\n`` if it has none."""
    found = _LINE_END.search(text)
    return found.group() if found else "\n"


def one_line(text: str) -> str:
    """``text`` on one line, for titles: each run of white space with a line end in it becomes a space."""
    return re.sub(r"\s*[\r\n]\s*", " ", text).strip()


def zh_hash(text: str) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of a Chinese text, unescaped.

    >>> zh_hash("云溪县")
    'a884802f'
    """
    return _digest(unified(text))


def en_hash(text: str) -> str:
    """The same for an English text, which is stripped first."""
    return _digest(unified(text).strip())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def escape_zh(text: str, *, starts: bool = True, ends: bool = True) -> str:
    """One line of Chinese so that Markdown shows it literally.

    ``starts`` and ``ends`` are False for a part of a line that does not stand at its beginning or end.

    Law: ``unescape_zh(escape_zh(text)) == text`` for any text without line ends.

    >>> escape_zh("1. 收入*不含<补贴>")
    '1\\\\. 收入\\\\*不含&lt;补贴\\\\>'
    """
    start = len(text) - len(text.lstrip(" \t")) if starts else 0
    end = len(text.rstrip(" \t")) if ends else len(text)
    middle = text[start:end] if start < end else ""
    lead, trail = (text[:start], text[end:]) if middle else (text, "")
    return _spaces(lead) + _escape_middle(middle, starts) + _spaces(trail)


def _spaces(text: str) -> str:
    # Four spaces at the start would make code; editors strip white space at the end.
    return "".join(_ENTITIES[char] for char in text)


def _escape_middle(text: str, starts: bool) -> str:
    prefix = ""
    number = _NUMBER_AT_START.match(text) if starts else None
    if number:
        prefix, text = f"{number.group(1)}\\{number.group(2)}", text[number.end() :]
    elif starts and text[:1] in ("#", "+", "-", "="):
        prefix, text = "\\" + text[0], text[1:]
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = _ESCAPED.sub(r"\\\g<0>", text)
    return prefix + _EMOJI.sub(r"\\:", text)


def unescape_zh(text: str) -> str:
    """The Chinese that an escaped line shows; undoes :func:`escape_zh`."""
    return _UNESCAPE.sub(lambda found: found.group(1) or _NAMED[found.group(2)], text)


def quotation(text: str, end: str = "\n") -> str:
    """``text`` as a Markdown quotation, escaped, each line closed by ``end``."""
    lines = unified(text).split("\n")
    return "".join(f"> {escape_zh(line)}{end}" if line else f">{end}" for line in lines)


_QUOTED = re.compile(r" {0,3}> ?(.*)", re.DOTALL)


def is_quotation(line: str) -> bool:
    """Whether ``line`` belongs to a Markdown quotation."""
    return _QUOTED.match(line) is not None


def quoted(lines: Iterable[str]) -> str:
    """The text of quotation lines, unescaped."""
    found = (_QUOTED.match(bare(line)) for line in lines)
    return "\n".join(unescape_zh(match.group(1)) for match in found if match)


_CHANGE = re.compile(r"(\\.)|\*\*(?:\\.|(?!\*\*)[^\\])+\*\*|~~")


def quoted_marked(lines: Iterable[str]) -> str:
    """The old text of quotation lines in which its changes are marked: ``~~12~~**13**户`` gives ``12户``."""
    found = (_QUOTED.match(bare(line)) for line in lines)
    texts = (_CHANGE.sub(lambda part: part.group(1) or "", match.group(1)) for match in found if match)
    return "\n".join(unescape_zh(text) for text in texts)


def prefix_with_hash(lines: list[str], wanted: str, read: Callable[[Iterable[str]], str] = quoted) -> int:
    """How many of the quotation ``lines`` make up the text with the hash ``wanted``; 0 if none does.

    A translator may have written below the Chinese, inside the same quotation.
    """
    digest = hashlib.sha256()
    for count, line in enumerate(lines, start=1):
        text = read([line]) if count == 1 else "\n" + read([line])
        digest.update(text.encode("utf-8", "surrogatepass"))
        if digest.copy().hexdigest()[:8] == wanted:
            return count
    return 0


def joined(parts: Iterable[str], end: str) -> str:
    """``parts`` one after another with at least one empty line between them.

    >>> joined(["a", "b\\n \\n", "c"], "\\n")
    'a\\n\\nb\\n \\nc'
    """
    made: list[str] = []
    tail = ""
    for part in parts:
        if not part:
            continue
        while not _ends_blank(tail):
            made.append(end)
            tail = _last_line(tail + end)
        made.append(part)
        tail = _last_line(tail + part)
    return "".join(made)


def _last_line(text: str) -> str:
    """The last line of ``text`` with its end (and perhaps a little of the one before)."""
    return text[max(text.rfind("\n", 0, -2), text.rfind("\r", 0, -2)) + 1 :]


def _ends_blank(text: str) -> bool:
    """Whether a block may follow: there is nothing yet, or an empty line."""
    lines = split_lines(text)
    return not lines or (not lines[-1].strip() and lines[-1].endswith(("\n", "\r")))
