"""Who signs a report on a line of its own below its title, without a mark: names, one name, an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.clean.blocks import PROSE, Block, Kind
from build_scripts.clean.people import is_lone_name, probable_names

# A title above a single name has a phrase's length.
_SHORTEST_TITLE = 5
_OFFICE = re.compile(
    r"(?:中共)?[\u4e00-\u9fff]{2,10}(?:组织部|宣传部|县委|市委|区委|省委|党委|政府|办公室|委员会|人事局|教育局|[\u4e00-\u9fff]局|党校|学校|大学|学院|研究院|研究所|课题组|调研组|编辑部|评论部|通讯组|报道组|采访组|工作组|联合会|协会)$"
)


def signs(blocks: Sequence[Block], place: int) -> bool:
    """Whether the line at ``place`` says who wrote the report whose title stands directly above.

    One name alone does so only between a title and a paragraph: 周牧 may also head a passage on her.
    """
    if not _below_title(blocks, place):
        return False
    text, above = blocks[place].text, blocks[place - 1]
    titled = above.kind is not Kind.HEADING and len(above.text) >= _SHORTEST_TITLE
    alone = is_lone_name(text) and titled and blocks[place + 1].kind in PROSE
    return alone or probable_names(text) or bool(_OFFICE.match(text))


def _below_title(blocks: Sequence[Block], place: int) -> bool:
    """Whether a title line or a deck stands directly above, and prose or another head line below."""
    if place == 0 or place + 1 >= len(blocks):
        return False
    titled = blocks[place - 1].kind in (Kind.SHORT, Kind.DECK, Kind.HEADING)
    return titled and blocks[place + 1].kind not in (Kind.SHORT, Kind.DECK)
