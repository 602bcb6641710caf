"""`handwijzer invite` and `handwijzer audit`: the first administrator, and what was done."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDWIJZER_DATA", str(tmp_path / "gegevens"))
    monkeypatch.setenv("HANDWIJZER_KEY_FILE", str(tmp_path / "sleutel"))
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)


def test_without_telegram_it_says_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "--administrator"]) == 0
    said = capsys.readouterr().out
    assert "Typ dit in het gesprek met de bot." in said
    assert said.splitlines()[-1].startswith("/start uit-")


def test_with_a_username_it_gives_a_link(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_USERNAME", "@ProefBot")
    assert main(["invite", "--administrator"]) == 0
    link, _, typed = capsys.readouterr().out.splitlines()[1:]
    assert link == f"https://t.me/ProefBot?start={typed.removeprefix('/start ')}"


def test_whoever_gets_a_role_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["invite"])
    assert "--administrator" in capsys.readouterr().err


def test_the_trail_shows_the_invitation(capsys: pytest.CaptureFixture[str]) -> None:
    main(["invite", "--administrator"])
    capsys.readouterr()
    assert main(["audit"]) == 0
    assert "wie dit programma draait nodigde uit" in capsys.readouterr().out
    assert main(["audit", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["role"], told["act"]) == ("operator", "invited")


def test_without_a_database_there_is_no_trail(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit"]) == 1
    assert "Er is nog geen database" in capsys.readouterr().err
