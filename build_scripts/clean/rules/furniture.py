"""Site furniture: lines that belong to the web page and not to the report.

Navigation paths, share and print links, previous/next, copyright, ICP and visitor counters.

Example:
    首页 > 新闻中心 > 市州动态          removed: navigation path
    分享到：微信 微博                   removed: share links
    湘ICP备00000000号-1                removed: registration

Only short lines that are nothing else are removed; a sentence that mentions 版权所有 stays.
`duizhao clean --notes` shows what was removed from a document.
"""

from __future__ import annotations

import re

CODE = "C030"
REASON = "boilerplate"

# Longer lines are prose that mentions such things; the longest seen, a licence list, has 100 characters.
_LONGEST = 120

_ANYWHERE = re.compile(
    r"ICP[备備证證]|[公网網]安[备備]\s*\d|网站标识码|互联网新闻信息服务许可|信息网络传播视听节目许可|增值电信业务"
    r"|All\s*Rights\s*Reserved|Copyright\s*[©(（]|[©]\s*\d{4}|[版版][权權]所有"
    r"|未经.{0,12}(?:授权|许可|同意).{0,16}(?:转载|使用|复制|镜像)|不良信息举报|违法和不良",
    re.IGNORECASE,
)
# These occur in sentences too (游客扫描二维码即可收听讲解。): only a line without a full stop, or one that
# begins so, is furniture.
_WEAK = re.compile(
    r"[您你]是第.{0,12}位|(?:累计|总)?访问(?:量|人数|次数)\s*[:：]|(?:扫一扫|扫描|长按|识别).{0,12}二维码"
    r"|建议使用.{0,20}(?:浏览|分辨率)|浏览器(?:版本)?(?:过低|不支持)|您的浏览器|关注[“\"「].{1,20}[”\"」](?:微信)?公众号"
)
_START = re.compile(
    r"(?:(?:当前|您的|你的|您(?:现在)?所在的?|所在)位置|[你您](?:现在)?的?位置|当前页)\s*(?:是)?\s*[:：]?"
    r"|(?:主[办辦]|承[办辦]|主管|[协協][办辦]|[运運][营營]|技[术術]支持|版[权權]|建[设設]|[维維][护護])(?:[单單]位|方|机构|機構)?\s*[:：]"
    r"|(?:联系|举报|投稿|新闻热线|联系我们|办公)?(?:电话|邮箱|地址|热线|传真|邮编|邮政编码)\s*[:：]"
    r"|欢迎(?:您|你)?(?:的)?(?:再次)?(?:访问|光临|浏览|关注|到来|来到)"
    r"|分享(?:到|至|给|本文|让更多)|转发(?:到|至)|字[号號體体](?:大小)?\s*[:：【\[(（]|[【\[(（]?字[体體号號]\s*[:：]"
    r"|[【\[(（]?\s*(?:打印|列印|关闭|關閉|收藏|返回|复制链接|我要纠错|纠错|推荐)"
    r"(?:本页|本頁|此页|文章|窗口|本文|顶部|首页|列表|上一?页)?\s*(?:[】\])）]|\s|$)"
    r"|[【\[［<＜«(（]*\s*(?:上|下|前|后|後)\s*一?\s*[篇条條页頁](?:文章|新闻)?\s*(?:[】\]］)）:：>＞»\s]|$|没有|无)"
    r"|(?:[【\[［]?\d{1,3}[】\]］]?\s+){1,}(?:下一?页|尾页|末页)|阅读(?:上|下)一篇"
    r"|(?:相关|相關|延伸|推荐|推薦|热门|最新|更多|精彩|网友|精选|全部)"
    r"(?:阅读|閱讀|链接|連結|新闻|新聞|文章|资讯|推荐|报道|内容|评论|專題|专题)\s*(?:[:：>》（(]|$)"
    r"|(?:为您推荐|猜你喜欢|大家都在看|看了又看|已有.{0,8}(?:评论|参与)|友情链接|附件下载)"
    r"|(?:下载|打开|安装).{0,14}(?:APP|客户端)|扫一扫(?:在手机|分享|，|,|\s|$)|微信扫一扫|点击.{0,6}(?:查看|进入|下载|阅读).{0,10}(?:原图|全文|大图|更多)"
    r"|(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问)(?:次数|次數|量|数|數|率)?\s*[:：]\s*\d*\s*次?\s*$"
    r"|(?:阅读原文|点击(?:查看|阅读|进入|下载).{0,20}|点赞|在看|写留言|发表评论|我要评论|评论\s*\d*|登录|注册|举报"
    r"|设为首页|加入收藏|手机版|无障碍(?:阅读|浏览)?|关怀版|长者模式|网站地图|網站地圖|关于我们|關於我們|联系我们|聯[繫絡]我們|[大小]字号|简体|繁體|繁体)(?:\s|$|[|｜>])"
    r"|(?:声明|免责声明|郑重声明|特别声明)\s*[:：]|【(?:图集|视频|专题)】|附件\s*\d{0,2}\s*[:：].{2,50}\.(?:docx?|xlsx?|pdf|zip|rar|wps|et)$"
)
_NOTICE = re.compile(r"(?:声明|免责声明|郑重声明|特别声明)\s*[:：]|.{0,20}(?:版权|转载)")
_PATH = re.compile(r"^[^。，！？]{1,12}(?:\s*[>＞»›→/／]+\s*[^。，！？>＞»›/／]{1,14}){2,}$")
_SHORT_PATH = re.compile(
    r"^[^。，！？>＞»]{2,10}\s*[>＞»›]+\s*(?:正文|详情|内容|列表|首页|[^。，！？>＞»]{2,8}要闻)$"
)
_CREDITS = re.compile(r"(?:文|图|摄|摄影|撰文)\s*[/／]")
_HOME = re.compile(r"^(?:网站|网站)?首\s*[页頁]\s*(?:[>＞»›\-—/／|｜、]|\s+\S{2,6}(?:\s|$))")
_MENU = re.compile(r"^(?:\S{2,6}\s*[|｜]\s*){2,}\S{2,6}$")
_SIZES = re.compile(r"^[【\[(（]?\s*大\s+中\s+小\s*[】\])）]?")
_SITE = re.compile(
    r"^[\u4e00-\u9fff]{2,14}(?:人民政府|縣政府|县政府|市政府|委组织部|党建网|先锋网)?(?:门户|門戶|政务|官方)?(?:网站|網站|门户网站|党建网|先锋网)$"
)


def is_furniture(text: str) -> bool:
    """Whether a whole line (markup stripped) is site furniture."""
    if len(text) > _LONGEST or _CREDITS.search(text):
        return False
    if _START.match(text) or _HOME.match(text) or _SIZES.match(text) or _MENU.match(text):
        # 分享到的不只是红利，还有信心。 is a sentence that begins with such words.
        prose = text.endswith(("。", "！", "？")) and re.search(r"[，,]", text)
        return not prose or bool(_NOTICE.match(text))
    if (
        _SHORT_PATH.match(text)
        or _SITE.match(text)
        or (_PATH.match(text) and not re.search(r"\d[/／]\d", text))
    ):
        return True
    if weak := _WEAK.search(text):
        sentence = re.search(r"[。！？][”’」]?$", text)
        return not sentence or (weak.start() == 0 and len(text) <= 24)
    # A paragraph that mentions a licence ends in a full stop and has clauses; a footer line has none.
    return bool(_ANYWHERE.search(text)) and text.count("，") + text.count(",") < 3


_LIST_HEADS = re.compile(
    r"[【\[［]?\s*(?:相关|相關|延伸|推荐|推薦|热门|最新|更多|精彩|网友|精选|全部|热点)"
    r"(?:阅读|閱讀|链接|連結|新闻|新聞|文章|资讯|推荐|报道|内容|评论|專題|专题)\s*[】\]］]?\s*[:：]?(?:\s*[（(].{0,12}[）)])?$"
    r"|为您推荐|猜你喜欢|大家都在看|友情链接"
)


def opens_list(text: str) -> bool:
    """Whether the line heads a list of links or comments: 相关阅读, 网友评论. What follows it goes too."""
    return len(text) <= 20 and bool(_LIST_HEADS.match(text))
