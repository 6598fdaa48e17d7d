"""Addresses on the code host: presets, templates of one's own, and what is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from build_scripts.publish.code_host import CodeHostError, code_host, filled, whole_file
from build_scripts.publish.extension import DuizhaoExtension

GITHUB = {"code_host": "https://github.com/tea/hills.git/", "branch": "印/main"}


def test_github_from_its_address_and_branch() -> None:
    host = code_host(GITHUB)
    edit = filled(host.edit, path="docs/reports/我的 茶山.md", line=12)
    parts = urlsplit(edit)
    assert (parts.netloc, parts.fragment) == ("github.com", "L12")
    assert unquote(parts.path) == "/tea/hills/edit/印/main/docs/reports/我的 茶山.md"
    assert edit.isascii() and " " not in edit
    view = urlsplit(filled(host.view, path="source_articles/a.md", line=3))
    # Of a Markdown file GitHub has lines only as plain text.
    assert (view.query, view.fragment) == ("plain=1", "L3")
    new = urlsplit(filled(host.new, path="source_articles/a&b.fixes.toml"))
    assert parse_qs(new.query)["filename"] == ["source_articles/a&b.fixes.toml"]


@pytest.mark.parametrize(
    "options",
    [
        {"code_host": "https://gitlab.com/group/sub/hills"},
        {"code_host": "https://git.example.org/group/sub/hills", "code_host_kind": "gitlab"},
    ],
)
def test_gitlab_by_its_name_or_when_told(options: dict[str, str]) -> None:
    host = code_host(options)
    assert urlsplit(host.edit).path == "/group/sub/hills/-/edit/main/{path}"
    issue = filled(host.issue, title="a#b", body="c&d")
    assert parse_qs(urlsplit(issue).query) == {"issue[title]": ["a#b"], "issue[description]": ["c&d"]}


def test_a_template_of_ones_own_goes_before_the_preset() -> None:
    own = "https://git.example.org/_edit/main/{path}?at={line}"
    assert code_host({**GITHUB, "edit_url": own}).edit == own
    alone = code_host({"edit_url": own})
    assert (alone.edit, alone.issue) == (own, "")


def test_without_a_host_there_are_no_templates() -> None:
    assert code_host({}) == code_host({"code_host": " "})
    assert not code_host({}).edit


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"code_host": "javascript:alert(1)"}, "https://"),
        ({"code_host": "ssh://git@github.com/tea/hills"}, "https://github.com/OWNER/REPO"),
        ({"code_host": "github.com/tea/hills"}, "must begin with https://"),
        ({"code_host": "https://git.example.org/tea/hills"}, "code_host_kind: github or gitlab"),
        ({"edit_url": "data:text/html,{path}"}, "edit_url"),
        ({"edit_url": "//h/{path}"}, "edit_url"),
        ({"issue_url": "https://{path}/x"}, "issue_url"),
        ({"issue_url": "https://h/{text}"}, "{text}; there are {path}, {line}, {title}, {body}"),
        ({"view_url": 'https://h/"onclick={path}'}, "percent-encoded"),
        ({"view_url": "https://h/a b{path}"}, "percent-encoded"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(options: dict[str, str], named: str) -> None:
    with pytest.raises(CodeHostError, match=f"^{next(iter(options))}") as caught:
        DuizhaoExtension(**options)
    assert named in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        "a/b c.md",
        "茶&山?x=1#y",
        '"><script>',
        "100%",
        "{line}",
        "\n\t",
        "a+b",
        "\ufffd",
    ],
)
def test_whatever_is_put_in_is_encoded_and_comes_out_again(value: str) -> None:
    made = filled("https://h/x?body={body}#L{line}", body=value, line=7)
    assert not set(made) & set('"<> {}\n\t')
    assert parse_qs(urlsplit(made).query) == {"body": [value]}
    assert urlsplit(made).fragment == "L7"


def test_a_link_to_a_whole_file_leaves_no_field() -> None:
    assert whole_file("https://h/{title}{body}#L{line}") == "https://h/#L1"


def test_mkdocs_says_what_is_wrong(tmp_path: Any) -> None:
    from mkdocs.config.base import Config
    from mkdocs.config.config_options import MarkdownExtensions

    class Schema(Config):
        markdown_extensions = MarkdownExtensions()

    config = Schema()
    config.load_dict(
        {"markdown_extensions": [{"build_scripts.publish.extension": {"code_host": "ftp://h/r"}}]}
    )
    errors, _ = config.validate()
    assert errors and "no address of the web" in str(errors[0])
