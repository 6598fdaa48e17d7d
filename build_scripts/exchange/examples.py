"""An example of a word: a sentence of the report and its English.

What the browser (duizhao-vocabulary.js) and the command take along is the same, character for character
(tested).
"""

from __future__ import annotations

from build_scripts.annotate.sentences import chinese_sentences, english_sentences


def example(zh: str, en: str, word: str) -> tuple[str, str]:
    """The first sentence of ``zh`` with ``word``, and its English: all of ``en`` where sentences do not pair.

    What semicolons part stays together: a sentence to learn from is a whole one.

    >>> example("路通了。水也通了。", "The road is open. So is the water.", "水")
    ('水也通了。', 'So is the water.')
    >>> example("路通了。水也通了。", "Road and water are there.", "水")
    ('水也通了。', 'Road and water are there.')
    """
    spans = chinese_sentences(zh, semicolons=False)
    chinese = [zh[start:end] for start, end in spans]
    english = english_sentences(en, semicolons=False)
    at = next((at for at, sentence in enumerate(chinese) if word in sentence), None)
    if at is None:
        return zh.strip(), en.strip()
    return chinese[at], (english[at] if len(chinese) == len(english) else en).strip()
