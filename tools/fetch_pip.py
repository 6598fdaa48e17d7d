"""Fetch the one pip wheel that requirements-build.lock names, checked by its hash. Standard library only.

Used by tools/bootstrap.py where Python comes without ensurepip (Debian, Ubuntu). The wheel is looked up
in the package index that pip itself would use: PIP_INDEX_URL, else pip's settings files, else the public
one; by JSON (PEP 691) or by HTML (PEP 503). Proxies and SSL_CERT_FILE are honoured as by any Python.
"""

from __future__ import annotations

import base64
import configparser
import hashlib
import html
import json
import os
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

DEFAULT_INDEX = "https://pypi.org/simple"
ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
TIMEOUT_SECONDS = 60
TRIES = 3


class FetchError(Exception):
    """The wheel could not be had; the message is one line."""


def fetch_pip(lock: str, folder: Path) -> Path:
    """Put the locked pip wheel into ``folder`` and return its path.

    Args:
        lock: the text of a lock file with one ``pip==VERSION`` entry and its ``--hash=sha256:`` lines.
        folder: an existing folder.

    Raises:
        FetchError: no network, not in the index, or its hash is not one of the lock's.
    """
    version, hashes = pinned_pip(lock)
    name = f"pip-{version}-py3-none-any.whl"
    index = index_url(os.environ, settings_files(os.environ))
    page_url = f"{index.rstrip('/')}/pip/"
    links = file_links(get(page_url, ACCEPT), page_url)
    if name not in links:
        raise FetchError(f"{without_password(index)} has no {name}")
    data = get(links[name], "*/*")
    digest = hashlib.sha256(data).hexdigest()
    if digest not in hashes:
        raise FetchError(f"{name} has the hash {digest}, not one of the lock's: not installed")
    path = folder / name
    path.write_bytes(data)
    return path


def pinned_pip(lock: str) -> tuple[str, frozenset[str]]:
    r"""Return pip's version and allowed SHA-256 digests out of a lock file.

    >>> pinned_pip("pip==26.3 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via x\nz==1\n")[0]
    '26.3'
    """
    entry = re.search(r"^pip==(\S+)(.*(?:\n[ \t]+.*)*)", lock, re.MULTILINE)
    if entry is None:
        raise FetchError("the lock file names no pip")
    return entry[1], frozenset(re.findall(r"--hash=sha256:([0-9a-f]+)", entry[2]))


def settings_files(environment: os._Environ[str] | dict[str, str]) -> list[Path]:
    """Where pip looks for its settings on Unix, the strongest last."""
    home = Path(environment.get("HOME") or "/")
    own = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    shared = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf")]
    files = [*shared, home / ".pip/pip.conf", own / "pip/pip.conf"]
    given = environment.get("PIP_CONFIG_FILE")
    if given == os.devnull:
        return []
    return [*files, Path(given)] if given else files


def index_url(environment: os._Environ[str] | dict[str, str], files: list[Path]) -> str:
    """The package index to ask, as pip would choose it."""
    if environment.get("PIP_INDEX_URL"):
        return environment["PIP_INDEX_URL"]
    found = DEFAULT_INDEX
    for file in files:
        settings = configparser.RawConfigParser(strict=False)
        try:
            settings.read(file, encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue
        for section in ("global", "install"):
            found = settings.get(section, "index-url", fallback=found)
    return found.strip()


def file_links(page: bytes, page_url: str) -> dict[str, str]:
    """File names and their addresses on a project's page of a package index, JSON or HTML."""
    text = page.decode("utf-8", "replace")
    if text.lstrip().startswith("{"):
        addresses = [file["url"] for file in json.loads(text)["files"]]
    else:
        addresses = [html.unescape(found) for found in re.findall(r"""href\s*=\s*["']([^"']+)""", text)]
    full = [urllib.parse.urljoin(page_url, address) for address in addresses]
    return {urllib.parse.unquote(urllib.parse.urlsplit(url).path.rpartition("/")[2]): url for url in full}


def get(url: str, accept: str) -> bytes:
    """Read an address, three times at most.

    Raises:
        FetchError: it could not be read; the message says which host and why.
    """
    parts = urllib.parse.urlsplit(url)
    headers = {"Accept": accept, "User-Agent": "duizhao-bootstrap"}
    if parts.username:
        pair = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    request = urllib.request.Request(without_password(url), headers=headers)
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    reason: object = ""
    for _ in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS, context=context) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            raise FetchError(f"cannot fetch pip: {parts.hostname} answers {error.code}") from error
        except (urllib.error.URLError, OSError) as error:
            reason = getattr(error, "reason", error)
    raise FetchError(f"cannot fetch pip from {parts.hostname} ({reason}): is there a network?")


def without_password(url: str) -> str:
    """The address less a user name and password."""
    parts = urllib.parse.urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
