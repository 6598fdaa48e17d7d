"""``duizhao build``: the whole way, from raw documents to site/."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import click

from build_scripts.cli.common import FINDINGS, UNREADABLE, USAGE, project_at, root_option
from build_scripts.processes import collect_seldom


@click.command()
@root_option
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes.  [default: site/, as mkdocs.yml says]",
)
@click.option("--strict", is_flag=True, help="Fail on warnings as well: faults of the English and of MkDocs.")
@click.pass_context
def build(context: click.Context, root: Path, site_dir: Path | None, strict: bool) -> None:
    """Clean, sync and publish: the same as `mkdocs build` in the project's folder."""
    # Imported here: MkDocs takes longer to import than `clean` takes to run.
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    collect_seldom()
    project_at(root)
    config_file = root / "mkdocs.yml"
    if not config_file.is_file():
        raise click.UsageError(f"{root.resolve()} has no mkdocs.yml: run this in the project, or give --root")
    # Material announces a MkDocs 2 that this project does not use.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    options: dict[str, Any] = {"strict": strict}
    if site_dir is not None:
        options["site_dir"] = str(site_dir.resolve())
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(message)s")
    try:
        config = load_config(config_file=str(config_file), **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except ConfigurationError as error:
        click.echo(f"mkdocs.yml: {error}", err=True)
        context.exit(USAGE)
    except (Abort, BuildError) as error:
        click.echo(str(error), err=True)
        # MkDocs logs the hook's error and raises its own instead; what was wrong is in the first.
        unreadable = UNREADABLE & set(getattr(error.__context__, "codes", ()))
        context.exit(USAGE if unreadable else FINDINGS)
    click.echo(f"The site is in {config.site_dir} (open index.html)")
