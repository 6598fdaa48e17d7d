"""All kinds of damage, each with its group; of a mixture's kinds no two are of one group.

The order of the groups is the order in which a mixture does its damage: what a paper sets, then what an
extraction reads across, repeats and adds, then lines, characters and bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import body, characters, furniture, heads, layout, order, parted, places, repetition, reports
from .headings import STYLES, styled, two_lines
from .model import Damage

GROUPS = [
    "undamaged",
    "reports",
    "head",
    "headings",
    "body",
    "lawful",
    "order",
    "parted",
    "repetition",
    "furniture",
    "layout",
    "characters",
    "encoding",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage; ``reports`` says how many reports the document has before it is done."""

    name: str
    group: str
    damage: Damage
    reports: int = 1


def _kinds(group: str, count: int = 1, /, **damages: Damage) -> list[Kind]:
    return [Kind(name.replace("_", "-"), group, damage, count) for name, damage in damages.items()]


_STYLE_NAMES = dict(
    zip(
        STYLES,
        [
            "none",
            "lone",
            "han",
            "han-paren",
            "arabic",
            "arabic-comma",
            "two-digits",
            "part",
            "brackets",
            "bold",
            "hashes",
            "hash-number",
            "circle",
        ],
        strict=True,
    )
)
_SHUFFLED = ("1", "一、", "（一）", "1.", "第一部分", "# 1")

KINDS: tuple[Kind, ...] = (
    *_kinds(
        "undamaged", spaced=layout.spaced, indented=layout.indented, tight=layout.tight, loose=layout.loose
    ),
    *_kinds(
        "reports",
        2,
        reports_blank_lines=reports.blank_lines_only,
        reports_bylines=reports.bylines_only,
        reports_stars=reports.separated(reports.STARS),
    ),
    *_kinds(
        "head",
        byline=heads.byline,
        dateline=heads.dateline,
        meta_at_head=heads.meta_at_head,
        meta_at_foot=heads.meta_at_foot,
        byline_at_foot=heads.byline_at_foot,
        kicker=heads.kicker,
        title_in_two_lines=heads.title_in_two_lines,
        deck_without_dash=heads.deck_without_dash,
        title_marked=heads.title_marked,
    ),
    *(Kind(f"headings-{_STYLE_NAMES[style]}", "headings", styled(style)) for style in STYLES),
    *_kinds("headings", headings_two_lines=two_lines),
    *_kinds(
        "body",
        run_in_leads=body.run_in_leads,
        numbered_measures=body.numbered_measures,
        caption_list=body.caption_list,
        table=body.table,
    ),
    *_kinds(
        "lawful",
        slogan_stays=repetition.slogan_stays,
        opening_stays=repetition.opening_stays,
        subheads_stay=repetition.subheads_stay,
    ),
    *(Kind(f"shuffled-{_STYLE_NAMES[style]}", "order", order.shuffled(style)) for style in _SHUFFLED),
    *_kinds(
        "order",
        shuffled_ordinals=order.ordinals_shuffled,
        headline_inside=order.headline_inside,
        headline_after=order.headline_after,
        headline_parts_sentence=order.headline_parts_sentence,
        columns_by_blocks=order.columns_by_blocks,
        columns_mid_sentence=order.columns_mid_sentence,
        halves_swapped=parted.halves_swapped,
    ),
    *_kinds("order", 2, cut_by_report=parted.cut_by_report, next_headline=parted.by_next_headline),
    *_kinds(
        "parted",
        parted_by_nothing=parted.by_nothing,
        parted_by_caption=parted.by_caption,
        parted_by_captions=parted.by_captions,
        parted_by_page_header=parted.by_page_header,
        parted_by_page_number=parted.by_page_number,
        parted_by_placeholder=parted.by_placeholder,
        parted_by_several=parted.by_several,
        parted_by_stray_headline=parted.by_stray_headline,
        text_lost=parted.text_lost,
    ),
    *_kinds(
        "repetition",
        section_twice=repetition.section_twice,
        paragraph_twice=repetition.paragraph_twice,
        title_twice=repetition.title_twice,
        cut_copy=repetition.cut_copy,
        misread_copy=repetition.misread_copy,
    ),
    *_kinds(
        "furniture",
        navigation=furniture.navigation,
        sharing=furniture.sharing,
        previous_next=furniture.previous_next,
        related=furniture.related,
        copyright=furniture.copyright_lines,
        registration=furniture.registration,
        counters=furniture.counters,
        editors=furniture.editors,
        image_links=furniture.image_links,
        page_heads=furniture.page_heads,
        whole_page=furniture.whole_page,
    ),
    *_kinds("layout", wrapped=layout.wrapped, wrapped_over_pages=layout.wrapped_over_pages),
    *_kinds(
        "characters",
        spaces_everywhere=characters.spaces_everywhere,
        spaces_some=characters.spaces_here_and_there,
        zero_width=characters.zero_width,
        private_use=characters.private_use,
        full_width=characters.full_width,
        half_width=characters.half_width,
        stray_latin=characters.stray_latin,
        misread_place=places.misread_place,
    ),
    *_kinds(
        "encoding",
        gb18030=characters.encoded("gb18030"),
        big5=characters.encoded("big5"),
        utf_16=characters.encoded("utf-16-le+bom", "utf-16-be+bom"),
        utf_8_bom=characters.encoded("utf-8+bom"),
    ),
)
NAMES = tuple(kind.name for kind in KINDS)
UNDAMAGED = tuple(kind.name for kind in KINDS if kind.group == "undamaged")
MIXTURE = "mixture"
