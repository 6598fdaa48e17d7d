"""Law 2 in the exchange: whatever file and page became meanwhile, no word of a person is lost unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.exchange.formats import FORMATS
from build_scripts.exchange.projects import apply
from build_scripts.exchange.rows import Said
from build_scripts.exchange.tmx import in_memory
from build_scripts.sync.marks import Status
from build_scripts.sync.page import parse
from build_scripts.sync.writing import NewEnglish, write_english
from tests.exchange.helpers import HEADING, PAGE, ROAD, TEA, TITLE, WATER, decided, key, returned, rows

pytestmark = pytest.mark.slow

ADDRESSES = (TITLE, HEADING, ROAD, WATER, TEA)
words = st.sampled_from(["One.", "Two “2”.", "Three = 3", "- four", "'five", "Six & <seven>", "⟦U+0041⟧"])
edits = st.dictionaries(st.sampled_from(ADDRESSES), words)


@pytest.mark.parametrize("name", list(FORMATS))
@settings(max_examples=30)  # each writes, reads and parses whole pages
@given(edits, edits, st.booleans(), st.booleans())
def test_three_way(name: str, file: dict[str, str], page: dict[str, str], theirs: bool, turned: bool) -> None:
    """For each unit the file, the page and the export decide as in a merge; the order of rows does not."""
    made = FORMATS[name]
    out = rows(PAGE)[:: -1 if turned else 1]
    before = {row.address: row.en for row in out}
    # What a translator would type into a memory or a table, through the same writer.
    sent = [replace(row, status=Status.HUMAN) if name == "tmx" else row for row in out]
    back = returned("".join(made.write(sent)), made.suffix)
    # A tool clears its mark from what is edited.
    back = [
        replace(row, en=file[row.address], said=Said.NOTHING) if row.address in file else row for row in back
    ]
    changes = {key(address): NewEnglish(text, Status.HUMAN) for address, text in page.items()}
    now = write_english(PAGE, changes).text
    result = decided({"yunxi": now}, back, theirs=theirs)
    text = apply({"yunxi": now}, result)[0].get("yunxi", now)
    after = {row.address: (row.en, row.status) for row in rows(text)}
    known = {row.address for row in sent if name != "tmx" or in_memory(row)}
    conflicts = set()
    for address, base in before.items():
        mine, yours = page.get(address, base), file.get(address, base)
        if address not in known or yours == base or (mine not in (base, yours) and not theirs):
            assert after[address][0] == mine
        else:
            assert after[address] == (yours, Status.HUMAN) or yours == mine
        if address in known and len({base, mine, yours}) == 3 and not theirs:
            conflicts.add(address)
    assert len(result.diagnostics) == len(conflicts)
    untouched = [row for row in rows(PAGE) if row.address not in {*file, *page}]
    assert all(after[row.address] == (row.en, row.status) for row in untouched)
    assert len(parse(text).nodes) == len(parse(PAGE).nodes)
