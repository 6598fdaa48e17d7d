"""Cleaning: a raw document becomes blocks that are whole, typed and in order, every decision recorded.

:mod:`build_scripts.clean.cleaning` is the order of the rules; each rule is a file of
:mod:`build_scripts.clean.rules` with a code in :mod:`build_scripts.clean.codes`.
"""
