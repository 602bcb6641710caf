"""Kind, theme and audience: whom a message is for, what it asks, and what only comes up in it."""

from datetime import datetime

import pytest

from bot.core.message import Slots
from bot.core.model import Audience, Format, Kind, Theme
from bot.core.understanding.reading import read
from bot.knowledge.loader import Loaded

NOW = datetime(2026, 11, 25, 14)


def _slots(shipped: Loaded, text: str) -> Slots:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    return read(text, NOW, brain.lexicon, brain.gazetteer).found.slots


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Mijn broer gokt. Waar kan ik zelf heen?", {Audience.LOVED_ONES}),
        ("Mijn broer gokt. Waar kan hij heen?", set()),
        ("Ik gok en mijn vrouw is het zat. Waar kan ik heen?", set()),
        ("Onze zoon blowt, zijn er andere ouders?", {Audience.LOVED_ONES, Audience.PARENTS}),
        ("Sinds mijn man overleden is zoek ik andere ouders", {Audience.PARENTS}),
        ("Ik zoek vrouwen zoals ik, mijn vent drinkt", {Audience.LOVED_ONES, Audience.WOMEN}),
        ("Vader gokt en wij lopen vast", {Audience.LOVED_ONES}),
        ("Postnatale depressie, ik zoek andere moeders", {Audience.PARENTS}),
        ("de ouderavond autisme in Zeist", {Audience.LOVED_ONES, Audience.PARENTS}),
    ],
)
def test_it_tells_support_for_a_relative_from_something_for_oneself(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert set(_slots(shipped, text).audiences) == audiences


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("Ik woon weer bij mijn ouders, wat is er in Soest?", ()),
        ("De jongens van mijn werk weten van niets", ()),
        ("een groep zonder mannen", (Audience.WOMEN,)),
        ("Men zei mij dat er iets is", ()),
        ("is er iets voor mannen?", (Audience.MEN,)),
        ("een middag voor 65+", (Audience.OLDER,)),
        ("ik ben 41 en zoek mensen van mijn leeftijd", ()),
        ("ik ben 71 en zoek mensen van mijn leeftijd", (Audience.OLDER,)),
        ("ben 16, mag ik komen", ()),
        ("niet tussen de mannen graag", (Audience.WOMEN,)),
        ("mijn begeleider van jeugdzorg zei het", ()),
        ("een avond voor Surinaamse moeders", (Audience.MIGRANTS, Audience.PARENTS)),
    ],
)
def test_people_in_a_story_are_no_audience(
    shipped: Loaded, text: str, audiences: tuple[Audience, ...]
) -> None:
    assert _slots(shipped, text).audiences == audiences


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vroeger ging ik schilderen. Is er nu een inloop?", Kind.DROP_IN),
        ("wandelen met lotgenoten", Kind.WALK),
        ("wandelmaatje gezocht", Kind.WALK),
        ("een maatje om mee te wandelen", Kind.ONE_TO_ONE),
        ("kunnen we met z'n tweeën iets creatiefs doen", Kind.CREATIVE),
        ("een cursus tekenen", Kind.COURSE),
        ("koken of wandelen, wat is er?", Kind.WALK),
        ("yoga of schilderen?", None),
        ("iets te doen, geen praatgroep graag", None),
        ("is er vandaag geen inloop?", Kind.DROP_IN),
        ("kook avond in Almelo", Kind.MEAL),
        ("wandleclub", Kind.WALK),
        ("is het herstelcafé vrijdag, en kan ik zo aanwaaien?", Kind.MEETING),
        ("kan ik ergens aanwaaien in Epe?", Kind.DROP_IN),
        ("is it walking distance from the station?", None),
        ("is it open on boxing day?", None),
        ("gaat de GA in Breda door?", Kind.PEER_GROUP),
        ("ik ga naar Breda", None),
    ],
)
def test_the_kind_is_what_is_asked_for(shipped: Loaded, text: str, kind: Kind | None) -> None:
    assert _slots(shipped, text).kind is kind


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("koffie drinken met mensen", ()),
        ("ik ben zwanger", ()),
        ("ik heb psychische klachten", ()),
        ("mijn moeder is er niet meer", (Theme.GRIEF,)),
        ("ze is haar werk kwijt", ()),
        ("groep over angts", (Theme.ANXIETY,)),
        ("ik zit vaak alleen aan tafel", (Theme.LONELINESS,)),
        ("ik zit alleen aan tafel sinds mijn depressie", (Theme.DEPRESSION,)),
        ("wat kosst de wrap", ()),
    ],
)
def test_a_look_alike_is_no_theme(shipped: Loaded, text: str, themes: tuple[Theme, ...]) -> None:
    assert _slots(shipped, text).themes == themes


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("iets online in de avond", Format.ONLINE),
        ("online of in Almere", None),
        ("in Almere, telefonisch mag ook", None),
        ("liever in het echt", Format.IN_PERSON),
        ("heb je er een zonder zoom", Format.IN_PERSON),
        ("niet via teams graag", Format.IN_PERSON),
        ("mijn man gokt op een online casino", None),
    ],
)
def test_a_form_counts_where_it_is_the_only_one(
    shipped: Loaded, text: str, form: Format | None
) -> None:
    assert _slots(shipped, text).format is form


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("wat doen ze in de herstelruimte, ik woon in Emmen", "herstelruimte-emmen"),
        ("herstelruimte in Zwolle", None),
        ("meetings van de na in Breda", "na-nederland"),
        ("een kop soep na de wandeling", None),
    ],
)
def test_an_organisation_is_known_by_its_sort_and_town_or_its_initials(
    shipped: Loaded, text: str, organisation: str | None
) -> None:
    assert _slots(shipped, text).organisation == organisation


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("niet de wiet maar het gokken", {Theme.GAMBLING}),
        ("het gaat om angst, niet om drank", {Theme.ANXIETY}),
        ("niet alleen drank maar ook wiet", {Theme.ALCOHOL, Theme.DRUGS}),
        ("niet de drank", set()),
        ("ook als je geen verslaving hebt maar depressief bent", {Theme.DEPRESSION}),
        ("geen drank meer en een psychose gehad", {Theme.ALCOHOL, Theme.PSYCHOSIS}),
        ("mijn vriend is aan de drank overleden, is er iets over alcohol", {Theme.ALCOHOL}),
        ("mijn man is overleden en ik ben eenzaam", {Theme.GRIEF, Theme.LONELINESS}),
        ("rouwgroep, mijn zoon overleden aan drugs", {Theme.GRIEF, Theme.DRUGS}),
    ],
)
def test_a_theme_that_is_corrected_by_another_does_not_count(
    shipped: Loaded, text: str, themes: set[Theme]
) -> None:
    assert set(_slots(shipped, text).themes) == themes


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Mijn broer is dood, hij heeft het zelf gedaan", Theme.SUICIDE_BEREAVEMENT),
        ("Mijn broer is dood, ik heb de begrafenis geregeld", Theme.GRIEF),
    ],
)
def test_a_death_by_ones_own_hand_is_grief_of_its_own(
    shipped: Loaded, text: str, theme: Theme
) -> None:
    assert _slots(shipped, text).themes == (theme,)


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("mijn ouders zijn oud, iets voor oudere migranten", {Audience.OLDER, Audience.MIGRANTS}),
        ("zaterdag pas, de roze wandeling", {Audience.LGBTQ}),
        ("Ich suche etwas für ältere Leute", {Audience.OLDER}),
        ("groep voor mensen uit een ander land", {Audience.MIGRANTS}),
        ("een ochtend voor moeders", {Audience.PARENTS}),
        ("is er iets voor jonge vaders", {Audience.PARENTS}),
        ("een middag voor vaders en moeders", {Audience.PARENTS}),
        ("onze zoon gokt, ik zoek andere moeders", {Audience.LOVED_ONES, Audience.PARENTS}),
        ("een groep voor wijnmoeders", {Audience.PARENTS}),
        ("a group for dads who gamble", {Audience.PARENTS}),
        ("en voor de vrouw daarvan", {Audience.LOVED_ONES}),
        ("mijn buurvrouw is eenzaam, waar kan ik met haar heen", set()),
    ],
)
def test_an_audience_is_the_group_that_is_asked_for(
    shipped: Loaded, text: str, audiences: set[Audience]
) -> None:
    assert set(_slots(shipped, text).audiences) == audiences
