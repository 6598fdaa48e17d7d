"""What machines are told of each kind of page: reports, terms, themes and lists. See :mod:`.structured`.

Addresses are those of pages of which the site's data know that they are there: a project need not have lists
of its themes or terms, and a link to nothing would be reported for every report.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import EN, ZH
from build_scripts.publish.site import Report
from build_scripts.publish.structured import Data, To, data_element, trail

_BOTH = [ZH, EN]


def report_data(report_id: str, context: Context) -> list[Element]:
    """Of a report: the Chinese article, what it is taken from, its English, and the way to it."""
    report = context.site.reports.get(report_id)
    if report is None:
        return []
    theme = context.site.themes.get(report.themes[0]) if report.themes else None
    above = [(theme.path, theme.title, theme.title_en)] if theme else []
    here = (report.path, report.title, report.title_en)
    english = [_english(report, context)] if report.title_en else []
    return data_element([_chinese(report, context), *english, trail([*above, here])], context)


def _chinese(report: Report, context: Context) -> Data:
    published = _published(report)
    themes = (context.site.themes.get(name) for name in report.themes)
    return {
        "@type": "Article",
        "@id": "#zh",
        "headline": report.title,
        "alternativeHeadline": report.subtitle,
        "inLanguage": ZH,
        "url": To(report.path),
        "mainEntityOfPage": To(report.path),
        **published,
        "about": [_about(theme.title, theme.title_en, theme.path) for theme in themes if theme],
        # The page is an edition of its own: its typography is mended, the furniture of the original left out.
        "isBasedOn": published and {"@type": "Article", "headline": report.title, **published},
        "workTranslation": {"@id": "#en"} if report.title_en else None,
        "isAccessibleForFree": True,
    }


def _english(report: Report, context: Context) -> Data:
    machine = report.title_machine or report.counts.get("machine", 0) > 0
    return {
        "@type": "Article",
        "@id": "#en",
        "headline": report.title_en,
        "alternativeHeadline": report.subtitle_en,
        "inLanguage": EN,
        "url": To(report.path),
        **_published(report),
        "translationOfWork": {"@id": "#zh"},
        "creativeWorkStatus": "contains machine translation" if machine else None,
        "license": context.licence[1],
        "isAccessibleForFree": True,
    }


def _published(report: Report) -> Data:
    """What is known of the publication that a report is taken from."""
    known: Data = {
        "author": [{"@type": "Person", "name": name} for name in report.authors],
        "datePublished": report.date,
        "publisher": {"@type": "Organization", "name": report.publisher} if report.publisher else None,
    }
    return {name: value for name, value in known.items() if value}


def _about(title: str, title_en: str, path: str) -> Data:
    return {"@type": "Thing", "name": title, "alternateName": title_en, "url": To(path)}


def term_data(term_id: str, context: Context) -> list[Element]:
    """Of the first page of a term: the term, its English and what it means."""
    term = context.site.terms.get(term_id)
    entry = context.entry(term.zh) if term else None
    if term is None or not term.path:
        return []
    glossary = (term.page, "词汇", "Glossary")
    node: Data = {
        "@type": "DefinedTerm",
        "name": term.zh,
        "alternateName": [name for name in (term.en, term.pinyin) if name],
        "description": " ".join(filter(None, (entry.explanation_zh, entry.explanation_en))) if entry else "",
        "inLanguage": _BOTH,
        "termCode": term_id,
        "url": To(term.path),
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "词汇 Glossary", "url": To(term.page)},
    }
    return data_element([node, trail([glossary, (term.path, term.zh, term.en)])], context)


def list_data(theme_id: str, context: Context) -> list[Element]:
    """Of the first page of a list of reports, all or those of a theme: what it collects."""
    theme = context.site.themes.get(theme_id)
    if theme_id and theme is None:
        return []
    parts: list[Data] = [
        {"@type": "Article", "headline": one.title, "alternativeHeadline": one.title_en, "url": To(one.path)}
        for one in context.site.reports_on(theme_id, 1).items
    ]
    node: Data = {
        "@type": "CollectionPage",
        "name": theme.title if theme else "报告",
        "alternateName": theme.title_en if theme else "Reports",
        "inLanguage": _BOTH,
        "url": To(theme.path) if theme else None,
        "hasPart": parts,
    }
    way = [trail([(theme.path, theme.title, theme.title_en)])] if theme else []
    return data_element([node, *way], context)
