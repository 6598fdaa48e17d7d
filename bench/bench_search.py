"""What a first search downloads: bytes over the network, in a real browser, with nothing kept from before.

    python bench/bench_search.py --numbers 1000,10000

makes reports (bench/generated.py), of each a page with no more than its texts, and the real index of these
pages: a tenth of the time of building it whole. `make bench-scale ARGS=--search` measures the whole site.
Text goes over the network as servers send it, gzipped; the pieces of the index are so already.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import html
import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "bench"))
sys.path.insert(0, str(ROOT / "tools"))

from browser import find_browser, why_not  # noqa: E402
from generated import generate, read_sample  # noqa: E402

from build_scripts.annotate.divisions import divisions, lineage  # noqa: E402
from build_scripts.annotate.lexicon import Lexicon, load_lexicon  # noqa: E402
from build_scripts.annotate.words import annotate  # noqa: E402
from build_scripts.publish.site import Report, Site, Theme  # noqa: E402
from build_scripts.search.building import build_search  # noqa: E402
from build_scripts.sync.page import Page, parse, status  # noqa: E402

QUERIES: Mapping[str, str] = {
    "two characters, everywhere": "干部",
    "four characters": "乡村振兴",
    "ten characters": "群众办事不出村就能办",
    "a figure": "513个",
    "an English word": "village",
    "two English words": "Party secretaries",
    "pinyin": "xiangcun zhenxing",
    "pinyin that is found": "xiangcun",
    "initials": "xczx",
}
"""What is searched for, by what it is."""

_GZIPPED = {".html", ".js", ".css", ".json", ".svg"}
_HOME = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>bench</title>
<script src="assets/duizhao-search.js" defer></script></head>
<body><main><article></article></main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a first search for ``query`` downloaded: the bytes of each file by its address."""

    name: str
    query: str
    files: Mapping[str, int]

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.files.values())


class _Gzipping(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as hosts of static sites do."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:  # the name is that of http.server
        """Send a file, text compressed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _GZIPPED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Gzipping, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def first_searches(site: Path) -> list[Weight]:
    """Each query of :data:`QUERIES` as the first of a reader whose page has loaded, the first ten hits shown.

    Raises:
        SystemExit: there is no browser to measure in, or a search finds nothing.
    """
    reason = why_not()
    if reason:
        raise SystemExit(f"a browser is needed to measure the search: {reason}")
    from playwright.sync_api import sync_playwright

    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        found = [_first_search(browser, address, name, query) for name, query in QUERIES.items()]
        browser.close()
    return found


def _first_search(browser: Any, address: str, name: str, query: str) -> Weight:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/index.html", wait_until="networkidle")
        session = context.new_cdp_session(page)
        asked: dict[str, str] = {}
        files: dict[str, int] = {}

        def ended(event: Mapping[str, Any]) -> None:
            path = urlsplit(asked.get(event["requestId"], "")).path
            files[path] = files.get(path, 0) + int(event["encodedDataLength"])

        session.on(
            "Network.requestWillBeSent", lambda it: asked.update({it["requestId"]: it["request"]["url"]})
        )
        session.on("Network.loadingFinished", ended)
        session.send("Network.enable")
        page.keyboard.press("/")
        page.locator(".dz-find input[name=q]").fill(query)
        page.locator(".dz-find__said", has_text="页").or_(
            page.locator(".dz-find__said", has_text="没有")
        ).wait_for(timeout=120_000)
        page.wait_for_load_state("networkidle")
        return Weight(name, query, files)


def show(number: int, weights: Sequence[Weight]) -> None:
    """Print a line for each query, and what the heaviest is made of."""
    for weight in weights:
        print(
            f"{number:>6}  {weight.name:28}{weight.total / 1000:>9.1f} kB in {len(weight.files):>3} files",
            flush=True,
        )
    heaviest = max(weights, key=lambda weight: weight.total)
    parts: dict[str, list[int]] = {}
    for path, size in heaviest.files.items():
        parts.setdefault(_part(path), []).append(size)
    for part, sizes in sorted(parts.items(), key=lambda item: -sum(item[1])):
        print(f"{'':8}{part:28}{sum(sizes) / 1000:>9.1f} kB in {len(sizes):>3} files")


def _part(path: str) -> str:
    """What a file is to the search: an index with its kind of pieces, or the folder that it lies in."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/*.{name.rpartition('.')[2]}"


def make_pages(folder: Path, number: int) -> None:
    """A site of made-up reports with their texts and the search, and nothing else."""
    files = {
        path.as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / "docs/glossary").glob("*.md")
    }
    lexicon, _ = load_lexicon(files)
    shutil.copytree(
        ROOT / "docs" / "assets",
        folder / "assets",
        ignore=shutil.ignore_patterns("data", "downloads", "words"),
    )
    (folder / "reports").mkdir()
    (folder / "index.html").write_text(_HOME, encoding="utf-8")
    reports: dict[str, Report] = {}
    places: dict[str, tuple[str, ...]] = {}
    themes = [f"theme-{count}" for count in range(8)]
    for at, made in enumerate(generate(read_sample(ROOT / "docs" / "reports"), number)):
        page = parse(made.page)
        reports[made.name] = _report(made.name, page, themes[at % 8])
        places[made.name] = _places(reports[made.name].title)
        (folder / "reports" / f"{made.name}.html").write_text(_html(page, lexicon), encoding="utf-8")
    names = {one: Theme(one, f"themes/{one}.md", f"专题{one[-1]}", f"Theme {one[-1]}", ()) for one in themes}
    site = Site(reports, names, {})
    build_search(folder, site, folder.parent / f"{folder.name}-state", (), places, jobs=0)


def _report(name: str, page: Page, theme: str) -> Report:
    front = page.front
    counts = dict.fromkeys((status(unit).value for unit in page.live_units), 1)
    return Report(
        name, f"reports/{name}.md", front.text("title"), front.text("title_en"), date=front.text("date"),
        themes=(theme,), counts=counts,
    )  # fmt: skip


def _places(title: str) -> tuple[str, ...]:
    """The county that a made-up title begins with, and what it lies in."""
    codes = divisions().short.get(title[:2], ())[:1]
    return tuple(sorted({*codes, *(above for code in codes for above in lineage(code))}))


def _html(page: Page, lexicon: Lexicon) -> str:
    front = page.front
    title, english = html.escape(front.text("title")), html.escape(front.text("title_en"))
    lines = [
        f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>{title}</title><body><main>',
        f'<h1><span lang="zh-Hans">{title}</span> <span lang="en">{english}</span></h1>',
    ]
    for unit in page.live_units:
        words = (
            f"<ruby>{html.escape(word.text)}<rt>{word.pinyin}</rt></ruby>"
            if word.pinyin
            else html.escape(word.text)
            for word in annotate(unit.zh, lexicon)
        )
        lines.append(f'<div id="u-{unit.zh_hash}"><p lang="zh-Hans">{"".join(words)}</p>')
        lines.append(f'<p lang="en">{html.escape(unit.en)}</p></div>')
    return "\n".join([*lines, "</main></body></html>"])


def main() -> None:
    """Measure each number of reports in turn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--numbers", default="1000", help="how many reports: 1000,10000")
    parser.add_argument("--keep", type=Path, help="a folder to make the pages in, and to find them in again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for number in map(int, options.numbers.split(",")):
            folder = (options.keep or Path(temporary)) / f"pages-{number}"
            if not folder.is_dir():
                folder.mkdir(parents=True)
                make_pages(folder, number)
            show(number, first_searches(folder))


if __name__ == "__main__":
    main()
