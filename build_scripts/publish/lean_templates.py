"""Templates without what lays them out for those who write them: white space, quotes around plain values.

Indentation and empty lines are three kilobytes of the fourteen that Material's frame adds to a page, and a
site of ten thousand reports has tens of thousands of pages. What templates put out (the text of a page,
titles) goes through untouched: lines are tidied in the source, before it is compiled.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2.ext import Extension

_KEPT = re.compile(r"<(pre|textarea)\b", re.IGNORECASE)
"""Elements in which white space is shown: a template that writes one stays as it is."""

_QUOTED = re.compile(r'(?<=\s)([a-z][\w-]*=)"([\w.#:;/-]*[\w.#:;-])"(?=[\s>])')
"""An attribute whose value needs no quotes. Not one that ends in a slash, which could be that of the tag."""

_JINJA = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_BLOCK_ENDS = ("%}", "#}")


class LeanTemplates(Extension):
    """The extension of Jinja: ``environment.add_extension(LeanTemplates)``, before a template is loaded."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template as it is compiled; only that of HTML is changed."""
        return lean(source) if (name or "").endswith(".html") else source


def add_lean_templates(env: Any) -> None:
    """Let an environment of Jinja compile its templates without their layout; twice does no harm."""
    env.add_extension(LeanTemplates)


def lean(source: str) -> str:
    r"""A template of HTML without indentation, empty lines, line breaks behind Jinja tags, needless quotes.

    >>> lean('<ul>\n  {% for item in items %}\n    <li>{{ item }}</li>\n  {% endfor %}\n</ul>\n')
    '<ul>\n{% for item in items %}<li>{{ item }}</li>\n{% endfor %}</ul>\n'
    >>> lean('<a class="md-logo" href="{{ url }}" title="a b">')
    '<a class=md-logo href="{{ url }}" title="a b">\n'
    >>> lean('<pre>\n  as it\n  stands</pre>\n')
    '<pre>\n  as it\n  stands</pre>\n'
    """
    if _KEPT.search(source):
        return source
    lines = [stripped for line in source.split("\n") if (stripped := line.strip())]
    text = "".join(line if line.endswith(_BLOCK_ENDS) else f"{line}\n" for line in lines)
    # In tags of Jinja the same letters are arguments. What stands between two of them is every other piece.
    pieces = _JINJA.split(text)
    pieces[::2] = (_QUOTED.sub(r"\1\2", piece) for piece in pieces[::2])
    return "".join(pieces)
