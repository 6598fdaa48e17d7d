"""Make .venv hold exactly what the lock files say. Standard library only; needs no pip, no ensurepip.

    python3 tools/bootstrap.py          what building and serving the site needs
    python3 tools/bootstrap.py --dev    the same and what the tests need

Run again it does nothing (some milliseconds) while the locks and the clone's place are unchanged. A
half-made or moved environment, or one whose Python is gone, is made anew. Nothing outside .venv is
written but pip's own cache. Debian and Ubuntu take ensurepip out of Python; there the pip wheel in
tools/wheels is used, which must have the version and a hash that requirements-build.lock names.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "duizhao-stamp.json"
BUILD_LOCK = ROOT / "requirements-build.lock"
WHEELS = ROOT / "tools/wheels"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
OLDEST = (3, 11)


class BootstrapError(Exception):
    """Something a person must mend; the message is one line that says what."""


def main(arguments: list[str] | None = None) -> int:
    """Bring .venv up to date; the exit code is 0, or 1 after one line on standard error."""
    parser = argparse.ArgumentParser(description="Make .venv hold exactly what the lock files say.")
    parser.add_argument("--dev", action="store_true", help="also what the tests need")
    kind = "dev" if parser.parse_args(arguments).dev else "run"
    try:
        use_new_enough_python()
        bring_up_to_date(kind)
    except BootstrapError as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 1
    return 0


def use_new_enough_python() -> None:
    """Go on in a newer Python found on PATH when this one is too old (Ubuntu 22.04 has both).

    Raises:
        BootstrapError: there is none.
    """
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            sys.exit(subprocess.call([newer, *sys.argv]))
    raise BootstrapError(
        f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {platform.python_version()}: "
        "install one, for instance `apt-get install python3.11`, and run again"
    )


def bring_up_to_date(kind: str) -> None:
    """Do as little as makes .venv right for ``kind`` ("run" or "dev"; dev holds all of run)."""
    wanted = fingerprints()
    found = read_stamp()
    kinds = [name for name in ("run", "dev") if name == kind or name in found]
    if is_usable(found, wanted):
        if kind in found and all(found.get(key) == wanted[key] for key in (*kinds, "project")):
            return
        started = step(f"updating .venv ({kind})")
    else:
        started = step(f"making .venv with Python {platform.python_version()} ({kind})")
        make_venv()
        install_requirements(BUILD_LOCK)
    STAMP.unlink(missing_ok=True)
    install_requirements(LOCKS["dev" if "dev" in kinds else "run"])
    # Ours is installed editable: a console script cannot import a package that only lies in the folder.
    pip("install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp = {key: wanted[key] for key in ("root", "build", "run", "project", *kinds)}
    STAMP.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    step(f".venv is ready ({time.monotonic() - started:.0f} s)")


def fingerprints() -> dict[str, str]:
    """What .venv depends on: the clone's place and the digests of the locks and of pyproject.toml."""
    files = {"build": BUILD_LOCK, **LOCKS, "project": ROOT / "pyproject.toml"}
    return {"root": str(ROOT), **{key: digest(path) for key, path in files.items()}}


def digest(path: Path) -> str:
    """The SHA-256 of a file less its lines of comment."""
    lines = path.read_bytes().splitlines()
    return hashlib.sha256(
        b"\n".join(line for line in lines if not line.lstrip().startswith(b"#"))
    ).hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last finished run left in .venv; empty when there was none, or it cannot be read."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_usable(found: dict[str, str], wanted: dict[str, str]) -> bool:
    """Tell whether .venv can be added to; when a lock changed it is made anew, so that nothing lingers."""
    same = all(found.get(key) == wanted[key] for key in ("root", "build", "run"))
    if not same or ("dev" in found and found["dev"] != wanted["dev"]):
        return False
    # The Python that made it may be gone or be another now: a system upgrade takes its packages with it.
    probe = [str(PYTHON), "-c", "import pip, mkdocs"]
    try:
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make an empty .venv with pip in it.

    Raises:
        BootstrapError: .venv is something else, or pip could not be had.
    """
    if VENV.is_symlink() or (VENV.exists() and not VENV.is_dir()):
        raise BootstrapError(f"{VENV} is not a folder: move it away and run again")
    if VENV.is_dir() and any(VENV.iterdir()) and not (VENV / "pyvenv.cfg").is_file():
        raise BootstrapError(f"{VENV} is not a virtual environment: move it away and run again")
    if VENV.is_dir():
        shutil.rmtree(VENV)
    if importlib.util.find_spec("venv") is None:
        raise BootstrapError("this Python has no module venv: install the package python3")
    if importlib.util.find_spec("ensurepip") is not None:
        run([sys.executable, "-m", "venv", str(VENV)])
        return
    run([sys.executable, "-m", "venv", "--without-pip", str(VENV)])
    wheel = locked_pip(BUILD_LOCK.read_text(encoding="utf-8"), WHEELS)
    run([str(PYTHON), f"{wheel}/pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)])


def locked_pip(lock: str, folder: Path) -> Path:
    """The pip wheel in ``folder`` that the lock file names, its hash checked.

    Raises:
        BootstrapError: it is not there, or is another file than the lock's.
    """
    entry = re.search(r"^pip==(\S+)(.*(?:\n[ \t]+.*)*)", lock, re.MULTILINE)
    if entry is None:
        raise BootstrapError("requirements-build.lock names no pip")
    wheel = folder / f"pip-{entry[1]}-py3-none-any.whl"
    if not wheel.is_file():
        raise BootstrapError(f"{wheel} is missing: `make lock` puts it there")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() not in re.findall(r"sha256:([0-9a-f]+)", entry[2]):
        raise BootstrapError(f"{wheel} does not have a hash of requirements-build.lock: not installed")
    return wheel


def install_requirements(lock: Path) -> None:
    """Install a lock file: every file is checked by its hash, and nothing unlocked takes part.

    jieba alone has no wheel; it is built with the locked setuptools (hence no build isolation, which
    would fetch another one unchecked). Whatever else lacks a wheel for this machine fails by name.
    """
    checks = ("--require-hashes", "--no-deps", "--no-build-isolation")
    pip("install", *checks, "--only-binary", ":all:", "--no-binary", "jieba", "--requirement", str(lock))


def pip(*arguments: str) -> None:
    """Run the environment's pip, quietly."""
    run([str(PYTHON), "-m", "pip", "--quiet", *arguments])


def run(command: list[str]) -> None:
    """Run a command, its output kept back (pip's warnings about a person's settings are no news).

    Raises:
        BootstrapError: it failed; the error says what it said.
    """
    # A person's own pip settings that point elsewhere than into .venv would break the installation.
    misleading = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT"}
    environment = {key: value for key, value in os.environ.items() if key not in misleading}
    environment |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    done = subprocess.run(
        command, env=environment, check=False, capture_output=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        lines = [line.strip() for line in (done.stderr + done.stdout).splitlines()]
        errors = [line for line in lines if line.startswith("ERROR") or "Error" in line] or lines
        what = " ".join([Path(command[0]).name, *command[1:5]])
        raise BootstrapError(f"`{what} …` failed: {' '.join(errors[:2]) or 'it says nothing'}")


def step(message: str) -> float:
    """Say what happens; return the time, in seconds, at which it was said."""
    print(f"bootstrap: {message}", flush=True)
    return time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
