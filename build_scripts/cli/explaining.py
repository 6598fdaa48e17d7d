"""``duizhao explain``: what a code means."""

from __future__ import annotations

import difflib
import inspect

import click

from build_scripts.cli.common import USAGE
from build_scripts.codes import REGISTRY


@click.command()
@click.argument("code", required=False)
@click.pass_context
def explain(context: click.Context, code: str | None) -> None:
    """Explain a diagnostic CODE with an example; without CODE list them all."""
    if code is None:
        for known in REGISTRY.values():
            click.echo(f"{known.code}  {known.severity.value:<8} {known.name}")
        return
    found = REGISTRY.get(code.upper())
    if found is None:
        near = difflib.get_close_matches(code.upper(), REGISTRY, n=3, cutoff=0.5)
        hint = f"; perhaps {', '.join(near)}" if near else ""
        click.echo(f"There is no code {code}{hint}. `duizhao explain` lists them all.", err=True)
        context.exit(USAGE)
    click.secho(f"{found.code} {found.name} ({found.severity.value})", bold=True)
    click.echo()
    click.echo(inspect.cleandoc(found.explanation))
