"""What a report page consists of; each node holds its raw text. See :mod:`build_scripts.sync.page`."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.diagnostics import Diagnostic
from build_scripts.sync.asides import Exempt, Suggestion, asides_of, english_of
from build_scripts.sync.front import FrontMatter
from build_scripts.sync.marks import Chinese, Mark, Status, effective
from build_scripts.sync.text import joined, split_lines, unified, zh_hash


@dataclass(frozen=True, slots=True)
class Text:
    """What is neither a unit nor a marker: notes, an introduction, malformed markers."""

    raw: str
    line: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker of the page. ``kind`` is report, related or orphans; ``argument`` the ID, if it has one."""

    raw: str
    line: int
    kind: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """The raw text of a unit in the order of the page; most of it may be empty.

    ``zh`` is the marker with the quotation, ``was`` the block of the old Chinese, ``en`` the line of the
    English marker, ``body`` what follows it. The notes are what somebody wrote between these.
    """

    zh: str
    note: str
    was: str
    second_note: str
    en: str
    body: str

    @property
    def raw(self) -> str:
        """The unit as it stands on the page."""
        return self.zh + self.note + self.was + self.second_note + self.en + self.body

    @property
    def notes(self) -> str:
        """What stands between the Chinese and the English marker and belongs to neither."""
        return joined([self.note, self.second_note], "\n")


@dataclass(frozen=True, slots=True)
class Unit:
    """One block of the report: Chinese, English and their mark.

    ``zh_hash`` is the hash in the marker, with ``-2`` … for repeated text; ``zh`` the text of the
    quotation, unescaped. ``was`` is the Chinese that stale English still translates. ``mark`` is None
    where there is no well-formed ``en`` marker. ``line`` is the line of the ``zh`` marker, from 1.
    """

    line: int
    zh_hash: str
    role: str
    flags: tuple[str, ...]
    zh: str
    was: Chinese | None
    mark: Mark | None
    parts: Parts

    @property
    def raw(self) -> str:
        """The unit as it stands on the page."""
        return self.parts.raw

    @property
    def base_hash(self) -> str:
        """The hash of the Chinese without the number that makes it unique on the page."""
        return self.zh_hash[:8]

    @property
    def authentic(self) -> bool:
        """Whether the Chinese is what the program wrote."""
        return zh_hash(self.zh) == self.base_hash

    @property
    def en(self) -> str:
        r"""The English, stripped, with ``\n`` as line end: what follows the marker, or else what was
        written between the Chinese and the marker. Exceptions and suggestions are no part of it."""
        body = unified(english_of(self.parts.body)).strip()
        return body or unified(english_of(self.parts.notes)).strip()

    @property
    def exceptions(self) -> tuple[Exempt, ...]:
        """The exceptions that a person granted to this unit, with their lines on the page."""
        return tuple(aside for aside in self._asides if isinstance(aside, Exempt))

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The suggestions that stand in this unit, with their lines on the page."""
        return tuple(aside for aside in self._asides if isinstance(aside, Suggestion))

    @property
    def _asides(self) -> list[Exempt | Suggestion]:
        parts = self.parts
        found: list[Exempt | Suggestion] = []
        if not any("<!--" in people for people in (parts.note, parts.second_note, parts.body)):
            return found
        above = self.line - 1
        for program, people in (
            (parts.zh, parts.note),
            (parts.was, parts.second_note),
            (parts.en, parts.body),
        ):
            above += len(split_lines(program))
            found += asides_of(people, above)
            above += len(split_lines(people))
        return found

    @property
    def was_hash(self) -> str:
        """The hash of the old Chinese; empty if there is none."""
        return self.was.hash if self.was else ""

    @property
    def was_text(self) -> str:
        """The old Chinese; empty if there is none."""
        return self.was.text if self.was else ""

    @property
    def token(self) -> str:
        """The status that the marker claims; empty without a marker. See :func:`status`."""
        return self.mark.status.value if self.mark else ""

    @property
    def mark_hash(self) -> str:
        """The hash of the English in the marker; empty if there is none."""
        return self.mark.hash if self.mark else ""

    @property
    def machine(self) -> bool:
        """Whether the English is a machine's, also where it is stale or an orphan."""
        true = effective(self.mark, self.en)
        return Status.MACHINE in (true.status, true.prior)


Node = Text | Marker | Unit


@dataclass(frozen=True, slots=True)
class Page:
    """A report page. ``diagnostics`` are the faults found in reading it."""

    front: FrontMatter
    nodes: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units, orphans included."""
        return tuple(node for node in self.nodes if isinstance(node, Unit))

    @property
    def live_units(self) -> tuple[Unit, ...]:
        """The units before the marker of the orphans: the report itself."""
        live: list[Unit] = []
        for node in self.nodes:
            if isinstance(node, Marker) and node.kind == "orphans":
                break
            if isinstance(node, Unit):
                live.append(node)
        return tuple(live)

    @property
    def blocked(self) -> bool:
        """Whether the page must be left wholly alone: a merge conflict, an unreadable front matter."""
        return any(found.code in ("P002", "P003") for found in self.diagnostics)
