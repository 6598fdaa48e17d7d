"""What code hosts publish the site by: valid, pinned, without needless rights, true to the Makefile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml

GITHUB, GITLAB = ".github/workflows/pages.yml", ".gitlab-ci.yml"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def load(path: Path) -> dict[str, Any]:
    """YAML 1.1 reads the key ``on`` as true; GitHub does not."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return {("on" if key is True else key): value for key, value in data.items()}


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def commands(name: str, data: dict[str, Any]) -> list[str]:
    """The lines of shell of either file."""
    if name == GITLAB:
        return [*data["pages"]["before_script"], *data["pages"]["script"]]
    return [line for step in steps(data) for line in str(step.get("run", "")).splitlines()]


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_what_they_make_is_a_target_of_the_makefile(root: Path, name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    lines = commands(name, load(root / name))
    made = {target for line in lines for target in re.findall(r"^make ([a-z-]+)", line)}
    assert made and made <= targets


def test_github_may_no_more_than_it_needs_and_runs_pinned_actions(root: Path) -> None:
    workflow = load(root / GITHUB)
    assert workflow["on"]["push"] == {"branches": ["main"]} and "pull_request_target" not in workflow["on"]
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used and all(PINNED.fullmatch(action) for action in used)
    # Nothing that somebody else can write, such as the name of a branch, is put into a line of shell.
    assert not any("${{" in line for line in commands(GITHUB, workflow))


def test_both_publish_what_is_built_and_say_where(root: Path) -> None:
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "site_dir: site\n" in config and "site_url: !ENV [SITE_URL, " in config
    built = {step["uses"].partition("@")[0]: step for step in steps(load(root / GITHUB)) if "uses" in step}
    assert built["actions/upload-pages-artifact"]["with"]["path"] == "site"
    (run,) = (step for step in steps(load(root / GITHUB)) if "run" in step)
    assert run["env"]["SITE_URL"].endswith("base_url }}/")
    pages = load(root / GITLAB)["pages"]
    assert pages["variables"]["SITE_URL"] == "$CI_PAGES_URL/"
    assert "mv site public" in pages["script"] and pages["artifacts"]["paths"] == ["public"]


def policy(root: Path) -> str:
    """The policy as pages have it: its template has no data but whether this is a preview."""
    template = jinja2.Environment().from_string(
        (root / "overrides/partials/head/policy.html").read_text(encoding="utf-8")
    )
    return template.render(config={"extra": {}}).strip()


def test_the_headers_in_the_guide_are_those_of_the_pages(root: Path) -> None:
    guide = (root / "docs/publishing.md").read_text(encoding="utf-8")
    assert guide.count(f"\"{policy(root)}; frame-ancestors 'self'\"") == 2
    assert "unsafe-inline" not in policy(root)


def test_the_guide_names_only_files_that_there_are(root: Path) -> None:
    guide = (root / "docs/publishing.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:\.?[\w-]+/)*[\w.-]+\.(?:yml|html))`", guide)
    assert named and all((root / name).is_file() for name in named)
