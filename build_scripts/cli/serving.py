"""``duizhao serve``: the site on this machine, following every change."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import click

from build_scripts.cli.common import USAGE, project_at, root_option


@click.command()
@root_option
@click.option("--dev-addr", metavar="HOST:PORT", help="Where to serve.  [default: 127.0.0.1:8000]")
@click.pass_context
def serve(context: click.Context, root: Path, dev_addr: str | None) -> None:
    """Show the website on this machine and follow every change that is saved.

    A report page in which a translation was mended is there again in an instant; lists, suggestions and
    files for download that tell of it follow with the next change of another kind, or a new start.
    """
    # Imported here: MkDocs takes longer to import than most commands take to run.
    from mkdocs.exceptions import Abort, ConfigurationError

    project_at(root)
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"{root.resolve()} has no mkdocs.yml: run this in the project, or give --root")
    # Material announces a MkDocs 2 that this project does not use.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(message)s")
    site = tempfile.mkdtemp(prefix="duizhao_")
    options: dict[str, Any] = {"site_dir": site} | ({"dev_addr": dev_addr} if dev_addr else {})
    try:
        _serve(root, options)
    except ConfigurationError as error:
        click.echo(f"mkdocs.yml: {error}", err=True)
        context.exit(USAGE)
    except Abort as error:
        click.echo(str(error), err=True)
        context.exit(USAGE)
    except OSError as error:
        click.echo(f"{dev_addr or 'the server'}: {error.strerror or error}", err=True)
        context.exit(USAGE)
    finally:
        shutil.rmtree(site, ignore_errors=True)


def _serve(root: Path, options: dict[str, Any]) -> None:
    """Build, serve, and build again what changes, until somebody stops it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.livereload import LiveReloadServer

    from build_scripts.publish.hook import say
    from build_scripts.publish.preview import Preview

    config = load_config(config_file=str(root / "mkdocs.yml"), **options)
    config.plugins.on_startup(command="serve", dirty=False)
    host, port = config.dev_addr
    server = LiveReloadServer(lambda: preview.rebuild(), host, port, config.site_dir)

    def whole() -> None:
        fresh = load_config(config_file=str(root / "mkdocs.yml"), **options)
        fresh.site_url = server.url
        build(fresh, serve_url=server.url)

    preview = Preview(root, whole, say)
    server.error_handler = lambda code: _error_page(Path(config.site_dir), code)
    try:
        preview.build()
        for path in (config.docs_dir, str(root / "mkdocs.yml"), str(root / "overrides")):
            if os.path.exists(path):
                server.watch(path)
        server = config.plugins.on_serve(server, config=config, builder=preview.rebuild)
        for path in config.watch:
            server.watch(path)
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.shutdown()
        config.plugins.on_shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
