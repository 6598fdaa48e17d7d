"""Pagefind's program for the browser as the site uses it: pagefind.js and one WebAssembly for all indexes."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from build_scripts.files import write_if_changed

LANGUAGE = "en"
"""All indexes are asked in one language, so that a reader loads one program: with the stems of English words.
Of Chinese there are none, and the tokens of pinyin end in a figure, which no stem does."""

_PROGRAM, _WASM = "pagefind.js", f"wasm.{LANGUAGE}.pagefind"
_PAGE = "<html><body data-pagefind-body>page</body></html>"
_EXPORTS = re.compile(r"export\s*\{([\w\s,]*)\};?\s*$")


class SearchError(RuntimeError):
    """Pagefind's program could not be had, or is another than the pinned one; the message says what."""


def write_program(folder: Path) -> None:
    """Put the program into ``folder``, unless it is there: Pagefind gives it with any index that it makes.

    Raises:
        SearchError: Pagefind did not work, or its program is another.
        OSError: the folder cannot be written to.
    """
    if all((folder / name).is_file() for name in (_PROGRAM, _WASM)):
        return
    with tempfile.TemporaryDirectory() as temporary:
        site, made = Path(temporary) / "site", Path(temporary) / "made"
        site.mkdir()
        (site / "index.html").write_text(_PAGE, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(made)]
        command += ["--quiet", "--force-language", LANGUAGE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not (made / _WASM).is_file():
            raise SearchError(f"Pagefind gave no program for the search: {done.stderr or done.stdout}")
        program = shared_program((made / _PROGRAM).read_text(encoding="utf-8"))
        write_if_changed(folder / _PROGRAM, program, again=True)
        (folder / _WASM).write_bytes((made / _WASM).read_bytes())


def shared_program(source: str) -> str:
    """Pagefind's program such that one file serves several indexes: ``fresh()`` gives one of its own.

    As it comes, a module of it has room for one WebAssembly, and a browser would load it for each index.

    >>> shared_program("let wasm;const createInstance=()=>wasm;export{createInstance,search};")
    'export function fresh(){let wasm;const createInstance=()=>wasm;return {createInstance};}\\n'

    Raises:
        SearchError: the program does not end as that of the pinned version does.
    """
    exports = _EXPORTS.search(source)
    if exports is None or "createInstance" not in exports[1]:
        raise SearchError("pagefind.js does not end with the export of createInstance: see docs/adr/0025")
    return f"export function fresh(){{{source[: exports.start()]}return {{createInstance}};}}\n"
