"""Checks of the English against its Chinese: figures, terms, text. Nothing here changes a page.

``units.check_pages`` is the way in. A check is a pure function of the Chinese and the English of one unit
(or of the units of one page) that gives :class:`faults.Fault`; the place, the exceptions that translators
wrote and what is left alone are the business of :mod:`units` and :mod:`exceptions`.
"""
