"""``duizhao explain``: what a code means."""

from __future__ import annotations

import difflib
import inspect
import re

import click

from build_scripts.cli.common import USAGE
from build_scripts.codes import REGISTRY
from build_scripts.confidence import THRESHOLD
from build_scripts.diagnostics import Code, Severity
from build_scripts.ledger import JOINS, MOVES, REMOVALS, REPAIRS
from build_scripts.printable import json_line, printable

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_WEIGHTS = {
    Severity.ERROR: "the command fails, and what it is about is left out",
    Severity.WARNING: "a person should look at it; `check --strict` fails",
    Severity.INFO: "done and recorded; listed with --notes",
}
_KINDS = {"join": JOINS, "move": MOVES, "removal": REMOVALS, "repair": REPAIRS}
# Docstrings are written for people who read code, with the marks of reStructuredText.
_ROLE = re.compile(r":[a-z]+:`~?(?:[\w.]*\.)?([\w]+)`")
_LITERAL = re.compile(r"``(.+?)``")
_HEADING = re.compile(r"^(?:Examples?:|What to do:)")


@click.command()
@click.argument("code", required=False)
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, an array of all codes or one (duizhao.codes/1)."
)
@click.pass_context
def explain(context: click.Context, code: str | None, as_json: bool) -> None:
    """Explain a diagnostic CODE with an example; without CODE list them all.

    CODE may also be a name, such as broken-paragraph. Says what is wrong, when the rule holds back, what to
    do, and how sure its decisions are.
    """
    known = list(REGISTRY.values())
    if code is not None:
        wanted = code.strip()
        by_name = {one.name: one for one in known}
        found = REGISTRY.get(wanted.upper()) or by_name.get(wanted.casefold())
        if found is None:
            click.echo(_unknown(code), err=True)
            context.exit(USAGE)
        known = [found]
    if as_json:
        click.echo(json_line({"schema": "duizhao.codes/1", "codes": [_value(one) for one in known]}))
    elif code is None:
        for one in known:
            click.echo(f"{one.code}  {one.severity.value:<8} {one.name}")
    else:
        _explain(known[0])


def _unknown(code: str) -> str:
    near = difflib.get_close_matches(code.upper(), REGISTRY, n=3, cutoff=0.5)
    near = near or difflib.get_close_matches(code.casefold(), [one.name for one in REGISTRY.values()])
    hint = f"; perhaps {', '.join(near)}" if near else ""
    return f"There is no code {printable(code)}{hint}. `duizhao explain` lists them all."


def _explain(found: Code) -> None:
    click.secho(f"{found.code} {found.name}", bold=True, nl=False)
    severity = click.style(found.severity.value, fg=_COLOURS[found.severity])
    click.echo(f" ({severity}: {_WEIGHTS[found.severity]})\n")
    for line in explanation(found).splitlines():
        heading = _HEADING.match(line)
        click.echo(click.style(heading.group(), bold=True) + line[heading.end() :] if heading else line)
    if sure := how_sure(found.code):
        click.echo(f"\n{click.style('How sure:', bold=True)} {sure}")
    click.echo(f"\n{click.style('Page:', bold=True)} docs/codes.md#{found.code.lower()}")


def explanation(code: Code) -> str:
    """The explanation of a code as plain text, without the marks of docstrings."""
    text = inspect.cleandoc(code.explanation)
    return _LITERAL.sub(r"\1", _ROLE.sub(r"\1", text))


def kind_of(code: str) -> str:
    """What kind of decision a code stands for: join, move, removal, repair; empty for a statement."""
    return next((kind for kind, codes in _KINDS.items() if code in codes), "")


def how_sure(code: str) -> str:
    """What the confidence of its decisions means; empty where it has none."""
    kind = kind_of(code)
    if not kind:
        return ""
    if kind == "repair":
        return "a repair is made where the rule leaves no doubt, and counted; `duizhao trace` shows each."
    return (
        f"each {kind} has a confidence, shown by `duizhao clean` and `duizhao trace`.\n"
        f"Below {THRESHOLD:.0%} it is done all the same, but reported as doubtful and marked on the page."
    )


def _value(code: Code) -> dict[str, str]:
    return {
        "code": code.code,
        "name": code.name,
        "severity": code.severity.value,
        "decision": kind_of(code.code),
        "explanation": explanation(code),
        "how_sure": how_sure(code.code),
    }
