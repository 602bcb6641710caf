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


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Er fluistert een oude dame, de hele dag, in mijn hoofd", (Theme.VOICES,)),
        ("Van die mannen die er niet zijn hoor ik alles", (Theme.VOICES,)),
        ("Mijn vriendin dacht dat de bakker haar bespioneerde", (Theme.PSYCHOSIS,)),
        ("Het gas en de kraan, ik controleer ze twintig keer", (Theme.OCD,)),
        ("Na het eten ga ik kotsen, wie kent dat?", (Theme.EATING,)),
        ("De dinsdag zit ik huilend achter mijn laptop van kantoor", (Theme.BURNOUT,)),
        ("Mien zuster hef d'r zölf een end an maakt", (Theme.SUICIDE_BEREAVEMENT,)),
        ("Ik zit alleen thuis en al weken lig ik in bed", (Theme.DEPRESSION,)),
        ("Ik heb borderline en kraste vroeger in mijn arm", (Theme.PERSONALITY, Theme.SELF_HARM)),
        (
            "Mijn moeder, mijn vader, mijn zus, mijn opa, mijn oma en mijn tante helpen mee. "
            "Mijn broer op het spoor, daar wil ik over praten.",
            (Theme.SUICIDE_BEREAVEMENT,),
        ),
        ("Ik eet vrijdag mee. Is er ook soep?", ()),
        ("Kan ik hier gas en licht regelen?", ()),
    ],
)
def test_words_of_several_lists_say_a_theme_together_in_whatever_order(
    shipped: Loaded, text: str, themes: tuple[Theme, ...]
) -> None:
    assert _themes(shipped, text) == themes


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb geen verslaving, mag ik wel mee wandelen?",
        "Het hoeft niet over rouw te gaan, wandelen is goed",
        "Ik drink niet en ik rook niet, kan ik mee koken?",
        "Graag geen groep over burn-out, wel schilderen",
        "Als het maar niet de hele avond over wiet gaat",
        "Ik heb niks met drugs, ik wil sjoelen",
        "Behalve de depressiegroep, wat is er nog meer?",
        "Ben verslaafd aan jullie appeltaart, is er vrijdag weer?",
        "Zullen we wat drinken na afloop, thee hoor",
        "Wie kan er een piano stemmen bij jullie?",
        "Die depressie van de printer, is er nog een kopie?",
        "De buurman heeft adhd en zei dat het leuk is bij het biljarten",
    ],
)
def test_what_is_refused_joked_of_or_means_something_else_is_no_theme(
    shipped: Loaded, text: str
) -> None:
    assert _themes(shipped, text) == ()


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Ik wil niet drinken, wie helpt mij daarbij?", (Theme.ALCOHOL,)),
        ("Zonder wijn slaap ik niet meer", (Theme.ALCOHOL,)),
        ("Ik durf niet over angst te praten", (Theme.ANXIETY,)),
        ("Ik ben nog niet gestopt met drinken", (Theme.ALCOHOL,)),
        ("Ik weet niet hoe om te gaan met autisme", (Theme.AUTISM,)),
        ("Ik ben niet verslaafd maar mijn man wel", (Theme.ADDICTION,)),
        ("Liever niet alleen met kerst", (Theme.LONELINESS,)),
        ("Slaap niet. Trauma, ja", (Theme.TRAUMA,)),
        ("Er was vandaag geen rouwgroep in Olst", (Theme.GRIEF,)),
        ("Zelf ben ik geen gokker, ik zoek steun om mijn zoon", (Theme.GAMBLING,)),
    ],
)
def test_what_one_tries_to_leave_and_what_is_true_of_another_is_not_refused(
    shipped: Loaded, text: str, themes: tuple[Theme, ...]
) -> None:
    assert _themes(shipped, text) == themes
