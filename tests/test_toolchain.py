"""The tools around the program: what a dependency's update could break without any other test noticing."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from unittest import mock

import pytest
from click.testing import CliRunner
from mkdocs import __main__ as mkdocs

HASH = hashlib.sha256(b"wheel").hexdigest()
LOCK = f"""\
pip==26.3 \\
    --hash=sha256:{"0" * 64} \\
    --hash=sha256:{HASH}
    # via x
setuptools==84.2.1 \\
"""


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bootstrap(root: Path) -> ModuleType:
    return load(root / "tools/bootstrap.py")


@pytest.mark.parametrize(
    ("arguments", "live"), [([], True), (["--livereload"], True), (["--no-livereload"], False)]
)
def test_mkdocs_serve_reloads_unless_told_not_to(arguments: list[str], live: bool) -> None:
    # click 8.3 made the first of these False.
    with mock.patch("mkdocs.commands.serve.serve") as serve:
        result = CliRunner().invoke(mkdocs.cli, ["serve", *arguments])
    assert result.exit_code == 0, result.output
    assert serve.call_args.kwargs["livereload"] is live


def test_locks_agree_and_hash_everything(root: Path) -> None:
    run, dev = (entries(root / name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert run.items() <= dev.items(), "the tests' environment holds the site's, version for version"
    assert all(hashes for _, hashes in dev.values())


def test_the_wheel_of_pip_is_the_locked_one(bootstrap: ModuleType, root: Path) -> None:
    lock = (root / "requirements-build.lock").read_text(encoding="utf-8")
    assert [bootstrap.locked_pip(lock, bootstrap.WHEELS)] == list(bootstrap.WHEELS.iterdir())


def test_another_wheel_is_not_installed(bootstrap: ModuleType, tmp_path: Path) -> None:
    wheel = tmp_path / "pip-26.3-py3-none-any.whl"
    with pytest.raises(bootstrap.BootstrapError, match="is missing"):
        bootstrap.locked_pip(LOCK, tmp_path)
    wheel.write_bytes(b"another")
    with pytest.raises(bootstrap.BootstrapError, match="not installed"):
        bootstrap.locked_pip(LOCK, tmp_path)
    wheel.write_bytes(b"wheel")
    assert bootstrap.locked_pip(LOCK, tmp_path) == wheel


def test_bootstrap_does_not_delete_what_it_did_not_make(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/precious").touch()
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    with pytest.raises(bootstrap.BootstrapError, match="not a virtual environment"):
        bootstrap.make_venv()
    assert (tmp_path / ".venv/precious").exists()


def test_an_old_python_is_refused_in_one_line(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 10, 12))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    assert bootstrap.main([]) == 1
    assert re.fullmatch(r"bootstrap: Python 3\.11 or newer is needed.*\n", capsys.readouterr().err)


def entries(lock: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name to version with marker, and hashes, of a lock file's entries."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    entry = re.compile(r"^([\w.-]+)==(.*?) \\\n((?:    --hash=.*\n)*)", re.MULTILINE)
    for match in entry.finditer(lock.read_text(encoding="utf-8")):
        found[match[1]] = (match[2], tuple(re.findall("sha256:[0-9a-f]{64}", match[3])))
    return found
