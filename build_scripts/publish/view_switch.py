"""The controls of how a page with Chinese and English is read: view, pinyin, size of the text, reading aloud.

The markup stands in the page, so that it is there at the first paint and nothing moves when the scripts that
serve it come (docs/assets/reading/). Without scripts the style sheet keeps it hidden. On a phone all but the
two outer buttons is a sheet at the lower edge. Values are those of docs/assets/duizhao-early.js.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from build_scripts.publish.blocks import written_alone
from build_scripts.publish.elements import NO_SEARCH, Node, Written, element, pair

_PANEL = "dz-reading"
_VIEWS = (
    ("both", "对照", "Both", ""),
    ("stack", "上下", "Interleaved", ""),
    ("zh", "中文", "Chinese", ""),
    ("en", "英文", "English", ""),
    ("tap", "点看", "On demand", "点一下看该段英文 · A tap shows a paragraph’s English"),
)
_PINYIN = (
    ("0", "不显示 off"),
    ("1", "全部 all"),
    *((f"hsk{level}", f"HSK {level} 以上 above {level}") for level in range(1, 7)),
    ("hsk7", "HSK 以外 beyond"),
)


def view_switch(listen: bool = False) -> Element:
    """The bar of controls; ``listen`` says whether the page is a text that can be read aloud."""
    return Written(_written(listen), ids=(_PANEL,))


@lru_cache(maxsize=2)
def _written(listen: bool) -> str:
    """It is the same on every page."""
    return written_alone(_bar(listen))


def _bar(listen: bool) -> Element:
    settings = _button("阅读设置", "Settings", cls="dz-reading__open")
    settings.set("aria-expanded", "false")
    settings.set("aria-controls", _PANEL)
    last = [_button("朗读", "Listen", "data-dz-listen")] if listen else []
    return element(
        "div",
        settings,
        _panel(),
        *last,
        cls="dz-switch dz-reading",
        attrs={"role": "group", "aria-label": "阅读方式 Reading", "hidden": "hidden", **NO_SEARCH},
    )


def _panel() -> Element:
    views = [_view(*view) for view in _VIEWS]
    sizes = [
        _sign("A−", "data-dz-set-size", "-1", "缩小字号 Smaller text"),
        _sign("A+", "data-dz-set-size", "1", "放大字号 Larger text"),
    ]
    return element(
        "div",
        _sign("✕", "data-dz-close", "1", "关闭 Close", "dz-reading__close"),
        _group("显示 View", views, "dz-switch__views"),
        _pinyin(),
        _group("字号 Text size", sizes, "dz-switch__views"),
        _sign("?", "data-dz-keys", "1", "键盘快捷键 Keyboard shortcuts", "dz-reading__keys"),
        cls="dz-reading__panel",
        attrs={"id": _PANEL, "tabindex": "-1"},
    )


def _view(name: str, chinese: str, english: str, title: str) -> Element:
    button = _button(chinese, english, "data-dz-set-view", name)
    if title:
        button.set("title", title)
    return button


def _pinyin() -> Element:
    options = [element("option", label, attrs={"value": value}) for value, label in _PINYIN]
    select = element("select", *options, attrs={"data-dz-set-pinyin": "1"})
    return element("label", *pair("拼音", "Pinyin"), " ", select)


def _group(label: str, nodes: Sequence[Node], cls: str) -> Element:
    return element("span", *nodes, cls=cls, attrs={"role": "group", "aria-label": label})


def _sign(sign: str, name: str, value: str, label: str, cls: str = "") -> Element:
    attrs = {"type": "button", name: value, "aria-label": label, "title": label}
    return element("button", sign, cls=cls, attrs=attrs)


def _button(chinese: str, english: str, name: str = "", value: str = "1", cls: str = "") -> Element:
    attrs = {"type": "button", name: value} if name else {"type": "button"}
    return element("button", *pair(chinese, english), cls=cls, attrs=attrs)
