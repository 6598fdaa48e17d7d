"""Site furniture: lines that belong to the web page and not to the report.

Navigation paths, share and print links, previous/next, copyright, ICP and visitor counters.

Example:
    首页 > 新闻中心 > 市州动态          removed: navigation path
    分享到：微信 微博                   removed: share links
    湘ICP备00000000号-1                removed: registration

Only short lines that are nothing else are removed; a sentence that mentions 版权所有 stays.
A line wrongly removed is corrected in NAME.fixes.toml (keep).
"""

from __future__ import annotations

import re

CODE = "C030"
REASON = "boilerplate"

# Longer lines are prose that mentions such things; the longest seen, a licence list, has 100 characters.
_LONGEST = 120

_ANYWHERE = re.compile(
    r"ICP[备備证證]|[公网網]安[备備]\s*\d|网站标识码|互联网新闻信息服务许可|信息网络传播视听节目许可|增值电信业务"
    r"|All\s*Rights\s*Reserved|Copyright\s*[©(（]|[©]\s*\d{4}|[版版][权權]所有|未经.{0,12}(?:授权|许可|同意).{0,16}(?:转载|使用|复制|镜像)"
    r"|[您你]是第.{0,12}位|(?:累计|总)?访问(?:量|人数|次数)\s*[:：]|扫(?:一扫|描).{0,12}二维码|长按.{0,12}二维码|不良信息举报|违法和不良",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:(?:当前|您的|你的|您(?:现在)?所在的?|所在)位置|[你您](?:现在)?的?位置|当前页)\s*(?:是)?\s*[:：]?"
    r"|(?:主办|承办|主管|协办|运营|技术支持|版权|建设|维护)(?:单位|方|机构)?\s*[:：]"
    r"|(?:联系|举报|投稿|新闻热线|联系我们|办公)?(?:电话|邮箱|地址|热线|传真|邮编|邮政编码)\s*[:：]"
    r"|欢迎(?:您|你)?(?:的)?(?:再次)?(?:访问|光临|浏览|关注|到来|来到)"
    r"|分享(?:到|至|给|本文)|转发(?:到|至)|字[号體体](?:大小)?\s*[:：【\[(（]|字体\s*[:：]"
    r"|[【\[(（]?\s*(?:打印|列印|关闭|關閉|收藏|返回|复制链接|我要纠错|纠错|推荐)(?:本页|本頁|此页|文章|窗口|本文|顶部|首页|列表|上一?页)?\s*[】\])）]?(?:\s|$)"
    r"|[<＜«]*\s*(?:上|下|前|后|後)\s*一?\s*[篇条條页頁]\s*(?:[:：>＞»]|$|没有|无)"
    r"|(?:相关|相關|延伸|推荐|推薦|热门|最新|更多|精彩)(?:阅读|閱讀|链接|連結|新闻|新聞|文章|资讯|推荐|报道|内容)\s*(?:[:：>》]|$)"
    r"|(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问)(?:次数|次數|量|数|數|率)?\s*[:：]\s*\d*\s*次?\s*$"
    r"|(?:阅读原文|点击(?:查看|阅读|进入|下载).{0,20}|点赞|在看|写留言|发表评论|我要评论|网友评论|评论\s*\d*|登录|注册|举报|设为首页|加入收藏|手机版|无障碍|关怀版|网站地图|关于我们|联系我们)(?:\s|$|[|｜>])"
    r"|(?:声明|免责声明|郑重声明|特别声明)\s*[:：]"
)
_PATH = re.compile(r"^[^。，！？]{1,12}(?:\s*[>＞»›→/／]+\s*[^。，！？>＞»›/／]{1,14}){2,}$")
_HOME = re.compile(r"^(?:网站)?首\s*[页頁]\s*(?:[>＞»›\-—/／|｜]|\s+\S{2,6}(?:\s|$))")
_MENU = re.compile(r"^(?:\S{2,6}\s*[|｜]\s*){2,}\S{2,6}$")
_SIZES = re.compile(r"^[【\[(（]?\s*大\s+中\s+小\s*[】\])）]?")


def is_furniture(text: str) -> bool:
    """Whether a whole line (markup stripped) is site furniture."""
    if len(text) > _LONGEST:
        return False
    if _START.match(text) or _HOME.match(text) or _SIZES.match(text) or _MENU.match(text):
        # 分享到的不只是红利，还有信心。 is a sentence that begins with such words.
        return not (text.endswith(("。", "！", "？")) and re.search(r"[，,]", text))
    if _PATH.match(text) and not re.search(r"\d[/／]\d", text):
        return True
    # A paragraph that mentions a licence ends in a full stop and has clauses; a footer line has none.
    return bool(_ANYWHERE.search(text)) and text.count("，") + text.count(",") < 3
