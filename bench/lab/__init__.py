"""The damage laboratory: clean text in, damaged text with its truth out, and a score of the cleaning.

Nothing here knows the cleaning's rules: damage is described from what printed pages, scans and web pages do
to a text. Of the program only the way to run it is used (``build_scripts.documents``, ``model``, ``read``).
"""
