"""Atom feeds: one of the site, one of each theme, each with its newest reports.

choosing   pages → what feeds say of the newest reports      atom   that and the site's data → XML
"""
