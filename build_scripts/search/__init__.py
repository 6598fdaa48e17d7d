"""The search: every run of characters is found, in Chinese, English and pinyin, without a server.

    units     text → units            what the smallest thing is that can be searched for
    tokens    units → index words     overlapping pairs, so that a run of any length is found at any place
    trimmed   built HTML → less       what no search finds taken out before a page is parsed
    pages     built HTML → text       the texts of a page by block and language, as readers see them
    words     text → words            what a page is found by in each index: Chinese, English, pinyin
    texts     text → JSON             what is shown of a page that was found
    facets    site data → filters     what results can be narrowed to, and what is suggested
    places    links → codes           the places by which results are narrowed
    postings  words → index           words with their pages and places, as Pagefind's program reads them
    pieces    index → files           cut so that a reader loads little
    program   Pagefind → site/search  its program for the browser
    batches   pages → runs            pages read in batches, kept from one build to the next
    building  site/ → site/search/    runs merged and all put into the site

The browser's half is docs/assets/duizhao-search.js; it divides queries exactly as :mod:`.tokens` divides
texts, which tests/search/ holds both to.
"""
