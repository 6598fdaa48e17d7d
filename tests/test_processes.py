"""Processes: their number changes nothing but the time."""

from __future__ import annotations

import pickle
import threading
from functools import partial
from pathlib import Path

import pytest

from build_scripts import processes
from build_scripts.documents import clean_all, clean_file
from build_scripts.processes import apart, beside, in_processes, start_method

FILES = [(Path("a"), str(number)) for number in range(37)]


def named(path: Path, shown: str) -> str:
    """What another process can be told to do."""
    return f"{path}/{shown}"


def fails_at_the_end(path: Path, shown: str) -> str:
    if shown == "36":
        raise ValueError(shown)
    return shown


HELD: list[int] = []


def holds() -> int:
    HELD.append(1)
    return len(HELD)


def counts_in_processes() -> int:
    return len(list(in_processes(named, FILES, 2)))


@pytest.mark.parametrize("jobs", [0, 1, 2, 3, 50])
@pytest.mark.parametrize("number", [0, 1, 15, 16, 37])
def test_the_results_come_whole_and_in_order(jobs: int, number: int) -> None:
    files = FILES[:number]
    assert list(in_processes(named, files, jobs)) == [f"a/{shown}" for _, shown in files]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_any_process_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="36"):
        list(in_processes(fails_at_the_end, FILES, jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_beside_is_done_at_the_end_and_its_error_is_raised(tmp_path: Path, jobs: int) -> None:
    with beside(lambda: (tmp_path / "beside").write_text("done", encoding="utf-8"), jobs):
        (tmp_path / "here").write_text("done", encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["beside", "here"]
    with pytest.raises(ValueError, match="36"), beside(lambda: fails_at_the_end(tmp_path, "36"), jobs):
        pass


@pytest.mark.parametrize("most", [1, 2, 7])
def test_results_come_in_order_however_few_wait(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(processes, "_WAITING", most)
    assert list(in_processes(named, FILES, 3)) == [f"a/{shown}" for _, shown in FILES]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_apart_gives_its_result_or_its_error(jobs: int) -> None:
    assert apart(partial(named, *FILES[3]), jobs) == "a/3"
    with pytest.raises(ValueError, match="36"):
        apart(partial(fails_at_the_end, *FILES[36]), jobs)


def test_what_is_done_apart_leaves_nothing_in_memory() -> None:
    if start_method() != "fork":
        pytest.skip("this platform, or this process with its threads, cannot be forked")
    HELD.clear()
    assert apart(holds, 1) == 1 and HELD
    HELD.clear()
    assert apart(holds, 2) == 1 and not HELD


def test_what_is_done_apart_may_use_processes_itself() -> None:
    assert apart(counts_in_processes, 2) == len(FILES)


def test_a_process_with_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert start_method() == "spawn"
    finally:
        done.set()
        thread.join()


@pytest.mark.e2e
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_documents_cleaned_by_two_processes_are_the_same(
    root: Path, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if method == "fork" and start_method() != "fork":
        pytest.skip("this platform, or this process with its threads, cannot be forked")
    files = [
        (path, f"{n}/{path.name}")
        for n in range(4)
        for path in sorted((root / "source_articles").glob("*.txt"))
    ]
    monkeypatch.setattr(processes, "start_method", lambda: method)
    monkeypatch.setattr(processes, "_FEWEST", {method: 2})
    assert list(clean_all(files, jobs=2)) == list(clean_all(files, jobs=1))


def test_a_result_is_the_same_after_it_was_sent(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_text(
        "# 茶乡新事\n\n首页 > 正文\n\n今年茶叶卖得好,茶农的脸上都是笑,采茶的歌声从早唱到晚。\n",
        encoding="utf-8",
    )
    result = clean_file(path, "tea.txt")
    assert result.document and result.document.removed and result.document.findings
    assert pickle.loads(pickle.dumps(result)) == result
