"""``duizhao``: the group of all commands."""

from __future__ import annotations

import os
from importlib import import_module

import click

from build_scripts import __version__

COMMANDS = {
    "build": "site",
    "check": "pages",
    "clean": "cleaning",
    "explain": "explaining",
    "export": "exchanging",
    "figures": "figures",
    "import": "exchanging",
    "pinyin": "spelling",
    "serve": "serving",
    "status": "pages",
    "sync": "pages",
    "trace": "tracing",
    "translate": "translating",
    "vocabulary": "vocabulary",
}
"""Each command with its module, which is loaded when the command is asked for: loading all takes a second."""


class _Commands(click.Group):
    """A group whose commands are found by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"build_scripts.cli.{COMMANDS[cmd_name]}")
        found = vars(module).get(cmd_name) or vars(module)[f"{cmd_name}_"]
        assert isinstance(found, click.Command)
        return found


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="duizhao")
@click.pass_context
def main(context: click.Context) -> None:
    """Make a bilingual website from raw Chinese reports. 由中文报告原稿生成中英对照网站。

    Put raw documents (*.txt, *.md, *.html) into source_articles/ and run `duizhao build`: each report
    becomes a page docs/reports/ID.md that holds its Chinese paragraph by paragraph. Write the English
    there; no build ever overwrites it. The finished site is in site/.

    \b
    Exit codes: 0 fine; 1 findings at error level; 2 wrong usage or unreadable input.
    """
    # https://no-color.org: set and not empty. Else click colours what goes to a terminal.
    if os.environ.get("NO_COLOR"):
        context.color = False
