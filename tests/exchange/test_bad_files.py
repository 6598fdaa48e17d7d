"""Files that cannot be read: refused as a whole, with the line, and never a crash."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.exchange.codes import ENTITY, UNREADABLE
from build_scripts.exchange.faults import Unreadable
from build_scripts.exchange.formats import FORMATS, read_file
from build_scripts.exchange.projects import read_returned
from tests.exchange.helpers import PAGE, exported

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE tmx [
<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh"><seg>&c;</seg></tuv></tu></body></tmx>
"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<xliff version="1.2"><file><body><trans-unit id="1"><source>&x;</source></trans-unit></body></file></xliff>
"""
PARAMETER = """<?xml version="1.0"?>
<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>
<tmx version="1.4"><header/><body/></tmx>
"""


@pytest.mark.parametrize(
    ("text", "suffix", "line"), [(LAUGHS, ".tmx", 3), (OUTSIDE, ".xlf", 2), (PARAMETER, ".tmx", 2)]
)
def test_entities_are_refused(text: str, suffix: str, line: int) -> None:
    rows, (fault,) = read_returned([(f"back{suffix}", text.encode())])
    assert rows == []
    assert (fault.code, fault.line) == (ENTITY.code, line)


HALF = exported(PAGE, "po").partition(" year")[0]
BAD = {
    "cut.xlf": (exported(PAGE, "xliff")[:900], 17),
    "other.xlf": ("<html>\n<p/></html>", 1),
    "two.xlf": (
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"/></xliff>',
        1,
    ),
    "empty.xlf": ("", 1),
    "bare.xlf": ('<xliff version="1.2"/>', 1),
    "undefined.tmx": ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx><body>&who;</body></tmx>', 2),
    "plain.tmx": ("\n\nno XML", 3),
    "encoding.tmx": ('<?xml version="1.0" encoding="no-such"?><tmx/>', 1),
    "open.po": ('msgid ""\nmsgstr ""\n\nmsgid "甲\nmsgstr "x"\n', 4),
    "half.po": (HALF, HALF.count("\n") + 1),
    "text.po": ("Dear translator,\nhere is the file.\n", 1),
    "names.csv": ("Chinese,English\n甲,A\n", 1),
    "twice.csv": ("address,en,en\nx,y,z\n", 1),
    "quote.csv": ('address,en\nx/title,"never closed\n', 2),
    "empty.csv": ("", 0),
    "word.jsonl": ('{"address": "yunxi/title", "en": "A"}\nno JSON\n', 2),
    "list.jsonl": ("[]\n", 1),
    "deep.jsonl": ("\n" + "[" * 100_000, 2),
    "schema.jsonl": ('{"schema": "duizhao.site/1", "address": "yunxi/title"}', 1),
    "number.jsonl": ('{"address": "yunxi/title", "en": 5}', 1),
    "nothing.jsonl": ('{"en": "A"}', 1),
    "page.docx": ("PK", 0),
}


@pytest.mark.parametrize("name", list(BAD))
def test_what_is_no_such_file(name: str) -> None:
    text, line = BAD[name]
    good = ("good.jsonl", b'{"address": "yunxi/title", "en": "A"}')
    rows, (fault,) = read_returned([(name, text.encode("utf-8")), good])
    assert [row.path for row in rows] == ["good.jsonl"]
    assert (fault.path, fault.line, fault.code) == (name, line, UNREADABLE.code)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", b'{"en": "x"}\n\xff'),
        (
            "a.po",
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "\xff"\nmsgstr ""\n',
        ),
        ("a.po", b'msgid ""\nmsgstr "Content-Type: text/plain; charset=no-such\\n\xff"\n'),
        ("a.csv", b"PK\x03\x04\x00\x00\xff"),
        ("a.csv", b"\x00\xff\x00\xff"),
        ("a.xlf", b"\xff\xfe<\x00"),
    ],
)
def test_bytes_that_are_no_text(name: str, data: bytes) -> None:
    _, (fault,) = read_returned([(name, data)])
    assert fault.code == UNREADABLE.code


@pytest.mark.parametrize("name", list(FORMATS))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """A piece cut out, doubled or replaced anywhere: no other error ever comes out."""
    made = FORMATS[name]
    text = exported(PAGE, name).encode("utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    new = data.draw(
        st.binary(max_size=4) | st.sampled_from([b'"', b"\n", b"<", b"&", b"#~ ", b"\\", b'msgid "'])
    )
    with contextlib.suppress(Unreadable):
        read_file(text[:start] + new + text[end:], f"back{made.suffix}")


def test_a_doctype_as_tools_write_it_is_fine() -> None:
    text = exported(PAGE, "tmx").replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx', 1)
    assert len(read_file(text.encode("utf-8"), "back.tmx")) == 4
