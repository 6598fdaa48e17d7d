"""The title and the subtitle: their English and its mark live in the front matter.

    title: 中文题目
    title_en: English title
    title_mark: 9f2c1a7e machine 1a2b3c4d    (the Chinese that is translated, the status, the English)
    title_was: 旧题目                         (only while the English is stale)
    title_ok: T021 miles on purpose           (a person's: what is known to be right, and why)

The logic is that of a unit. An English title whose Chinese is gone stays, with the status ``orphan``.
"""

from __future__ import annotations

import re

from build_scripts.sync.asides import Exempt, read_exceptions
from build_scripts.sync.front import FrontMatter, Value
from build_scripts.sync.marks import (
    Chinese,
    Mark,
    Status,
    effective,
    read_mark,
    with_chinese,
    without_chinese,
)
from build_scripts.sync.text import one_line

FIELDS = ("title", "subtitle")

_MARK = re.compile(r"(?:(?P<zh>[0-9a-f]{8})(?=[ \t]|$)[ \t]*)?(?P<words>.*)")


def title_status(front: FrontMatter, key: str = "title") -> Status:
    """What is true of ``title_en`` (or ``subtitle_en``), whatever its mark says."""
    return title_mark(front, key).status


def title_mark(front: FrontMatter, key: str = "title") -> Mark:
    """The effective mark of ``title_en`` (or ``subtitle_en``)."""
    return effective(_claimed(front, key)[1], front.text(f"{key}_en"))


def malformed_mark(front: FrontMatter, key: str) -> bool:
    """Whether there is a ``title_mark`` that cannot be read."""
    return bool(front.text(f"{key}_mark")) and _claimed(front, key)[1] is None


def title_exceptions(front: FrontMatter, key: str = "title") -> tuple[Exempt, ...]:
    """The exceptions that a person granted to a title; none where they cannot be read."""
    return read_exceptions(front.text(f"{key}_ok"), front.line(f"{key}_ok")) or ()


def malformed_exceptions(front: FrontMatter, key: str) -> bool:
    """Whether there are exceptions that cannot be read."""
    words = front.text(f"{key}_ok")
    return bool(words) and read_exceptions(words) is None


def _claimed(front: FrontMatter, key: str) -> tuple[str, Mark | None]:
    found = _MARK.fullmatch(front.text(f"{key}_mark"))
    if not found:
        return "", None
    return found["zh"] or "", read_mark(found["words"].strip())


def title_values(front: FrontMatter, key: str, title: str) -> dict[str, Value]:
    """What the four keys of a title must become when its Chinese is ``title`` now.

    ``title_en`` is only among them where there is none: a place to write it.
    """
    new = one_line(title)
    shown = Chinese.of(front.text(key))
    if not new and key == "title":
        new = shown.text  # the source has none: a person wrote it on the page
    zh, claimed = _claimed(front, key)
    english = front.text(f"{key}_en")
    true = effective(claimed, english)
    old = _translated_before(front, key, zh, true, shown)
    if new and zh and true.status not in (Status.STALE, Status.ORPHAN) and not front.text(f"{key}_was"):
        # The mark knows better than the line of Chinese, which somebody may have touched.
        shown = Chinese.of(new) if Chinese.of(new).hash == zh else shown
    if not new:
        return _gone(key, true, english, shown, old)
    chinese = Chinese.of(new)
    mark, was = with_chinese(true, english, shown=shown, was=old, new=chinese)
    base = was or (Chinese(zh or chinese.hash, "") if mark.status is Status.STALE else chinese)
    values: dict[str, Value] = {key: new, f"{key}_mark": f"{base.hash} {mark}", f"{key}_was": base_text(was)}
    if f"{key}_en" not in front.values:
        values[f"{key}_en"] = ""
    return values


def base_text(was: Chinese | None) -> str | None:
    """The old Chinese for ``title_was``; None if there is none to show."""
    return was.text if was is not None and was.text else None


def _translated_before(front: FrontMatter, key: str, zh: str, true: Mark, shown: Chinese) -> Chinese | None:
    """The Chinese that a stale or orphaned title translates."""
    if true.status not in (Status.STALE, Status.ORPHAN):
        return None
    text = front.text(f"{key}_was")
    if not text:
        return None
    return Chinese(zh, text) if zh else Chinese.of(text)


def _gone(key: str, true: Mark, english: str, shown: Chinese, old: Chinese | None) -> dict[str, Value]:
    if not english:
        return dict.fromkeys((key, f"{key}_en", f"{key}_mark", f"{key}_was"))
    mark, was = without_chinese(true, english, shown=shown, was=old)
    base = was or shown
    return {key: None, f"{key}_mark": f"{base.hash} {mark}", f"{key}_was": base.text or None}
