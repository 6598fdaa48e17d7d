"""Addresses of other pages.

A Python-Markdown extension does not know which page it is working on, so that it cannot write a relative
link. It writes links from the root of ``docs/``: ``/reports/x.md#u-1234abcd``. MkDocs resolves and checks
these (``validation.links.absolute_links: relative_to_docs``) and makes them relative. For another host
two options give the form of its addresses, e.g. prefix ``/duizhao/`` and suffix ``.html``.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Links:
    """How the address of a page is written: ``prefix``, the path without ``.md``, ``suffix``."""

    prefix: str = "/"
    suffix: str = ".md"

    def file(self, path: str) -> str:
        """The address of a file that is no page, from docs/ too.

        >>> Links("/site/").file("assets/x.tmx")
        '/site/assets/x.tmx'
        """
        return f"{self.prefix}{quote(path)}"

    def search(self, query: str) -> str:
        """The address of a search for ``query``, on the first page of the site.

        >>> Links("/site/", ".html").search("一肩挑")
        '/site/index.html?q=%E4%B8%80%E8%82%A9%E6%8C%91'
        """
        return f"{self.to('index.md')}?q={quote(query, safe='')}"

    def to(self, path: str, anchor: str = "") -> str:
        """The address of ``path`` (from docs/, forward slashes, ``.md``), at ``anchor`` if given.

        >>> Links().to("reports/x.md", "u-1234abcd")
        '/reports/x.md#u-1234abcd'
        >>> Links("/site/", ".html").to("themes/index.md")
        '/site/themes/index.html'
        """
        stem = quote(path.removesuffix(".md"))
        return f"{self.prefix}{stem}{self.suffix}" + (f"#{anchor}" if anchor else "")
