"""Annotation: words with pinyin in context, terms of the glossary, themes, and the relatives of each report.

The way of data: :mod:`segment` → :mod:`context` and :mod:`pinyin` → :mod:`words`; beside it :mod:`lexicon`,
:mod:`themes` and :mod:`related`. All are pure functions of texts.
"""
