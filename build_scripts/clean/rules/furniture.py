"""Site furniture: lines that belong to the web page and not to the report.

Navigation paths, menus, share and print links, font sizes, previous/next, counters, search and log-in
fields, notes on browsers and cookies; in simplified or traditional characters or in English.

Example:
    首页 > 新闻中心 > 市州动态          removed: navigation path
    分享到：微信 微博                   removed: share links
    字型大小： 小 中 大                 removed: font sizes
    浏览量：512　评论：0                removed: counters
    Home | News | Contact Us           removed: menu
    分享                                removed above the text or below it, kept inside

Only lines that are nothing else are removed; a sentence or a heading that mentions such things stays
(分享到的不只是红利，还有信心。 浏览量突破十万). `duizhao clean --notes` shows what was removed.
"""

from __future__ import annotations

import re

from build_scripts.clean.counters import is_counter
from build_scripts.clean.interface import interface_words
from build_scripts.clean.patterns import any_of
from build_scripts.clean.script import simplified

CODE = "C030"
REASON = "boilerplate"

# Longer lines are prose that mentions such things.
_LONGEST = 120
_STOPS, _CLOSING = ("。", "！", "？", "；"), "”’」』）)"
_CREDITS = re.compile(r"(?:文|图|摄|摄影|撰文)\s*[/／]")

# All patterns are in simplified characters: the lines that they meet are folded.
_PLACE = re.compile(
    r"[【\[]?(?:(?:当前|您的|你的|您?(?:现在|目前)(?:所在)?的?|您所在的?|所在)(?:位置|页面)|当前(?:栏目|频道|页))\s*(?:是)?\s*(?:[:：>＞»/／]|$)"
    r"|[您你]在[这里]里?\s*[:：]|位置\s*[:：]\s*(?:网?站?首\s*页|.{1,20}[>＞»])"
)
_SHARE = re.compile(r"(?:一键)?(?:分享|转发)(?:本文|本页|文章|此文)?(?P<to>到|至|给)?\s*[:：]")
_SIZE_LABEL = re.compile(
    r"[【\[(（]?\s*(?:选择|调整|设置|显示)?(?:文章|正文)?(?:字[号体型级]|文字)(?:大小|设定|设置|选择)?\s*(?:[:：【\[(（]|\s|$)"
)
_SIZE = (
    r"(?:特大|超大|最大|最小|较大|较小|加大|默认|正常|标准|放大|缩小|原大|增大|减小|[大中小](?:号字?|字体?)?"
    r"|字体(?:增大|减小|放大|缩小)|T[大小]|[AT][+＋\-－]?)"
)
_SIZES = re.compile(rf"[【\[(（]?\s*{_SIZE}(?:[\s】\])）【\[(（|｜/／、]+{_SIZE})+\s*[】\])）]?")
_FIELD = r"(?:用户名|账号|帐号|密码|验证码)"
_TOOL = re.compile(
    rf"{_FIELD}\s*[:：]\s*(?:$|{_FIELD}|请|记住|忘记|登[录入])"
    r"|(?:热门|大家都在|最近|历史|站内|全站)(?:搜索|热搜|搜寻)(?:词|热词|关键[词字]|记录)?\s*[:：]"
    r"|(?:搜索|热搜|搜寻)(?:(?:词|热词|关键[词字]|记录)\s*[:：]|\s*[:：]\s*$)"
    r"|(?:本文|原文|文章|页面|网页)(?:链接|网址|地址|连结)\s*[:：]"
    r"|(?:\d+\s*人参与[\s，,]*)?(?:已有|共有?)?\s*\d+\s*[条则](?:评论|跟[贴帖]|留言)\s*$|还可以?输入\s*\d*"
    r"|(?:您|你)?需要?(?:先)?登录后?(?:才能?|方可|可以)|登录后(?:参与|发表|可|才)"
    r"|(?:附件|附表|下载)?\s*\d{0,2}\s*[:：.、]?\s*\d{0,2}[.、]?[^。，]{2,50}\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|ofd|pptx?)(?:\s*[（(]?\s*[\d.]+\s*[KMkm][Bb].*)?$"
    r"|附件下载|[相关]{2}附件\s*[:：]?\s*(?:暂无|无)?\s*$"
    r"|(?:友情|友站)(?:链接|连结)\s*(?:[:：]|$)|繁体\s*[|｜/]|简体\s*[|｜/]"
    r"|(?:视频|图片|音频|页面|内容|数据)?(?:正在)?加载中?\s*[，,]?\s*请(?:稍[候等后]|耐心等待)[.…。]*$"
    r"|(?:本?网?站|本网站)?(?:已|全面|已全面)?支持\s*IPv6(?:访问|网络)?$|IPv6(?:网络|访问)?(?:已支持)?$|保护视力色\s*[:：]?|语速\s*[:：]"
)
_CLOCK = re.compile(
    r"(?:今天是|现在是|北京时间|当前时间|系统时间)\s*[:：]?(?:北京时间|公元)?[\s:：\d年月日星期周一二三四五六日天农历正腊初廿十.\-/时分秒]*$"
)
_EDGE = r"[【\[［<＜«‹(（←◀▲■·•\s]*"
_NEIGHBOUR = re.compile(
    _EDGE + r"(?:上|下|前|后)\s*[一1]\s*[篇条则页章张版期](?:文章|新闻|信息|资讯|公告|消息)?"
    r"\s*(?:[】\]］)）:：>＞»›→▶\s]|$|没有|无)"
    r"|(?:(?:共|第)\s*\d+\s*页\s*)?(?:[【\[［]?\d{1,3}[】\]］]?\s+)+(?:下一?页|尾页|末页)|阅读[上下]一篇\s*(?:[:：]|$)"
)
_BROWSER = re.compile(
    r"(?:^|本网?站|请)[^。]{0,10}(?:建议|推荐|最佳).{0,24}"
    r"(?:浏览器|(?:分辨率|解析度)[^。]{0,8}\d|\d{3,4}\s*[*×xX]\s*\d{3,4}|浏览效果|以上版本)"
    r"|浏览器.{0,6}(?:过低|不支[持援])|您的浏览器|^(?:本网?站|我们|为).{0,20}cookies?"
    r"|(?:we|this (?:web)?site) uses? cookies|请?开启\s*javascript",
    re.IGNORECASE,
)
_PAGE = r"(?:当前|本|此|该)?(?:页面?|网页|文章|文|全文|内容|新闻)"
_READ = (
    rf"(?:在?手机(?:上|端)?)?(?:打开|浏览|查看|阅读|观看|访问|分享|转发|听)(?:{_PAGE}|更多(?:内容|新闻)?)?"
)
_TO = r"(?:[给到至]?(?:您的|你的)?(?:微信|手机|好友|朋友|朋友圈)(?:[和与及、]朋友圈?)?)*"
_SCAN = re.compile(
    rf"(?:请?(?:使?用|打开)?(?:手机|微信|浏览器)|请|用)?\s*(?:扫一扫|扫描|扫码|扫一下)(?:二维码|一扫|下方二维码|右侧二维码)*\s*[，,：:\s]*(?:即可|可|就能)?(?:{_READ}{_TO})?\s*$"
    r"|(?:长按|识别)[^，。]{0,8}二维码\s*$"
)
_SCAN_NOTICE = re.compile(
    rf"(?:请|使用|用|打开|在)?\s*(?:手机|微信|浏览器)[^。]{{0,40}}(?:扫|发现|右上角)[^。]{{0,20}}(?:{_PAGE}|分享按钮)[^。]{{0,4}}(?:分享|转发|发送|打开|$)[^。]{{0,10}}。?$"
)
_MACHINE = re.compile(
    r"(?:收?听(?:本文|新闻|全文)|语音播报|播报)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*/\s*\d{1,2}:\d{2}|00:00(?::00)?$|(?:var|let|const)\s+\w+\s*=|(?:document|window"
    r"|jQuery)\.\w|function\s*\w*\s*\(|\$\(|(?:powered|produced|designed) by\b|[.#][\w-]+\s*\{|@media\b",
    re.IGNORECASE,
)
_SCAN_CODE = re.compile(r"(?:扫一扫|扫描|长按|识别).{0,12}二维码[^，]{0,6}$")
_CLAUSES = re.compile("[。！？；，]")
_BETWEEN = re.compile(r"[\s|｜·丨【】\[\]]+")
_PAGE_NAMED = re.compile(r"首页|正文\s*$|内文\s*$")
_STEP, _ANY_STEP = re.compile("[>＞»›]+"), re.compile(r"[>＞»›→/／\\—:-]")
_FIGURES = re.compile(r"\d\s*[/／>＞-]\s*\d")
_PATH = re.compile(r"^[^。，！？>＞»›]{2,20}(?:\s*[>＞»›]+\s*[^。，！？>＞»›]{1,40}){1,6}$")
# A > B > C may be anything; 新闻 > … begins with a word.
_NAMED = re.compile(r"[^>＞»›→/]*[\u4e00-\u9fff]{2}")
_LOOSE_PATH = re.compile(r"^[^。，！？]{1,12}(?:\s*(?:[→/／\\]|[-—]+|::)\s*[^。，！？→/／\\-]{1,14}){2,6}$")
_HOME = re.compile(r"^(?:网站)?首\s*页\s*(?:[>＞»›\-—/／|｜、·•→]|\s+\S{2,6}(?:\s|$))")
_PATH_END = re.compile(
    r"(?:正文|详情|内容|内文|列表|首页|要闻|动态|新闻|公告|消息|资讯|中心|频道|专题|专栏|公开|交流|服务)\s*$"
)
_OF_PAGES = re.compile(r"新闻|要闻|动态|公告|资讯|公开|党建|频道|网站|专题|专栏|中心\s*[>＞»›]|网\s*[>＞»›]")
_DOWNLOAD = re.compile(r"(?:下载|打开|安装).{0,14}(?:APP|客户端)\s*$", re.IGNORECASE)
_SITE = re.compile(
    r"^[\u4e00-\u9fff]{2,14}(?:(?:门户|政务|官方|组织部|政府)网站?|门户网站|网站|党建网|先锋网|新闻网|全球资讯网)(?:首页)?$"
)


_WHOLE = any_of(_PLACE, _TOOL, _NEIGHBOUR, _HOME, _SITE, _CLOCK, _SCAN)


def _names_sites(text: str) -> bool:
    """Whether a line is a row of names of web sites: 省政府门户网站 市政府门户网站 县区政府网站."""
    words = text.split()
    return len(words) >= 2 and all(_SITE.match(word) for word in words)


def is_furniture(text: str) -> bool:
    """Whether a whole line (markup stripped) is site furniture."""
    if len(text) > _LONGEST or _CREDITS.search(text):
        return False
    text = simplified(text)
    if _SCAN_NOTICE.match(text):
        return True
    if text.rstrip(_CLOSING).endswith(_STOPS):
        return _is_notice(text)
    if _WHOLE.match(text) or is_counter(text) or _names_sites(text):
        return True
    if _is_bar(text) or _is_path(text) or is_menu(text):
        return True
    return bool(_BROWSER.search(text) or _MACHINE.match(text))


def _is_bar(text: str) -> bool:
    """A bar of links to share the page with, or of font sizes.

    Example:
        >>> _is_bar("分享本文到：微博 微信"), _is_bar("小号 中号 大号"), _is_bar("分享：一个村的做法")
        (True, True, False)
    """
    if _SIZES.fullmatch(text):
        return True
    if label := _SHARE.match(text):
        words = interface_words(text[label.end() :])
        return words.others <= words.known if label["to"] else not words.others
    if label := _SIZE_LABEL.match(text):
        return not interface_words(text[label.end() :]).others
    return False


def _is_notice(text: str) -> bool:
    """Whether a sentence is one that a site says to its visitor, of browsers, cookies or scanning."""
    if _BROWSER.match(text):
        return True
    return len(text) <= 24 and text.endswith(("！", "。")) and bool(_SCAN_CODE.match(text))


def is_menu(text: str) -> bool:
    """Whether a line is made of the words of a site's interface.

    Example:
        >>> is_menu("关于我们 | 网站地图 | 走进清江"), is_menu("教育 文化 卫生")
        (True, False)
    """
    if _CLAUSES.search(text):
        return False
    words = interface_words(text)
    if not words.known:
        return False
    if not words.others:
        if words.commands or words.tools + words.platforms > 1 or (words.tools and words.counts):
            return True
        entries = [entry for entry in _BETWEEN.split(text) if entry]
        return words.sections + words.tools >= 4 and len(entries) >= 4
    bars = sum(map(text.count, "|｜丨"))
    if bars >= 2:
        return words.known >= 2 and words.others <= words.known
    return words.known >= 4 and words.others * 3 <= words.known and bool(words.commands)


def is_place(text: str) -> bool:
    """Whether a line says where in the site the page stands: 当前位置：首页 > 要闻."""
    return bool(_PLACE.match(simplified(text)))


def is_label(text: str) -> bool:
    """Whether a line is one word of an interface, as in menus of one word a line."""
    words = interface_words(text)
    return words.known >= 1 and not words.others


def is_brief_path(text: str) -> bool:
    """Whether a line can be a path that only its place tells from a course of work: 数字新闻 > 地方."""
    if not _STEP.search(text):
        return False
    folded = simplified(text)
    several = len(_STEP.findall(folded)) >= 2
    return bool(_NAMED.match(folded) and _PATH.match(folded)) and (several or bool(_OF_PAGES.search(folded)))


def is_download(text: str) -> bool:
    """Whether a line can be a button for a site's application: 下载清江客户端."""
    return bool(_DOWNLOAD.match(text))


def _is_path(text: str) -> bool:
    """A path of pages: 首页 > 要闻 > 正文; with other signs than > only if a page's word is in it.

    选种 → 育秧 → 插秧 is a course of work, 文/图 a credit, 2021/3/4 a date.
    """
    if not _ANY_STEP.search(text) or _FIGURES.search(text):
        return False
    if not _NAMED.match(text):
        return bool(_PATH.match(text)) and not interface_words(text).others
    if _PATH.match(text):
        several = len(_STEP.findall(text)) >= 2
        named = several and bool(interface_words(text).known or _OF_PAGES.search(text))
        return named or bool(_PATH_END.search(text) or _HOME.match(text))
    return bool(_LOOSE_PATH.match(text)) and bool(_PAGE_NAMED.search(text))
