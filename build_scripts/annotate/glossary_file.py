"""Reading one glossary file (docs/glossary/NAME.md): its entries as they stand, and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_scripts.annotate.alignment import align
from build_scripts.annotate.codes import (
    MALFORMED_ENTRY,
    MALFORMED_PINYIN,
    MISSING_EXPLANATION,
    MISSING_MARKER,
)
from build_scripts.annotate.segment import HAN
from build_scripts.diagnostics import Diagnostic

KINDS = ("term", "organisation", "campaign", "office")
_FIELDS = frozenset({"pinyin", "en", "variants", "admitted", "avoid", "kind", "see", "source"})
_MARKER = re.compile(r"<!--\s*glossary\s*-->")
_HEADING = re.compile(r"##(?!#)\s*(.*?)\s*#*\s*(?:\{[^}]*\}\s*)?")
_FIELD = re.compile(r"[-*]\s+([A-Za-z_]+)\s*[:：]\s*(.*)")
_PINYIN = re.compile("[A-Za-züÜêÊāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒńňǹḿ0-9'’+,“”‘’\" -]+")
_TONE_NUMBER = re.compile(r"[A-Za-zü][1-5]\b")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(slots=True)
class RawEntry:
    """One entry while it is read: its heading, its fields, the lines below them."""

    zh: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    def items(self, name: str) -> tuple[str, ...]:
        """The parts of a field that lists several, parted by semicolons."""
        return tuple(part.strip() for part in re.split("[;；]", self.fields.get(name, "")) if part.strip())

    def explanation(self, chinese: bool) -> str:
        """The paragraphs of one language, parted by a blank line."""
        paragraphs = [part.strip() for part in re.split(r"\n\s*\n", "\n".join(self.body)) if part.strip()]
        return "\n\n".join(part for part in paragraphs if _is_chinese(part) == chinese)


def _is_chinese(paragraph: str) -> bool:
    return len(HAN.findall(paragraph)) >= max(1, len(_LATIN.findall(paragraph)))


def read_glossary_file(path: str, text: str) -> tuple[list[RawEntry], list[Diagnostic]]:
    """The entries of one file in their order, with everything that is wrong in it.

    Args:
        path: its name in diagnostics, with forward slashes; an ``index.md`` holds no entries.
        text: its whole content.

    Returns:
        The entries that can be used (they have a heading and ``en``), and the diagnostics.
    """
    if path.rsplit("/", 1)[-1] == "index.md":
        return [], []
    entries: list[RawEntry] = []
    faults: list[Diagnostic] = []
    has_marker = False
    for number, line in _body_lines(text):
        heading = _HEADING.fullmatch(line)
        if heading:
            entries.append(RawEntry(heading[1], number))
        elif _MARKER.fullmatch(line.strip()):
            has_marker = True
        elif entries:
            _read_line(entries[-1], line, number, path, faults)
    if entries and not has_marker:
        message = "the file has entries, but no line <!-- glossary -->"
        faults.append(Diagnostic(path, entries[0].line, MISSING_MARKER.code, message))
    usable = [entry for entry in entries if _check(entry, path, faults)]
    return usable, faults


def _body_lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines behind the front matter; those of fenced code are passed over."""
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]
    start = 0
    if lines[0].rstrip() == "---":
        closing = [number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}]
        start = closing[0] + 1 if closing else 0
    fenced = False
    for number, line in enumerate(lines[start:], start + 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield number, line


def _read_line(entry: RawEntry, line: str, number: int, path: str, faults: list[Diagnostic]) -> None:
    """Take one line below a heading: a field until the explanation begins, then a line of that."""
    match = None if any(part.strip() for part in entry.body) else _FIELD.fullmatch(line.strip())
    if match is None:
        entry.body.append(line)
        return
    name, value = match[1].lower(), match[2].strip()
    if name not in _FIELDS:
        message = f"“{entry.zh}” has the unknown field “{match[1]}”"
    elif name in entry.fields:
        message = f"“{entry.zh}” has the field “{name}” twice; the first one counts"
    else:
        entry.fields[name] = value
        entry.lines[name] = number
        return
    faults.append(Diagnostic(path, number, MALFORMED_ENTRY.code, message))


def _check(entry: RawEntry, path: str, faults: list[Diagnostic]) -> bool:
    """Report what is wrong with an entry, drop fields that cannot be used, and tell whether it works."""
    report: list[tuple[int, str, str]] = []
    if not entry.zh:
        report.append((entry.line, MALFORMED_ENTRY.code, "an entry has an empty heading and is left out"))
    elif not entry.fields.get("en"):
        message = f"“{entry.zh}” has no English rendering (field “en”) and is left out"
        report.append((entry.line, MALFORMED_ENTRY.code, message))
    usable = not report
    kind = entry.fields.get("kind", "term")
    if kind not in KINDS:
        message = f"“{entry.zh}” is of the unknown kind “{kind}”; one of {', '.join(KINDS)} is expected"
        report.append((entry.lines["kind"], MALFORMED_ENTRY.code, message))
        del entry.fields["kind"]
    pinyin = entry.fields.get("pinyin")
    if pinyin is not None and (not _PINYIN.fullmatch(pinyin) or _TONE_NUMBER.search(pinyin)):
        message = f"“{entry.zh}”: “{pinyin}” is no pinyin with tone marks"
        report.append((entry.lines["pinyin"], MALFORMED_PINYIN.code, message))
        del entry.fields["pinyin"]
    elif pinyin is not None and entry.zh and align(entry.zh, pinyin) is None:
        message = f"“{entry.zh}”: “{pinyin}” does not fit its characters one by one"
        report.append((entry.lines["pinyin"], MALFORMED_PINYIN.code, message))
        del entry.fields["pinyin"]
    for chinese, language in ((True, "Chinese"), (False, "English")):
        if usable and not entry.explanation(chinese):
            message = f"“{entry.zh}” has no explanation in {language}"
            report.append((entry.line, MISSING_EXPLANATION.code, message))
    faults.extend(Diagnostic(path, *fault) for fault in report)
    return usable
