"""Keys and addresses: where they come from, where they must not lie, and that nothing shows them."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from build_scripts.translate.failures import Hopeless
from build_scripts.translate.settings import Settings, default_file, read_settings
from tests.translate.helpers import (
    KEY,
    Answer,
    libre,
    new_project,
    page_of,
    serving,
    through_libre,
    translate,
)


def settings(folder: Path, text: str = "", provider: str = "deepl", **environment: str) -> Settings:
    file = folder / "translate.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(provider, root=folder / "project", environment=environment, file=file)


def test_the_file_of_the_user_is_outside_of_any_project() -> None:
    assert default_file().name == "translate.toml" and default_file().is_absolute()
    assert not default_file().is_relative_to(Path.cwd())


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    text = '[deepl]\nkey = "from-file"\nbase_url = "https://deepl.example/v2"\n[libre]\nkey = "other"\n'
    assert settings(tmp_path, text).key == "from-file"
    assert settings(tmp_path, text, DEEPL_API_KEY="usual").key == "usual"
    both = settings(tmp_path, text, DEEPL_API_KEY="usual", DUIZHAO_DEEPL_KEY="ours")
    assert (both.key, both.base_url) == ("ours", "https://deepl.example/v2")
    given = read_settings(
        "deepl", root=tmp_path / "p", environment={"DUIZHAO_DEEPL_BASE_URL": "http://a"},
        file=tmp_path / "translate.toml", given={"base_url": "http://b", "model": ""},
    )  # fmt: skip
    assert given.base_url == "http://b"


def test_an_empty_variable_is_none(tmp_path: Path) -> None:
    assert settings(tmp_path, '[deepl]\nkey = "k"\n', DEEPL_API_KEY="  ").key == "k"


@pytest.mark.parametrize("name", ["translate.toml", "docs/x.toml", ".duizhao/x.toml"])
def test_a_file_inside_the_project_is_refused(tmp_path: Path, name: str) -> None:
    project = new_project(tmp_path / "p")
    file = project / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'[libre]\nkey = "{KEY}"\n', encoding="utf-8")
    ran = translate(project, "--provider", "libre", "--config", str(file))
    assert ran.code == 2 and "is inside the project" in ran.output and KEY not in ran.output


def test_a_link_into_the_project_is_refused_too(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    (project / "keys.toml").write_text('[libre]\nkey = "k"\n', encoding="utf-8")
    link = tmp_path / "link.toml"
    try:
        link.symlink_to(project / "keys.toml")
    except OSError:
        pytest.skip("this system allows no symbolic links")
    ran = translate(project, "--provider", "libre", "--config", str(link))
    assert ran.code == 2 and "is inside the project" in ran.output


def test_a_file_in_the_repository_around_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "repository/.git").mkdir(parents=True)
    project = new_project(tmp_path / "repository/site")
    ran = translate(project, "--provider", "libre", "--base-url", "http://127.0.0.1:1")
    assert ran.code == 2 and "is inside the project" in ran.output
    (tmp_path / "repository/.git").rmdir()
    with serving(libre) as server:
        assert through_libre(project, server).code == 0


@pytest.mark.parametrize(
    "text",
    [
        f"[deepl]\nkey = {KEY}\n",
        f'[deepl]\nkey = "{KEY}\n',
        f'[deepl]\nkey = ["{KEY}"]\n',
        f'[deepl]\nkey = "{KEY} {KEY}"\n',
        f'[deepl]\nkey = "{KEY}é"\n',
        f'[deepl]\nkeys = "{KEY}"\n',
        f'deepl = "{KEY}"\n',
        f'[deepl]\nbase_url = "ftp://{KEY}"\n',
        f'[deepl]\nbase_url = "https://host/?key={KEY}"\n',
        f'[deepl]\nbase_url = "http://[{KEY}"\n',
    ],
)
def test_a_malformed_file_is_reported_without_its_contents(tmp_path: Path, text: str) -> None:
    with pytest.raises(Hopeless) as raised:
        settings(tmp_path, text)
    assert raised.value.usage
    assert KEY not in str(raised.value) and "sk-" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    ran = translate(
        new_project(tmp_path / "p"), "--provider", "google", "--config", str(tmp_path / "none.toml")
    )
    assert ran.code == 2 and "cannot be read" in ran.output


def test_a_key_is_taken_out_in_every_form() -> None:
    made = Settings(base_url="http://me:p%40ss@host/", key=KEY, email="a+b@c.org")
    for form in (
        KEY,
        quote(KEY),
        quote_plus(KEY),
        quote(KEY, safe=""),
        "a+b@c.org",
        "a%2Bb%40c.org",
        "p%40ss",
    ):
        assert made.redact(f"x {form} y") == "x ‹secret› y"
    assert KEY not in repr(made) and "a+b" not in repr(made)
    assert Settings().redact("nothing to hide") == "nothing to hide"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(f'{{"error": "bad key {KEY}"}}', 403),
        Answer(f'{{"error": "bad key {quote_plus(KEY)}"}}', 400),
        Answer(f'{{"error": {{"message": "{KEY}"}}}}', 429, {"Retry-After": "1"}),
        Answer(f'{{"translatedText": "{KEY}"}}'),
        Answer(f'{{"translatedText": "I am sorry, but I do not like {KEY} at all, said the server."}}'),
    ],
)
def test_nothing_shows_a_key(
    tmp_path: Path, answer: Answer, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    project = new_project(tmp_path / "p")
    caplog.set_level(logging.DEBUG)
    with serving(lambda asked: answer) as server:
        ran = through_libre(project, server, environment={"LIBRE_API_KEY": KEY})
    everything = "".join([ran.output, caplog.text, *capfd.readouterr()])
    everything += "".join(file.read_text(encoding="utf-8") for file in project.rglob("*") if file.is_file())
    for form in (KEY, quote(KEY), quote_plus(KEY), quote(KEY, safe="")):
        assert form not in everything
    assert ran.code != 0


def test_nothing_but_the_page_is_written(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    before = sorted(project.rglob("*"))
    with serving(libre) as server:
        through_libre(project, server, environment={"LIBRE_API_KEY": KEY})
    assert sorted(project.rglob("*")) == before
    assert KEY not in page_of(project).read_text(encoding="utf-8")
