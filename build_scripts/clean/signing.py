"""Who signs a report on a line of its own below its title, without a mark: names, one name, an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.clean.blocks import PROSE, Block, Kind
from build_scripts.clean.official_lines import is_office, is_signatory
from build_scripts.clean.people import byline_names, is_lone_name, probable_names

# A title above a single name has a phrase's length.
_SHORTEST_TITLE = 5
# Title, kicker and deck stand within so many lines.
_MOST_HEAD_LINES = 4
_TITLES = (Kind.SHORT, Kind.DECK, Kind.HEADING)
_BOTH = re.compile(r"文\s?[/／、]?\s?图|图\s?[/／、]?\s?文|(?:摄影|图片)报道$")
_OFFICE = re.compile(
    r"(?:中共)?[\u4e00-\u9fff]{2,10}(?:组织部|宣传部|县委|市委|区委|省委|党委|政府|办公室|委员会|人事局|教育局|[\u4e00-\u9fff]局|党校|学校|大学|学院|研究院|研究所|课题组|调研组|编辑部|评论部|通讯组|报道组|采访组|工作组|联合会|协会)$"
)

# 市 长 文 溪, spaced out and closed up: the speaker of a report to a congress.
_SPEAKER = re.compile(r"(?:代|副)?(?:[省市县区州镇乡]长|检察长|院长|主任|主席)[\u4e00-\u9fff]{2,3}$")


def signs(blocks: Sequence[Block], place: int) -> bool:
    """Whether the line at ``place`` says who wrote the report whose title stands directly above.

    A paragraph follows, or another line of the head, or the heading of the first section. One name alone
    signs only below a phrase and above the body: 周牧 may also head a passage on her.
    """
    if place == 0 or place + 1 >= len(blocks) or blocks[place - 1].kind not in _TITLES:
        return False
    text, above, below = blocks[place].text, blocks[place - 1], blocks[place + 1]
    speaker = is_signatory(text) or bool(_SPEAKER.match("".join(text.split())))
    office = speaker or is_office(text) or bool(_OFFICE.match(text))
    titled = above.kind is not Kind.HEADING and len(above.text) >= _SHORTEST_TITLE
    alone = is_lone_name(text) and titled
    headed = below.kind is Kind.SHORT and place + 2 < len(blocks) and blocks[place + 2].kind in PROSE
    # The title once more below is no further line of the head.
    again = any(block.text == below.text for block in blocks[max(0, place - _MOST_HEAD_LINES) : place])
    if below.kind in (Kind.SHORT, Kind.DECK) and not again:
        return headed and (office or alone)
    return office or probable_names(text) or (alone and below.kind in PROSE)


def wrote_and_pictured(text: str) -> bool:
    """Whether a line says who wrote and took the pictures: 本报记者 文溪 文/图 or 摄影报道, no caption."""
    return bool(_BOTH.search(text)) and byline_names(text) is not None
