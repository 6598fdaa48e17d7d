"""What the tests of the commands share: a small project and a way to run ``duizhao`` on it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from build_scripts.cli.main import main

TEA = (
    "茶乡新事\n\n罗一山 杨小溪\n\n清明前后，清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农的脸上都是笑。\n"
)
"""A whole report without a fault."""


def run(*arguments: str | Path) -> Result:
    """Run a command. A crash fails the test: click's runner would make it exit code 1, as for findings."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def new_project(folder: Path) -> Path:
    """Make ``folder`` a project whose one raw document is :data:`TEA`, in source_articles/tea.txt."""
    for name in ("source_articles", "docs/reports", "docs/glossary", "docs/themes"):
        (folder / name).mkdir(parents=True)
    raw(folder).write_text(TEA, encoding="utf-8")
    return folder


def raw(project: Path) -> Path:
    """The raw document of a project made by :func:`new_project`."""
    return project / "source_articles" / "tea.txt"


def page(project: Path) -> Path:
    """The page of that document's report."""
    return project / "docs" / "reports" / "chaxiang-xin-shi.md"
