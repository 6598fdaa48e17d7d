"""What a web page says of itself in its head, where the report's own text does not say it.

Example:
    <meta name="PubDate" content="2021-03-02">        the date of a report that has none in its text

The title, the authors, the date and the publisher are filled in, each only where it is missing, and said.
Title and authors belong to one report: a page with several keeps them to itself.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.model import Article, Finding, PageFacts

CODE = "C036"


def fill_facts(article: Article, facts: PageFacts, *, alone: bool) -> tuple[Article, tuple[Finding, ...]]:
    """The report with what its page says of itself, and a finding for each thing that was filled in.

    Args:
        article: the report.
        facts: of its page; empty for a text.
        alone: whether it is the only one of the page.
    """
    filled = replace(
        article,
        date=article.date or facts.date or None,
        publisher=article.publisher or facts.publisher or None,
        authors=article.authors or (facts.authors if alone else ()),
        title=article.title or (facts.title if alone else ""),
    )
    given = [
        ("title", filled.title if filled.title != article.title else ""),
        ("date", filled.date if filled.date != article.date else ""),
        ("publisher", filled.publisher if filled.publisher != article.publisher else ""),
        ("authors", "、".join(filled.authors) if filled.authors != article.authors else ""),
    ]
    spans = article.pieces[0].spans[:1] if article.pieces else ()
    found = (
        Finding(CODE, f"the {name} “{value}” is taken from the page's head, not from its text", spans)
        for name, value in given
        if value
    )
    return filled, tuple(found)
