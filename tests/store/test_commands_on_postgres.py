"""The commands that read and write the programme, where PostgreSQL keeps it."""

import argparse
import json
from pathlib import Path

import pytest

from bot.commands import export, import_

FEED = Path(__file__).parents[1] / "exchange" / "feed.json"


def test_what_is_imported_into_postgres_is_exported_from_it(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDWIJZER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    taking, giving = argparse.ArgumentParser(), argparse.ArgumentParser()
    import_.add_arguments(taking)
    export.add_arguments(giving)
    assert import_.run(taking.parse_args([str(FEED), "--id", "proef", "--apply"])) == 0
    target = tmp_path / "out.json"
    assert export.run(giving.parse_args(["meeting-guide", "--out", str(target)])) == 0
    given = {row["slug"] for row in json.loads(target.read_text(encoding="utf-8"))}
    assert {row["slug"] for row in json.loads(FEED.read_text(encoding="utf-8"))} <= given
    assert not (tmp_path / "data" / "handwijzer.db").exists()
