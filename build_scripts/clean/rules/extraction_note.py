"""Extraction note: what the program that read the page said of its own work.

Programs that read pictures of pages announce their result, fence it as code, and remark on what they could
not read.

Example:
    以下是图片中的文字内容：              removed
    ~~~markdown                        removed
    （注：图片右下角部分文字模糊，无法辨认）    removed
    === 第 2 页 ===                    removed

A sentence of the report that tells of pictures stays (以下是村民提供的照片：).
"""

from __future__ import annotations

import re

CODE = "C047"
REASON = "boilerplate"

_LONGEST = 80
_SOURCE = (
    r"(?:这[张幅份]|该|本|您?(?:提供|上传)的?|上述|整个|报纸)*"
    r"(?:图片|图像|图中|版面|扫描件|截图|PDF|文档|页面|OCR)"
)
_FENCE = re.compile(r"(?:```|~~~)\s*(?:markdown|md|text|txt|plaintext|html)?$", re.IGNORECASE)
_ANNOUNCES = re.compile(
    rf"(?:好的?[，,!！。]?\s*)?(?:以下|下面|这)(?:是|为)(?:从|对|根据|按)?{_SOURCE}[^。]{{0,16}}"
    r"(?:文字|文本|内容|识别|提取|转录|结果|Markdown)[^。]{0,14}[:：]?$",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    rf"(?:[（(\[【]\s*(?:注|备注|说明|提示)?\s*[:：]?|(?:注|备注|说明|提示)\s*[:：]|(?=由于|因))\s*(?:由于|因|原)?{_SOURCE}"
    r"[^。]{0,24}(?:模糊|不清|无法(?:辨认|识别|辨识|读取|看清)|未能(?:识别|辨认)|难以(?:辨认|识别)|遮挡|截断|裁切)"
    r"[^。，]{0,12}[。]?\s*[）)\]】]?$"
)
_ILLEGIBLE = re.compile(
    r"[（(\[【]\s*(?:此处|以下|以上|部分|后续|其余)?[^，。）)\]】]{0,8}(?:无法(?:辨认|识别|辨识)|(?:字迹|文字)(?:模糊|不清)"
    r"|内容缺失|识别失败|illegible|unreadable)[^。）)\]】]{0,8}\s*[）)\]】]$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"[=＝*_~—-]{2,}\s*(?:第\s*\d{1,4}\s*页|Page\s*\d{1,4})\s*[=＝*_~—-]{2,}$", re.IGNORECASE)


# What any of them begins with.
_FIRST = frozenset("`~好以下这（([【注备说提由因=＝*_—-")


def is_note(text: str) -> bool:
    """Whether a whole line is such a note.

    Example:
        >>> is_note("以下是图片中的文字内容："), is_note("以下是村民提供的照片：")
        (True, False)
    """
    if len(text) > _LONGEST or text[:1] not in _FIRST:
        return False
    return any(pattern.match(text) for pattern in (_FENCE, _ANNOUNCES, _REMARKS, _ILLEGIBLE, _PAGE))
