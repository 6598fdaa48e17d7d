"""Translations out to the tools of translators and back: PO, XLIFF, TMX, CSV, JSON Lines.

rows       pages → rows                       one a title or unit, with all a translator needs
formats    rows → a file, a file → returned rows
deciding   returned rows + pages → changes    what is written, what is a conflict
"""
