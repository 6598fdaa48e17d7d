"""EPUBs of the reports: one of each, one of each theme, one of the whole site.

    chapter    a rendered report → XHTML              notes     entries of the glossary → XHTML
    volumes    the site's data → which books there are    package   chapters and notes → an EPUB

A chapter is read from the HTML that the site shows, so that a book says what the site says. Its bytes are the
same in every book that holds it. :mod:`.building` alone knows of files and processes.
"""
