"""Site imprint: who runs a web site and under which licences; copyright and disclaimers.

Example:
    湘ICP备00000000号-1                            removed: registration
    主办：清江县人民政府办公室　承办：清江县信息中心    removed below the text: sponsors
    凡本网注明“来源：清江网”的作品，未经授权不得转载。  removed: copyright notice
    网友评论仅供表达个人看法，不代表本站立场             removed: disclaimer

Sponsors and contact lines (地址： 电话：) belong to a notice as well: they go only beside the text and with
other lines of an imprint, or where they can be nothing else; they stay below a text that asks for letters or
calls. A paragraph about copyright stays, and a heading that names a licence.
"""

from __future__ import annotations

import re

from build_scripts.clean.script import simplified

CODE = "C037"
REASON = "boilerplate"

# The longest footer seen, a list of licences, has 100 characters; a disclaimer has up to 400.
_LONGEST = 120
_LONGEST_NOTICE = 420
_LONGEST_BRIEF = 60
# Marks of a disclaimer that by themselves stand in reports too; and people, who stand in reports only.
_WEAK = re.compile(r"侵权(?!必|即|则|立|删)|侵犯|法律|未经")
_PEOPLE = re.compile(r"记者|村民|他说|她说|部门")
_LICENCE = (
    r"(?:互联网新闻信息(?:服务)?|新闻信息服务|互联网(?:出版|药品信息服务|宗教信息服务)|(?:信息网络|网上)传播视听节目|网络视听(?:节目)?"
    r"|增值电信业务(?:经营)?|电信业务经营|网络文化经营|广播电视节目制作经营|网络出版服务|出版物经营|国新网|药品信息服务)(?:资格|许可)?证?书?"
)
# All patterns are in simplified characters: the lines that they meet are folded.
_MARK = re.compile(
    rf"ICP\s*(?:[备证]|许可)|[公网]安[备案](?:案号)?\s*[:：]?\s*\d|公安(?:机关)?备案(?:编?号)?\s*[:：]?\s*\d|(?:网站)?标识码\s*[:：]?\s*[\da-z]{{6,}}|[\u4e00-\u9fff]网文\s*[〔（(\[]\d{{4}}"
    rf"|{_LICENCE}(?:编?号)?\s*[:：]?\s*[（(\u4e00-\u9fff）)]{{0,8}}\s*[A-Z]?\d?[-—]?\d{{2}}|(?:经营)?许可证(?:编?号)?\s*[:：]?\s*[\u4e00-\u9fff]?[AB]\d-\d"
    r"|All\s*Rights?\s*Reserved|Copyright\s*(?:[©(（@]|\d{4}|[\u4e00-\u9fff])|[©]\s*(?:\d{4}|[\u4e00-\u9fff])|\(c\)\s*\d{4}|备案(?:序)?号\s*[:：]\s*(?:[\u4e00-\u9fff]ICP|[\u4e00-\u9fff]?公网)",
    re.IGNORECASE,
)
# Anchored: a heading may speak of such things (开通不良信息举报热线).
_WHOLE = re.compile(
    rf"{_LICENCE}$|(?:工商|营业)执照$|药品信息服务资格证书$|(?:网站)?备案(?:编|序)?号\s*[:：]?\s*\d{{6,}}"
    r"|(?:互联网|网络|网上)?(?:违法和?不良|违法|不良|有害|涉未成年人|网络谣言|涉企侵权)(?:信息)?(?:网络)?举报(?:电话|邮箱|热线|专区|中心|入口|平台)?\s*(?:[:：]|$)|12377\s*举报"
    r"|[^，。]{0,30}(?:版权|著作权)所有(?!者|权|的|问题|人)(?:\s*[:：©(（|｜]|\s+\S|\s*$|[，,\s]*(?:未经|翻版|不得|侵权|请勿|转载))"
    r"|(?:本(?:网站?|站|报|刊|作品|文|页面?)|文章|作品|图片|图文)[^，。]{0,8}(?:版权|著作权)均?(?:归|属|由)[^，。]{2,24}(?:所有|享有)?(?:[，,].{0,30})?$"
    r"|[^，。]{2,20}拥有本[网站][^，。]{0,10}版权$|本(?:网站?|站|公众号|平台)由.{4,40}(?:主办|承办|主管|运营|管理|维护|技术支持|制作)(?:[，,、\s].{2,24})?$"
    r"|(?:本(?:网站?|站|报|刊)[^，。]{0,12}[，,]?)?未经(?:本?[^，。]{0,12}(?:书面|协议)?)(?:授权|许可|同意)[，,\s]*(?:不得|禁止|严禁|请勿|谢绝).{0,4}(?:转载|复制|镜像|摘编|建立|使用(?:本|其|$)).{0,12}$"
    r"|(?:隐私权?)(?:声明|政策)\s*$|(?:网站|本站|本网|系统)(?:的)?(?:设计|建设|制作|维护|管理|运维|负责人|联系|法律顾问|技术支持|值班)[^，。：:]{0,8}[:：]"
)
_WELCOME = re.compile(
    r"(?:您好[，,！!\s]*)?欢迎[您你]?(?:的)?(?:再次)?(?:访问|光临|莅临|浏览|来到|登录|进入).{2,24}(?:网站?|频道|门户|客户端|论坛|主页|全球资讯网)\s*[！!。]?$"
    r"|欢迎[您你]?的?(?:再次)?(?:到来|光临|访问|浏览)\s*[！!。]?$"
)
_ROLE = r"(?:主[管办]|承办|协办|运[营维]|技术(?:支[持援]|保障)|版权|著作权|建设|维护|制作|开发|设计|网站建设)"
_SPONSOR = re.compile(
    rf"{_ROLE}(?:[及与和、]?{_ROLE})*(?:单?位|方|机构|(?:及|与|和|、).{{2,8}})?\s*[:：]\s*\S"
    r"|[\u4e00-\u9fff（）、]{4,24}?\s*(?:主管|主办|承办|协办)(?:[\s、，,|｜]+[\u4e00-\u9fff（）]{4,24}?\s*(?:主管|主办|承办|协办|技术支持))*$"
    r"|(?:常年|本[网报站])?法律顾问\s*[:：]\s*\S|技术支持\s+\S{2,16}$|(?:编辑部|报社|本[报刊社])(?:地址|电话)\s*[:：]"
)
_CONTACT = re.compile(
    r"(?:联系|联络|举报|投稿|新闻|服务|监督|值班|办公|通讯|通信|传真|单位|本站|网站|总机|报料|爆料|广告部?|发行部?|订阅|编辑部)?"
    r"(?:电话|邮箱|信箱|地址|热线|爆料|传真|邮编|邮递区号|邮政编码|E-?mail|电子邮[件箱])\s*(?:[:：]|\s+\d)",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?:新闻|报料|爆料|广告部?|发行部?|订阅|编辑部|本[报站网]|社址|网站)(?:电话|热线|爆料|邮箱|信箱|地址)?\s*(?:[:：]|\s+\d)"
)
_POST = re.compile(r"(?:邮编|邮递区号|邮政编码)\s*[:：]?\s*\d")
_INVITES = re.compile(
    r"报名|投稿|来稿|征稿|征集|征文|征求|应征|应聘|招聘|参赛|预约|认领|邮寄|寄[至到往送]|公示|公告|通知|启事|联系(?:电话|人|方式)"
    r"|(?:咨询|举报|监督|投诉)(?:电话|邮箱|热线)|(?:欢迎|请|可)[^。，；]{0,20}(?:来[电信函访]|致电|拨打|联系|咨询|反映|反馈|发送|提出|举报|报送)"
)
_STOP = re.compile("[。！？；]")
_CLOSING = "”’」』）)"
_ENTRY = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]")
_NOTICE_START = re.compile(
    r"[【\[（(*＊※●■◆\s]*(?:(?:免责|版权|郑重|特别|法律|本站|本网|重要)?(?:声明|提示)\s*[:：】\])）]|凡(?:本[网站报]|注明|标注|来源)|(?:网友|用户|以上|本页|文中|本文|文章)?.{0,10}"
    r"(?:评论|内容|观点|言论|文章|作品|信息|留言|看法|跟[帖贴]).{0,8}(?:仅|不|均|只|纯).{0,4}(?:供|代表|属|为|构成)|(?:本[网站报]|部分).{0,12}(?:转载|刊[载登]|登载|发布|图片|文章|内容|信息|作品)|(?:如|若).{0,4}(?:有|涉及|因|需|您|发现).{0,20}(?:侵权|版权|转载|异议|稿酬|作品)"
    r"|(?:部分)?(?:图文|图片|文字|素材|视频|内容|文章|资料).{0,4}(?:来源于?|来自|源于|转自).{0,6}(?:网络|互联网)|来源\s*[:：]\s*(?:综合)?网络"
    r"|未经.{0,14}(?:授权|许可|同意)|(?:欢迎|如需)?转载.{0,6}(?:请|须|需|务必|时)|请.{0,8}(?:文明上网|文明发言|遵守)|文明上网|投资有风险|(?:著作权|版权)[^，。]{0,20}(?:所有|归)(?!的|者|权|人))"
)
_LEGAL = re.compile(
    r"不?代表本(?:站|网|报|刊|公众号|平台)|(?:不|并不)(?:代表|表明|意味).{0,14}(?:立场|观点|同意|赞同|证实|描述)|仅供.{0,12}(?:参考|表达|交流|学习|阅读)|个人(?:看法|观点|意见)|与本(?:网|站|报)无关|注明(?:来源|出处|转载|“来源|作者)"
    r"|版权(?:归|属|所有|均)(?!的|者|权|人)|侵权?(?:必|即|则|立)?删|侵权|侵犯|追究.{0,8}(?:责任|法律)|(?:不得|禁止|严禁|谢绝).{0,8}(?:转载|复制|摘编|链接|镜像|使用(?:$|[，,。；;、或及本]))|(?:删除|处理|联系).{0,6}(?:删除|我们|本网|本站|处理)|传递更多信息|法律法规|法律责任|风险自担|入市需谨慎|理性发言|(?:书面|本网|本站)授权|投资建议|请?(?:及时)?与(?:本[网站报刊]|我们|编辑部)联系|联系(?:我们|本[网站])|未经(?:本[网站报])?.{0,6}(?:授权|许可|同意)|转载请"
)


def is_imprint(text: str) -> bool:
    """Whether a whole line (markup stripped) is a site's imprint, its copyright notice or disclaimer.

    Example:
        >>> is_imprint("版权所有 未经许可不得转载"), is_imprint("版权所有者的烦恼")
        (True, False)
    """
    if len(text) > _LONGEST_NOTICE:
        return False
    text = simplified(text)
    if "欢迎" in text and _WELCOME.match(text):
        return True
    if _NOTICE_START.match(text):
        found = {match.group()[:4] for match in _LEGAL.finditer(text)}
        brief = len(text) <= _LONGEST_BRIEF and not _PEOPLE.search(text)
        if len(found) >= 2 or (brief and any(not _WEAK.match(mark) for mark in found)):
            return True
    if len(text) > _LONGEST:
        return False
    # A paragraph that mentions a licence ends in a full stop and has clauses; a footer line has none.
    sentence = text.rstrip(_CLOSING).endswith(("。", "！", "？"))
    if sentence and text.count("，") + text.count(",") >= 1:
        return False
    return bool(_WHOLE.match(text) or _MARK.search(text))


def is_sponsor(text: str) -> bool:
    """Whether a line says who runs something: 主办：… 承办：…; what it is, its neighbours must tell."""
    return len(text) <= _LONGEST and bool(_SPONSOR.match(simplified(text))) and not _STOP.search(text)


def is_contact(text: str) -> bool:
    """Whether a line tells where to reach somebody: 地址：… 电话：…; whose, its neighbours must tell."""
    return len(text) <= _LONGEST and bool(_CONTACT.match(simplified(text))) and not _STOP.search(text)


def is_address_of_a_house(text: str) -> bool:
    """Whether a contact line is of the kind that the foot of a page has: a house's hotline, a postcode."""
    folded = simplified(text)
    return is_contact(text) and bool(_HOUSE.match(folded) or _POST.search(folded))


def invites(text: str) -> bool:
    """Whether a paragraph asks its readers for letters, calls or applications, so that an address is due."""
    return bool(_INVITES.search(simplified(text)))


def is_entry(text: str) -> bool:
    """Whether a line is an entry with a label (施工单位：… 活动时间：…), as lists of facts are made of."""
    return bool(_ENTRY.match(text))
