"""`handwijzer check` shows every problem to people, to programs and on GitHub."""

import argparse
import json
from pathlib import Path

import pytest

from bot.commands.check import FINE, MEND, WRONG_ARGUMENTS, add_arguments, run
from tests.knowledge.small_knowledge import SHIPPED, put, small_copy


def started(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([*arguments, "--today", "2026-11-22"]))


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_copy(tmp_path_factory.mktemp("map") / "kennis")
    put(folder, "organisaties/fout.yaml", "kort: let op: vol\n")
    put(folder, "organisaties/moeilijk.yaml", "kort: Een laagdrempelige plek.\n")
    return folder


def told_of(text: str, name: str) -> str:
    """The first problem of one file as it is shown."""
    return next(part for part in text.split("\n\n") if name in part)


def test_a_problem_is_shown_with_its_line_a_mark_and_what_to_type(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert started(str(faulty)) == MEND
    assert told_of(capsys.readouterr().out, "fout.yaml").splitlines() == [
        "organisaties/fout.yaml:5:13 fout: Een dubbele punt met een spatie erachter mag niet los "
        "midden in een tekst. [dubbele-punt]",
        "    | kort: let op: vol",
        "    |             ^",
        '    Zet aanhalingstekens om de hele tekst. Schrijf: kort: "let op: vol"',
    ]


def test_a_json_line_keeps_its_fields(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started(str(faulty), "--json") == MEND
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {tuple(line) for line in lines} == {
        ("path", "line", "column", "severity", "rule", "message", "hint")
    }
    hard = next(line for line in lines if line["rule"] == "moeilijk-woord")
    assert (hard["path"], hard["line"], hard["column"], hard["severity"]) == (
        *("organisaties/moeilijk.yaml", 5, 11),
        "warning",
    )


def test_github_gets_workflow_commands_with_their_signs_escaped(
    faulty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty.parent))
    monkeypatch.chdir(faulty)  # a step may run in another folder
    assert started(str(faulty), "--format", "github") == MEND
    *lines, told = capsys.readouterr().out.splitlines()
    assert told.endswith("Zolang er fouten zijn, gaat dit niet live.")
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    command, _, message = next(line for line in lines if "fout.yaml" in line)[2:].partition("::")
    assert command == (
        "error file=kennis/organisaties/fout.yaml,line=5,endLine=5,col=13,endColumn=14,"
        "title=dubbele-punt"
    )
    assert message.endswith('Schrijf: kort: "let op: vol"')


def test_verbose_echoes_the_next_dates_of_every_schedule(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert started(str(SHIPPED), "--verbose") == FINE
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if "weekendtref-amersfoort" in line)
    assert lines[at + 1] == (
        "    elke zaterdag en zondag. Eerst op: zondag 22 november; zaterdag 28 november; "
        "zondag 29 november; zaterdag 5 december."
    )
    assert lines[-1].endswith("Dit kan live.") or lines[-1] == "Alles klopt."


def test_a_folder_that_is_not_there_is_a_wrong_argument(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert started(str(tmp_path / "weg")) == WRONG_ARGUMENTS
    assert capsys.readouterr().err == f"Er is geen map {tmp_path / 'weg'}.\n"
