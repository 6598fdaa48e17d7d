"""Names in by-lines: recognised by their surroundings and surnames, never indexed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from build_scripts import segmenter

_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "令狐", "慕容", "东方", "司徒", "公孙", "夏侯")
_MARK = re.compile(r"^[□■◇◆○●◎☆★▢▪▫△▲\s]+")
# The Han character that character recognition makes of the □ before the names.
_MISREAD_MARK = re.compile(r"^口[\s　]+")
# Who: with the paper and the rank before it. What: words of the work, which stand before or after the names.
_PAPER = (
    r"(?:本[报報刊网網台]|新华社|[\u4e00-\u9fff·•]{2,10}?(?:日报|日報|晚报|晚報|时报|早报|都市报|客户端|在线|融媒体?(?:中心)?"
    r"|电视台|报社|杂志社|网|云|报))"
)
_WHO = (
    rf"{_PAPER}?讯?(?:首席|特约|特約|见习|見習|实习|特派|全媒体|融媒|驻[\u4e00-\u9fff]{{2,4}})*"
    r"(?:记者|記者|通讯员|通訊員|评论员|評論員|撰稿人?|供稿人?|实习生|执笔人?|作者|策划|报道组)"
)
_WORK = (
    r"(?:文字?[\s、/／&和]?图片?|图[\s、/／&]文|文图|图文|文并图|文[、/／]?摄|撰文|文字|文|摄影报道|攝影報導|摄影|攝影|摄制|[摄攝]"
    r"|图片|圖片|供图|[图圖]|特稿|采写|采访|整理|综合|(?:[\u4e00-\u9fff]{2,3})?(?:报道|報導|报导))"
)
_LABEL = re.compile(rf"(?:{_WHO}|{_WORK})")
_INNER = re.compile(rf"({_WHO})")
_JOINTS = re.compile(r"[\s、，,;；:：|｜丨/／]+|(?<=[文图圖摄攝])[·•]")
# Two or three characters; four with a compound surname; more only with a point (库尔班·吐鲁木).
_NAME = re.compile(
    rf"(?:[\u3400-\u9fff]{{2,3}}|(?:{'|'.join(_COMPOUND)})[\u3400-\u9fff]{{1,2}}|[\u3400-\u9fff]{{1,6}}[·•][\u3400-\u9fff]{{1,8}})$"
)
# Characters with which names of Uyghurs, Kazakhs and others are written: 古丽娜尔, 阿不都热合曼.
_SOUNDS = frozenset(
    "阿艾爱安奥巴拜白班北贝本比别波布不才仓曹达大代丹德迪地丁顿多尔尔扎嘎格根贡古果哈罕汗合赫加吉江杰金卡开康柯克肯库拉来兰勒"
    "里力丽林鲁伦罗洛玛马买麦曼米木穆拿娜纳乃内尼宁努诺帕排皮平普奇其恰青琼热仁日茹如萨赛桑沙山什生斯松苏索塔台泰坦提贴铁图吐"
    "吞托瓦完旺维乌吾西希肖谢辛雅亚延叶也伊依衣义尤于玉约泽扎者珍孜子尊都力娃"
)
# 何青禾林砚秋文/图, 文｜谭振宇图｜彭佳: a label that lost the space before it.
_GLUED_LABEL = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?=文[/／、][图圖摄攝]$|(?:[图圖摄攝]|摄影|攝影)[｜|丨/／:：·•][\u3400-\u9fff])"
    r"|(?<=^文[/／、][图圖摄攝])(?=[\u3400-\u9fff]{2,3}$)"
)
_PICTURED = re.compile("[图圖摄攝]")
_SENTENCE = re.compile(r"[。！？!?]")
_SIGNED = re.compile(r"[。！？!?…][”’」』]?\s*[（(](?P<names>[^（）()]{2,40})[）)]$")
_BRACKETS = re.compile(r"^[（(【\[](.+)[）)】\]]$")


def byline_names(text: str) -> tuple[str, ...] | None:
    """The names of a by-line, or ``None`` where ``text`` is none.

    Recognised: a leading □ or the like; 记者, 通讯员, 文/ before the names or 摄影报道 behind them; two
    or more plain names.

    Example:
        >>> byline_names("□ 文溪 通讯员 田野")
        ('文溪', '田野')
        >>> byline_names("文·周牧 摄·林砚秋")
        ('周牧', '林砚秋')
        >>> byline_names("党建 引领") is None
        True
    """
    if len(text) > 80 or _SENTENCE.search(text):
        return None
    if misread := _MISREAD_MARK.match(text):
        return byline_names(text[misread.end() :])
    mark = _MARK.match(text)
    marked = mark is not None
    body = text[mark.end() :] if mark else text
    if wrapped := _BRACKETS.match(body):
        body = wrapped.group(1).strip()
    if _PICTURED.search(body):
        body = _GLUED_LABEL.sub(" ", body)
    tokens, labels = _tokens(body, marked=marked)
    if not tokens:
        return () if marked and labels else None
    names = _joined_names(tokens)
    if marked and len(names) == 1 and (glued := _glued(names[0])):
        names = glued
    return _as_names(names, labels, marked=marked)


def _as_names(names: tuple[str, ...], labels: Sequence[str], *, marked: bool) -> tuple[str, ...] | None:
    """What stands between the labels of a line, if it is names; ``None`` where it is not.

    Args:
        names: what may be names.
        labels: the words of by-lines that the line has.
        marked: whether a □ or the like stands before it.
    """
    if marked and not labels and len(names) == 1 and _titles_box(names[0]):
        return None
    if not all(_NAME.match(name) or _is_foreign(name) for name in names):
        return None
    # 综合 and 整理 are words of any text: beside them only what looks like names is names.
    work = bool(labels) and not any(_INNER.search(label) for label in labels)
    if marked or (labels and not work):
        return names
    plain = (work or len(names) > 1) and all(looks_like_name(name) or _is_foreign(name) for name in names)
    return names if plain and not _all_words(names) else None


def signs_off(text: str) -> bool:
    """Whether a paragraph ends with its writers' names in brackets behind the full stop, as reports do.

    Example:
        >>> signs_off("桥通了。（文溪 田野）"), signs_off("桥通了。（完）")
        (True, False)
    """
    found = _SIGNED.search(text)
    if not found:
        return False
    name = found["names"].strip()
    return byline_names(name) is not None or (looks_like_name(name) and not _common_word(name))


def _tokens(body: str, *, marked: bool) -> tuple[list[str], list[str]]:
    """What stands between the labels of a by-line, and these; nothing where it is no by-line."""
    found: list[str] = []
    labels: list[str] = []
    for token in filter(None, _JOINTS.split(body.strip())):
        if _LABEL.fullmatch(token):
            labels.append(token)
            continue
        pieces = _INNER.split(token)
        if len(pieces) == 1:
            found.append(token)
            continue
        # 本报记者文溪通讯员田野: without a space only what looks like a name is one (记者走基层).
        names = [name for piece in pieces[::2] if piece for name in _glued(piece) or (piece,)]
        # A mark before it or two labels tell that it is a by-line, whatever the names are.
        sure = marked or (len(pieces) > 3 and not pieces[0])
        if not all(
            _NAME.match(name) if sure else looks_like_name(name) and not _common_word(name) for name in names
        ):
            return [], []
        labels += pieces[1::2]
        found += names
    return found, labels


def _joined_names(tokens: Sequence[str]) -> tuple[str, ...]:
    """The tokens, two single characters after each other made one spaced name (张 三)."""
    merged: list[str] = []
    for token in tokens:
        if len(token) == 1 and merged and len(merged[-1]) == 1:
            merged[-1] += token
        else:
            merged.append(token)
    return tuple(merged)


def _glued(token: str) -> tuple[str, ...]:
    """Two or three names whose spaces were lost; nothing where they are not as many.

    Example:
        >>> _glued("文溪田野"), _glued("赵临川夏至"), _glued("党建引领")
        (('文溪', '田野'), ('赵临川', '夏至'), ())
    """
    if not 4 <= len(token) <= 9 or token.startswith(_COMPOUND):
        return ()
    half, odd = divmod(len(token), 2)
    for length in (half, half + 1) if odd or half in (2, 3) else (3, 2):
        first, rest = token[:length], token[length:]
        if not 2 <= length <= 3 or not looks_like_name(first):
            continue
        if looks_like_name(rest):
            return first, rest
        if more := _glued(rest):
            return first, *more
    return ()


def _titles_box(token: str) -> bool:
    """Whether the word behind a mark is one of the dictionary rather than a name: ■ 链接, ● 微评."""
    return not looks_like_name(token) and len(segmenter.cut(token, False)) == 1


def _is_foreign(token: str) -> bool:
    """Whether a name of four characters or more is written by its sound: 古丽娜尔."""
    return 4 <= len(token) <= 9 and sum(char in _SOUNDS for char in token) * 10 >= len(token) * 9


def probable_names(text: str) -> bool:
    """Whether a line below a title can be names only: two or more, one at least with a known surname."""
    names = _joined_names([token for token in _JOINTS.split(text.strip()) if token])
    if len(names) < 2 or not all(_NAME.match(name) for name in names) or any(len(n) > 3 for n in names):
        return False
    return any(looks_like_name(name) for name in names) and not any(_common_word(name) for name in names)


def is_lone_name(text: str) -> bool:
    """Whether a whole line can be one name: it has the form of one and is no word of the dictionary.

    Example:
        >>> is_lone_name("周牧"), is_lone_name("林 砚 秋"), is_lone_name("成效")
        (True, True, False)
    """
    name = text.replace(" ", "")
    return looks_like_name(name) and not _common_word(name)


def _common_word(name: str) -> bool:
    return len(segmenter.cut(name, False)) == 1 and not _tagged_name(name)


def looks_like_name(token: str) -> bool:
    """Whether ``token`` has the form of a Chinese name: a surname and one or two characters more."""
    if token.startswith(_COMPOUND):
        return 3 <= len(token) <= 4
    return 2 <= len(token) <= 3 and token[0] in _surnames()


def _all_words(names: tuple[str, ...]) -> bool:
    """Whether every token is a common word of the dictionary, as in 高山 流水: then it is no by-line."""
    return all(_common_word(name) for name in names)


def _tagged_name(name: str) -> bool:
    return any(tag.startswith("nr") for _, tag in segmenter.tag(name, False))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    data = resources.files("build_scripts.clean").joinpath("data/surnames.txt")
    return frozenset(data.read_text(encoding="utf-8").strip())
