"""What every EPUB of ours must be, checked without a library that might be as lenient as some readers."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

XHTML, OPS, OPF = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.idpf.org/2007/ops}",
    "{http://www.idpf.org/2007/opf}",
)
DC, XML = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/XML/1998/namespace}"
_ACTIVE = ("script", "iframe", "object", "embed", "form", "img", "audio", "video", "style", "base")


@dataclass(frozen=True)
class Epub:
    """An EPUB that was checked: its package file, its documents, and its metadata by their names."""

    names: tuple[str, ...]
    package: Element
    documents: dict[str, Element]
    spine: tuple[str, ...]

    def dc(self, name: str) -> list[str]:
        """The values of a Dublin Core element."""
        return [node.text or "" for node in self.package.iter(f"{DC}{name}")]

    def meta(self, name: str) -> list[str]:
        """The values of a property."""
        return [node.text or "" for node in self.package.iter(f"{OPF}meta") if node.get("property") == name]

    def contents(self) -> list[tuple[str, str]]:
        """The lines of the contents: label and address."""
        nav = self.documents["nav.xhtml"]
        return [("".join(link.itertext()), link.get("href", "")) for link in nav.iter(f"{XHTML}a")]


def check_epub(data: bytes) -> Epub:
    """Assert all that must be true of an EPUB, and give what is in it."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        files = {name: archive.read(name) for name in archive.namelist()}
    assert infos[0].filename == "mimetype" and infos[0].compress_type == ZIP_STORED and not infos[0].extra
    assert files["mimetype"] == b"application/epub+zip"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert [info.filename for info in infos[2:]] == sorted(info.filename for info in infos[2:])
    container = ElementTree.fromstring(files["META-INF/container.xml"])
    assert [node.get("full-path") for node in container.iter() if node.get("full-path")] == [
        "EPUB/content.opf"
    ]
    package = ElementTree.fromstring(files["EPUB/content.opf"])
    items = {item.get("id", ""): item for item in package.iter(f"{OPF}item")}
    within = {name.removeprefix("EPUB/") for name in files if name.startswith("EPUB/")}
    assert {item.get("href") for item in items.values()} == within - {"content.opf"}
    documents = {
        item.get("href", ""): ElementTree.fromstring(files[f"EPUB/{item.get('href')}"])
        for item in items.values()
        if item.get("media-type") == "application/xhtml+xml"
    }
    ElementTree.fromstring(files["EPUB/toc.ncx"])
    spine = tuple(items[node.get("idref", "")].get("href", "") for node in package.iter(f"{OPF}itemref"))
    assert spine and len(set(spine)) == len(spine)
    navs = [item.get("href") for item in items.values() if item.get("properties") == "nav"]
    assert navs == ["nav.xhtml"]
    for name, document in documents.items():
        _check_document(name, document, documents)
    assert b"url(" not in files["EPUB/book.css"] and b"@import" not in files["EPUB/book.css"]
    found = Epub(tuple(files), package, documents, spine)
    _check_metadata(found)
    return found


def _check_document(name: str, root: Element, documents: dict[str, Element]) -> None:
    assert root.tag == f"{XHTML}html" and root.find(f"{XHTML}head/{XHTML}title") is not None
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids)), f"{name}: an id twice"
    for node in root.iter():
        assert node.tag.removeprefix(XHTML) not in _ACTIVE, f"{name}: {node.tag}"
        assert not [key for key in node.attrib if key.startswith("on") or key in ("src", "style")]
        assert node.get("lang") == node.get(f"{XML}lang")
        if node.tag == f"{XHTML}link":
            assert node.get("href", "").endswith("book.css") and not urlsplit(node.get("href")).scheme
        if node.tag == f"{XHTML}a":
            _check_link(name, node.get("href", ""), documents)


def _check_link(name: str, href: str, documents: dict[str, Element]) -> None:
    if urlsplit(href).scheme:
        assert re.match("https?:|mailto:", href), href
        return
    path, anchor = urldefrag(href)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
    assert target in documents, f"{name} leads to {href}"
    if anchor:
        assert any(node.get("id") == anchor for node in documents[target].iter()), f"{name} leads to {href}"


def _check_metadata(found: Epub) -> None:
    assert found.dc("identifier")[0].startswith("urn:uuid:") and len(found.dc("identifier")) == 1
    assert found.dc("language") == ["zh-Hans", "en"] and all(found.dc("title"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", found.meta("dcterms:modified")[0])
    assert found.meta("schema:accessMode") == ["textual"]
    assert {"rubyAnnotations", "tableOfContents"} <= set(found.meta("schema:accessibilityFeature"))


def text_of(root: Element, pinyin: bool = False) -> str:
    """The text of a document as it is read, without pinyin unless asked for."""
    parts: list[str] = []

    def walk(node: Element) -> None:
        if pinyin or node.tag not in (f"{XHTML}rt", f"{XHTML}rp"):
            parts.append(node.text or "")
            for child in node:
                walk(child)
                parts.append(child.tail or "")

    body = root.find(f"{XHTML}body")
    assert body is not None
    walk(body)
    return "".join(parts)
