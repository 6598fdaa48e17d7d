"""The titles of documents that a text names: what stands between 《 and 》."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLE = re.compile(r"《([^《》\n]{1,100})》")


def document_titles(text: str) -> Iterator[str]:
    """The titles in ``text`` in order, without the marks around them and without white space.

    A title within a title stands in 〈〉 (GB/T 15834) and belongs to it. A title of more than 100 characters
    is a mark that was never closed.

    >>> list(document_titles("印发《关于“1+5” 文件的意见》和《〈条例〉释义》"))
    ['关于“1+5”文件的意见', '〈条例〉释义']
    """
    for found in _TITLE.finditer(text):
        title = "".join(found[1].split())
        if title:
            yield title
