"""`handwijzer dates` shows what a phrase means, for people and for programs."""

import argparse
import io
import json
from typing import Any

import pytest

from bot.commands.dates import FINE, MEND, add_arguments, run


def started(*arguments: str, lines: tuple[str, ...] = ()) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    out = io.StringIO()
    return run(parser.parse_args(arguments), lines=lines, out=out), out.getvalue()


def answer(**request: object) -> dict[str, Any]:
    _, told = started("--json", lines=(json.dumps(request),))
    found: dict[str, Any] = json.loads(told)
    return found


def test_a_phrase_is_shown_with_its_meaning_and_its_dates() -> None:
    code, told = started("--from", "2026-12-01", "--until", "2026-12-15", "elke di 10-12")
    assert (code, told.splitlines()) == (
        FINE,
        [
            "elke di 10-12",
            "  betekent: elke dinsdag, 10.00–12.00 uur",
            "  dinsdag 1 december 2026 10.00–12.00",
            "  dinsdag 8 december 2026 10.00–12.00",
            "  dinsdag 15 december 2026 10.00–12.00",
        ],
    )


def test_a_phrase_that_cannot_be_read_names_its_word() -> None:
    code, told = started("--from", "2026-12-01", "elke dinsdga 10-12")
    assert (code, told.splitlines()[1]) == (
        MEND,
        "  let op: ‘dinsdga’ (teken 6): Bedoel je ‘dinsdag’?",
    )


def test_a_json_line_gets_a_json_line() -> None:
    asked = {"text": "elke woensdagmiddag", "from": "2026-12-01", "until": "2026-12-02"}
    assert answer(**asked) == {
        "occurrences": [{"start": "2026-12-02", "end": None, "part": "afternoon"}],
        "rule": "elke woensdagmiddag",
        "problem": None,
    }


def test_times_are_local_and_an_open_end_is_null() -> None:
    asked = {
        "text": "do 19.30, duurt 2 uur; vr 10.00",
        "from": "2026-12-03",
        "until": "2026-12-04",
    }
    assert answer(**asked)["occurrences"] == [
        {"start": "2026-12-03T19:30", "end": "2026-12-03T21:30"},
        {"start": "2026-12-04T10:00", "end": None},
    ]


def test_what_is_not_fixed_is_null_with_the_reason() -> None:
    found = answer(text="om de week op dinsdag", **{"from": "2026-12-01"})
    assert found["occurrences"] is None
    assert found["problem"] == (
        "Er staat niet bij in welke weken het is. "
        "Zet erbij vanaf welke datum je telt: om de week vanaf 3 december."
    )


def test_a_day_that_is_none_is_named_in_dutch() -> None:
    problem = answer(text="elke dinsdag", **{"from": "2026-13-15"})["problem"]
    assert problem.endswith("“2026-13-15” hoort een datum te zijn als 2026-12-01")


@pytest.mark.parametrize(
    "left_out", ["2026-12-08..2026-12-15", "2026-12-08, 2026-12-15", ["2026-12-08..2026-12-20"]]
)
def test_periods_are_left_out(left_out: object) -> None:
    asked = {"text": "elke dinsdag 10.00", "from": "2026-12-01", "until": "2026-12-22"}
    found = answer(**asked, **{"except": left_out})["occurrences"]
    assert [one["start"][:10] for one in found] == ["2026-12-01", "2026-12-22"]


@pytest.mark.parametrize("line", ["{", '{"text": 5}', '{"text": "di", "from": "morgen"}'])
def test_a_broken_line_is_answered_and_does_not_stop_the_rest(line: str) -> None:
    code, told = started("--json", "--from", "2026-12-01", lines=(line, '{"text": "elke di"}'))
    broken, fine = (json.loads(answer) for answer in told.splitlines())
    assert (code, broken["occurrences"], fine["rule"]) == (FINE, None, "elke dinsdag")
    assert "niet te lezen" in broken["problem"]


def test_a_day_that_is_no_date_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        started("--from", "morgen", "elke dinsdag")
    assert "schrijf een datum als 2026-12-01" in capsys.readouterr().err
