"""The schemas that text programs get: made from the readers, current, right about our files."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.knowledge.editing.kinds import FileKind, kind_of
from bot.knowledge.editing.meanings import MEANINGS
from bot.knowledge.editing.outline import outline_of
from bot.knowledge.editing.schema import schema_of, schema_text

ROOT = Path(__file__).parents[3]
KNOWLEDGE = ROOT / "knowledge"


@pytest.mark.parametrize("kind", FileKind)
def test_each_key_that_the_reader_knows_has_a_meaning_and_no_other_has(kind):
    assert {tuple(key.split(".")) for key in MEANINGS[kind]} == set(outline_of(kind))
    assert [
        key for key, told in MEANINGS[kind].items() if not told.label or not told.meaning
    ] == []


@pytest.mark.parametrize("kind", FileKind)
def test_the_shipped_schema_is_the_one_the_reader_gives(kind):
    shipped = ROOT / "docs" / "redactie" / "schema" / f"{kind}.json"
    assert shipped.read_text(encoding="utf-8") == schema_text(kind), (
        "Run: handwijzer schema --write docs/redactie/schema"
    )


@pytest.mark.parametrize("kind", FileKind)
def test_the_shipped_files_have_nothing_against_their_schema(kind):
    schema = Draft7Validator(schema_of(kind))
    shown = {path: path.relative_to(KNOWLEDGE).as_posix() for path in KNOWLEDGE.rglob("*.yaml")}
    mine = [path for path, name in shown.items() if kind_of(name) is kind]
    wrong = [
        (shown[path], error.message)
        for path in mine
        for error in schema.iter_errors(yaml.load(path.read_text(), Loader=yaml.BaseLoader))  # noqa: S506
    ]
    assert (wrong, mine != []) == ([], True)


ORGANISATION = {
    "naam": "De Proef",
    "soort": "inloophuis",
    "status": "actief",
    "kort": "Een plek.",
    "bron": {"adres": "https://deproef.example/", "gelezen": "2026-11-20"},
}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"nam": "De Proef"}, "'nam' was unexpected"),
        ({"status": "open"}, "'open' is not one of"),
        ({"bron": {"adres": "https://deproef.example/"}}, "'gelezen' is a required property"),
        ({"activiteiten": [{"id": "a"}]}, "'naam' is a required property"),
        (
            {"activiteiten": [{"id": "a", "naam": "A", "toegang": {"kosten": "misschien"}}]},
            "match",
        ),
    ],
)
def test_a_mistake_is_seen_while_typing(change, words):
    found = Draft7Validator(schema_of(FileKind.ORGANISATION)).iter_errors(ORGANISATION | change)
    assert [words in error.message for error in found] == [True]


def test_the_settings_for_vs_code_name_each_schema_that_is_there():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    named = {Path(name).name for name in settings["yaml.schemas"]}
    assert named == {f"{kind}.json" for kind in FileKind}
