"""Which theme is sought where a message tells of several troubles."""

from datetime import datetime

import pytest

from bot.core.model import Audience, Theme
from bot.core.understanding.reading import read
from bot.knowledge.loader import Loaded

NOW = datetime(2026, 11, 25, 14)


def _themes(shipped: Loaded, text: str) -> tuple[Theme, ...]:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    return read(text, NOW, brain.lexicon, brain.gazetteer).found.slots.themes


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Ik durf de deur niet uit. Is er een groep voor mensen in de rouw?", (Theme.GRIEF,)),
        ("Is er een eetstoornisgroep? Ik durf de deur niet uit", (Theme.EATING,)),
        ("Ik heb autisme en zoek een groep voor mensen met adhd", (Theme.AUTISM, Theme.ADHD)),
        (
            "Een groep voor mensen met verlies, mijn broer pleegde zelfmoord",
            (Theme.SUICIDE_BEREAVEMENT,),
        ),
    ],
)
def test_the_theme_of_the_group_goes_before_what_is_only_described(
    shipped: Loaded, text: str, themes: tuple[Theme, ...]
) -> None:
    assert _themes(shipped, text) == themes


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Ik had een terugval in mijn depressie", (Theme.DEPRESSION,)),
        ("Ik had een terugval, waar kan ik heen?", (Theme.ADDICTION,)),
        ("I am in recovery, any group?", (Theme.ADDICTION,)),
        ("Ik ben in herstel van een psychose", (Theme.PSYCHOSIS,)),
    ],
)
def test_a_relapse_and_recovery_are_of_the_trouble_that_is_named(
    shipped: Loaded, text: str, themes: tuple[Theme, ...]
) -> None:
    assert _themes(shipped, text) == themes


def test_what_somebody_nearly_lost_by_drinking_is_not_who_drinks(shipped: Loaded) -> None:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    text = "Mijn huis kwijt en bijna mijn man ook, door de drank. Waar kan ik praten?"
    found = read(text, NOW, brain.lexicon, brain.gazetteer).found
    assert Audience.LOVED_ONES not in found.slots.audiences
