"""`handwijzer change` shows what a coordinator's sentence changes, for people and for programs."""

import argparse
import io
import json
from typing import Any

import pytest

from bot.commands.change import FINE, MEND, add_arguments, run

NOW = "2026-11-25T14:00"


def started(*arguments: str, lines: tuple[str, ...] = ()) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    out = io.StringIO()
    return run(parser.parse_args(arguments), lines=lines, out=out), out.getvalue()


def answers(*requests: dict[str, object]) -> list[dict[str, Any]]:
    _, told = started("--json", lines=tuple(json.dumps(request) for request in requests))
    return [json.loads(line) for line in told.splitlines()]


def test_a_json_line_gets_a_json_line() -> None:
    (answer,) = answers({"text": "inloop Tiel dinsdag gaat niet door, ziekte", "now": NOW})
    assert answer == {
        "change": {
            "what": "cancelled",
            "activity": "inloop",
            "place": "Tiel",
            "start": "2026-12-01",
            "end": "2026-12-01",
            "new_time": None,
            "new_place": None,
            "reason": "ziekte",
        },
        "question": None,
    }


def test_days_apart_are_listed() -> None:
    (answer,) = answers({"text": "geen koor 3 en 10 december", "now": NOW})
    assert answer["change"]["days"] == ["2026-12-03", "2026-12-10"]


def test_a_question_comes_with_what_is_understood() -> None:
    (answer,) = answers({"text": "koor gaat niet door", "now": NOW})
    assert answer["question"] == "Op welke dag gaat het niet door?"
    assert (answer["change"]["what"], answer["change"]["start"]) == ("cancelled", None)


def test_where_nothing_is_understood_there_is_no_change() -> None:
    (answer,) = answers({"text": "hoi", "now": NOW})
    assert answer["change"] is None
    assert answer["question"].startswith("Wat verandert er?")


@pytest.mark.parametrize("line", ["{", '{"text": 5}', '{"text": "koor", "now": "straks"}'])
def test_a_broken_line_is_answered_and_does_not_stop_the_rest(line: str) -> None:
    code, told = started("--json", "--now", NOW, lines=(line, "geen koor morgen"))
    broken, fine = (json.loads(answer) for answer in told.splitlines())
    assert (code, broken["change"], fine["change"]["start"]) == (FINE, None, "2026-11-26")
    assert "niet te lezen" in broken["question"]


def test_a_sentence_is_shown_with_what_it_changes() -> None:
    code, told = started("--now", NOW, "koor Tiel vrijdag om 11 ipv 10 uur")
    assert (code, told.splitlines()) == (
        FINE,
        [
            "koor Tiel vrijdag om 11 ipv 10 uur",
            "  wat: andere dag of tijd",
            "  activiteit: koor",
            "  plaats: Tiel",
            "  wanneer: vrijdag 27 november",
            "  nieuwe tijd: 11:00",
        ],
    )


def test_a_sentence_with_a_question_is_something_to_mend() -> None:
    code, told = started("--now", NOW, "koor gaat niet door")
    assert (code, told.splitlines()[-1]) == (MEND, "  vraag: Op welke dag gaat het niet door?")


def test_a_moment_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        started("--now", "straks", "geen koor")
    assert "schrijf een tijdstip als 2026-11-25T14:00" in capsys.readouterr().err
