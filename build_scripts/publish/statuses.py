"""How far an English text is, in words and as badges: one vocabulary for units, titles, lists and totals.

A badge is text of the page, so that it is there without style sheet and script, on paper, when only English
is shown and for a screen reader. That of a machine's English stays in what the search shows of a paragraph,
too, but is no word that a search finds: mkdocs.yml names :data:`MACHINE_SIGN` among the separators.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from build_scripts.publish.elements import NO_SEARCH, Node, element, pair


@dataclass(frozen=True, slots=True)
class Label:
    """A name in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Both, with a space: 机译 machine."""
        return f"{self.zh} {self.en}"

    def nodes(self) -> list[Node]:
        """Both as spans."""
        return pair(self.zh, self.en)


LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "reviewed": Label("已校", "reviewed"),
        "human": Label("人译", "human"),
        "machine": Label("机译", "machine"),
        "stale": Label("待更新", "stale"),
        "todo": Label("未译", "untranslated"),
    }
)
"""The statuses of what is published, from the best to none."""

MACHINE_SIGN = str(LABELS["machine"])

_TITLES = {
    "machine": "机器翻译，未经人工校对 · Machine translation, not yet checked by a person",
    "stale": "中文已改，译文尚未更新 · The Chinese has changed since this was translated",
    "reviewed": "译文已经第二人校对 · The translation has been reviewed",
    "doubtful": "此处整理时的判断没有十足把握 · The cleaning of this passage is uncertain",
}


def mark(kind: str, label: str, search: bool = False) -> Element:
    """A small badge; kept out of the search index, where every paragraph would hold it, unless ``search``."""
    attrs = {"title": _TITLES[kind], **({} if search else NO_SEARCH)}
    return element("small", label, cls=f"dz-mark dz-mark--{kind}", attrs=attrs)


def machine_mark() -> Element:
    """The badge of a machine's English, which goes with it wherever it is shown."""
    return mark("machine", MACHINE_SIGN, search=True)


def status_marks(status: str, machine: bool) -> list[Element]:
    """The badges of an English text; a person's current translation carries none.

    ``machine``: the text is a machine's, also where it is stale.
    """
    marks = [machine_mark()] if machine or status == "machine" else []
    if status in ("stale", "reviewed"):
        marks.append(mark(status, str(LABELS[status])))
    return marks


def list_marks(status: str, machine: bool) -> list[Element]:
    """The same for long lists that no search reads: what the badges mean is said once, see :func:`legend`."""
    kinds = ["machine"] if machine or status == "machine" else []
    kinds += [status] if status in ("stale", "reviewed") else []
    return [element("small", str(LABELS[kind]), cls=f"dz-mark dz-mark--{kind}") for kind in kinds]


AROUND = "上下文 in context"
_AROUND = ("译文取自整段，不只这一句", "English of the passage, not of this sentence alone")


def around_mark() -> Element:
    """The badge of an English text that says more than the sentence beside it, see :func:`legend`."""
    return element("small", AROUND, cls="dz-mark")


def legend(lists: Iterable[Element]) -> list[Element]:
    """What the badges of :func:`list_marks` and :func:`around_mark` mean that stand in ``lists``."""
    shown = {badge.text for part in lists for badge in part.iter("small")}
    told = [(str(LABELS[kind]), *title.split(" · ")) for kind, title in _TITLES.items() if kind in LABELS]
    nodes: list[Node] = []
    for name, chinese, english in (*told, (AROUND, *_AROUND)):
        if name in shown:
            nodes += [" " if nodes else "", element("small", name, cls="dz-mark"), " "]
            nodes += pair(f"{chinese}。", f"{english}.")
    return [element("p", *nodes, cls="dz-note", attrs=NO_SEARCH)] if nodes else []


def spaced(marks: list[Element]) -> list[Node]:
    """Badges, each after a space."""
    return [node for badge in marks for node in (" ", badge)]


GLOSS = Label("逐词释义", "word-by-word gloss")


def in_words(status: str, machine: bool, glossed: bool = False) -> str:
    """The status as a text: 人译 human; 机译 machine · 待更新 stale.

    A stale text is a machine's or a person's all the same; ``glossed``: a gloss stands in place of English.
    """
    if glossed:
        return f"{LABELS['todo']} · {GLOSS}"
    if status == "stale":
        return f"{LABELS['machine' if machine else 'human']} · {LABELS['stale']}"
    return str(LABELS.get(status, status))


def marked_title(english: str, machine: bool) -> str:
    """An English title for places that hold text alone: the table of contents, the window's title."""
    return f"{english} [{MACHINE_SIGN}]" if english and machine else english


def missing_english() -> Element:
    """What stands where there is no English yet."""
    # The tag <em> is used for nothing else inside, so that Material's indexer can pass over it.
    return element("em", *pair("尚无英译", "Not yet translated"), cls="dz-missing", attrs=NO_SEARCH)
