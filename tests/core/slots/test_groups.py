"""Which people in a message are the group that is looked for, and which are only spoken of."""

from datetime import datetime

import pytest

from bot.core.model import Audience
from bot.core.understanding.reading import read
from bot.knowledge.loader import Loaded

NOW = datetime(2026, 11, 25, 14)


def _audiences(shipped: Loaded, text: str) -> set[Audience]:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    return set(read(text, NOW, brain.lexicon, brain.gazetteer).found.slots.audiences)


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Ik hoef niet tussen alleen maar zestigers te zitten, ik ben 24", set()),
        ("Een club voor jongeren, niet voor bejaarden", {Audience.YOUNG}),
        ("Ik zit liever met senioren dan met pubers", {Audience.OLDER}),
        ("Ik voel me niet op mijn gemak bij mannen. Is er een vrouwengroep?", {Audience.WOMEN}),
        ("Bij vrouwen klap ik dicht, dus iets voor mannen", {Audience.MEN}),
    ],
)
def test_people_that_someone_does_not_want_are_no_audience(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Is het alleen voor vrouwen of gemengd?", set()),
        ("Mag mijn zwager ook of is het alleen voor vrouwen?", set()),
        ("Is er iets alleen voor vrouwen?", {Audience.WOMEN}),
        ("Op de zaak praten ze over voetbal en over vrouwen", set()),
        ("Ik werkte met drie mannen op een boot", set()),
        ("Is dit ook voor ouders van pubers die blowen?", {Audience.LOVED_ONES, Audience.PARENTS}),
    ],
)
def test_people_that_are_only_spoken_of_are_no_audience(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Ben vader van drie, is er een praatgroep voor mannen?", {Audience.MEN}),
        ("Wij komen uit Polen. Is er een eettafel voor ouderen?", {Audience.OLDER}),
        ("Ik kom uit Polen en zoek een groep", {Audience.MIGRANTS}),
        ("Ik ben moeder van twee en heb autisme, is er een groep?", set()),
        ("Ik ben kind van gescheiden ouders en zoek een cursus", set()),
        ("Ik ben lesbisch, maar daar gaat het niet om", set()),
        ("Ik ben een bezorgde vader van twee en wil schilderen", set()),
        ("Ik ben net mama en huil veel, is er een groep?", {Audience.PARENTS}),
        ("Ik ben tienermoeder, is er een groep?", {Audience.PARENTS, Audience.YOUNG}),
    ],
)
def test_what_someone_is_gives_way_to_the_group_that_is_named(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Ik ben achtenzestig, wie is er van mijn leeftijd?", {Audience.OLDER}),
        ("Ik ben vierenveertig, wie is er van mijn leeftijd?", set()),
        ("Sinds mijn pensioen zoek ik mensen van mijn leeftijd", {Audience.OLDER}),
        ("Ik ben negentien, wie is er van mijn leeftijd?", {Audience.YOUNG}),
        ("Op mijn 77e zoek ik mensen van mijn leeftijd", {Audience.OLDER}),
        ("Ik ben van 1948, waar is mijn generatie?", {Audience.OLDER}),
        ("Ik ben 23, zijn er mensen van mijn leeftijd of alleen oma's?", {Audience.YOUNG}),
        ("Ik ben 18 en heb geen zin om tussen bejaarden te zitten", {Audience.YOUNG}),
        ("Ik ben 21 en alles wat ik vind in de stad is bingo voor bejaarden", {Audience.YOUNG}),
        ("Komen er mensen van rond de twintig?", {Audience.YOUNG}),
        ("Mag een meisje van 14 komen?", set()),
    ],
)
def test_people_of_ones_own_age_are_as_old_as_one_says_in_words(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Ik kom als moeder van een gokker, kan dat?", {Audience.LOVED_ONES, Audience.PARENTS}),
        ("Ik zoek vur mijn zus die drinkt een groep", set()),
        ("Voor mijn neef met psychoses, zijn vader weet van niets, waar kan hij heen?", set()),
        ("Mijn broer zit in de raad. Is er een avond voor mensen die gokken?", set()),
        (
            "Papa snuift en ik wil jongeren met zo'n vader spreken",
            {Audience.LOVED_ONES, Audience.YOUNG},
        ),
        ("Overbelaste vaders, komen die ergens bij elkaar?", {Audience.PARENTS}),
        ("Een cursus voor ouders die zelf een depressie hebben", {Audience.PARENTS}),
        ("Is er iets voor de achterban?", {Audience.LOVED_ONES}),
        ("Ze gaan naar huis, to their families", set()),
    ],
)
def test_it_tells_who_bears_the_trouble_of_another(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    "text",
    [
        "Kan ik zonder papieren van de huisarts komen?",
        "Hoeveel mannen komen er meestal?",
        "Ik ben oma van een drieling en zoek iets met koffie",
        "Mag ik naar de groep als ik op jonge leeftijd begon?",
        "Do people stare at newcomers?",
        "Het gaat daar over trouwen en over kinderen en mannen",
        "Ik kom uit Polen en versta niet alles. Praten ze daar Pools?",
    ],
)
def test_what_only_sounds_like_an_audience_is_none(shipped: Loaded, text: str) -> None:
    assert _audiences(shipped, text) == set()
