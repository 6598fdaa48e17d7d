"""The marker ``<!-- downloads -->``: the corpus as files, with what is in them and under which licence."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, pair, spread
from build_scripts.publish.site import Download

_NAMES = {
    "tmx": ("翻译记忆库（TMX，ZIP 压缩）", "Translation memory (TMX, zipped)"),
    "jsonl": ("全部段落（JSON Lines，ZIP 压缩）", "All paragraphs (JSON Lines, zipped)"),
}
_UNITS = ("B", "kB", "MB", "GB")


def render_downloads(context: Context) -> list[Element]:
    """A list of the files that hold something; nothing where there are none."""
    items = [_item(file, context) for file in context.site.downloads if file.format in _NAMES and file.total]
    if not items:
        return []
    made = [spread(element("ul", *items, cls="dz-downloads", attrs=NO_SEARCH))]
    name, address = context.licence
    if name:
        label: Node = element("a", name, attrs={"href": address}) if address else name
        made.append(element("p", *pair("许可：", "Licence:"), " ", label, cls="dz-licence"))
    return made


def _item(file: Download, context: Context) -> Element:
    attrs = {"href": context.links.file(file.path), "download": "download"}
    link = element("a", *pair(*_NAMES[file.format]), attrs=attrs)
    total, machine = file.total, file.units.get("machine", 0)
    zh, en = [f"{total}条"], [f"{total:,} unit{'' if total == 1 else 's'}"]
    if machine:
        zh.append(f"其中机器译稿{machine}条")
        en.append(f"{machine:,} of them machine drafts")
    total_size = size(file.bytes)
    return element(
        "li", link, " ", element("small", *pair("，".join([*zh, total_size]), ", ".join([*en, total_size])))
    )


def size(number: int) -> str:
    """A number of bytes for people.

    >>> size(999), size(12_345), size(3_456_789)
    ('999 B', '12 kB', '3 MB')
    """
    unit = 0
    while number >= 1000 and unit < len(_UNITS) - 1:
        number, unit = number // 1000, unit + 1
    return f"{number} {_UNITS[unit]}"
