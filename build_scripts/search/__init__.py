"""The search: every run of characters is found, in Chinese, English and pinyin, without a server.

    units     text → units            what the smallest thing is that can be searched for
    tokens    units → index words     overlapping pairs, so that a run of any length is found at any place
    pages     built HTML → text       the texts of a page by block and language, as readers see them
    copies    text → indexed HTML     one small page for each index: Chinese, English, pinyin
    facets    site data → filters     what results can be narrowed to, and what is suggested
    places    links → codes          the places by which results are narrowed
    pieces    index → finer index    less for a reader to load
    building  site/ → site/search/    Pagefind run over the copies: the only module with files and processes

The browser's half is docs/assets/duizhao-search.js; it divides queries exactly as :mod:`.tokens` divides
texts, which tests/search/ holds both to.
"""
