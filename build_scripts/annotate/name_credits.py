"""Names of persons in lists of names, and of those who wrote a text or made a picture: （任保才摄）."""

from __future__ import annotations

import re

from build_scripts.annotate.segment import is_known

# What stands behind the name of whoever made a picture or a text: （任保发摄）.
_CREDIT = re.compile("摄|文）|图）|供稿|报道|撰文")
_CREDITED = re.compile("(?:记者|通讯员)[ 　]?$")
# A name in a list of names: 、任法融、刘元仁、
_SURNAMES = "王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐邓韩冯曹彭肖田董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭"
_LISTED = re.compile(f"[、（][{_SURNAMES}].{{1,2}}(?:（[^）]{{1,8}}）)?、$")


def is_credited(text: str, at: int, given: str) -> bool:
    """Tell whether a name of three characters stands in a list of names or as that of an author."""
    behind = text[at + 3 : at + 4]
    if text[at - 1 : at] in {"（", "("} and at:
        return _CREDIT.match(text, at + 3) is not None
    listed = text[at - 1 : at] == "、" and behind in {"、", "（", "。"} and not is_known(given)
    return listed and at > 0 and _LISTED.search(text, max(0, at - 16), at) is not None


def follows_author(text: str, at: int) -> bool:
    """Tell whether 记者 or 通讯员 stands before the place ``at``."""
    return _CREDITED.search(text, max(0, at - 4), at) is not None
