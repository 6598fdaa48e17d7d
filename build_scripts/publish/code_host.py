"""Addresses on the code host where people mend a unit: templates, from an option or a preset.

    code_host: https://github.com/OWNER/REPO     (or a GitLab project)
    branch: main

is enough for GitHub and GitLab. Any other host can be named by templates of its own (``edit_url``,
``view_url``, ``new_url``, ``issue_url``) with the fields ``{path}``, ``{line}``, ``{title}`` and ``{body}``.
All that is put in is percent-encoded. The path is filled in when the page is made; line, title and body in
the reader's browser, since the texts stand on the page already.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

TEMPLATES = ("edit_url", "view_url", "new_url", "issue_url")

# Both editors go to the line of the fragment. Of a Markdown file GitHub shows lines only when asked for plain
# text. GitLab's form for a new file takes a name, and no text.
_PRESETS: Mapping[str, tuple[str, str, str, str]] = {
    "github": (
        "{host}/edit/{branch}/{path}#L{line}",
        "{host}/blob/{branch}/{path}?plain=1#L{line}",
        "{host}/new/{branch}?filename={path}&value={body}",
        "{host}/issues/new?title={title}&body={body}",
    ),
    "gitlab": (
        "{host}/-/edit/{branch}/{path}#L{line}",
        "{host}/-/blob/{branch}/{path}?plain=1#L{line}",
        "{host}/-/new/{branch}?file_name={path}",
        "{host}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    ),
}
_FIELD = re.compile(r"\{([^{}]*)\}")
_FIELDS = frozenset({"path", "line", "title", "body"})
_UNFIT = re.compile(r"[\s\"<>\\^`|\x00-\x1f\x7f]")


class CodeHostError(ValueError):
    """An option about the code host cannot be used; the message says which, why, and what it should be."""


@dataclass(frozen=True, slots=True)
class CodeHost:
    """The four templates; an empty one means that there is no such link.

    ``edit`` opens a file for editing, ``view`` shows it, ``new`` is the form for a new file, ``issue`` that
    for a new issue.
    """

    edit: str = ""
    view: str = ""
    new: str = ""
    issue: str = ""


def code_host(options: Mapping[str, str]) -> CodeHost:
    """The templates that the extension's options give: a preset's, each overridden by an option of its own.

    Args:
        options: ``code_host``, ``code_host_kind``, ``branch`` and :data:`TEMPLATES`; missing means empty.

    Raises:
        CodeHostError: see there.

    >>> code_host({"code_host": "https://github.com/o/r"}).edit
    'https://github.com/o/r/edit/main/{path}#L{line}'
    """
    address = options.get("code_host", "").strip().rstrip("/").removesuffix(".git")
    preset = ("", "", "", "")
    if address:
        _check_scheme("code_host", address)
        kind = options.get("code_host_kind", "").strip() or _kind(address)
        if kind not in _PRESETS:
            raise CodeHostError(
                f"code_host: what kind of host {address} is cannot be told from its name: write "
                f"code_host_kind: {' or '.join(_PRESETS)}, or give {', '.join(TEMPLATES)} instead"
            )
        branch = quote(options.get("branch", "").strip() or "main")
        preset = tuple(t.replace("{host}", address).replace("{branch}", branch) for t in _PRESETS[kind])  # type: ignore[assignment]
    own = [options.get(name, "").strip() for name in TEMPLATES]
    made = CodeHost(*(mine or theirs for mine, theirs in zip(own, preset, strict=True)))
    for name, template in zip(TEMPLATES, (made.edit, made.view, made.new, made.issue), strict=True):
        if template:
            _check(name, template)
    return made


def filled(template: str, **values: str | int) -> str:
    """``template`` with these fields filled in, percent-encoded; the others stay.

    >>> filled("https://h/{path}#L{line}", path="docs/茶 山.md")
    'https://h/docs/%E8%8C%B6%20%E5%B1%B1.md#L{line}'
    """
    return _FIELD.sub(
        lambda found: quote(str(values[found[1]])) if found[1] in values else found[0], template
    )


def whole_file(template: str) -> str:
    """``template`` for a link to a file as a whole: on its first line, without a text.

    >>> whole_file("https://h/a.md#L{line}")
    'https://h/a.md#L1'
    """
    return filled(template, line=1, title="", body="")


def _kind(address: str) -> str:
    name = urlsplit(address).hostname or ""
    return next((kind for kind in _PRESETS if kind in name), "")


def _check_scheme(option: str, address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "{" in parts.netloc:
        raise CodeHostError(
            f"{option}: “{address}” is no address of the web: it must begin with https:// (or http://) and "
            "a host's name, such as https://github.com/OWNER/REPO"
        )
    if found := _UNFIT.search(address):
        raise CodeHostError(f"{option}: “{address}” holds {found[0]!r}, which must be percent-encoded")


def _check(option: str, template: str) -> None:
    _check_scheme(option, template)
    unknown = sorted(set(_FIELD.findall(template)) - _FIELDS)
    if unknown:
        named = ", ".join(f"{{{name}}}" for name in unknown)
        allowed = ", ".join(f"{{{name}}}" for name in ("path", "line", "title", "body"))
        raise CodeHostError(f"{option}: there is no field {named}; there are {allowed}")
