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
_BARE_FIELD = re.compile(r"\s*([A-Za-z_]+)\s*[:：]")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_PINYIN = re.compile("[A-Za-züÜêÊāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒńňǹḿ0-9'’+,“”‘’\" -]+")
_TONE_NUMBER = re.compile(r"[A-Za-zü][1-5]\b")
"""Macron, acute, caron and grave accent, as marks of their own."""
_SAYS_SOMETHING = re.compile(r"[^\W_]")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(slots=True)
class RawEntry:
    """One entry while it is read: its heading, its fields, the lines below them."""

    zh: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    explained: bool = False
    """Whether the explanation has begun: below it a line like a field is no field."""

    def take(self, name: str, value: str, line: int) -> str:
        """Add a field; what is wrong with it, or nothing."""
        if name.lower() not in _FIELDS:
            return f"“{self.zh}” has the unknown field “{name}”"
        if name.lower() in self.fields:
            return f"“{self.zh}” has the field “{name.lower()}” twice; the first one counts"
        self.fields[name.lower()] = value
        self.lines[name.lower()] = line
        return ""

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
    lines, unclosed = _body_lines(text)
    if unclosed:
        message = "a block of code begins here and never ends; what follows is read as entries all the same"
        faults.append(Diagnostic(path, unclosed, MALFORMED_ENTRY.code, message))
    for number, line in lines:
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


def _body_lines(text: str) -> tuple[list[tuple[int, str]], int]:
    """The numbered lines behind the front matter without those of fenced code, and where an endless fence is.

    Of a fence that is never closed (its line is given, else 0) only that line is passed over: somebody forgot
    to close it, and the entries below are meant as entries.
    """
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]
    start = 0
    if lines[0].rstrip() == "---":
        closing = [number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}]
        start = closing[0] + 1 if closing else 0
    kept: list[tuple[int, str]] = []
    fenced: list[tuple[int, str]] = []
    fence = ""
    for number, line in enumerate(lines[start:], start + 1):
        mark = _FENCE.match(line)
        if fence:
            fenced.append((number, line))
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
                fenced.clear()
        elif mark:
            fence = mark[1]
            fenced.append((number, line))
        else:
            kept.append((number, line))
    return [*kept, *fenced[1:]], fenced[0][0] if fenced else 0


def _read_line(entry: RawEntry, line: str, number: int, path: str, faults: list[Diagnostic]) -> None:
    """Take one line below a heading: a field until the explanation begins, then a line of that."""
    match = _FIELD.fullmatch(line.strip())
    explained = entry.explained
    fault = ""
    if match is None or (explained and match[1].lower() not in _FIELDS):
        entry.body.append(line)
        entry.explained = explained or bool(line.strip())
        if not explained and (bare := _BARE_FIELD.match(line)) and bare[1].lower() in _FIELDS:
            fault = f"“{entry.zh}”: the field “{bare[1]}” needs “- ” before it; it is read as an explanation"
    elif explained:
        entry.body.append(line)
        fault = (
            f"“{entry.zh}”: the field “{match[1]}” stands below the explanation and is read as a part of it;"
            " if another entry begins here, its heading “## …” is missing"
        )
    else:
        fault = entry.take(match[1], match[2].strip(), number)
    if fault:
        faults.append(Diagnostic(path, number, MALFORMED_ENTRY.code, fault))


def _check(entry: RawEntry, path: str, faults: list[Diagnostic]) -> bool:
    """Report what is wrong with an entry, drop fields that cannot be used, and tell whether it works."""
    report: list[tuple[int, str, str]] = []
    if not entry.zh:
        report.append((entry.line, MALFORMED_ENTRY.code, "an entry has an empty heading and is left out"))
    elif not _SAYS_SOMETHING.search(entry.zh):
        message = f"“{entry.zh}” holds no letter, figure or Chinese character and is left out"
        report.append((entry.line, MALFORMED_ENTRY.code, message))
    elif not entry.fields.get("en"):
        message = f"“{entry.zh}” has no English rendering (field “en”) and is left out"
        report.append((entry.line, MALFORMED_ENTRY.code, message))
    usable = not report
    report += _check_fields(entry)
    for chinese, language in ((True, "Chinese"), (False, "English")):
        if usable and not entry.explanation(chinese):
            message = f"“{entry.zh}” has no explanation in {language}"
            report.append((entry.line, MISSING_EXPLANATION.code, message))
    faults.extend(Diagnostic(path, *fault) for fault in report)
    return usable


def _check_fields(entry: RawEntry) -> Iterator[tuple[int, str, str]]:
    """What is wrong in the fields that must have a form, which are then dropped: line, code, message."""
    kind = entry.fields.get("kind", "term")
    if kind not in KINDS:
        message = f"“{entry.zh}” is of the unknown kind “{kind}”; one of {', '.join(KINDS)} is expected"
        yield entry.lines["kind"], MALFORMED_ENTRY.code, message
        del entry.fields["kind"]
    pinyin = entry.fields.get("pinyin")
    if pinyin is not None and not _is_pinyin(pinyin, entry.zh):
        message = f"“{entry.zh}”: “{pinyin}” is no pinyin with tone marks for it"
        yield entry.lines["pinyin"], MALFORMED_PINYIN.code, message
        del entry.fields["pinyin"]
    variants = entry.items("variants")
    kept = [variant for variant in variants if _SAYS_SOMETHING.search(variant)]
    for variant in variants:
        if variant not in kept:
            message = f"“{entry.zh}”: the variant “{variant}” is no expression and is left out"
            yield entry.lines["variants"], MALFORMED_ENTRY.code, message
        elif re.search("[,，]", variant):
            message = f"“{entry.zh}”: “{variant}” counts as one variant; semicolons part several"
            yield entry.lines["variants"], MALFORMED_ENTRY.code, message
    entry.fields["variants"] = ";".join(kept)


def _is_pinyin(pinyin: str, zh: str) -> bool:
    """Whether it is the pinyin of ``zh``: letters without tone numbers, a syllable for each character."""
    if not _PINYIN.fullmatch(pinyin) or _TONE_NUMBER.search(pinyin):
        return False
    return not zh or align(zh, pinyin) is not None
