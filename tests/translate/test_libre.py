"""The real LibreTranslator of deep-translator against a server of this machine, with every failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.cli.main import main
from build_scripts.cli.translating import Edge
from build_scripts.sync.marks import Status
from build_scripts.sync.page import parse, status
from build_scripts.sync.titles import title_status
from tests.translate.helpers import (
    ENGLISH,
    FIRST,
    GLOSSARY,
    KEY,
    NOON,
    SECOND,
    TITLE,
    Answer,
    Asked,
    in_turn,
    libre,
    libre_says,
    new_project,
    page_of,
    serving,
    settings_of,
    through_libre,
    translated,
)


def statuses(project: Path) -> list[Status]:
    page = parse(page_of(project).read_text(encoding="utf-8"))
    return [title_status(page.front), *(status(unit) for unit in page.live_units)]


def english(project: Path) -> list[str]:
    page = parse(page_of(project).read_text(encoding="utf-8"))
    return [page.front.text("title_en"), *(unit.en for unit in page.live_units)]


TODO, MACHINE, HUMAN = Status.TODO, Status.MACHINE, Status.HUMAN


def test_fills_a_page_in_reading_order(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        ran = through_libre(project, server)
        assert [asked.form["q"] for asked in server.asked] == [TITLE, FIRST, SECOND]
    assert english(project) == [ENGLISH[TITLE], ENGLISH[FIRST], ENGLISH[SECOND]]
    assert statuses(project) == [MACHINE] * 3
    sent = len(TITLE + FIRST + SECOND)
    assert (ran.code, ran.output) == (0, f"3 texts drafted on 1 page, {sent} characters sent\n")


def test_texts_and_keys_travel_in_the_body(tmp_path: Path) -> None:
    # deep-translator puts both into the address, which proxies log and servers cut at some 8 KB.
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        through_libre(project, server, environment={"LIBRE_API_KEY": KEY})
    assert all(asked.form["api_key"] == KEY and not asked.query for asked in server.asked)


def test_without_a_key_none_is_sent(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        through_libre(project, server)
    assert not any("api_key" in asked.form for asked in server.asked)


def test_a_long_paragraph_arrives_whole_in_pieces(tmp_path: Path) -> None:
    sentence = "村里的路一段一段地修，水一户一户地通，账一笔一笔地公开。"
    project = new_project(tmp_path / "p", sentence * 150)

    def script(asked: Asked) -> Answer:
        if asked.form["q"] == TITLE:
            return libre(asked)
        assert len(asked.form["q"]) <= 2000
        count = asked.form["q"].count("。")
        return libre_says(
            " ".join(["Roads, water and accounts came bit by bit, home by home, sum by sum."] * count)
        )

    with serving(script) as server:
        ran = through_libre(project, server)
        assert "".join(asked.form["q"] for asked in server.asked[1:]) == sentence * 150
    assert ran.code == 0, ran.output
    assert english(project)[1].count("Roads") == 150


@pytest.mark.parametrize(("piece", "code"), [("", "T060"), ("Roads.", "T064")])
def test_a_piece_that_goes_missing_is_seen(tmp_path: Path, piece: str, code: str) -> None:
    # Two pieces of three are long enough for the whole: only the piece itself tells.
    sentence = "村里的路一段一段地修，水一户一户地通，账一笔一笔地公开。"
    project = new_project(tmp_path / "p", sentence * 150)
    english = "Roads, water and accounts came bit by bit, home by home, sum by sum. " * 70
    answers = in_turn(libre, libre_says(english), libre_says(piece), libre_says(english))
    with serving(answers) as server:
        ran = through_libre(project, server)
    assert f": {code} " in ran.output and statuses(project) == [MACHINE, TODO]


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        through_libre(project, server)
        before = page_of(project).read_bytes()
        ran = through_libre(project, server)
        assert len(server.asked) == 3
    assert page_of(project).read_bytes() == before
    assert ran.output == "0 texts drafted on 0 pages, 0 characters sent\n"


def test_people_s_english_is_never_touched(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    file = page_of(project)
    text = file.read_text(encoding="utf-8").replace("<!-- en todo -->", "<!-- en human -->\n\nMine.", 1)
    file.write_text(text, encoding="utf-8")
    with serving(libre) as server:
        through_libre(project, server, "--refresh")
    assert english(project)[1] == "Mine."
    assert statuses(project) == [MACHINE, HUMAN, MACHINE]


def test_refresh_redoes_only_what_nobody_edited(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        through_libre(project, server)
    file = page_of(project)
    text = file.read_text(encoding="utf-8").replace(ENGLISH[FIRST], "Mended by a person.")
    file.write_text(text, encoding="utf-8")
    again = {**ENGLISH, TITLE: "A road through the hills", SECOND: ENGLISH[SECOND].replace("sends", "sent")}
    with serving(lambda asked: libre_says(translated(asked.form["q"], again))) as server:
        through_libre(project, server)
        assert server.asked == []
        through_libre(project, server, "--refresh")
        assert [asked.form["q"] for asked in server.asked] == [TITLE, SECOND]
    assert english(project) == [again[TITLE], "Mended by a person.", again[SECOND]]
    assert statuses(project) == [MACHINE, HUMAN, MACHINE]


def test_machine_text_stays_text(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    wicked = ENGLISH[FIRST].replace("lorries", "[lorries] of the *1* -->")

    def script(asked: Asked) -> Answer:
        return libre_says(wicked) if asked.form["q"] == FIRST else libre(asked)

    with serving(script) as server:
        through_libre(project, server)
    assert r"\[lorries\] of the \*1\* --&gt;" in english(project)[1]
    assert statuses(project) == [MACHINE] * 3


def test_429_is_waited_for_as_long_as_asked(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    busy = Answer('{"error": "Slowdown"}', 429, {"Retry-After": "7"})
    with serving(in_turn(busy, libre)) as server:
        ran = through_libre(project, server)
    assert ran.slept == [7.0]
    assert statuses(project) == [MACHINE] * 3
    assert "too many requests (429: Slowdown); trying again in 7 s (1 of 5 tries)" in ran.output


def test_500_is_tried_again_with_growing_delays_and_then_left(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")

    def script(asked: Asked) -> Answer:
        return Answer("<h1>Oops</h1>", 500) if asked.form["q"] == FIRST else libre(asked)

    with serving(script) as server:
        ran = through_libre(project, server)
        assert len(server.asked) == 1 + 5 + 1
    assert ran.slept == [1.0, 2.0, 4.0, 8.0]
    assert statuses(project) == [MACHINE, TODO, MACHINE], "the others went on"
    assert f"docs/reports/a.md:{line_of(project, 0)}: T068 the server fails (500)" in ran.output
    assert ran.code == 1


def line_of(project: Path, unit: int) -> int:
    return parse(page_of(project).read_text(encoding="utf-8")).live_units[unit].line


def test_a_server_in_trouble_stops_the_run_after_three_texts(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", FIRST, SECOND, "第三段话说的是水。", "第四段话说的是电。")
    with serving(lambda asked: Answer("", 502)) as server:
        ran = through_libre(project, server)
        assert len(server.asked) == 3 * 5
    assert "stopped: 3 texts in a row got no answer" in ran.output
    assert ran.code == 1


def lines(number: int) -> list[str]:
    return [f"第{n}个村修通了路，也引来了水，村里人都高兴。" for n in range(number)]


def test_a_run_that_begins_with_refusals_stops(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", *lines(30))
    with serving(lambda asked: Answer("", 400)) as server:
        ran = through_libre(project, server)
        assert len(server.asked) == 5
    assert "stopped: no text of 5 was translated" in ran.output and ran.code == 1


def test_a_provider_that_only_echoes_is_not_paid_for_everything(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", *lines(30))
    with serving(lambda asked: libre_says(asked.form["q"])) as server:
        ran = through_libre(project, server)
        assert len(server.asked) == 20
    assert "stopped: no text of 20 was translated" in ran.output and ran.code == 1


def test_texts_that_a_provider_cannot_manage_do_not_stop_it_later(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", *lines(30), SECOND)

    def script(asked: Asked) -> Answer:
        return libre(asked) if asked.form["q"] in (TITLE, SECOND) else Answer("", 422)

    with serving(script) as server:
        ran = through_libre(project, server)
    assert ran.output.count("T068") == 30 and "stopped" not in ran.output
    assert english(project)[-1] == ENGLISH[SECOND]


def test_a_server_with_a_narrower_limit_gets_shorter_texts(tmp_path: Path) -> None:
    sentence = "村里的路一段一段地修，水一户一户地通，账一笔一笔地公开。"
    project = new_project(tmp_path / "p", sentence * 30, sentence * 31)

    def script(asked: Asked) -> Answer:
        text = asked.form["q"]
        if len(text) > 250:
            return Answer('{"error": "Request exceeds text limit (250)"}', 400)
        known = "Roads, water and accounts came bit by bit, home by home, sum by sum. "
        return libre(asked) if text == TITLE else libre_says(known * text.count("。"))

    with serving(script) as server:
        ran = through_libre(project, server)
        refused = [asked for asked in server.asked if len(asked.form["q"]) > 250]
    assert ran.code == 0, ran.output
    assert [text.count("Roads") for text in english(project)[1:]] == [30, 31]
    assert 2 <= len(refused) <= 6, "the limit is learnt"


def test_a_time_out_is_tried_again(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(in_turn(Answer(hold=True), libre)) as server:
        ran = through_libre(project, server, "--timeout", "1")
        server.released.set()
    # On a loaded machine another answer may take a second, too, and is asked for again.
    assert ran.slept[:1] == [1.0]
    assert "no answer within 1 seconds" in ran.output
    assert statuses(project) == [MACHINE] * 3


def test_a_refused_connection_stops_the_run(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        pass
    ran = through_libre(project, server)
    assert ran.slept == [1.0, 2.0, 4.0, 8.0]
    assert "stopped: the server cannot be reached" in ran.output
    assert (ran.code, statuses(project)) == (1, [TODO] * 3)


@pytest.mark.parametrize("code", [401, 403])
def test_a_wrong_key_stops_the_run_at_once(tmp_path: Path, code: int) -> None:
    project = new_project(tmp_path / "p")
    with serving(lambda asked: Answer(f'{{"error": "Invalid API key {KEY}"}}', code)) as server:
        ran = through_libre(project, server, environment={"DUIZHAO_LIBRE_KEY": KEY})
        assert len(server.asked) == 1
    assert ran.slept == []
    assert "it does not accept the key" in ran.output and "Invalid API key ‹secret›" in ran.output
    assert KEY not in ran.output
    assert ran.output.count("\n") == 1
    assert ran.code == 2


def test_a_spent_quota_stops_the_run(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(in_turn(libre, Answer('{"error": "You exceeded your quota"}', 429))) as server:
        ran = through_libre(project, server)
    assert ran.slept == [] and "stopped: the quota is used up" in ran.output
    assert (ran.code, statuses(project)) == (1, [MACHINE, TODO, TODO])


def test_a_server_that_asks_for_an_hour_is_not_waited_for(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(lambda asked: Answer("", 429, {"Retry-After": "3600"})) as server:
        ran = through_libre(project, server)
    assert ran.slept == [] and "it asks to wait 3600 s" in ran.output
    assert ran.code == 1


def test_a_redirect_is_not_followed_with_a_key(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    with serving(libre) as other, serving(lambda asked: Answer("", 307, {"Location": other.url})) as server:
        ran = through_libre(project, server, environment={"LIBRE_API_KEY": KEY})
        assert other.asked == []
    assert "at another address" in ran.output and ran.code == 2


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (libre_says(""), "T060"),
        (libre_says("   "), "T060"),
        (libre_says(None), "T060"),
        (libre_says(FIRST), "T061"),
        (libre_says("Yunxi 去年修通了十二条村道，货车开得进山，山货卖得出村。"), "T061"),
        (libre_says("<p>Last year Yunxi County opened twelve village roads, and goods leave.</p>"), "T062"),
        (libre_says("Last year Yunxi"), "T064"),
        (libre_says("Last year Yunxi County opened twelve village roads, so that lorries and the"), "T064"),
        (libre_says(ENGLISH[FIRST] + "\n\n" + ENGLISH[FIRST]), "T063"),
        (libre_says(ENGLISH[FIRST] + " And so on." * 60), "T065"),
        (libre_says("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"), "T067"),
        (libre_says(["a", "b"]), "T068"),
        (Answer("not JSON"), "T068"),
        (Answer("{}"), "T068"),
        (Answer('{"error": "bad text"}', 400), "T068"),
        (Answer("", 413), "T068"),
        (Answer(b"\xff\xfe\x00"), "T068"),
    ],
)
def test_what_is_no_translation_is_not_written(tmp_path: Path, answer: Answer, code: str) -> None:
    project = new_project(tmp_path / "p")
    before = page_of(project).read_text(encoding="utf-8")
    unit = before[before.index(FIRST[:8]) : before.index(SECOND[:8])]

    def script(asked: Asked) -> Answer:
        return answer if asked.form["q"] == FIRST else libre(asked)

    with serving(script) as server:
        ran = through_libre(project, server)
    assert statuses(project) == [MACHINE, TODO, MACHINE], ran.output
    assert unit in page_of(project).read_text(encoding="utf-8"), "the unit is as it was"
    assert f"docs/reports/a.md:{line_of(project, 0)}: {code} " in ran.output
    assert "1 left" in ran.output and ran.code == 1


@pytest.mark.parametrize("writes", [100, 1])
def test_ctrl_c_loses_nothing_and_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    # However seldom a page is written: what is held when the run ends goes to it.
    monkeypatch.setattr("build_scripts.translate.run._WRITES_A_PAGE", writes)
    project = new_project(tmp_path / "p")
    with serving(libre) as server:
        slept: list[float] = []

        def interrupted(seconds: float) -> None:
            slept.append(seconds)
            raise KeyboardInterrupt

        server.script = in_turn(libre, libre, Answer("", 503), libre)
        edge = Edge(now=lambda: NOON, sleep=interrupted, environment={})
        command = ["translate", "--root", str(project), "--config", str(settings_of(project))]
        command += ["--provider", "libre", "--base-url", server.url]
        result = CliRunner().invoke(main, command, obj=edge)
        assert "stopped: by hand" in result.output and result.exit_code == 1
        assert statuses(project) == [MACHINE, MACHINE, TODO]
        ran = through_libre(project, server)
        assert ran.code == 0 and statuses(project) == [MACHINE] * 3
        assert [asked.form["q"] for asked in server.asked] == [TITLE, FIRST, SECOND, SECOND]


def test_a_page_that_cannot_be_written_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = new_project(tmp_path / "p")

    def full(path: Path, text: str) -> bool:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("build_scripts.translate.run.write_if_changed", full)
    with serving(libre) as server:
        ran = through_libre(project, server)
        assert len(server.asked) == 1
    assert "a.md: No space left on device" in ran.output and ran.code == 1
    assert statuses(project) == [TODO] * 3


def test_a_page_that_changes_wholly_meanwhile_is_left(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    other = "别的内容。\n".encode("gb18030")

    def script(asked: Asked) -> Answer:
        page_of(project).write_bytes(other)
        return libre(asked)

    with serving(script) as server:
        ran = through_libre(project, server)
    assert page_of(project).read_bytes() == other
    assert "T069 the page is no longer UTF-8" in ran.output and ran.code == 1


def test_a_budget_is_never_exceeded(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    budget = len(TITLE + FIRST) + 1
    with serving(libre) as server:
        ran = through_libre(project, server, "--max-characters", str(budget))
        assert sum(len(asked.form["q"]) for asked in server.asked) <= budget
        assert statuses(project) == [MACHINE, MACHINE, TODO]
        assert (ran.code, "stopped: " in ran.output) == (0, True)
        through_libre(project, server)
    assert statuses(project) == [MACHINE] * 3


def test_a_dry_run_sends_and_writes_nothing(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    before = page_of(project).read_bytes()
    with serving(libre) as server:
        ran = through_libre(project, server, "--dry-run")
        assert server.asked == []
    size = len(TITLE + FIRST + SECOND)
    assert ran.output.splitlines() == [
        f"docs/reports/a.md: 3 texts, {size} characters",
        f"3 texts, {size} characters would be sent",
    ]
    assert page_of(project).read_bytes() == before


def test_an_edit_made_meanwhile_goes_first(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")

    def script(asked: Asked) -> Answer:
        if asked.form["q"] == FIRST:
            file = page_of(project)
            text = file.read_text(encoding="utf-8").replace(
                "<!-- en todo -->", "<!-- en human -->\n\nMine.", 1
            )
            file.write_text(text, encoding="utf-8")
        return libre(asked)

    with serving(script) as server:
        ran = through_libre(project, server)
    assert english(project)[1:] == ["Mine.", ENGLISH[SECOND]]
    assert "T069" in ran.output and ran.code == 1


def test_the_same_chinese_is_sent_once(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", FIRST, SECOND, FIRST)
    with serving(libre) as server:
        through_libre(project, server)
        assert len(server.asked) == 3
    assert english(project)[1] == english(project)[3]


def test_terms_are_protected(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", SECOND, glossary=GLOSSARY)
    asked_for = "清江县把干部派到 XT1 里，群众有事就在家门口办。"
    known = {**ENGLISH, asked_for: ENGLISH[SECOND].replace("the grid", "an xt1")}
    with serving(lambda asked: libre_says(translated(asked.form["q"], known))) as server:
        ran = through_libre(project, server)
    assert "into a grid, and" in english(project)[1]
    assert ran.code == 0 and "T066" not in ran.output


def test_a_lost_sign_means_another_try_without_and_putting_right(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", SECOND, glossary=GLOSSARY)
    asked_for = "清江县把干部派到 XT1 里，群众有事就在家门口办。"
    meshed = ENGLISH[SECOND].replace("the grid", "the meshes")
    known = {**ENGLISH, asked_for: ENGLISH[SECOND].replace("the grid", "it"), SECOND: meshed}
    with serving(lambda asked: libre_says(translated(asked.form["q"], known))) as server:
        ran = through_libre(project, server)
        assert [asked.form["q"] for asked in server.asked] == [TITLE, asked_for, SECOND]
    assert "into the grids, and" in english(project)[1]
    assert "T066" not in ran.output


def test_a_term_that_cannot_be_put_right_is_named(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", SECOND, glossary=GLOSSARY)
    squared = ENGLISH[SECOND].replace("the grid", "small squares")
    with serving(lambda asked: libre(asked) if asked.form["q"] == TITLE else libre_says(squared)) as server:
        ran = through_libre(project, server)
    assert "T066 the draft does not have “grid” for 网格" in ran.output
    assert statuses(project) == [MACHINE, MACHINE], "it is a draft all the same"
    assert ran.code == 0


def test_pages_that_cannot_be_used_are_named_and_left(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p")
    good = page_of(project).read_bytes()
    page_of(project, "b").write_bytes(good + b"\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> z\n")
    page_of(project, "c").write_bytes(good.decode("utf-8").encode("gb18030"))
    with serving(libre) as server:
        ran = through_libre(project, server)
    assert "docs/reports/b.md:" in ran.output and "P002" in ran.output
    assert "docs/reports/c.md:4: P010" in ran.output
    assert "3 texts drafted on 1 page" in ran.output and ran.code == 1


def test_an_unknown_report_is_a_usage_error(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", name="tea-hill")
    with serving(libre) as server:
        ran = through_libre(project, server, "tea-hil")
        assert ran.code == 2 and "did you mean tea-hill" in ran.output
        ran = through_libre(project, server, "docs/reports/tea-hill.md")
    assert ran.code == 0
