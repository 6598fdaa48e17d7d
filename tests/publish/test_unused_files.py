"""What the theme brings and no page loads is not published."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from build_scripts.publish.supplements import leave_out_unused

USED = ("assets/javascripts/bundle.1.min.js", "assets/stylesheets/main.1.min.css", "assets/maps/a.map")
UNUSED = (
    "assets/javascripts/bundle.1.min.js.map",
    "assets/stylesheets/main.1.min.css.map",
    "assets/javascripts/lunr/min/lunr.de.min.js",
    "assets/javascripts/workers/search.1.min.js",
)


def left(project: Path, folder: Path, plugins: str) -> set[str]:
    """What is left of these files, when they come from a folder."""
    (project / "docs").mkdir(exist_ok=True)
    (project / "mkdocs.yml").write_text(f"site_name: x\nplugins: {plugins}\n", encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    files = Files([File(path, str(folder), str(project / "site"), False) for path in (*USED, *UNUSED)])
    leave_out_unused(files, config)
    return {file.src_uri for file in files}


def test_of_the_theme_only_what_is_used_stays(tmp_path: Path) -> None:
    assert left(tmp_path, tmp_path / "theme", "[]") == set(USED)


@pytest.mark.parametrize(("folder", "plugins"), [("docs", "[]"), ("theme", "[search]")])
def test_own_files_stay_and_all_with_the_search_of_the_theme(
    folder: str, plugins: str, tmp_path: Path
) -> None:
    assert left(tmp_path, tmp_path / folder, plugins) == {*USED, *UNUSED}
