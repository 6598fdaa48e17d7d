"""An example of a word: a sentence of the report and its English, cut as duizhao-vocabulary.js cuts them.

What the browser and the command take along is the same, character for character (tested).
"""

from __future__ import annotations

import re

# Whatever closes behind the end of a sentence belongs to it. A full stop in English ends one where white
# space and a capital, a figure or an opening mark follow; “No. 5” and “e.g. in” do not.
_CHINESE = re.compile(r".*?(?:[。！？…]+[”’」』）》】〉]*|$)\s*", re.DOTALL)
_ENGLISH = re.compile(
    r".*?(?:(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\be\.g)(?<!\bi\.e)[.!?]+[”’)\"'\]]*(?=\s+[A-Z0-9“‘(\"'])|$)\s*",
    re.DOTALL,
)


def chinese_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a Chinese text, white space behind each included.

    >>> chinese_sentences("路通了。“水也通了。”村民说")
    ('路通了。', '“水也通了。”', '村民说')
    """
    return tuple(part for part in _CHINESE.findall(text) if part)


def english_sentences(text: str) -> tuple[str, ...]:
    """The sentences of an English text, white space behind each included.

    >>> english_sentences("The road is open. “So is the water.” See No. 5, e.g. there.")
    ('The road is open. ', '“So is the water.” ', 'See No. 5, e.g. there.')
    """
    return tuple(part for part in _ENGLISH.findall(text) if part)


def example(zh: str, en: str, word: str) -> tuple[str, str]:
    """The first sentence of ``zh`` with ``word``, and its English: all of ``en`` where sentences do not pair.

    >>> example("路通了。水也通了。", "The road is open. So is the water.", "水")
    ('水也通了。', 'So is the water.')
    >>> example("路通了。水也通了。", "Road and water are there.", "水")
    ('水也通了。', 'Road and water are there.')
    """
    chinese, english = chinese_sentences(zh), english_sentences(en)
    at = next((at for at, sentence in enumerate(chinese) if word in sentence), None)
    if at is None:
        return zh.strip(), en.strip()
    return chinese[at].strip(), (english[at] if len(chinese) == len(english) else en).strip()
