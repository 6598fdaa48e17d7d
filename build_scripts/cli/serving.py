"""``duizhao serve``: the site on this machine, following every change."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from build_scripts.cli.common import USAGE, project_at, root_option
from build_scripts.library import Project

if TYPE_CHECKING:
    from build_scripts.publish.written import SiteBefore


@click.command()
@root_option
@click.option("--dev-addr", metavar="HOST:PORT", help="Where to serve.  [default: 127.0.0.1:8000]")
@click.pass_context
def serve(context: click.Context, root: Path, dev_addr: str | None) -> None:
    """Show the website on this machine and follow every change that is saved.

    Where `duizhao build` has made a site, that is shown at once, and brought up to date meanwhile. A report
    page in which a translation was mended is there again in an instant; lists, suggestions and files for
    download that tell of it follow with the next change of another kind, or a new start.
    """
    # Imported here: MkDocs takes longer to import than most commands take to run.
    from mkdocs.exceptions import Abort, ConfigurationError

    project_at(root)
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"{root.resolve()} has no mkdocs.yml: run this in the project, or give --root")
    # Material announces a MkDocs 2 that this project does not use.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(message)s")
    # Stopped by another program, too, it clears away what it made.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        _serve(root, {"dev_addr": dev_addr} if dev_addr else {})
    except ConfigurationError as error:
        click.echo(f"mkdocs.yml: {error}", err=True)
        context.exit(USAGE)
    except Abort as error:
        click.echo(str(error), err=True)
        context.exit(USAGE)
    except OSError as error:
        click.echo(f"{dev_addr or 'the server'}: {error.strerror or error}", err=True)
        context.exit(USAGE)


def _serve(root: Path, options: dict[str, Any]) -> None:
    """Serve, build, and build again what changes, until somebody stops it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from build_scripts.publish.hook import say
    from build_scripts.publish.live_server import LiveServer
    from build_scripts.publish.preview import SESSION, Preview
    from build_scripts.publish.watching import Watcher
    from build_scripts.publish.written import SiteBefore

    file, project = str(root / "mkdocs.yml"), Project(root.resolve())
    config = load_config(config_file=file, **options)
    config.plugins.on_startup(command="serve", dirty=False)
    host, port = config.dev_addr
    folder = project.preview(port)
    options |= {"site_dir": str(folder / "site")}

    def whole() -> None:
        build(load_config(config_file=file, **options), serve_url=server.url)

    preview = Preview(root, whole, say)
    mount = urlsplit(config.site_url or "/").path
    server = LiveServer(preview.rebuild, host, port, folder / "site", mount)
    server.error_handler = lambda code: _error_page(Path(server.root), code)
    server.watcher = watcher = Watcher(root, server.tell, lambda: preview.seen)
    standing = Path(config.site_dir) if (Path(config.site_dir) / "index.html").is_file() else None
    try:
        SESSION.before = _standing_site(project, folder, Path(config.site_dir))
        watcher.start()
        server.begin(preview.build, standing)
        SESSION.before = SiteBefore(folder / "before", folder / "written.json")
        config.plugins.on_serve(server, config=config, builder=preview.rebuild)
        for path in config.watch:
            server.watch(path)
        server.follow()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        watcher.stop()
        server.shutdown()
        config.plugins.on_shutdown()
        shutil.rmtree(folder, ignore_errors=True)


def _standing_site(project: Project, folder: Path, site: Path) -> SiteBefore:
    """The site that was built before, whose pages are good here as well, with an index of our own."""
    from build_scripts.publish.written import SiteBefore

    shutil.rmtree(folder, ignore_errors=True)  # of a server that was killed
    folder.mkdir(parents=True)
    index = folder / "written.json"
    if project.written.is_file():
        shutil.copy2(project.written, index)
    return SiteBefore(site, index, lent=True)


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
