"""The blocks of a web page, and what their tag, role and names say of them.

A name (``class``, ``id``) is taken apart into words: ``entry-footer``, ``shareBox``. English words and the
pinyin that Chinese sites use are known (``dqwz`` 当前位置, ``fenxiang`` 分享). A name is a hint: what
it seems to exclude is kept all the same where it holds the title or half of the page's prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4.element import Tag

from build_scripts.model import Role
from build_scripts.read.markup import words

BLOCKS = words(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
)
UNSHOWN = words(
    "script style template textarea select datalist svg canvas object iframe audio video noframes noembed"
    " title meta link base param rp colgroup map applet xmp"
)
"""Elements whose content is no text of the page: programs, form fields, drawings, fallbacks."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NEVER_OUTSIDE = ("html", "body", "main")
_OUTSIDE_TAGS = {"nav": 0.95, "footer": 0.9, "aside": 0.85, "button": 0.95, "dialog": 0.85}
_OUTSIDE_ROLES = {
    "navigation": 0.95, "menu": 0.95, "menubar": 0.95, "search": 0.95, "toolbar": 0.95, "contentinfo": 0.9,
    "banner": 0.85, "complementary": 0.85, "dialog": 0.85, "alert": 0.85, "button": 0.95,
}  # fmt: skip
_OUTSIDE_NAMES = re.compile(
    r"(?:top|sub|main|site|global|foot|bottom|side|page|post)?(?:nav|navbar|navi|menu|menus|navigation)(?:box|bar|list|wrap)?"
    r"|(?:bd|social)?shar(?:e|es|ing|ed|ebox|ebar|edaddy|ebuttonbox|elink|elinks|einfo)|sharetools?|jiathis|fenxiang|fx"
    r"|bread|breadcrumbs?|crumbs?|curmbs?|dqwz|weizhi|mbx|mianbaoxie"
    r"|related?|relates|relatednews|recommend(?:s|ed|ation|ations)?|tuijian|xiangguan|xgyd|xgxw|xgwz|xglj"
    r"|hotnews|hotlist|popular|trending"
    r"|pag(?:er|ers|ination|ing)|prevnext|shangyipian|xiayipian|sxp|pages?nav"
    r"|comments?|commentlist|respond|reply|replies|pinglun|disqus"
    r"|foot(?:er|box|bar|nav|wrap)?|dibu|copyright|banquan|beian|friendlinks?|yqlj"
    r"|side(?:bar|box|column|nav)|widgets?|aside"
    r"|ads?|adv|advert(?:s|isement|isements)?|guanggao|popup|modal|cookies?|newsletter|subscribe"
    r"|toolbar|toptools?|fontsize|zihao|dayin|searchbox|sousuo"
    r"|qr|qrcode|ewm|erweima|weixinma|topbar|logo|tags?|disclaimer|mianze|gotop|backtop|totop"
)
# These name parts of a report, too: a printed version, a hot topic, the next step.
_VAGUE_NAMES = re.compile(
    r"hots?|rank(?:s|ing|list)?|prev|next|previous|links|gg|banner|promo|tools|print|login|register|search|langs?"
    r"|language|skip"
)
_BANNER_NAMES, _BANNER = re.compile(r"headers?|masthead|toubu"), 0.85
_CAPTION_NAMES = re.compile(
    r"(?:img|image|pic|photo|picture|fig|figure)?(?:caption|captions|desc|explain|note|intro|info|txt|text)|tushuo|tuzhu|zhushi"
)
_BARE_NOTE = re.compile(r"desc|explain|note|intro|info|txt|text")
_META_NAMES = re.compile(
    r"source|sources|laiyuan|ly|author|authors|zuozhe|byline|pub|pubtime|pubdate|publish|published|publishtime|date|dates|time"
    r"|datetime|shijian|rq|year|month|day|editor|editors|bianji|bj|info|infos|meta|metas|from|xinxi|views?|hits|origin|nickname|name"
)
_SUBTITLE_NAMES = re.compile(
    r"subtitle|subhead|subheading|futi|fubiaoti|ftitle|futitle|deck|standfirst|yinti|pretitle|kicker|eyebrow"
)
_TITLE_NAMES = re.compile(r"title|titles|headline|biaoti|bt|tit|titl")
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]")
_UNDISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
# Characters of a name list that are read: a hostile page may have megabytes of them.
_MOST_NAMES = 400


@dataclass(slots=True, eq=False)
class Box:
    """A block element of the page while the page is read.

    ``outside``: how sure its markup says that it is no part of the report, as a ``banner`` the head of
    something; ``vague``: its name may be that of the report, too. ``role``, ``level``: what it says of it;
    ``prose``, ``size``, ``lines``: Han characters of sentences in it, characters, lines.
    ``outer`` is the nearest box around it (or it) that is outside, ``hider`` the one that is not shown.
    """

    parent: Box | None
    tag: str
    outside: float = 0.0
    hidden: bool = False
    banner: bool = False
    vague: bool = False
    role: Role | None = None
    level: int = 0
    centred: bool = False
    items: int = 0
    prose: int = 0
    size: int = 0
    lines: int = 0
    titled: bool = False
    outer: Box | None = None
    hider: Box | None = None
    table: Box | None = None
    row: Box | None = None
    cell: Box | None = None


def box_of(tag: Tag, parent: Box | None) -> Box:
    """The box of a block element."""
    names = names_of(tag)
    box = Box(parent, tag.name, _outside(tag, names), is_hidden(tag))
    if not box.outside and tag.name not in _NEVER_OUTSIDE:
        box.banner = tag.name == "header" or any(_BANNER_NAMES.fullmatch(name) for name in names)
        box.vague = not box.banner and any(_VAGUE_NAMES.fullmatch(name) for name in names)
        box.outside = _BANNER if box.banner or box.vague else 0.0
    box.role, box.level = _role(tag, names), _HEADINGS.get(tag.name, 0)
    style = str(tag.get("style") or "")[:_MOST_NAMES]
    aligned = str(tag.get("align") or "").lower() == "center" or bool(_CENTRED.search(style))
    box.centred = aligned or tag.name == "center"
    if parent is not None:
        box.outer, box.hider, box.table = parent.outer, parent.hider, parent.table
        box.row, box.cell = parent.row, parent.cell
        parent.items += tag.name == "li"
    box.outer = box if box.outside else box.outer
    box.hider = box if box.hidden and box.hider is None else box.hider
    if tag.name == "table":
        box.table, box.row, box.cell = box, None, None
    elif tag.name == "tr":
        box.row, box.cell = box, None
    elif tag.name in ("td", "th"):
        box.cell = box
    return box


def names_of(tag: Tag) -> tuple[str, ...]:
    """The words of a tag's class and id in lower case.

    Example:
        ``<div class="post-footer shareBox">`` gives ("post", "footer", "share", "box") and "sharebox".
    """
    text = f"{tag.get('class') or ''} {tag.get('id') or ''}"[:_MOST_NAMES]
    whole = [re.sub(r"[\d_-]+", "", part).lower() for part in text.split()]
    return tuple(dict.fromkeys([*(word.lower() for word in _WORD.findall(text)), *whole]))


def is_hidden(tag: Tag) -> bool:
    """Whether a reader does not see an element: ``hidden``, ``display: none``, ``<noscript>``.

    ``visibility: hidden`` does not count: pages that uncover their text by script are saved with it.
    """
    style = str(tag.get("style") or "")[:_MOST_NAMES]
    return tag.name == "noscript" or tag.has_attr("hidden") or bool(_UNDISPLAYED.search(style))


def is_metadata_name(tag: Tag) -> bool:
    """Whether the names of an element say that it holds source, date, author or the like."""
    return tag.name == "time" or any(_META_NAMES.fullmatch(name) for name in names_of(tag))


def _outside(tag: Tag, names: tuple[str, ...]) -> float:
    """How sure tag, role and names put an element outside the report: from 0 to 1."""
    if tag.name in _NEVER_OUTSIDE:
        return 0.0
    role = _OUTSIDE_ROLES.get(str(tag.get("role") or "").lower(), 0.0)
    named = 0.85 if any(_OUTSIDE_NAMES.fullmatch(name) for name in names) else 0.0
    return max(_OUTSIDE_TAGS.get(tag.name, 0.0), role, named)


def _role(tag: Tag, names: tuple[str, ...]) -> Role | None:
    """The role that tag and names give to the text of an element, if any."""
    if tag.name in ("figcaption", "caption"):
        return Role.CAPTION
    if any(_CAPTION_NAMES.fullmatch(name) and not _BARE_NOTE.fullmatch(name) for name in names):
        return Role.CAPTION
    if any(_SUBTITLE_NAMES.fullmatch(name) for name in names):
        return Role.SUBTITLE
    if any(_TITLE_NAMES.fullmatch(name) for name in names):
        return Role.TITLE
    if any(_META_NAMES.fullmatch(name) for name in names):
        return Role.METADATA
    return None
