"""Site furniture: lines that belong to the web page and not to the report.

Navigation paths, menus, share and print links, font sizes, previous/next, counters, search and log-in
fields, notes on browsers and cookies; in simplified or traditional characters or in English.

Example:
    首页 > 新闻中心 > 市州动态          removed: navigation path
    分享到：微信 微博                   removed: share links
    字型大小： 小 中 大                 removed: font sizes
    Home | News | Contact Us           removed: menu

Only lines that are nothing else are removed; a sentence that mentions such things stays
(分享到的不只是红利，还有信心。). `duizhao clean --notes` shows what was removed from a document.
"""

from __future__ import annotations

import re

from build_scripts.clean.interface import interface_words

CODE = "C030"
REASON = "boilerplate"

# Longer lines are prose that mentions such things.
_LONGEST = 120
_SENTENCE = re.compile(r"[。！？；][”’」』）)]*$")
_CREDITS = re.compile(r"(?:文|图|摄|摄影|撰文)\s*[/／]")

_PLACE = re.compile(
    r"[【\[]?(?:当前|您的|你的|您?(?:现在|現在|目前)?(?:所在)?的?|所在)(?:位置|頁面)\s*(?:是)?\s*(?:[:：>＞]|$)|[您你]在[這这][里裡裏]\s*[:：]|当前页\s*[:：]"
)
_TOOL = re.compile(
    r"分享(?:到|至|给|給)?\s*[:：]|[【\[(（]?\s*字[号號体體型級级](?:大小|設定|设置)?\s*[:：【\[(（]|[【\[(（]?\s*大\s+中\s+小\s*[】\])）]?"
    r"|(?:用户名|账号|帐号|密码|验证码|用戶名|帳號|密碼)\s*[:：]"
    r"|(?:热门|大家都在|最近|历史|站内|全站|熱門)?(?:搜索|热搜|搜尋)(?:词|热词|关键[词字]|记录)?\s*[:：]"
    r"|(?:本文|原文|文章|页面|网页)(?:链接|网址|地址|鏈接|連結|網址)\s*[:：]"
    r"|(?:已有|共有?)\s*\d*\s*(?:人|条|位)?(?:网友)?(?:评论|参与|跟[贴帖]|留言)|还可以?输入\s*\d*|\d+\s*[条则](?:评论|跟[贴帖]|留言)\s*$"
    r"|(?:您|你)?需要?(?:先)?登录后?(?:才能?|方可|可以)"
    r"|(?:附件|附表|下载)?\s*\d{0,2}\s*[:：.、]?\s*\d{0,2}[.、]?[^。，]{2,50}\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|ofd|pptx?)(?:\s*[（(]?\s*[\d.]+\s*[KMkm][Bb].*)?$|登录后(?:参与|发表|可|才)|附件下[载載]|[相關关联]{2}附件\s*[:：]?\s*(?:暂无|暫無|无|無)?\s*$|(?:下载|打开|安装).{0,14}(?:APP|客户端)\s*$"
    r"|(?:友情|友站)(?:链接|連結)\s*(?:[:：]|$)|繁[体體]\s*[|｜/]|简体\s*[|｜/]"
)
_NEIGHBOUR = re.compile(
    r"[【\[［<＜«‹(（←◀▲■·•\s]*(?:上|下|前|后|後)\s*[一1]?\s*[篇条條则則页頁章张張](?:文章|新闻|新聞|信息|资讯|公告|消息)?"
    r"\s*(?:[】\]］)）:：>＞»›→▶\s]|$|没有|沒有|无|無)"
    r"|(?:[【\[［]?\d{1,3}[】\]］]?\s+){1,}(?:下一?[页頁]|尾页|末页)|阅读[上下]一篇\s*(?:[:：]|$)"
)
_COUNTER = re.compile(
    r"[（(\[【]?\s*(?:已有|共有?|今日|昨日|本月)?\s*\d[\d,.]*\s*万?\+?\s*人?次?(?:已|参与|正在)?(?:浏览|阅读|访问|点击|观看|看过|参与|评论)(?:过|了)?(?:本文|本页)?\s*$"
    r"|(?:今日|昨日|总|累计|本月|在线)(?:访问|浏览|人数|流量)(?:量|人数|人次|次数)?\s*[:：]\s*\d|[（(\[【]?\s*(?:本文|本页|文章|累计|总|今日|昨日|当前|网站)?(?:已?被)?"
    r"(?:浏览|瀏覽|阅读|閱讀|点击|點擊|點閱|访问|訪問|阅览|播放|人气|人氣|在线|回复|评论)"
    r"(?:次数|次數|总?量|数|數|率|人次|人数|人數|度)?\s*(?:[:：]|为|\s)\s*[\[【]?\s*(?:\d[\d,，.]*\s*万?\+?)?\s*(?:人?次|人)?\s*[】\])）]?\s*$"
    r"|(?:本文|本页|文章)?(?:共|已)?(?:有|被)?\s*(?:浏览|阅读|点击|访问)(?:了)?\s*\d[\d,]*\s*人?次\s*$"
    r"|\d[\d,.]*\s*万?\+?\s*(?:人?次)?\s*(?:浏览|阅读|播放|观看|点赞|跟贴|人气)\s*$|[您你]是(?:本[站網网]|第).{0,16}位|(?:访问|瀏覽|浏览)人[数數次]\s*[:：]"
)
_BROWSER = re.compile(
    r"(?:^|本[网網]?站|请|請)[^。]{0,10}(?:建[议議]|推[荐薦]|最佳).{0,24}(?:浏览器|瀏覽器|分辨率|解析度|浏览效果|瀏覽效果|以上版本)|(?:浏览器|瀏覽器).{0,6}(?:过低|過低|不支持|不支援)"
    r"|您的(?:浏览器|瀏覽器)|^(?:本[网網]站|我[们們]|[为為]).{0,20}cookies?|(?:we"
    r"|this (?:web)?site) uses? cookies|請?開啟\s*javascript",
    re.IGNORECASE,
)
_SCAN = re.compile(
    r"(?:手机|微信|用|请|打开).{0,6}(?:扫一扫|扫描|扫码).{0,16}(?:打开|浏览|查看|阅读|分享|观看|访问|当前页|本页|此页)|扫一扫(?:在手机|分享|手机|看|，|,|\s|$)|(?:扫描|长按|识别).{0,8}二维码.{0,16}$"
)
_MACHINE = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?\s*/\s*\d{1,2}:\d{2}|(?:var|let|const)\s+\w+\s*=|(?:document|window"
    r"|jQuery)\.\w|function\s*\w*\s*\(|\$\(|powered by\b|produced by\b|[.#][\w-]+\s*\{|@media\b",
    re.IGNORECASE,
)
_PATH = re.compile(r"^[^。，！？>＞»›]{2,20}(?:\s*[>＞»›]+\s*[^。，！？>＞»›]{1,40}){1,6}$")
# A > B > C may be anything; 新闻 > … begins with a word.
_NAMED = re.compile(r"[^>＞»›→/]*[\u4e00-\u9fff]{2}")
_LOOSE_PATH = re.compile(r"^[^。，！？]{1,12}(?:\s*(?:[→/／\\]|[-—]+|::)\s*[^。，！？→/／\\-]{1,14}){2,6}$")
_HOME = re.compile(r"^(?:[网網]站)?首\s*[页頁]\s*(?:[>＞»›\-—/／|｜、·•→:：]|\s+\S{2,6}(?:\s|$))")
_PATH_END = re.compile(
    r"(?:正文|详情|詳情|内容|內容|內文|列表|首页|首頁|要闻|要聞|动态|新闻|新聞|公告|消息|资讯|中心|频道|专题|专栏|公开|交流|服务)\s*$"
)
_SITE = re.compile(
    r"^[\u4e00-\u9fff]{2,14}(?:(?:门户|門戶|政务|官方|组织部|政府)(?:[网網]站?|[网網]站)|门户网站|[网網]站|党建网|先锋网|新闻网|全球資訊網)$"
)


def _names_sites(text: str) -> bool:
    """Whether a line is a row of names of web sites: 省政府门户网站 市政府门户网站 县区政府网站."""
    words = text.split()
    return len(words) >= 2 and all(_SITE.match(word) for word in words)


def is_furniture(text: str) -> bool:
    """Whether a whole line (markup stripped) is site furniture."""
    if len(text) > _LONGEST or _CREDITS.search(text):
        return False
    if _SENTENCE.search(text):
        return _is_notice(text)
    if _PLACE.match(text) or _TOOL.match(text) or _NEIGHBOUR.match(text) or _COUNTER.match(text):
        return True
    if _HOME.match(text) or _SITE.match(text) or _names_sites(text) or _is_path(text) or is_menu(text):
        return True
    return bool(_BROWSER.search(text) or _SCAN.search(text) or _MACHINE.match(text))


def _is_notice(text: str) -> bool:
    """Whether a sentence is one that a site says to its visitor, of browsers, cookies or scanning."""
    if _BROWSER.match(text):
        return True
    return (
        len(text) <= 24
        and text.endswith(("！", "。"))
        and bool(re.match(r"(?:扫一扫|扫描|长按|识别).{0,12}二维码[^，]{0,6}$", text))
    )


def is_menu(text: str) -> bool:
    """Whether a line is made of the words of a site's interface.

    Example:
        >>> is_menu("关于我们 | 网站地图 | 走进清江"), is_menu("教育 文化 卫生")
        (True, False)
    """
    if re.search(r"[。！？；，]", text):
        return False
    words = interface_words(text)
    if not words.known:
        return False
    if not words.others:
        if words.commands or words.tools + words.platforms > 1 or (words.tools and words.counts):
            return True
        return words.sections + words.tools >= 4 and len(re.split(r"[\s|｜·丨]+", text.strip())) >= 4
    bars = len(re.findall(r"[|｜丨]", text))
    if bars >= 2:
        return words.known >= 2 and words.others <= words.known
    return words.known >= 4 and words.others * 3 <= words.known and bool(words.commands)


def is_place(text: str) -> bool:
    """Whether a line says where in the site the page stands: 当前位置：首页 > 要闻."""
    return bool(_PLACE.match(text))


def is_label(text: str) -> bool:
    """Whether a line is one word of an interface, as in menus of one word a line."""
    words = interface_words(text)
    return words.known >= 1 and not words.others


def _is_path(text: str) -> bool:
    """A path of pages: 首页 > 要闻 > 正文; with other signs than > only if a page's word is in it.

    选种 → 育秧 → 插秧 is a course of work, 文/图 a credit, 2021/3/4 a date.
    """
    if re.search(r"\d\s*[/／>＞-]\s*\d", text):
        return False
    if not _NAMED.match(text):
        return bool(_PATH.match(text)) and not interface_words(text).others
    if _PATH.match(text):
        several = len(re.findall(r"[>＞»›]+", text)) >= 2
        return several or bool(_PATH_END.search(text) or _HOME.match(text))
    return bool(_LOOSE_PATH.match(text)) and bool(re.search(r"首[页頁]|正文\s*$|內文\s*$", text))
