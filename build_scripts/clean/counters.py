"""Counters of a page: how often it was read, liked, shared; how many visitors the site has had."""

from __future__ import annotations

import re

from build_scripts.clean.script import simplified

_READ = r"(?:浏览|阅读|点击|点阅|访问|阅览|播放|观看|收听|围观)"
# Words that other lines have too: one of them alone is a counter only beside the report.
_REACT = (
    r"(?:热度|人气|点赞|赞|评论|跟[贴帖]|留言|回复|转发|收藏|分享|推荐|喜欢|在看|参与|支持|反对|踩|顶"
    r"|下载|关注|在线)"
)
_SUFFIX = r"(?:人?次数?|总?量|数量?|率|人数|指数|热?度)?"
_NUMBER = r"\d[\d,，.]*\s*[万千wk]?\+?\s*(?:人?次|人|条)?"
_WHOSE = r"(?:(?:本篇|本条|本)?(?:文章?|页面?|信息|新闻)|本?网?站|累计|总|今日|昨日|本月|当前|历史|已?被)*"
_CLOSE = r"\s*[\]】)）]?"
_COUNTED = rf"(?:\s*[:：]\s*[\[【(（]?\s*(?:{_NUMBER}|次|loading)?|\s*为?\s*[\[【(（]?\s*{_NUMBER})"
_READS = rf"{_WHOSE}{_READ}{_SUFFIX}{_COUNTED}{_CLOSE}"
_REACTS = rf"{_WHOSE}{_REACT}{_SUFFIX}\s*(?:[:：]\s*)?[\[【(（]?\s*{_NUMBER}{_CLOSE}"
_ROW = re.compile(rf"[（(\[【]?\s*(?:(?:{_READS}|{_REACTS})[\s|｜、，,·/／]*)+[】\])）]?", re.IGNORECASE)
_ONE_READ, _ONE_REACT = re.compile(_READS, re.IGNORECASE), re.compile(_REACTS, re.IGNORECASE)
_SENTENCES = re.compile(
    rf"[（(\[【]?\s*(?:(?:本文|本页|文章|本?信息|本条信息)?(?:已有|已经?|共有?|今日|昨日|本月)?)\s*\d[\d,.]*\s*万?\+?\s*人?次?(?:已|正在)?(?:浏览|阅读|访问|点击|看过)(?:过|了)?(?:本文|本页)?\s*[】\])）]?$"
    rf"|(?:本文|本页|文章|本信息)?(?:共|已)?(?:有|被)?\s*{_READ}(?:了)?\s*\d[\d,]*\s*人?次\s*$"
    rf"|\d[\d,.]*\s*万?\+?\s*(?:人?次)?\s*(?:浏览|阅读|播放|观看|点赞|跟贴|人气)\s*$"
    r"|(?:欢迎[您你]?[，,！!\s]*)?[您你]是(?:本[站网])?的?第\s*[\d,，]*\s*位(?:来?访|浏览|游客|来宾|读者|客人|用户)"
    r"|(?:今日|昨日|总|累计|本月|在线|当前)?(?:访问|浏览|在线|来访)?(?:人[数次]|流量|统计|量)\s*[:：]\s*\d[\d,]*\s*(?:人?次|人)?\s*$"
)


def is_counter(text: str) -> bool:
    """Whether a whole line is a counter of readers, or a row of counters.

    Example:
        >>> is_counter("浏览量：512　评论：0"), is_counter("阅读(12)"), is_counter("浏览量突破10万")
        (True, True, False)
    """
    text = simplified(text)
    if _ROW.fullmatch(text):
        return bool(_ONE_READ.search(text)) or len(_ONE_REACT.findall(text)) > 1
    return bool(_SENTENCES.match(text))


def may_be_counter(text: str) -> bool:
    """Whether a line is one counter that the text of a report could have as well: 热度：512."""
    return bool(_ROW.fullmatch(simplified(text)))
