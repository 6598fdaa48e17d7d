"""``duizhao``: the group of all commands."""

from __future__ import annotations

import os

import click

from build_scripts import __version__
from build_scripts.cli.cleaning import clean
from build_scripts.cli.exchanging import export, import_
from build_scripts.cli.explaining import explain
from build_scripts.cli.pages import check, status, sync
from build_scripts.cli.site import build
from build_scripts.cli.tracing import trace
from build_scripts.cli.translating import translate


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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


for command in (build, clean, trace, sync, translate, check, status, export, import_, explain):
    main.add_command(command)
