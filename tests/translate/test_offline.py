"""Only ``translate`` talks to a network: no other command loads what does, nor opens a socket."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from build_scripts.cli.main import main
from tests.cli.helpers import new_project, page

NETWORK = {"requests", "deep_translator", "httpx", "aiohttp", "urllib3", "socket", "ftplib", "smtplib"}
NETWORK_SUBMODULES = {"urllib.request", "http.client", "http.server"}
MAY = {"translate/client.py", "translate/deep.py"}


def imported(file: Path) -> set[str]:
    """The modules a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_only_two_modules_import_what_talks_to_a_network(root: Path) -> None:
    package = root / "build_scripts"
    talk = set()
    for file in package.rglob("*.py"):
        names = imported(file)
        if NETWORK & {name.partition(".")[0] for name in names} or NETWORK_SUBMODULES & names:
            talk.add(file.relative_to(package).as_posix())
    assert talk == MAY


def test_only_the_command_imports_the_drafts(root: Path) -> None:
    package = root / "build_scripts"
    users = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if any(name.startswith("build_scripts.translate") for name in imported(file))
        and file.parent.name != "translate"
    }
    assert users == {"cli/translating.py", "codes.py"}


def test_loading_the_command_line_loads_no_network(root: Path) -> None:
    code = (
        "import sys, build_scripts.cli.main, build_scripts.pipeline\n"
        "print([m for m in ('requests', 'deep_translator', 'urllib3', 'http.client') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object, **named: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.mark.usefixtures("no_network")
def test_other_commands_open_no_socket(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    for command in (["sync", "--jobs", "1"], ["check", "--jobs", "1"], ["status"]):
        result = CliRunner().invoke(main, [*command, "--root", str(project)])
        assert result.exit_code == 0, result.output
    assert page(project).is_file()


@pytest.mark.e2e
def test_a_build_opens_no_socket(project: Path) -> None:
    code = (
        "import socket\n"
        "def refused(*arguments, **named): raise SystemExit('a socket was opened')\n"
        "socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = refused\n"
        "from build_scripts.cli.main import main\n"
        "main(['build', '--site-dir', 'site'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site/index.html").is_file()


@pytest.mark.usefixtures("no_network")
def test_a_dry_run_opens_no_socket(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    for command in (["sync", "--jobs", "1"], ["translate", "--provider", "microsoft", "--dry-run"]):
        result = CliRunner().invoke(main, [*command, "--root", str(project)])
        assert result.exit_code == 0, result.output
    assert "would be sent" in result.output
