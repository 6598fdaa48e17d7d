"""The templates are made of what Jinja and Zensical's minijinja both have: no methods of Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from jinja2 import nodes
from lxml import html

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


HOSTILE = "</script><script>alert(1)</script> \"'&"


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"id": "a", "title": HOSTILE, "title_en": HOSTILE, "authors": [HOSTILE, 3], "publisher": HOSTILE},
        {"id": "a", "title": 2021, "date": HOSTILE, "robots": HOSTILE, "description": HOSTILE, "authors": 5},
        {"title": ["x"], "title_en": {"y": 1}, "authors": "z", "title_mark": 3},
    ],
)
def test_front_matter_of_any_kind_is_text_in_the_head(root: Path, meta: dict[str, Any]) -> None:
    """Written by people and machines, in any form that YAML has; the words of the form are those shown."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(root / "overrides"))
    env.filters["url"] = str
    page = SimpleNamespace(meta=meta, title=HOSTILE, canonical_url="https://example.org/", is_homepage=False)
    site = {"site_name": HOSTILE, "site_description": "", "theme": {"favicon": "x.svg"}, "extra": {}}
    head = "".join(
        env.get_template(f"partials/head/{name}.html").render(page=page, config=site)
        for name in ("meta", "title")
    )
    tree = html.document_fromstring(f"<html><head>{head}</head><body></body></html>")
    assert {node.tag for node in tree.iter()} <= {"html", "head", "meta", "link", "title", "body"}
    if isinstance(meta.get("title"), str):
        assert HOSTILE in tree.findtext(".//title")
        assert HOSTILE in tree.xpath("//meta[@property='og:title']/@content")[0]


def test_the_first_page_is_a_web_site_whatever_its_name(root: Path) -> None:
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(root / "overrides"))
    page = SimpleNamespace(meta={}, title="", canonical_url="https://example.org/", is_homepage=True)
    made = env.get_template("partials/head/sharing.html").render(
        page=page, config={"site_name": HOSTILE, "site_description": ""}
    )
    tree = html.document_fromstring(f"<html><head>{made}</head><body></body></html>")
    (script,) = tree.xpath("//script")
    assert json.loads(script.text)["name"] == HOSTILE
