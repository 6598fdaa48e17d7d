"""The templates are made of what Jinja and Zensical's minijinja both have: no methods of Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

COMMON = {"d", "default", "e", "escape", "first", "length", "list", "replace", "striptags", "tojson", "url"}
"""Filters of both, with those that both hosts add."""

MACROS = {("lang", "t"), ("item", "render")}
"""What may be called on a name: macros of an imported template."""


def calls(source: str) -> Iterator[str]:
    """What a template calls on a value, and each filter that not both engines have."""
    tree = jinja2.Environment(extensions=["jinja2.ext.do"]).parse(source)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr):
            owner = call.node.node.name if isinstance(call.node.node, nodes.Name) else ""
            if (owner, call.node.attr) not in MACROS:
                yield f"line {call.lineno}: .{call.node.attr}()"
    for used in tree.find_all(nodes.Filter):
        if used.name not in COMMON:
            yield f"line {used.lineno}: | {used.name}"


def test_no_template_calls_a_method_of_python(root: Path) -> None:
    templates = [path for path in sorted((root / "overrides").rglob("*")) if path.is_file()]
    assert len(templates) > 10
    found = {path.relative_to(root).as_posix(): list(calls(path.read_text("utf-8"))) for path in templates}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "source",
    [
        "{% set _ = page.meta.update({'a': 1}) %}",
        "{{ 'a b'.split(' ') }}",
        "{{ {}.items() }}",
        "{{ x | xmlattr }}",
    ],
)
def test_such_a_call_is_found(source: str) -> None:
    assert len(list(calls(source))) == 1


def test_macros_and_functions_may_be_called() -> None:
    assert list(calls("{{ lang.t('toc') }} {{ super() }} {{ title | e | replace('a', 'b') }}")) == []
