"""`handwijzer duty` on a folder of knowledge."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main

SHIPPED = Path(__file__).parents[2] / "knowledge"
FILE = """
naam: {name}
soort: inloop
status: {status}
kort: Een plek.
{editor}
regio: []
bron:
  adres: https://{name}.nl/
  naam: Site van {name}
  datum: onbekend
  gelezen: {read}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "organisaties").mkdir()
    (tmp_path / "plaatsen").symlink_to(SHIPPED / "plaatsen")
    monkeypatch.setenv("HANDWIJZER_KNOWLEDGE", str(tmp_path))
    monkeypatch.setenv("HANDWIJZER_DATA", str(tmp_path / "data"))  # not what `make run` left here
    return tmp_path


def write(folder: Path, name: str, read: str, editor: str = "", status: str = "actief") -> None:
    text = FILE.format(
        name=name, read=read, status=status, editor=f"redacteur: {editor}" if editor else ""
    )
    (folder / "organisaties" / f"{name}.yaml").write_text(text, encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["duty", "--json", "--today", "2026-11-25", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_soonest_comes_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "nieuw", "2026-11-22")
    write(folder, "oud", "2026-02-01")
    write(folder, "twijfel", "2026-11-22", status="niet nagevraagd")
    assert [(duty["organisation"], duty["due"]) for duty in printed(capsys)] == [
        ("oud", "2026-07-31"),
        ("twijfel", "2027-02-20"),
        ("nieuw", "2027-05-21"),
    ]


def test_one_editor_sees_what_is_his(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "een", "2026-11-22", editor="Ria")
    write(folder, "twee", "2026-11-22", editor="Bo")
    assert [duty["organisation"] for duty in printed(capsys, "--editor", "ria")] == ["een"]


def test_what_is_far_off_can_be_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "een", "2026-11-22")
    write(folder, "twee", "2026-06-01")
    assert [duty["organisation"] for duty in printed(capsys, "--days", "30")] == ["twee"]


def test_people_read_whom_it_is_for_and_how_old_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "een", "2026-02-01", editor="Ria")
    write(folder, "twee", "2026-11-22")
    assert main(["duty", "--today", "2026-11-25"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[:4] == [
        "Ria",
        "  NU          een (organisaties/een.yaml)",
        "      Bladzij zonder datum: Site van een, gelezen 1 februari 2026."
        " Nu: wordt oud, de bot zegt ‘bel even’.",
        "      Vraag het na: https://een.nl/",
    ]
    assert "Nog geen redacteur" in told
    assert told.splitlines()[-1] == "2 bronnen, waarvan 1 nu aan de beurt."


def test_a_folder_that_is_not_there_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HANDWIJZER_KNOWLEDGE", str(tmp_path / "weg"))
    assert main(["duty"]) == 1
    assert "Er is geen map" in capsys.readouterr().err


def test_an_imported_list_has_to_be_fetched_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("HANDWIJZER_DATA", str(tmp_path / "data"))
    feed = Path(__file__).parents[1] / "exchange" / "feed.json"
    assert main(["import", str(feed), "--id", "proef", "--apply"]) == 0
    capsys.readouterr()
    assert {(duty["organisation"], duty["witness"]) for duty in printed(capsys)} == {
        ("proef", "feed"),
        ("proef-aa", "feed"),
        ("proef-ca", "feed"),
        ("proef-na", "feed"),
    }
