"""Organisations that nobody told us of, and those of which the name is misspelt."""

from datetime import datetime

import pytest

from bot.core.understanding.reading import read
from bot.knowledge.loader import Loaded

NOW = datetime(2026, 11, 25, 14)


def _organisation(shipped: Loaded, text: str) -> str | None:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    return read(text, NOW, brain.lexicon, brain.gazetteer).found.slots.organisation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hoe laat is inloophuis De Brug in Emmen open?", "inloophuis De Brug"),
        ("inloophuis de lindehof emmen openingstijden", "inloophuis de lindehof"),
        ("wat doet stichting zonnehoek precies", "stichting zonnehoek"),
        ("Is er vanavond iets bij de Herberg in Zwolle?", "de Herberg"),
        ("Kan ik via de huisarts naar een groep bij Zonnehoek?", "Zonnehoek"),
        ("is De Ontmoeting in Amersfoort zondag open", "De Ontmoeting"),
        ("Heeft Wisselstroom ook een eetclub?", "Wisselstroom"),
        ("wanneer is rouwcafé Culemborg", "rouwcafé Culemborg"),
        ("wat is het adres van de herstelacademie te Tiel", "de herstelacademie te Tiel"),
        ("openingstijden de Bron in Emmeloord", "de Bron"),
        ("wat is het programma van de zonnestraal", "de zonnestraal"),
    ],
)
def test_a_name_that_we_do_not_know_is_kept_as_typed(
    shipped: Loaded, text: str, name: str
) -> None:
    assert _organisation(shipped, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "is er een inloophuis in Emmen?",
        "inloophuis Emmen open morgen",
        "onze stichting organiseert een wandeling",
        "is er een herstelacademie in Zuidwolde?",
        "het nummer van mijn begeleider",
        "het adres van de coordinator van de inloop",
        "is er iets aan de Dorpsstraat in Emmen?",
        "kan ik nog meedoen met de WRAP in Almelo",
        "jongens die na een opname thuis zitten",
        "Ik woon bij Emmen. Is er vrijdag iets?",
        "Waar kan ik in De Wijk heen?",
        "MAG IK BIJ JULLIE GEWOON BINNENLOPEN",
    ],
)
def test_a_sort_a_town_or_capitals_are_no_name(shipped: Loaded, text: str) -> None:
    assert _organisation(shipped, text) is None


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("in tact grunning, wanneer is dat", "intact-groningen"),
        ("koffie omde hoek welk adres", "koffie-om-de-hoek-weesp"),
        ("heeft de depresie verenigng ook iets online", "depressie-vereniging"),
        ("naar de A.A., moet ik dan wat zeggen", "AA Nederland"),
        ("ik zoek de v.m.d.b voor lotgenoten", "VMDB"),
        ("zit anonieme alcoholiste ook in Emmen", "AA Nederland"),
        ("groep van mind", "MIND"),
        ("do you mind if I come", None),
        ("Luister, ik ga stoppen", None),
    ],
)
def test_a_known_name_is_found_cut_up_or_misspelt(
    shipped: Loaded, text: str, identity: str | None
) -> None:
    assert _organisation(shipped, text) == identity
