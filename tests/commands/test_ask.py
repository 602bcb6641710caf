"""`handwijzer ask` from outside, as others measure it: one run over many lines of input."""

import json
import os
import subprocess
import sys

import pytest

from bot.__main__ import main

ASKED = [
    {"text": "waar en wanneer is de dichtstbijzijnde herstelgroep?", "near": [50.88, 5.98]},
    {"text": "heb ik een verwijzing nodig voor de herstelruimte in Emmen?"},
    {"text": "wat is een herstelwerkgroep?"},
    {"text": "en in Amersfoort?", "after": "is er een inloop in Assen?"},
    {"text": "ik wil dood, is er een inloop in Assen?"},
    {"text": "hoeveel paracetamol mag ik?"},
    {"text": "ik kan niet meer"},
    {"text": "asdf qwer zxcv"},
    {"text": ""},
    {"text": "x" * 4096},
    {"text": "is er zaterdag een inloop in Amersfoort?", "now": "2026-11-25T14:00"},
    {"text": "is er een inloop in Assen?", "lang": "en"},
    {"text": "AA in Emmen", "now": "2026-11-27T18:30:00+00:00"},
    {"text": "half \ud83d"},
]
WRONG = [
    ('{"text": 5}', "text"),
    ('{"text": "hoi", "near": [1]}', "near"),
    ('{"text": "hoi", "near": [999, 5]}', "geen plek op aarde"),
    ('{"text": "hoi", "near": [NaN, 5]}', "geen plek op aarde"),
    ('{"text": "hoi", "now": "gisteren"}', "geen tijdstip: gisteren"),
    ('{"text": "hoi", "after": 7}', "after"),
    ('{"text": "hoi", "lang": "xx"}', "lang"),
    ('{"text": ', "JSON"),
]
FIELDS = [
    "text", "language", "safety", "level", "levels", "decision", "topic", "score", "rivals",
    "slots", "query", "activities", "organisations", "reply", "because", "ms",
]  # fmt: skip
SLOTS = ["place", "when", "kind", "theme", "audience", "format", "organisation"]


@pytest.fixture(scope="module")
def run():
    """One run of the program over all lines, with a line that is no UTF-8 as the last."""
    lines = [json.dumps(one) for one in ASKED] + [line for line, _ in WRONG]
    return subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--json", "--now", "2026-11-25T14:00"],
        input="\n".join(lines).encode() + b"\n\nwat kost \xff het?\n",
        capture_output=True,
        env={**os.environ, "HANDWIJZER_KNOWLEDGE": ""},
        check=False,
    )


@pytest.fixture(scope="module")
def rows(run):
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def told(row):
    return "\n".join(bubble["text"] for bubble in row["reply"])


def test_every_line_gives_one_object_and_a_blank_one_none(rows):
    assert len(rows) == len(ASKED) + len(WRONG) + 1


def test_every_answer_has_all_fields(rows):
    missing = [(f, r["text"]) for r in rows[: len(ASKED)] for f in FIELDS if f not in r]
    assert missing == []
    assert [list(row["slots"]) for row in rows[: len(ASKED)]] == [SLOTS] * len(ASKED)


def test_the_three_questions_are_answered_from_the_shipped_knowledge(rows):
    group, referral, meaning = rows[:3]
    assert group["organisations"][0] == "heerlen-stand-by"
    assert referral["organisations"] == ["herstelruimte-emmen"]
    assert "Je hebt geen verwijzing nodig" in told(referral)
    assert (meaning["decision"], meaning["topic"]) == ("answer", "what_is")


def test_a_follow_up_goes_on_with_what_was_asked_before(rows):
    row = rows[3]
    assert row["slots"]["kind"] is None
    assert (row["query"]["kind"], row["query"]["place"]["name"]) == ("drop_in", "Amersfoort")


def test_safety_comes_first_and_the_question_is_answered_too(rows):
    row = rows[4]
    assert (row["safety"], row["level"], row["levels"]) == ("crisis", "suicide", ["suicide"])
    assert "0800-0113" in row["reply"][0]["text"]
    assert "ldh-inloop-assen" in row["organisations"]


def test_treatment_is_named_and_concern_is_no_alarm(rows):
    assert (rows[5]["safety"], rows[5]["level"]) == ("treatment", "treatment")
    assert (rows[6]["safety"], rows[6]["level"]) == (None, "concern")


@pytest.mark.parametrize("at", [7, 9])
def test_what_is_not_understood_says_so_with_112_and_113(rows, at):
    row = rows[at]
    assert (row["decision"], row["topic"], row["rivals"]) == ("abstain", None, [])
    assert ["112" in told(row), "113" in told(row)] == [True, True]
    assert len(row["reply"][0]["buttons"]) == 3


def test_an_empty_message_is_told_that_it_is_empty(rows):
    assert "leeg" in told(rows[8])


def test_dates_are_written_as_year_month_day(rows):
    when = rows[10]["slots"]["when"]
    assert when == {"start": "2026-11-28", "end": "2026-11-28", "part": None}


def test_a_chosen_language_is_kept(rows):
    assert "found near Assen" in told(rows[11])


def test_a_time_with_a_zone_is_worked_out_to_ours(rows):
    assert "Nu bezig, tot 20:30 uur" in told(rows[12])


def test_wrong_lines_are_told_apart_and_end_in_1(run, rows):
    errors = [row["error"] for row in rows[len(ASKED) : -1]]
    assert [word in e for (_, word), e in zip(WRONG, errors, strict=True)] == [True] * len(WRONG)
    assert run.stderr.decode().splitlines()[0].startswith(f"Regel {len(ASKED) + 1}: ")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr.decode()


def test_a_line_that_is_no_utf_8_is_read_as_far_as_it_goes(rows):
    assert rows[-1]["topic"] == "cost"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--now", "gisteren"],
        ["--near", "52"],
        ["--near", "noord,west"],
        ["--near", "99,200"],
        ["--lang", "fr"],
        ["--vlieg"],
    ],
)
def test_wrong_arguments_end_in_2_before_anything_is_read(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["ask", *arguments, "hoi"])
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_as_text_it_shows_buttons_and_why_and_leaves_nothing_behind(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["ask", "--why", "--now", "2026-11-25T14:00", "is er een inloop in Assen?"]) == 0
    shown = capsys.readouterr().out
    assert ["[1. Inloop in de huiskamer" in shown, "  waarom: " in shown] == [True, True]
    assert list(tmp_path.iterdir()) == []
