"""The hook runs the pipeline, says what it found, and stops a build on errors only."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from build_scripts.codes import REGISTRY
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.publish import hook
from build_scripts.refreshing import Known

CODE = {
    level: next(code for code, meaning in REGISTRY.items() if meaning.severity is level) for level in Severity
}


@dataclass
class Result:
    """What the hook needs of a PrepareResult."""

    reports: int
    diagnostics: tuple[Diagnostic, ...]
    known: Known | None = None


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    return MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))


def prepare(monkeypatch: pytest.MonkeyPatch, *levels: Severity) -> list[Path]:
    """Put a pipeline in place that finds one fault of each level; gives the folders it was run in."""
    found = tuple(Diagnostic("a.txt", 3, CODE[level], f"an {level}") for level in levels)
    roots: list[Path] = []

    def run(root: Path, jobs: int, follows: bool) -> Result:
        roots.append(root)
        return Result(2, found)

    monkeypatch.setattr(hook.pipeline, "prepare", run)
    return roots


def test_it_prepares_the_folder_of_the_configuration(
    monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig, tmp_path: Path
) -> None:
    roots = prepare(monkeypatch)
    hook.on_pre_build(config)
    assert roots == [tmp_path]


def test_doubts_do_not_fail_a_strict_build(
    monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    prepare(monkeypatch, Severity.INFO, Severity.WARNING)
    with caplog.at_level(logging.DEBUG, logger="mkdocs"):
        hook.on_pre_build(config)
    assert {record.levelno for record in caplog.records} == {logging.INFO, logging.DEBUG}
    assert f"a.txt:3: {CODE[Severity.WARNING]} an warning" in caplog.text
    assert "2 reports, 2 findings" in caplog.text


def test_faults_of_the_english_fail_a_strict_build(
    monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(CODE, Severity.WARNING, "T021")
    monkeypatch.setitem(CODE, Severity.INFO, "T001")
    prepare(monkeypatch, Severity.INFO, Severity.WARNING)
    with caplog.at_level(logging.DEBUG, logger="mkdocs"):
        hook.on_pre_build(config)
    assert [record.levelno for record in caplog.records if "T001" in record.getMessage()] == [logging.DEBUG]
    assert [record.levelno for record in caplog.records if "T021" in record.getMessage()] == [logging.WARNING]


def test_an_error_ends_the_build_with_the_site_finished(
    monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    prepare(monkeypatch, Severity.ERROR, Severity.WARNING)
    hook.on_startup(command="build", dirty=False)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        hook.on_pre_build(config)
    assert "an error" in caplog.text and "an warning" in caplog.text
    with pytest.raises(PluginError, match="1 error in"):
        hook.on_post_build(config)


def test_an_error_does_not_end_serve(monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig) -> None:
    prepare(monkeypatch, Severity.ERROR)
    hook.on_startup(command="serve", dirty=False)
    hook.on_pre_build(config)
    hook.on_post_build(config)


def test_serve_watches_the_raw_documents(config: MkDocsConfig, tmp_path: Path) -> None:
    class Server:
        watched: list[str]

        def __init__(self) -> None:
            self.watched = []

        def watch(self, path: str) -> None:
            self.watched.append(path)

    server: Any = Server()
    hook.on_serve(server, config, None)
    assert server.watched == []
    (tmp_path / "source_articles").mkdir()
    hook.on_serve(server, config, None)
    assert server.watched == [str(tmp_path / "source_articles")]


def test_it_says_where_it_must_be_run(
    monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hook.on_config(config)
    assert "run this in" in caplog.text
    caplog.clear()
    monkeypatch.chdir(tmp_path)
    hook.on_config(config)
    assert caplog.text == ""
