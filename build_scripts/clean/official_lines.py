"""The forms of single lines of official papers: document numbers, offices, addressees, lines at the foot."""

from __future__ import annotations

import re

_DIGITS = "二〇○零一三四五六七八九十"
_NUMBER = re.compile(
    r"[（(]?[\u4e00-\u9fff（）]{1,16}\s*[〔\[（(【﹝［]\s*(?:19|20)\d{2}\s*[〕\])）】﹞］]\s*第?\s*\d{1,4}\s*号[）)]?"
    r"(?:\s*(?:签发人|会签人)\s*[:：].{2,20})?$|(?:\d{4}年)?第\s*\d{1,4}\s*号$|(?:总第|第)\s*\d{1,4}\s*期(?:\s*[（(]?总第?\s*\d+\s*期[）)]?)?$"
)
_END = (
    r"(?:人民政府|委员会|办公室|党委|党组|党工委|工委|总支|支部|纪委|监委|组织部|宣传部|统战部|政法委"
    r"|常委会|政协|法院|检察院|领导小组|指挥部|联席会议|工作组|专班|分局|总局|[局厅委部署院办站所队]"
    r"|中心|协会|学会|联合会|总工会|商会|基金会|妇联|工商联|文联|残联|科协|团委|公司|集团|学校|大学"
    r"|学院|中学|小学|医院|管委会|街道|村委会|居委会|合作社|支队|大队|总队|中队|调查队|银行|信用社"
    r"|报社|图书馆|博物馆|文化馆)"
)
_OFFICE = re.compile(
    rf"(?:中共)?[\u4e00-\u9fff·（）()“”]{{2,30}}{_END}(?:办公室)?(?:\s*[（(](?:盖章|章|印章|公章|代章)[）)])?$"
)
# An office's name has no such words; a headline (云溪成立乡村振兴局) has.
_NO_NAME = re.compile(
    r"[把被让为了着过将从到向往给是有在，、：]|成立|建起|办起|组建|打造|走进|挂牌|迎来|开进|探访|建成|里的|上的|一[个座所支]|“"
)
_PLACED = re.compile(
    r"[省市县区州旗盟镇乡村]|街道|国家|全国|中共|中国|中央|国务院|人民|自治|集团|公司|大学|学院|协会|委员会"
)
_DATE_LINE = re.compile(
    rf"[（(]?\s*(?:(?:19|20)\d{{2}}|[{_DIGITS}]{{4}})\s*年\s*(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*月(?:\s*(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*日)?\s*[）)]?(?:\s*(?:印发|印))?$"
)
_SIGNATORY = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}(?:省长|市长|县长|区长|州长|镇长|乡长|主任|局长|书记|主席|院长|检察长|部长|厅长|会长|校长|司令员|政委|委员长|总理))[\s：:]+[\u4e00-\u9fff·]{2,4}(?:\s+[\u4e00-\u9fff])?$"
)
_CLOSED = re.compile("[。；]")
_ADDRESSEE = re.compile(
    r"(?:各|.{0,30}(?:人民政府|委员会|局|办|部门|单位|厅|公司|中心|院|党委|党组|支部|同志|办公室|机构|大队|银行|学校|街道|企业)).{0,90}[:：]$"
)
_FOOT = re.compile(
    r"(?:抄送|抄报|主送|分送|报送|印送|抄\s*送|报|送|发送)\s*[:：](?!告).{2,}"
    r"|.{2,30}?[\s　]+(?:(?:19|20)\d{2}|[二〇○零一三四五六七八九]{4})年.{1,4}月.{1,3}日\s*(?:印发"
    r"|印|印制|校印)$|[（(]?\s*共?印\s*\d+\s*份\s*[）)]?$"
    r"|[（(](?:此件|本件|此文件).{0,6}(?:公开|不予公开|发至|发布|删减).{0,10}[）)]$|(?:公开(?:方式|属性|类别|范围|形式)|信息公开选项)\s*[:：].{2,12}$"
    r"|(?:签发人|会签人|拟稿人?|核稿人?|承办(?:科|处)室|经办人)\s*[:：].{2,30}$|(?:特急|加急|平急|特提|明电|内部明电|急件|普通商密|(?:绝密|机密|秘密)(?:★.{1,5})?)$"
    r"|[\u4e00-\u9fff（）]{2,24}(?:人民政府|委员会|办公室|[局厅委部])(?:办公室)?文件$"
)
_PASSED = re.compile(
    r"[（(]\s*(?:\d{4}|[二〇○零一三四五六七八九]{4})年.{2,5}月.{1,3}日?.{2,120}(?:通过|公布|发布|修订|修正|批准|施行|印发|会议|令|号|讲话|起草)\s*[）)]$"
)


def is_document_number(text: str) -> bool:
    """Whether a line is a document's number: 云政办发〔2021〕8号, or the number of an order or a bulletin.

    Example:
        >>> is_document_number("云政办发〔2021〕8号"), is_document_number("按照云政办发〔2021〕8号文件要求")
        (True, False)
    """
    return len(text) <= 50 and bool(_NUMBER.match(text))


def is_office(text: str) -> bool:
    """Whether a line names one office or several, and nothing else.

    Example:
        >>> is_office("云溪县人民政府办公室"), is_office("云溪县成立乡村振兴局")
        (True, False)
    """
    names = text.split()
    return bool(names) and all(_is_one_office(name) for name in names)


def _is_one_office(name: str) -> bool:
    return bool(_OFFICE.match(name) and _PLACED.search(name)) and not _NO_NAME.search(name)


def is_signatory(text: str) -> bool:
    """Whether a line is who signs an order: 县长 and a name."""
    return bool(_SIGNATORY.match(text))


def is_date_line(text: str) -> bool:
    """Whether a line is a date, in figures or in Chinese; the day may be missing (2021年9月)."""
    return bool(_DATE_LINE.match(text))


def is_addressee(text: str) -> bool:
    """Whether a line says to whom a paper is addressed: 各乡镇人民政府，县直各单位："""
    brief = len(text) <= 130 and text.endswith(("：", ":"))
    return brief and not _CLOSED.search(text) and bool(_ADDRESSEE.match(text))


def is_official_metadata(text: str) -> bool:
    """Whether a line tells of the paper itself: number, recipients of copies, printer, when it was passed."""
    if len(text) > 200:
        return False
    return is_document_number(text) or bool(_FOOT.match(text) or _PASSED.match(text)) or _is_month(text)


def _is_month(text: str) -> bool:
    """A month alone is a heading of a chronicle; in brackets it stands under a title."""
    return text.startswith(("（", "(")) and is_date_line(text)
