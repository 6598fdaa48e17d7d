"""The page of all codes, made from the same registry as ``duizhao explain``; and links to its entries."""

from __future__ import annotations

import inspect
import re
from itertools import groupby
from textwrap import dedent
from xml.etree.ElementTree import Element

from build_scripts.code_names import chinese_name
from build_scripts.codes import REGISTRY
from build_scripts.diagnostics import Code, Severity
from build_scripts.publish.context import Context
from build_scripts.publish.elements import EN, ZH, Node, element, en, pair, spread, toc_label, zh

PAGE = "codes.md"
"""Where the marker ``<!-- codes -->`` stands, from docs/."""

_STAGES = {
    "C": ("清理", "Cleaning"),
    "S": ("分篇", "Splitting"),
    "A": ("注释", "Annotation"),
    "T": ("译文", "Translation"),
    "P": ("页面", "Pages"),
}
_SEVERITIES = {
    Severity.INFO: ("说明", "note"),
    Severity.WARNING: ("提醒", "warning"),
    Severity.ERROR: ("错误", "error"),
}
_BLOCKS = re.compile(r"\n[ \t]*\n")
_CODE = re.compile(r"`([^`]+)`")


def code_anchor(code: str) -> str:
    """The anchor of a code on the page.

    >>> code_anchor("C012")
    'c012'
    """
    return code.lower()


def code_link(code: str, context: Context, titled: bool = True) -> Element:
    """A link to the entry of a code; a code that is not known has none.

    ``titled``: the names of the code are its title; without need where they stand beside it.
    """
    if code not in REGISTRY:
        return element("span", code, cls="dz-code")
    names = " · ".join(name for name in (chinese_name(code).name, REGISTRY[code].name) if name)
    attrs = {"href": context.links.to(PAGE, code_anchor(code)), "title": names if titled else ""}
    return element("a", code, cls="dz-code", attrs=attrs)


def render_codes() -> list[Element]:
    """The elements of ``<!-- codes -->``: a section for each stage, in it an entry for each code."""
    order = {letter: place for place, letter in enumerate(_STAGES)}
    known = sorted(REGISTRY.values(), key=lambda code: (order.get(code.code[0], len(order)), code.code))
    elements: list[Element] = []
    for letter, codes in groupby(known, key=lambda code: code.code[0]):
        labels = _STAGES.get(letter, (letter, letter))
        heading = element("h2", *pair(*labels), cls="dz-heading", attrs={"id": f"stage-{letter.lower()}"})
        heading.set("data-toc-label", toc_label(*labels))
        elements.append(heading)
        for code in codes:
            elements += _entry(code)
    return elements


def _entry(code: Code) -> list[Element]:
    """Heading, weight, and the explanation in both languages."""
    chinese = chinese_name(code.code)
    heading = element(
        "h3",
        element("code", code.code),
        " ",
        zh(chinese.name),
        " ",
        en(code.name.replace("-", " ")),
        cls="dz-code-heading",
        attrs={"id": code_anchor(code.code)},
    )
    heading.set("data-toc-label", toc_label(f"{code.code} {chinese.name}", code.name.replace("-", " ")))
    weight = element(
        "p", *pair(*_SEVERITIES[code.severity]), cls=f"dz-severity dz-severity--{code.severity.value}"
    )
    sides = element(
        "div",
        element("div", element("p", *_inline(chinese.text)), cls="dz-zh", lang=ZH),
        element("div", *explanation(code.explanation), cls="dz-en", lang=EN),
        cls="dz-unit dz-code-entry",
    )
    return [heading, weight, spread(sides)]


def explanation(text: str) -> list[Element]:
    """A rule's docstring as elements: paragraphs, and indented lines as ``<pre>``.

    Example: ``"Wrong.\\n\\nExample:\\n    a → b"`` gives two ``<p>`` and a ``<pre>``.
    """
    made: list[Element] = []
    for block in _BLOCKS.split(inspect.cleandoc(text)):
        for indented, group in groupby(block.splitlines(), key=lambda line: line.startswith("    ")):
            lines = list(group)
            if not indented:
                made.append(element("p", *_inline(" ".join(line.strip() for line in lines))))
            elif made and made[-1].tag == "pre":
                # A blank line within an example.
                code = made[-1][0]
                made[-1] = _example("".join(code.itertext()), "\n\n", dedent("\n".join(lines)))
            else:
                made.append(_example(dedent("\n".join(lines))))
    return made


def _example(*texts: str) -> Element:
    return element("pre", element("code", *texts))


def _inline(text: str) -> list[Node]:
    """Text with what stands between backticks as ``<code>``."""
    parts = _CODE.split(text)
    return [element("code", part) if place % 2 else part for place, part in enumerate(parts) if part]
