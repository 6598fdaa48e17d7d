"""Law 2 over generated histories: a source that changes, a machine, and translators who do anything.

English of the histories carries a number (``EN-3 …``, ``MT-7 …``), so that each line can be followed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from hypothesis import example, given, note
from hypothesis import strategies as st

from build_scripts.sync.fill import fill_units
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse, status, write
from build_scripts.sync.text import split_lines, zh_hash
from tests.sync.helpers import NEAR_MARKERS, article, near_pages

SENTENCES = (
    "云溪县修通村组公路十二公里，受益群众三千人。",
    "云溪县修通村组公路十三公里，受益群众四千人。",
    "清江镇的合作社去年卖出柑橘八十吨。",
    "“双减”之后，乡里的小学办起了夜校，GDP 数据也上了墙。",
    "同上。",
    "## 产业",
    "## 产业篇",
    "1. 收入*不含*补贴 <见附件>",
    "第三段写的是水库的维修，工期四个月，没有一天停工。",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), max_size=6)
titles = st.sampled_from(["云溪一年", "云溪二年", "清江：丰收 #1"])
subtitles = st.sampled_from(["", "一年纪实"])
AUTHORS = {"云溪一年": (), "云溪二年": ("文溪", "田野")}
"""The authors of the report while it has this title."""

english = st.sampled_from(
    [
        "EN-{n} built roads.",
        "EN-{n} one\n\nEN-{n} two",
        "> EN-{n} quoted",
        "```\nEN-{n} code\n```",
        "```\nEN-{n} open",
    ]
)
intrusions = st.one_of(
    st.sampled_from(NEAR_MARKERS).filter(lambda line: line not in ("---", "...")),
    st.sampled_from(
        [
            "EN-{n} a line",
            "> EN-{n} in a quotation",
            "# EN-{n}",
            "- EN-{n}",
            "<!-- EN-{n} a remark -->",
            "    EN-{n}",
        ]
    ),
)
edits = st.one_of(
    st.tuples(st.just("source"), paragraphs, titles, subtitles),
    st.tuples(st.just("translate"), st.integers(0, 9), english),
    st.tuples(
        st.just("mark"), st.integers(0, 9), st.sampled_from(["human", "reviewed", "stale", "todo", "machin"])
    ),
    st.tuples(st.just("insert"), st.integers(0, 99), intrusions),
    st.tuples(st.just("delete"), st.integers(0, 99)),
    st.tuples(st.just("machine")),
    st.tuples(st.just("format")),
)
histories = st.lists(edits, max_size=12)


def english_of(text: str) -> Counter[str]:
    """Each line that carries a number, as often as it is there."""
    lines = (line.strip() for line in split_lines(text))
    return Counter(line for line in lines if re.search(r"(?:EN|MT)-\d", line))


def edited(page: str, edit: tuple[object, ...], number: int) -> str:
    """``page`` after a translator or a machine did ``edit`` to it."""
    kind, *rest = edit
    if kind == "machine":
        return fill_units(
            page,
            {s.removeprefix("## "): f"MT-{number} {n}\n\n\nMT-{number}" for n, s in enumerate(SENTENCES)},
        )
    if kind == "format":
        # As editors write lists that format YAML.
        return re.sub(r"(?m)^authors: \[(\w+), (\w+)\]$", r"authors:\n  - \1\n  - \2", page)
    place = rest[0]
    assert isinstance(place, int)
    if kind in ("insert", "delete"):
        lines = split_lines(page)
        place %= len(lines) + 1
        new = [str(rest[1]).format(n=number) + "\n"] if kind == "insert" else []
        return "".join([*lines[:place], *new, *lines[place + (kind == "delete") :]])
    blocks = re.split(r"(?m)^(<!-- en .*)\n", page)
    if len(blocks) < 3:
        return page
    marker = 1 + 2 * (place % (len(blocks) // 2))
    if kind == "mark":
        blocks[marker] = f"<!-- en {rest[1]} -->"
    else:
        following = re.search(r"(?m)^<!-- (?:zh|related|orphans)", blocks[marker + 1])
        after = blocks[marker + 1][following.start() :] if following else ""
        blocks[marker + 1] = f"\n{str(rest[1]).format(n=number)}\n\n{after}"
    return "".join(part + "\n" if n % 2 else part for n, part in enumerate(blocks))


def check_sync(page: str, source: list[str], title: str, subtitle: str) -> str:
    """Sync ``page``, checking every law on the way; gives the new page."""
    report = article(*source, title=title, subtitle=subtitle)
    report = replace(report, authors=AUTHORS.get(title, ("石桥",)))
    result = sync_page(page, report, source="a.txt")
    note(f"--- synced with {source}, {title}, {subtitle}\n{result.text}")
    assert not english_of(page) - english_of(result.text), "a line of English was lost"
    assert all(found.code != "P007" for found in result.diagnostics)
    new = parse(result.text)
    assert write(new) == result.text
    again = sync_page(result.text, report, source="a.txt")
    assert again.text == result.text, "a second sync changed the page"
    if parse(page).blocked or any(found.code == "P003" for found in result.diagnostics):
        assert result.text == page
        return result.text
    live = [unit for unit in new.units if status(unit) is not Status.ORPHAN]
    assert [unit.zh for unit in new.live_units] == [text.removeprefix("## ") for text in source]
    assert all(unit.authentic for unit in live)
    assert len({unit.zh_hash for unit in new.units}) == len(new.units)
    assert all(unit.zh_hash[:8] == zh_hash(unit.zh) for unit in new.units)
    return result.text


@given(paragraphs, titles, subtitles, histories)
def test_no_history_loses_a_line_of_english(
    source: list[str], title: str, subtitle: str, history: list[tuple[object, ...]]
) -> None:
    page = check_sync("", source, title, subtitle)
    for number, edit in enumerate(history):
        if edit[0] == "source":
            source, title, subtitle = edit[1:]  # type: ignore[assignment]
        else:
            page = edited(page, edit, number)
            note(f"--- {edit}\n{page}")
        if number % 3 == 2:
            page = check_sync(page, source, title, subtitle)
    check_sync(page, source, title, subtitle)


@given(near_pages, paragraphs)
def test_any_text_can_be_synced(text: str, source: list[str]) -> None:
    check_sync(text, source, "云溪一年", "")


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True),
    st.lists(paragraphs, max_size=4),
)
def test_english_is_back_where_it_was_when_the_source_is_back(
    source: list[str], others: list[list[str]]
) -> None:
    first = edited(check_sync("", source, "云溪一年", ""), ("machine",), 1)
    first = check_sync(edited(first, ("translate", 0, "EN-{n} hers"), 2), source, "云溪一年", "")
    page = first
    for other in others:
        page = check_sync(page, other, "云溪一年", "")
    page = check_sync(page, source, "云溪一年", "")
    before = {(unit.zh, unit.en, status(unit)) for unit in parse(first).live_units}
    after = {(unit.zh, unit.en, status(unit)) for unit in parse(page).live_units}
    assert before == after


@given(paragraphs, histories)
# A value over several lines in the front matter: the page is left alone, Chinese that was deleted too.
@example([SENTENCES[0]] * 2, [("delete", 18), ("insert", 2, "    EN-{n}")])
def test_the_english_of_a_person_is_never_overwritten(
    source: list[str], history: list[tuple[object, ...]]
) -> None:
    page = check_sync("", source, "云溪一年", "")
    for number, edit in enumerate(history):
        if edit[0] not in ("source", "machine"):
            page = edited(page, edit, number)
    page = check_sync(page, source, "云溪一年", "")
    filled = fill_units(page, {s.removeprefix("## "): "MT-0" for s in SENTENCES})
    before, after = parse(page), parse(filled)
    assert all(new.raw == old.raw for old, new in zip(before.units, after.units, strict=True) if old.en)
    if before.blocked:
        assert filled == page
        return
    # Only Chinese that is the source's has a translation: a page that sync left alone may hold other.
    for old, new in zip(before.live_units, after.live_units, strict=True):
        if old.authentic and status(old) is Status.TODO:
            assert status(new) is Status.MACHINE
