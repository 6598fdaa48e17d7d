"""Find a Chromium-like browser for the browser tests; on Debian, install one where that asks no question.

python tools/browser.py             print the path of the browser; exit code 1 when there is none
python tools/browser.py --install   the same, but try apt-get first, and never fail: the tests skip
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
# macOS and Windows do not put browsers on PATH.
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# libatomic1: Playwright's own Node.js needs it, and a small Debian does not have it.
PACKAGES = ("chromium", "libatomic1")


def find_browser() -> str | None:
    """The path of a browser: DUIZHAO_BROWSER if set, else the first found on PATH or in its usual place."""
    given = os.environ.get("DUIZHAO_BROWSER")
    if given:
        return shutil.which(given)
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in (*on_path, *PLACES) if path and Path(path).is_file()), None)


def why_not() -> str | None:
    """Why the browser tests cannot run here, or None when they can."""
    if find_browser() is None:
        return "no Chromium, Chrome or Edge found (install one, or name it in the variable DUIZHAO_BROWSER)"
    spec = importlib.util.find_spec("playwright")
    if spec is None or spec.origin is None:
        return "Playwright is not installed (make test)"
    node = Path(spec.origin).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
    try:
        tried = subprocess.run([str(node), "--version"], capture_output=True, text=True, check=False)
    except OSError as error:
        return f"Playwright's driver does not start: {error}"
    if tried.returncode:
        return f"Playwright's driver does not start: {tried.stderr.strip().rpartition(': error ')[2]}"
    return None


def apt_get() -> list[str] | None:
    """The command to install Debian packages with, or None where it would ask, or they are not Debian's.

    Ubuntu's package chromium only fetches a snap, which does not start in containers: left alone.
    """
    try:
        system = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return None
    if "ID=debian" not in system.replace('"', "").splitlines() or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    return None


def install() -> None:
    """Install Debian's Chromium, its output kept back unless it fails."""
    command = apt_get()
    if command is None:
        return
    print("browser: installing Debian's", *PACKAGES, "for the browser tests", flush=True)
    # A list that is a little old still installs, so a failing update alone is no reason to stop.
    subprocess.run([*command, "update"], capture_output=True, check=False)
    wanted = ["install", "--no-install-recommends", *PACKAGES]
    done = subprocess.run([*command, *wanted], capture_output=True, text=True, check=False)
    if done.returncode:
        print("browser: apt-get could not install them:", *done.stderr.strip().splitlines()[-1:])


def main(arguments: list[str]) -> int:
    """Print the browser's path or why there is none; see the module."""
    if arguments not in ([], ["--install"]):
        print(__doc__, file=sys.stderr)
        return 2
    reason = why_not()
    if reason and arguments:
        install()
        reason = why_not()
    print(f"browser: the browser tests will be skipped: {reason}" if reason else f"browser: {find_browser()}")
    return 1 if reason and not arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
