"""Somebody's name in a message for many is pointed out before it goes."""

from datetime import datetime

import pytest
from resident import HOUSE

from bot.assistant import Snapshot
from bot.core.desk.drafts.naming import names_in
from bot.core.desk.drafts.warnings import HEAVY, warnings_about
from bot.core.draft import Draft
from bot.core.talk.outcome import Scene


@pytest.fixture
def scene(snapshot: Snapshot) -> Scene:
    assert snapshot.knowledge is not None and snapshot.programme is not None
    return Scene(
        knowledge=snapshot.knowledge,
        programme=snapshot.programme,
        house=HOUSE,
        now=datetime(2026, 11, 25, 14),
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Karin is ziek", ["Karin"]),
        ("karin is ziek", ["karin"]),
        ("Wendela heeft griep", ["Wendela"]),
        ("ziekte van Annelies", ["Annelies"]),
        ("Karin en Willem de Vries zijn weg", ["Karin", "Willem de Vries"]),
        ("de gastvrouw is ziek", []),
        ("Begeleider is ziek", []),
        ("Verwarming is stuk", []),
        ("we gaan naar Pieterburen", []),
        ("buurthuis De Marke is dicht", []),
        ("vergadering Sedna", []),
        ("er is sinterklaas, met Sinterklaas zelf", []),
    ],
)
def test_a_name_is_found_in_a_reason(text: str, named: list[str], scene: Scene) -> None:
    assert list(names_in(text, scene)) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("De Brink 4 in Emmen, bel Karin", ["Karin"]),
        ("bij Anja thuis", ["Anja"]),
        ("Wijkcentrum de Marke, Emmen", []),
        ("Willem Lodewijkstraat 2", []),
    ],
)
def test_a_name_is_found_in_a_place(text: str, named: list[str], scene: Scene) -> None:
    assert list(names_in(text, scene, of_place=True)) == named


def test_it_says_what_to_write_instead(scene: Scene) -> None:
    assert warnings_about(Draft(id="1", reason="Karin is ziek"), scene) == (
        "‘Karin’ lijkt de naam van iemand. Haal de naam weg. Schrijf wat iemand doet: "
        "‘de gastvrouw’, ‘een begeleider’.",
    )


def test_one_name_is_pointed_out_once(scene: Scene) -> None:
    assert len(warnings_about(Draft(id="1", reason="mevrouw Karin Jansen is ziek"), scene)) == 1


def test_an_everyday_note_is_not_called_heavy(scene: Scene) -> None:
    note = "De deur was vorige week dicht. Sorry daarvoor. Vrijdag zijn we er gewoon."
    assert warnings_about(Draft(id="1", note=note), scene) == ()


def test_a_heavy_note_is_pointed_out(scene: Scene) -> None:
    note = "We praten na over de zelfdoding van een deelnemer."
    assert warnings_about(Draft(id="1", note=note), scene) == (HEAVY,)
