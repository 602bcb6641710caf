"""Which groups of people a message is for, by how they are named, refused or called to."""

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
        ("Liever een groep zonder mannen", {Audience.WOMEN}),
        ("Ik durf niet te praten met vrouwen erbij", {Audience.MEN}),
        ("Geen kerel erbij graag", {Audience.WOMEN}),
        ("Niet alleen voor mannen toch?", set()),
        ("Met mijn man erbij praat ik niet vrijuit", set()),
        ("Met mannen erbij durf ik niets te vertellen", {Audience.WOMEN}),
        ("Tussen vrouwen zitten gaat niet, is er iets anders?", {Audience.MEN}),
        ("Een plek waar geen man binnenkomt", {Audience.WOMEN}),
        ("Een vrouwengroep hoeft niet, wel iets met koken", set()),
        ("Een groep voor jongeren waar je niets hoeft te zeggen", {Audience.YOUNG}),
        ("Ik kom uit Polen, is er een groep in het Engels?", set()),
        ("Ik ben 24 en overal is het 55+", {Audience.YOUNG}),
    ],
)
def test_who_refuses_one_sex_seeks_the_other(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Dames, gaat de soep morgen door?", set()),
        ("Beste heren, ik wil me afmelden", set()),
        ("Mannen wat een geregel, hoe laat begint het?", set()),
        ("Meiden! Is het koor er morgen?", set()),
        ("Vrouwen, is daar ook een groep voor?", {Audience.WOMEN}),
    ],
)
def test_people_who_are_called_to_are_no_audience(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Is de ingang naast het jongerencentrum?", set()),
        ("Ik ben ouderenwerker, mag ik folders?", set()),
        ("Zitten er ook mannen in die groep?", set()),
        ("Is alles voor bejaarden daar of is er iets voor jongeren?", {Audience.YOUNG}),
        ("Iets voor mannen of vrouwen, maakt mij niet uit", set()),
        ("Jongens en meiden die piekeren, waar komen die?", {Audience.YOUNG}),
        ("Vrouwen van begin veertig, meiden onder elkaar", {Audience.WOMEN}),
        ("Jonge transpersonen, waar komen die samen?", {Audience.YOUNG, Audience.LGBTQ}),
        ("Koffie voor alleenstaande ouderen", {Audience.OLDER}),
        ("Zijn de begeleiders zelf ook ouders?", set()),
        ("Bestaat er wat voor ons vrouwen?", {Audience.WOMEN}),
        ("Ik val op mannen en zoek een groep", {Audience.LGBTQ}),
        ("Koken met Ghanese dames", {Audience.WOMEN, Audience.MIGRANTS}),
        ("Meidenavond in Kampen, wanneer?", {Audience.WOMEN}),
        ("Op het koor zitten alleen vrouwen", set()),
        ("Zoiets als voor vrouwen, maar dan voor mannen", {Audience.MEN}),
        ("Ik werk tussen vrouwen, komen er andere mannen samen?", {Audience.MEN}),
        ("Mannen, vrouwen, het maakt mij niet uit", set()),
        ("Komen er op de vrijdag ook mannen?", set()),
        ("Waar zitten de jongeren die gestopt zijn?", {Audience.YOUNG}),
        ("Jongens weet iemand een eettafel", set()),
        ("Mijn Poolse buurman wil koken, kan dat?", set()),
        ("Mijn zus komt uit Peru en gaat mee", set()),
        ("Ik werk met vluchtelingen en ben op", set()),
        ("De ouders van mijn vriendin brengen me", set()),
        ("Van een oude mevrouw hoorde ik van de inloop", set()),
        ("Vrouwen van zulke drinkers, waar komen die?", {Audience.LOVED_ONES}),
        ("Ik ben 15 jaar clean en zoek een ouderengroep", {Audience.OLDER}),
        ("Ik ben 20 weken zwanger, is er een ouderengroep?", {Audience.OLDER}),
        ("Mensen van rond de 20 minuten rijden, komen die ook?", set()),
        ("Iets voor meiden van 1930 tot 2100 uur", {Audience.WOMEN}),
        ("Een groep voor mensen van rond de 20", {Audience.YOUNG}),
        ("Ik ben ፩ of 2², de groep voor ouderen", {Audience.OLDER}),
    ],
)
def test_it_tells_whom_a_group_is_for(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert _audiences(shipped, text) == audiences
