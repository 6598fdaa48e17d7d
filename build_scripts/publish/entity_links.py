"""The link to the page of something that reports name."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import ZH, element
from build_scripts.publish.entity_file import Reference


def entity_link(other: Reference, context: Context) -> Element:
    """A link to the page of another thing: Chinese, with pinyin and English as its title."""
    title = " · ".join(part for part in (other.pinyin, other.en) if part)
    attrs = {"href": context.links.to(other.path), "title": title}
    return element("a", other.zh, cls="dz-entity", lang=ZH, attrs=attrs)
