"""Law 2 over generated histories of a whole project: several raw documents, reports, pages, people.

English carries a number (``EN-3 …``), so that each line can be followed from page to page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from build_scripts.library import PageFile
from build_scripts.pages import Pages, synced_pages
from build_scripts.sync.front import with_values
from build_scripts.sync.marks import Status
from build_scripts.sync.page import english_lines, parse, status, write
from build_scripts.sync.titles import FIELDS
from tests.sync.helpers import article
from tests.sync.test_laws import edited, english, intrusions

pytestmark = pytest.mark.slow

PARAGRAPHS = (
    "云溪县修通村组公路十二公里，受益群众三千人。",
    "云溪县修通村组公路十三公里，受益群众四千人。",
    "清江镇的合作社去年卖出柑橘八十吨，今年更多。",
    "清江镇的合作社去年卖出柑橘九十吨，今年更多。",
    "同上。",
    "## 产业",
    "乡里的小学办起了夜校，每周上三次课。",
    "第三段写的是水库的维修，工期四个月，没有一天停工。",
    "村里的老人说，从前只有一条土路，雨天谁也出不去。",
)
TITLES = ("云溪一年", "产业", "水利", "清江：丰收 #1", "夜校")

text_lines = st.lists(st.sampled_from(PARAGRAPHS), max_size=5)
number = st.integers(0, 9)
source_steps = st.one_of(
    st.tuples(st.just("text"), number, text_lines),
    st.tuples(st.just("title"), number, st.sampled_from(TITLES)),
    st.tuples(st.just("reorder"), number, number),
    st.tuples(st.just("split"), number, number, st.sampled_from(TITLES)),
    st.tuples(st.just("merge"), number, number),
    st.tuples(st.just("move"), number, number, number),
    st.tuples(st.just("delete"), number),
    st.tuples(st.just("restore"), number),
    st.tuples(st.just("unread"), number),
    st.tuples(st.just("rename raw"), number),
)
steps = st.one_of(
    source_steps,
    st.tuples(st.just("rename page"), number),
    st.tuples(st.just("copy page"), number),
    st.tuples(st.just("conflict"), number, st.integers(0, 60)),
    st.tuples(st.just("resolve")),
    st.tuples(st.just("encoding"), number),
    st.tuples(st.just("sync")),
)
careful = st.one_of(
    st.tuples(st.just("translate"), number, st.integers(0, 9), english),
    st.tuples(st.just("title_en"), number),
    st.tuples(st.just("machine"), number),
    st.tuples(st.just("mark"), number, st.integers(0, 9), st.sampled_from(["human", "reviewed"])),
)
careless = st.one_of(
    st.tuples(st.just("insert"), number, st.integers(0, 99), intrusions),
    st.tuples(st.just("cut"), number, st.integers(0, 99)),
    st.tuples(st.just("mark"), number, st.integers(0, 9), st.sampled_from(["stale", "todo", "machin"])),
)


@dataclass
class World:
    """A project: ``reports`` are title, lines and raw document; ``files`` the pages by name."""

    reports: list[tuple[str, list[str], str]]
    files: dict[str, PageFile] = field(default_factory=dict)
    deleted: list[tuple[str, list[str], str]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    counter: int = 0

    def plan(self) -> Pages:
        reports = [
            (article(*lines, title=title, name=f"r{n}"), source)
            for n, (title, lines, source) in enumerate(self.reports)
            if source not in self.unread
        ]
        return synced_pages(sorted(self.files.items()), reports, self.unread)

    def do(self, step: tuple[object, ...]) -> None:
        """Carry out one step of a history, where it can be."""
        self.counter += 1
        kind, *rest = step
        if kind in ("translate", "machine", "mark", "insert", "cut", "title_en", "conflict", "encoding"):
            self._edit_page(str(kind), rest)
        elif kind in ("rename page", "copy page"):
            self._name_page(str(kind), rest)
        elif kind == "resolve":
            for name, file in self.files.items():
                kept = [line for line in file.text.split("\n") if not re.match("<{7}|>{7}", line)]
                self.files[name] = PageFile("\n".join(kept))
        elif kind == "sync":
            self.sync()
        elif kind == "restore":
            self.reports += self.deleted
            self.deleted, self.unread = [], set()
        elif self.reports:
            self._change_sources(str(kind), rest)

    def _edit_page(self, kind: str, rest: list[object]) -> None:
        names = sorted(self.files)
        if not names:
            return
        name = names[_int(rest[0]) % len(names)]
        text = self.files[name].text
        if kind == "encoding":
            self.files[name] = PageFile(text, bad_line=3 if not self.files[name].bad_line else 0)
        elif kind == "conflict":
            lines = text.split("\n")
            place = _int(rest[1]) % (len(lines) + 1)
            conflict = ["<<<<<<< HEAD", f"EN-{self.counter} ours", "=======", ">>>>>>> other"]
            self.files[name] = PageFile("\n".join([*lines[:place], *conflict, *lines[place:]]))
        elif kind == "title_en":
            front = parse(text).front
            value = f"EN-{self.counter} title"
            new = None if front.error else with_values(front, {"title_en": value})
            if new is not None and not front.text("title_en"):
                self.files[name] = PageFile(new.raw + text[len(front.raw) :])
        else:
            edit = ("delete" if kind == "cut" else kind, *rest[1:])
            self.files[name] = PageFile(edited(text, edit, self.counter))

    def _name_page(self, kind: str, rest: list[object]) -> None:
        names = sorted(self.files)
        if names:
            name = names[_int(rest[0]) % len(names)]
            self.files[f"p{self.counter}"] = self.files[name]
            if kind == "rename page":
                del self.files[name]

    def _change_sources(self, kind: str, rest: list[object]) -> None:
        reports = self.reports
        one = _int(rest[0]) % len(reports)
        title, lines, source = reports[one]
        if kind == "text":
            assert isinstance(rest[1], list)
            reports[one] = (title, rest[1], source)
        elif kind == "title":
            reports[one] = (str(rest[1]), lines, source)
        elif kind == "reorder" and lines:
            place = _int(rest[1]) % len(lines)
            reports[one] = (title, lines[place:] + lines[:place], source)
        elif kind == "split":
            place = _int(rest[1]) % (len(lines) + 1)
            reports[one : one + 1] = [(title, lines[:place], source), (str(rest[2]), lines[place:], source)]
        elif kind == "merge":
            other = _int(rest[1]) % len(reports)
            if other != one:
                reports[one] = (title, lines + reports[other][1], source)
                del reports[other]
        elif kind == "move" and lines:
            other = _int(rest[1]) % len(reports)
            moved = lines[_int(rest[2]) % len(lines)]
            kept = list(lines)
            kept.remove(moved)
            reports[one] = (title, kept, source)
            reports[other] = (reports[other][0], [*reports[other][1], moved], reports[other][2])
        elif kind == "delete":
            self.deleted.append(reports.pop(one))
        elif kind == "unread":
            self.unread.add(source)
        elif kind == "rename raw":
            new = f"s{self.counter}.txt"
            self.reports = [(t, ls, new if s == source else s) for t, ls, s in reports]

    def sync(self) -> Pages:
        """Sync, and check every law on the way."""
        note(f"--- sources {self.reports} unread {self.unread}")
        before = {name: file.text for name, file in self.files.items()}
        plan = self.plan()
        after = before | dict(plan.texts)
        for name, text in sorted(after.items()):
            note(f"--- {name}\n{text}")
            assert write(parse(text)) == text
        assert not lines_of(before) - lines_of(after), "a line of English was lost"
        assert all(found.code != "P007" for found in plan.diagnostics)
        writes = [*plan.first.items(), *plan.texts.items()]
        for done in range(len(writes)):
            crashed = before | dict(writes[:done])
            assert not set(lines_of(before)) - set(lines_of(crashed)), "a crash would have lost a line"
        self.files |= {name: PageFile(text) for name, text in plan.texts.items()}
        again = self.plan()
        assert again.texts == plan.texts, "a second sync changed a page"
        assert all(plan.texts[name] == text for name, text in again.first.items())
        for found in plan.diagnostics:
            assert found.line <= max(map(count_lines, after.values()), default=0)
        return plan


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def count_lines(text: str) -> int:
    return len(re.split(r"\r\n|\r|\n", text))


def lines_of(pages: Mapping[str, str]) -> Counter[str]:
    """Each line of English over all pages, as often as it is there."""
    parsed = [parse(text) for text in pages.values()]
    lines = Counter(line for page in parsed for line in english_lines(page.nodes))
    titles = (page.front.text(f"{key}_en") for page in parsed for key in FIELDS)
    return lines + Counter(title for title in titles if title)


# Half as many as usual: each example is a history of a whole project.
histories_of_projects = settings(max_examples=max(1, settings().max_examples // 2))

worlds = st.lists(
    st.tuples(st.sampled_from(TITLES), text_lines, st.sampled_from(["a.txt", "b.txt"])),
    min_size=1,
    max_size=3,
).map(World)


@histories_of_projects
@given(worlds, st.lists(st.one_of(steps, careful, careless), max_size=14))
def test_no_history_of_a_project_loses_a_line_of_english(
    world: World, history: list[tuple[object, ...]]
) -> None:
    world.sync()
    for step in history:
        note(f"--- {step}")
        world.do(step)
    world.sync()


@histories_of_projects
@given(worlds, st.lists(st.one_of(steps, careful), max_size=14))
def test_the_english_of_people_stays_theirs_on_whatever_page(
    world: World, history: list[tuple[object, ...]]
) -> None:
    world.sync()
    for step in history:
        note(f"--- {step}")
        if step[0] == "sync":
            people = theirs(world)
            world.sync()
            assert not people - theirs(world)
        else:
            world.do(step)
    people = theirs(world)
    world.sync()
    assert not people - theirs(world)


def theirs(world: World) -> Counter[str]:
    """The English texts that are a person's, as often as they are there."""
    units = [unit for file in world.files.values() for unit in parse(file.text).units]
    found = Counter(unit.en for unit in units if unit.en and not unit.machine)
    # A heading that became a title took its English along.
    found.update(parse(file.text).front.text("title_en") for file in world.files.values())
    return found - Counter({"": found[""]})


@histories_of_projects
@given(worlds, st.lists(source_steps, max_size=10))
def test_english_never_stands_beside_chinese_that_it_does_not_translate(
    world: World, history: list[tuple[object, ...]]
) -> None:
    """However the sources change: English that is up to date, on whatever page, is that of its Chinese."""
    names = {line.removeprefix("## "): f"EN-{n}." for n, line in enumerate(PARAGRAPHS)}
    world.sync()
    for step in history:
        for name, file in world.files.items():
            text = file.text
            for unit in parse(text).live_units:
                if status(unit) is Status.TODO and unit.zh in names:
                    filled = unit.raw.replace("<!-- en todo -->", f"<!-- en human -->\n\n{names[unit.zh]}")
                    text = text.replace(unit.raw, filled, 1)
            world.files[name] = PageFile(text)
        note(f"--- {step}")
        world.do(step)
        world.sync()
        for file in world.files.values():
            for unit in parse(file.text).live_units:
                assert status(unit) is not Status.HUMAN or unit.en == names[unit.zh]
