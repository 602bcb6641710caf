"""`handwijzer check`: everything that is wrong with a knowledge folder, at once."""

import json
import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.knowledge.loader import find_folder


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped knowledge with three mistakes in three files."""
    folder = shutil.copytree(find_folder({}), tmp_path_factory.mktemp("check") / "kennis")
    organisation = folder / "organisaties" / "aa-emmen.yaml"
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(text.replace("naam:", "nam:", 1), encoding="utf-8")
    (folder / "organisaties" / "nieuw.yaml").write_text("naam: [open\n", encoding="utf-8")
    texts = folder / "teksten.yaml"
    text = texts.read_text(encoding="utf-8").replace("{km}", "{kilometers}")
    texts.write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_knowledge_has_no_mistakes(capsys):
    assert main(["check"]) == 0
    assert "fout" not in capsys.readouterr().out


def test_all_mistakes_are_told_at_once_with_file_and_line(broken, capsys):
    assert main(["check", "--json", str(broken)]) == 1
    problems = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    wrong = [problem for problem in problems if problem["severity"] == "error"]
    assert {Path(problem["path"]).name for problem in wrong} == {
        "aa-emmen.yaml", "nieuw.yaml", "teksten.yaml",
    }  # fmt: skip
    fields = ["path", "line", "column", "severity", "rule", "message", "hint"]
    assert [list(problem) for problem in problems] == [fields] * len(problems)
    assert min(problem["line"] for problem in wrong) >= 1


def test_a_misspelt_key_is_answered_with_the_nearest_known_one(broken, capsys):
    main(["check", str(broken)])
    shown = capsys.readouterr().out
    assert "aa-emmen.yaml:1:1 fout:" in shown
    assert "naam" in shown.partition("aa-emmen.yaml:1:1")[2][:200]
    assert "Zolang er fouten zijn, gaat dit niet live." in shown


@pytest.mark.parametrize("name", ["bestaat-niet", "bestand.yaml"])
def test_a_path_that_is_no_folder_is_told(name, tmp_path, capsys):
    (tmp_path / "bestand.yaml").write_text("", encoding="utf-8")
    assert main(["check", str(tmp_path / name)]) == 2
    assert "Er is geen map" in capsys.readouterr().err


def test_an_empty_folder_names_what_is_missing(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 1
    shown = capsys.readouterr().out
    assert [name in shown for name in ("teksten.yaml", "veiligheid", "onderwerpen")] == [True] * 3


def test_the_echo_of_a_phrase_knows_the_school_holidays(tmp_path, capsys):
    folder = shutil.copytree(find_folder({}), tmp_path / "kennis")
    activity = "{id: a, naam: Groep, soort: inloop, kort: Een groep., wanneer: WANNEER}"
    organisation = folder / "organisaties" / "aa-emmen.yaml"
    phrase = "elke vrijdag 13.00-15.00 uur, niet in de schoolvakanties regio noord"
    activities = f"activiteiten:\n  - {activity.replace('WANNEER', repr(phrase))}\n"
    kept = organisation.read_text(encoding="utf-8").partition("activiteiten:")[0]
    organisation.write_text(kept + activities, encoding="utf-8")
    main(["check", "--verbose", "--today", "2026-12-16", str(folder)])
    shown = capsys.readouterr().out
    assert "Eerst op: vrijdag 18 december 13.00; vrijdag 8 januari 13.00" in shown
