"""`handwijzer import` and `handwijzer export`, from a file to the database and out again."""

import argparse
import json
import sqlite3
from pathlib import Path

import pytest

from bot.commands import export, import_

FEED = Path(__file__).parents[1] / "exchange" / "feed.json"
REAL = Path(__file__).parents[2].parent / "shared" / "data" / "meetings-nl.json"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HANDWIJZER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def taken(*words: str) -> int:
    parser = argparse.ArgumentParser()
    import_.add_arguments(parser)
    return import_.run(parser.parse_args(list(words)))


def written(*words: str) -> int:
    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    return export.run(parser.parse_args(list(words)))


def report(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, list[str]]:
    capsys.readouterr()
    taken(*words, "--json")
    told: dict[str, list[str]] = json.loads(capsys.readouterr().out)
    return told


def feed(folder: Path, rows: list[dict[str, object]]) -> str:
    path = folder / "feed.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return str(path)


def rows(number: int, **fields: object) -> list[dict[str, object]]:
    return [
        {"slug": f"g{one}", "name": f"Groep {one}", "day": one % 7, "time": "10:00",
         "city": "Emmen", **fields}
        for one in range(number)
    ]  # fmt: skip


def test_a_trial_run_changes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(str(FEED), "--id", "proef") == 0
    out = capsys.readouterr().out
    assert "Nieuw: 12 · veranderd: 0 · verdwenen: 0 · gelijk: 0" in out
    assert out.rstrip().endswith("Neem het over met --apply.")
    assert not data.exists()


def test_importing_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(str(FEED), "--id", "proef", "--apply") == 0
    told = report(capsys, str(FEED), "--id", "proef", "--apply")
    assert (told["new"], told["changed"], told["gone"], told["same"]) == ([], [], [], 12)


def test_what_was_imported_is_exported_with_every_field_and_code(tmp_path: Path) -> None:
    taken(str(FEED), "--id", "proef", "--apply")
    out = tmp_path / "uit.json"
    assert written("meeting-guide", "--organisation", "proef-na", "--out", str(out)) == 0
    source = json.loads(FEED.read_text(encoding="utf-8"))
    assert json.loads(out.read_text(encoding="utf-8")) == source[:1]


def test_all_real_records_go_through_the_database_and_come_back(tmp_path: Path) -> None:
    if not REAL.is_file():
        pytest.skip(f"{REAL} staat niet op deze machine")
    assert taken(str(REAL), "--id", "echt", "--apply") == 0
    out = tmp_path / "uit.json"
    assert written("meeting-guide", "--out", str(out)) == 0
    source = {row["slug"]: row for row in json.loads(REAL.read_text(encoding="utf-8"))}
    back = {row["slug"]: row for row in json.loads(out.read_text(encoding="utf-8"))}
    assert len(source) == 943
    assert {slug: back.get(slug) for slug in source} == source


def test_a_great_loss_is_refused_unless_it_is_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(feed(tmp_path, rows(40)), "--id", "proef", "--apply")
    less = feed(tmp_path, rows(25))
    capsys.readouterr()
    assert taken(less, "--id", "proef", "--apply") == 1
    assert "15 in één keer verdwijnen" in capsys.readouterr().out
    assert taken(less, "--id", "proef", "--apply", "--force") == 0
    assert report(capsys, less, "--id", "proef")["same"] == 25


def test_a_change_is_shown_with_before_and_after(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(feed(tmp_path, rows(2)), "--id", "proef", "--apply")
    capsys.readouterr()
    taken(feed(tmp_path, rows(2, notes="Neem koffie mee")), "--id", "proef")
    out = capsys.readouterr().out
    assert "  ~ Groep 0\n      kort: ‘’ → ‘Neem koffie mee’" in out


def test_a_proposal_is_taken_over_by_its_code(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = rows(1, notes="Op 24 december 2026 is er geen bijeenkomst.", day=4)
    source = feed(tmp_path, many)
    told = report(capsys, source, "--id", "proef", "--apply")
    code = told["offers"][0]["code"]  # type: ignore[index]
    assert taken(source, "--id", "proef", "--accept", code) == 0
    assert "Overgenomen: 1 voorstellen." in capsys.readouterr().out
    with sqlite3.connect(data / "handwijzer.db") as database:
        found = database.execute("SELECT what, subject, first_day, author FROM change").fetchall()
    assert found == [("cancelled", "proef/g0", "2026-12-24", "feed")]


def test_accepting_twice_enters_it_once(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = feed(tmp_path, rows(1, notes="Op 24 december 2026 is er geen bijeenkomst.", day=4))
    code = report(capsys, source, "--id", "proef")["offers"][0]["code"]  # type: ignore[index]
    for _ in range(2):
        assert taken(source, "--id", "proef", "--apply", "--accept", code) == 0
    with sqlite3.connect(data / "handwijzer.db") as database:
        assert database.execute("SELECT count(*) FROM change").fetchone() == (1,)


def asked(answers: list[str], *words: str) -> tuple[int, list[str]]:
    """What `--ask` comes to with these answers, and the questions it put."""
    parser, questions, left = argparse.ArgumentParser(), [], iter(answers)
    import_.add_arguments(parser)

    def answer(question: str) -> str:
        questions.append(question)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return import_.run(parser.parse_args([*words, "--ask"]), answer), questions


def two_proposals(folder: Path) -> str:
    many = rows(2, notes="Op 24 december 2026 is er geen bijeenkomst.")
    return feed(folder, [{**one, "day": 4} for one in many])


def subjects(data: Path) -> list[tuple[str]]:
    with sqlite3.connect(data / "handwijzer.db") as database:
        return database.execute("SELECT subject FROM change ORDER BY subject").fetchall()


def test_each_proposal_is_asked_about_with_the_words_of_the_source(
    data: Path, tmp_path: Path
) -> None:
    source = two_proposals(tmp_path)
    code, questions = asked(["nee", "ja"], source, "--id", "proef", "--apply")
    assert code == 0 and len(questions) == 2
    assert "1 van 2. Groep 0" in questions[0] and "Op 24 december 2026" in questions[0]
    assert subjects(data) == [("proef/g1",)]


def test_going_back_takes_a_yes_back_and_a_strange_answer_is_asked_again(
    data: Path, tmp_path: Path
) -> None:
    source = two_proposals(tmp_path)
    answers = ["j", "t", "watte", "n", "j"]
    assert asked(answers, source, "--id", "proef", "--apply")[0] == 0
    assert subjects(data) == [("proef/g1",)]


def test_what_comes_after_a_stop_or_the_end_stays_a_proposal(data: Path, tmp_path: Path) -> None:
    assert asked(["j"], two_proposals(tmp_path), "--id", "proef", "--apply")[0] == 0
    assert subjects(data) == [("proef/g0",)]


def test_without_a_terminal_nothing_is_asked(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert taken(two_proposals(tmp_path), "--id", "proef", "--apply", "--ask") == 1
    assert "in een terminal" in capsys.readouterr().err and not data.exists()


def test_a_code_that_is_not_there_takes_nothing_over(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert taken(feed(tmp_path, rows(1)), "--id", "proef", "--apply", "--accept", "zzzz") == 1
    assert "zzzz" in capsys.readouterr().out
    assert not data.exists()


def test_a_proposal_about_what_was_not_taken_over_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = feed(tmp_path, rows(1, notes="Op 24 december 2026 is er geen bijeenkomst.", day=4))
    code = report(capsys, source, "--id", "proef")["offers"][0]["code"]  # type: ignore[index]
    assert taken(source, "--id", "proef", "--accept", code) == 1
    assert "Neem eerst de bron over met --apply." in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert taken("er-is-niets.json") == 1
    assert "er-is-niets.json kan ik niet lezen" in capsys.readouterr().err


def test_a_file_of_another_kind_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bladzij.html"
    path.write_text("<html></html>", encoding="utf-8")
    assert taken(str(path), "--apply") == 1
    assert "Er is niets overgenomen." in capsys.readouterr().out


@pytest.mark.parametrize("form", ["ics", "hsds", "schema-org", "csv", "xlsx"])
def test_each_format_is_written_with_its_losses(form: str, tmp_path: Path) -> None:
    taken(str(FEED), "--id", "proef", "--apply")
    out, losses = tmp_path / "uit", tmp_path / "verlies.tsv"
    assert written(form, "--out", str(out), "--losses", str(losses)) == 0
    assert out.stat().st_size > 1000
    assert losses.read_text(encoding="utf-8").startswith("activiteit\twat\twaarom\n")


def test_a_calendar_of_a_region_holds_only_what_is_near(tmp_path: Path) -> None:
    taken(str(FEED), "--id", "proef", "--apply")
    out = tmp_path / "uit.csv"
    written("csv", "--town", "Zwolle", "--within", "5", "--out", str(out))
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines if "Twee dagen" in line] == ["12"]
    assert not any("Ochtendgroep" in line for line in lines)


def test_an_unknown_town_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert written("csv", "--town", "Nergenshuizen") == 1
    assert "‘Nergenshuizen’ kennen we niet" in capsys.readouterr().err
