"""Site imprint: who runs a web site and under which licences; copyright and disclaimers.

Example:
    湘ICP备00000000号-1                            removed: registration
    主办：清江县人民政府办公室　承办：清江县信息中心    removed
    凡本网注明“来源：清江网”的作品，未经授权不得转载。  removed: copyright notice
    网友评论仅供表达个人看法，不代表本站立场             removed: disclaimer

A contact line (地址： 电话：) goes only where it stands with other lines of an imprint, for it may belong
to a notice. A paragraph about copyright stays.
"""

from __future__ import annotations

import re

CODE = "C037"
REASON = "boilerplate"

# The longest footer seen, a list of licences, has 100 characters; a disclaimer has up to 400.
_LONGEST = 120
_LONGEST_NOTICE = 420
_LONGEST_BRIEF = 60
# Marks of a disclaimer that by themselves stand in reports too; and people, who stand in reports only.
_WEAK = re.compile(r"侵权|侵犯|法律")
_PEOPLE = re.compile(r"记者|村民|他说|她说|部门")
_MARK = re.compile(
    r"ICP\s*[备備证證]|[公网網]安[备備]\s*\d|网站标识码|互联网新闻信息服务许可|信息网络传播视听节目许可|增值电信业务|网络文化经营许可|国新网\d|广播电视节目制作经营许可"
    r"|All\s*Rights?\s*Reserved|Copyright\s*[©(（]|[©]\s*(?:\d{4}|[\u4e00-\u9fff])|[版著][权權作][权權]?所有|備案[號序]|备案(?:序)?号\s*[:：]"
    r"|未经.{0,12}(?:授权|许可|同意).{0,16}(?:转载|使用|复制|镜像)|不良信息举报|违法和不良",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:主[办辦]|承[办辦]|主管|[协協][办辦]|[运運][营營維维]|技[术術]支[持援]|版[权權]|著作權|建[设設]|[维維][护護]|制作|開發)(?:[单單]位|方|机构|機構|(?:及|与|和|、).{2,8})?\s*[:：]"
    r"|(?:隐私|隱私)(?:权|權)?(?:声明|聲明|政策)\s*$|网站(?:管理|维护|负责人)\s*[:：]"
    r"|欢迎(?:您|你)?的?(?:再次)?(?:到来|光临|访问|浏览)?\s*[！!]?$|欢迎(?:您|你)?(?:的)?(?:再次)?(?:访问|光临|浏览|来到).{2,24}(?:网站?|频道|门户|客户端|论坛|主页)\s*[！!]?$|歡迎(?:光臨|蒞臨).{2,20}[網站]"
)
_CONTACT = re.compile(
    r"(?:联系|联络|聯絡|举报|投稿|新闻|服务|监督|值班|办公|传真|单位|本站|网站|总机)?(?:电话|電話|邮箱|信箱|地址|热线|傳真|传真|邮编|郵遞區號|邮政编码|E-?mail|电子邮件|電子郵件)\s*[:：]",
    re.IGNORECASE,
)
_NOTICE_START = re.compile(
    r"[【\[（(*＊※●■◆\s]*(?:(?:免责|免責|版权|版權|郑重|特别|法律|本站|本网|重要)?(?:声明|聲明|提示)\s*[:：】\])）]|凡(?:本[网站报]|注明|标注|来源)|(?:网友|用户|以上|本页|文中|本文|文章)?.{0,10}"
    r"(?:评论|内容|观点|言论|文章|作品|信息|留言|看法|跟[帖贴]).{0,8}(?:仅|不|均|只|纯).{0,4}(?:供|代表|属|为|構成|构成)|(?:本[网站網报]|部分).{0,12}(?:转载|刊载|图片|文章|内容)|(?:如|若).{0,4}(?:有|涉及|因|需|您|发现).{0,20}(?:侵权|版权|转载|异议|稿酬|作品)"
    r"|未经.{0,14}(?:授权|许可|同意)|(?:欢迎|如需)?转载.{0,6}(?:请|须|需|务必|时)|(?:歡迎)?轉載.{0,6}(?:請|須)|(?:请|請).{0,8}(?:文明上网|文明发言|遵守)|文明上网|投资有风险|(?:著作權|版權|版权)[^，。]{0,20}(?:所有|归)(?!的))"
)
_LEGAL = re.compile(
    r"不?代表本(?:站|网|報|报|刊|公众号|平台)|(?:不|并不)(?:代表|表明|意味).{0,14}(?:立场|观点|同意|赞同|證實|证实|描述)|仅供.{0,12}(?:参考|表达|交流|学习|阅读)|个人(?:看法|观点|意见)|与本(?:网|站|报)无关|(?:注明|註明)(?:来源|出处|來源|出處|转载|“来源|作者)"
    r"|版权(?:归|属|所有|均)(?!的)|侵权|侵犯|追究.{0,8}(?:责任|法律)|(?:不得|禁止|严禁|谢绝).{0,8}(?:转载|复制|使用|摘编|链接|镜像)|(?:删除|处理|联系).{0,6}(?:删除|我们|本网|本站|处理)|传递更多信息|法律法规|法律责任|风险自担|入市需谨慎|理性发言|(?:书面|本网|本站)授权|投资建议|请?(?:及时)?与(?:本[网站报刊]|我们|编辑部)联系|联系(?:我们|本[网站])|未经(?:本[网站报])?.{0,6}(?:授权|许可|同意)|转载请"
)


def is_imprint(text: str) -> bool:
    """Whether a whole line (markup stripped) is a site's imprint, its copyright notice or disclaimer."""
    if len(text) > _LONGEST_NOTICE:
        return False
    if _NOTICE_START.match(text):
        found = {match.group()[:4] for match in _LEGAL.finditer(text)}
        brief = len(text) <= _LONGEST_BRIEF and not _PEOPLE.search(text)
        if len(found) >= 2 or (brief and any(not _WEAK.match(mark) for mark in found)):
            return True
    if len(text) > _LONGEST:
        return False
    sentence = re.search(r"[。！？][”’」』）)]*$", text)
    if _START.match(text):
        return not sentence
    # A paragraph that mentions a licence ends in a full stop and has clauses; a footer line has none.
    return bool(_MARK.search(text)) and not (sentence and text.count("，") + text.count(",") >= 1)


def is_contact(text: str) -> bool:
    """Whether a line tells where to reach somebody: 地址：… 电话：…; whose, its neighbours must tell."""
    return len(text) <= _LONGEST and bool(_CONTACT.match(text)) and not re.search(r"[。！？；]", text)
