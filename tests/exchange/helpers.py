"""What the tests of the exchange share: a page, rows, and a way to bring files back into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from build_scripts.exchange.deciding import Decided, Given, decide
from build_scripts.exchange.formats import FORMATS, read_file
from build_scripts.exchange.projects import apply, rows_of
from build_scripts.exchange.rows import Returned, Row
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse
from build_scripts.sync.writing import NewEnglish, write_english
from tests.sync.helpers import article

NAMES = {"title": "云溪县的一年", "subtitle": "三村见闻"}
REPORT = article("## 修路", "甲村修路12户。", "乙村通水。", "丙村种茶。", **NAMES)
EMPTY = sync_page(None, REPORT, source="yunxi.txt").text
TITLE, SUBTITLE = "yunxi/title", "yunxi/subtitle"
HEADING, ROAD, WATER, TEA = (f"yunxi/{unit.zh_hash}" for unit in parse(EMPTY).units)


def key(address: str) -> str:
    """The key in an address."""
    return address.rpartition("/")[2]


def filled(**given: tuple[str, Status]) -> str:
    """The page with English: ``road=("Roads.", Status.HUMAN)``."""
    addresses = {"title": TITLE, "heading": HEADING, "road": ROAD, "water": WATER, "tea": TEA}
    changes = {key(addresses[name]): NewEnglish(text, status) for name, (text, status) in given.items()}
    written = write_english(EMPTY, changes)
    assert not written.refused
    return written.text


PAGE = filled(
    title=("A year in Yunxi", Status.MACHINE),
    heading=("Roads", Status.REVIEWED),
    road=("Village A mended roads for 12 households.", Status.MACHINE),
    water=("Village B has water.\n\nAnd *more*.", Status.HUMAN),
)
"""A page with units of all kinds but a stale one; tea and the subtitle are to be translated."""

LATER = article("## 修路", "甲村修路13户。", "乙村通水。", "丙村种茶。", **NAMES)
STALE = sync_page(PAGE, LATER, source="yunxi.txt").text
"""The same after its source changed from 12户 to 13户."""


def rows(page: str, name: str = "yunxi") -> list[Row]:
    """The rows of one page."""
    return list(rows_of({name: parse(page)}))


def exported(page: str, name: str) -> str:
    """The text of the file that an export of the page gives."""
    return "".join(FORMATS[name].write(rows(page)))


def returned(text: str | bytes, suffix: str) -> list[Returned]:
    """The rows of a file that comes back."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    return read_file(data, f"back{suffix}")


def decided(
    pages: Mapping[str, str], back: Iterable[Returned], given: Given = Given.HUMAN, *, theirs: bool = False
) -> Decided:
    """What becomes of rows on pages, by the names of these."""
    return decide(back, rows_of({name: parse(text) for name, text in pages.items()}), given, theirs=theirs)


def imported(
    page: str, back: Iterable[Returned], given: Given = Given.HUMAN, *, theirs: bool = False
) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The English and the status of each unit that changes, by its address; and the codes of all faults."""
    made = decided({"yunxi": page}, back, given, theirs=theirs)
    texts, refused = apply({"yunxi": page}, made)
    before = {row.address: (row.en, row.status.value) for row in rows(page)}
    after = {row.address: (row.en, row.status.value) for row in rows(texts.get("yunxi", page))}
    changed = {address: value for address, value in after.items() if before[address] != value}
    return changed, [found.code for found in (*made.diagnostics, *refused)]


# fmt: off
ODD = [
    "\x00", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff",
    "\ufffe", "\r", "\r\n", "\n", "\n\n", "\t", "  ", '"', '\\"', "\\n", "\\", "'", "'=", "=1+1", "+",
    "-", "@", "＝", "]]>", "<![CDATA[", "<!--", "-->", "<!-- en human -->", "&amp;", "&#10;", "<b>",
    "<?x?>", "_:", "_: x\n", "⟦U+0041⟧", "⟦U+", "⟦", "⟧", "⟦U+D800⟧", ";", ",", "sep=;", "#, fuzzy",
    "msgid", "charset=latin-1", "\U0001f375", "\u202e", "\u2067", "甲村", "**bold**", "[a](b)", "```",
    "\U000f0000", "\ufdd0", "a", " ",
]
# fmt: on
texts = st.lists(st.sampled_from(ODD) | st.text(max_size=5), max_size=8).map("".join)
"""Text of everything that formats trip over."""
