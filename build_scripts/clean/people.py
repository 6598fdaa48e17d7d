"""Names in by-lines: recognised by their surroundings and surnames, never indexed."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import rjieba

_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "令狐", "慕容", "东方", "司徒", "公孙", "夏侯")
_MARK = re.compile(r"^[□■◇◆○●◎☆★▢▪▫△▲\s]+")
_LABEL = re.compile(
    r"(?:[\u4e00-\u9fff·•]{2,14}(?:日报|晚报|客户端|在线|网|云|报)[\s　]+(?=(?:记者|通讯员)))?"
    r"(?:[\u4e00-\u9fff·•]{0,14}?)"
    r"(?:执笔|策划|记者|通讯员|通訊員|記者|评论员|撰稿人?|特稿|作者|撰文|文字|文图|图文|摄影报道|报道组|摄影|文\s*[、/／]?\s*图(?=[\s:：/／｜|])|图\s*[/／]\s*文(?=\s)|文\s*[/／｜|丨]|图\s*[/／｜|丨])"
    r"\s*[:：/／｜|丨]?\s*"
)
# …… 报道, …… 怀化报道, …… 摄影报道 end a by-line without being a name.
_TAIL = re.compile(r"\s+(?:[\u4e00-\u9fff]{2,4})?(?:报道|采写|整理|撰文|文[/／]图?|综合)$")
_SEPARATOR = re.compile(r"[\s、，,;；|｜/／]+")
# Two or three characters; four with a compound surname; more only with a point (库尔班·吐鲁木).
_NAME = re.compile(
    rf"(?:[\u3400-\u9fff]{{2,3}}|(?:{'|'.join(_COMPOUND)})[\u3400-\u9fff]{{1,2}}|[\u3400-\u9fff]{{1,6}}[·•][\u3400-\u9fff]{{1,8}})$"
)
_BRACKETS = re.compile(r"^[（(【\[](.+)[）)】\]]$")


def byline_names(text: str) -> tuple[str, ...] | None:
    """The names of a by-line, or ``None`` where ``text`` is none.

    Recognised: a leading □ or the like; 记者, 通讯员, 文/ before the names; two or more plain names.

    Example:
        >>> byline_names("□ 文溪 通讯员 田野")
        ('文溪', '田野')
        >>> byline_names("党建 引领") is None
        True
    """
    if len(text) > 80 or re.search(r"[。！？!?]", text):
        return None
    marked = bool(_MARK.match(text))
    body = _MARK.sub("", text)
    if wrapped := _BRACKETS.match(body):
        body = wrapped.group(1).strip()
    labelled = bool(_LABEL.match(body))
    bare = _TAIL.sub("", _LABEL.sub(" ", body))
    names = _names(bare)
    if not names:
        return () if marked and labelled and not bare.strip() else None
    if marked or labelled:
        return names
    return (
        names if len(names) > 1 and all(looks_like_name(n) for n in names) and not _all_words(names) else None
    )


def probable_names(text: str) -> bool:
    """Whether a line below a title can be names only: two or more, one at least with a known surname."""
    names = _names(text)
    if len(names) < 2 or any(len(name) > 3 for name in names):
        return False
    return any(looks_like_name(name) for name in names) and not any(_common_word(name) for name in names)


def _common_word(name: str) -> bool:
    return len(rjieba.cut(name, False)) == 1 and not _tagged_name(name)


def _names(text: str) -> tuple[str, ...]:
    """The names in ``text`` if it holds nothing else; two single characters are one spaced name (张 三)."""
    tokens = [token for token in _SEPARATOR.split(text.strip()) if token]
    merged: list[str] = []
    for token in tokens:
        if len(token) == 1 and merged and len(merged[-1]) == 1:
            merged[-1] += token
        else:
            merged.append(token)
    return tuple(merged) if merged and all(_NAME.match(token) for token in merged) else ()


def looks_like_name(token: str) -> bool:
    """Whether ``token`` has the form of a Chinese name: a surname and one or two characters more."""
    if token.startswith(_COMPOUND):
        return 3 <= len(token) <= 4
    return 2 <= len(token) <= 3 and token[0] in _surnames()


def _all_words(names: tuple[str, ...]) -> bool:
    """Whether every token is a common word of the dictionary, as in 高山 流水: then it is no by-line."""
    return all(_common_word(name) for name in names)


def _tagged_name(name: str) -> bool:
    return any(tag.startswith("nr") for _, tag in rjieba.tag(name, False))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    data = resources.files("build_scripts.clean").joinpath("data/surnames.txt")
    return frozenset(data.read_text(encoding="utf-8").strip())
