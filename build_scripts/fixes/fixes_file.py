"""The form of ``NAME.fixes.toml``, read strictly: what is not understood is an error with its line.

Example::

    [[fix]]
    do = "remove"
    text = "分享到微信"
    reason = "a share link that the rules do not know · 规则不认识的分享链接"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.fixes.codes import CODES, MALFORMED
from build_scripts.fixes.known import KNOWN
from build_scripts.fixes.lines import header_lines, key_line
from build_scripts.fixes.model import Action, Fix, Fixes
from build_scripts.model import Role
from build_scripts.offsets import squeezed

_PLACED = re.compile(r"line (\d+)")
_TYPES: Mapping[str, type] = {
    "do": str,
    "text": str,
    "reason": str,
    "with": str,
    "after": str,
    "before": str,
    "role": str,
    "code": str,
    "report": bool,
    "number": int,
    "other_number": int,
}
_OWN = frozenset(code.code for code in CODES)
_TYPE_NAMES = {str: "a string", bool: "true or false", int: "a whole number"}
_QUOTED = frozenset({"do", "reason", "text", "number"})
_REQUIRED: Mapping[Action, frozenset[str]] = {
    Action.KEEP: _QUOTED - {"number"},
    Action.REMOVE: _QUOTED - {"number"},
    Action.JOIN: _QUOTED - {"number"} | {"with"},
    Action.SPLIT: _QUOTED - {"number"},
    Action.ROLE: _QUOTED - {"number"} | {"role"},
    Action.ORDER: _QUOTED - {"number"},
    Action.REPLACE: _QUOTED - {"number"} | {"with"},
    Action.IGNORE: frozenset({"do", "reason", "code"}),
}
_ALLOWED: Mapping[Action, frozenset[str]] = {
    Action.KEEP: _QUOTED | {"role"},
    Action.REMOVE: _QUOTED,
    Action.JOIN: _QUOTED | {"with", "other_number"},
    Action.SPLIT: _QUOTED | {"report"},
    Action.ROLE: _QUOTED | {"role"},
    Action.ORDER: _QUOTED | {"after", "before", "other_number"},
    Action.REPLACE: _QUOTED | {"with"},
    Action.IGNORE: _QUOTED | {"code"},
}


class _Malformed(ValueError):
    """An entry that cannot be used; the message says why."""


def parse_fixes(data: bytes, path: str) -> tuple[Fixes, tuple[Diagnostic, ...]]:
    """Read a file of corrections.

    Args:
        data: its bytes.
        path: the name to report it under, with forward slashes.

    Returns:
        The corrections that are in order, and an error with its line for all else.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        return Fixes(path), (Diagnostic(path, 0, MALFORMED, f"byte {error.start} is not UTF-8"),)
    except tomllib.TOMLDecodeError as error:
        return Fixes(path), (Diagnostic(path, _line_of(error, text), MALFORMED, f"no TOML: {error}"),)
    faults: list[Diagnostic] = []

    def fault(line: int, message: str) -> None:
        faults.append(Diagnostic(path, line, MALFORMED, message))

    for key in table:
        if key not in ("encoding", "fix"):
            fault(key_line(text, key), f"unknown key “{key}” (a correction begins with [[fix]])")
    encoding = table.get("encoding", "")
    if message := _encoding_fault(encoding):
        fault(key_line(text, "encoding"), message)
        encoding = ""
    entries = table.get("fix", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        fault(key_line(text, "fix"), "corrections are written [[fix]]")
        entries = []
    fixes: list[Fix] = []
    for line, entry in zip(_lines_of(entries, text), entries, strict=True):
        try:
            fixes.append(_fix(line, entry))
        except _Malformed as error:
            fault(line, str(error))
    return Fixes(path, tuple(fixes), encoding), tuple(faults)


def _lines_of(entries: Sequence[object], text: str) -> tuple[int, ...]:
    """The line on which each entry begins."""
    lines = header_lines(text)
    # fix = [{…}, {…}] is TOML, too.
    return lines if len(lines) == len(entries) else (key_line(text, "fix"),) * len(entries)


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    """The line that an error of the parser names; the last where it says “at end of document”."""
    match = _PLACED.search(str(error))
    return int(match.group(1)) if match else text.count("\n") + 1


def _encoding_fault(encoding: object) -> str:
    """What is wrong with the value of ``encoding``; empty if nothing is."""
    if not isinstance(encoding, str):
        return "encoding must be a string"
    if encoding:
        try:
            b"a".decode(encoding, "replace")
        except (LookupError, ValueError):
            return f"“{encoding}” is no encoding of text that Python knows"
    return ""


def _fix(line: int, entry: Mapping[str, Any]) -> Fix:
    """One correction of its table.

    Raises:
        _Malformed: a key is unknown, missing, of the wrong type or without sense.
    """
    action = _action(entry)
    for key, value in entry.items():
        _check_key(action, key, value)
    if missing := sorted(_REQUIRED[action] - entry.keys()):
        raise _Malformed(f"{action} needs {' and '.join(missing)}")
    sides = [key for key in ("with", "after", "before") if key in entry]
    if action is Action.ORDER and len(sides) != 1:
        raise _Malformed("order needs either after or before")
    for key in ("text", "reason", *sides):
        if key in entry and not _has_content(entry[key], key):
            raise _Malformed(f"{key} is empty")
    other = entry[sides[0]].strip() if sides else ""
    if action is Action.REPLACE and len(other.splitlines()) > 1:
        raise _Malformed("with must be one line: a new paragraph is made by split")
    return Fix(
        line,
        action,
        " ".join(entry["reason"].split()),
        entry.get("text", ""),
        other,
        _role(entry.get("role")),
        before="before" in entry,
        report=entry.get("report", False),
        code=_code(entry["code"]) if "code" in entry else "",
        number=entry.get("number", 0),
        other_number=entry.get("other_number", 0),
    )


def _action(entry: Mapping[str, Any]) -> Action:
    try:
        return Action(entry["do"])
    except KeyError:
        raise _Malformed("a correction needs do, text and reason") from None
    except ValueError:
        raise _Malformed(f"do must be one of {', '.join(Action)}") from None


def _check_key(action: Action, key: str, value: object) -> None:
    """Raise where ``action`` has no such key or the value is of another type."""
    if key not in _TYPES:
        raise _Malformed(f"unknown key “{key}”")
    if key not in _ALLOWED[action]:
        raise _Malformed(f"{action} has no key “{key}”")
    # In Python, true is a number, too.
    if type(value) is not _TYPES[key]:
        raise _Malformed(f"{key} must be {_TYPE_NAMES[_TYPES[key]]}")
    if isinstance(value, int) and not isinstance(value, bool) and value < 1:
        raise _Malformed(f"{key} counts from 1")


def _has_content(value: str, key: str) -> bool:
    """Whether a quotation has a character by which it can be found; of a text to print, one that shows."""
    return bool(squeezed(value)) if key != "reason" else bool(value.strip())


def _role(name: str | None) -> Role | None:
    if name is None:
        return None
    try:
        return Role(name)
    except ValueError:
        raise _Malformed(f"role must be one of {', '.join(Role)}") from None


def _code(code: str) -> str:
    """The code of an ``ignore``, which must be one that a document's findings can have."""
    known = KNOWN.get(code)
    if known is None or code in _OWN:
        raise _Malformed(f"“{code}” is no code of a finding about a raw document")
    if known.severity is Severity.ERROR:
        raise _Malformed(f"{code} is an error, which cannot be ignored")
    return code
