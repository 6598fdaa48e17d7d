"""What an XML file is, found out before it is trusted with a parser that builds a tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from build_scripts.exchange.faults import Dangerous, Unreadable


@dataclass(slots=True)
class Outline:
    """``root`` and its ``version``; the line of each element named ``unit``, in the order of the file."""

    unit: str
    root: str = ""
    version: str = ""
    elements: set[str] = field(default_factory=set)
    lines: list[int] = field(default_factory=list)


def outline(data: bytes, unit: str) -> Outline:
    """Read an XML file once, building nothing.

    Raises:
        Dangerous: it declares an entity, wherever it would be used.
        Unreadable: it is not well-formed, or uses an entity that it does not define.
    """
    found = Outline(unit)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, values: _start(found, name, values, parser.CurrentLineNumber)
    parser.EntityDeclHandler = lambda name, *_: _refuse(name, parser.CurrentLineNumber)
    parser.SkippedEntityHandler = lambda name, _: _undefined(name, parser.CurrentLineNumber)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(f"no XML: {expat.ErrorString(error.code)}", error.lineno) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"its encoding cannot be read: {error}", 1) from error
    return found


def _start(found: Outline, name: str, values: dict[str, str], line: int) -> None:
    local = name.rpartition(":")[2]
    if not found.root:
        found.root, found.version = local, values.get("version", "")
    found.elements.add(local)
    if local == found.unit:
        found.lines.append(line)


def _refuse(name: str, line: int) -> None:
    raise Dangerous(f"it declares the entity “{name}”", line)


def _undefined(name: str, line: int) -> None:
    raise Unreadable(f"the entity “{name}” is not defined", line)
