"""Which day of several a message asks about, and which only come up in its story."""

from datetime import date, datetime

import pytest

from bot.core.days.dates import find_when
from bot.core.message import When
from bot.core.model import Part

NOW = datetime(2026, 11, 25, 14)  # a Wednesday


def _when(text: str) -> When | None:
    mention = find_when(text, NOW)
    return mention.when if mention else None


def _day(month: int, number: int, part: Part | None = None) -> When:
    one = date(2026, month, number)
    return When(start=one, end=one, part=part)


def _days(first: date, last: date) -> When:
    return When(start=first, end=last, part=None)


def test_then_points_back_at_the_last_day_that_was_told() -> None:
    told = "Vrijdag rust ik uit. Zaterdag ben ik weer fit. Is er dan iets in Oss?"
    assert _when(told) == _day(11, 28)
    assert _when("Maandag moet ik naar de tandarts, is er dan een inloop?") == _day(11, 30)


def test_a_day_in_what_somebody_heard_is_the_day_it_is_held() -> None:
    heard = "Ik hoorde van een kennis dat er vrijdag een groep is. Heb ik een briefje nodig?"
    assert _when(heard) == _day(11, 27)


def test_who_went_there_and_found_it_shut_means_the_day_gone_by() -> None:
    went = "Ik ben maandag met mijn zus naar de inloop gegaan. Blijkt er een winkel te zitten."
    assert _when(went) == _day(11, 23)


def test_a_hyphen_inside_a_word_leaves_no_day_out() -> None:
    assert _when("Mag zij mee naar de zang-ochtend op vrijdag?") == _day(11, 27, Part.MORNING)


def test_a_question_may_open_with_any_call() -> None:
    assert _when("bro wat kan ik zaterdag doen als ik niet wil drinken") == _day(11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "Ik zoek iets doordeweeks, in het weekend heb ik mijn handen vol",
        "Een cursus in Schiedam, als het maar niet op een woensdag is",
        "hoelang duurt zon middag",
        "mag ik na een uur al weg?",
    ],
)
def test_a_day_that_does_not_suit_and_a_length_are_no_when(text: str) -> None:
    assert _when(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("het weekend voor kerst", _days(date(2026, 12, 19), date(2026, 12, 20))),
        ("de week voor kerst", _days(date(2026, 12, 14), date(2026, 12, 20))),
        ("de week na kerst", _days(date(2026, 12, 28), date(2027, 1, 3))),
        ("the Wednesday before Christmas", _day(12, 23)),
        ("de dinsdagavond na sinterklaas", _day(12, 8, Part.EVENING)),
        ("het weekend na sinterklaas", _days(date(2026, 12, 12), date(2026, 12, 13))),
    ],
)
def test_a_day_or_week_beside_a_feast_is_reckoned_from_it(text: str, when: When) -> None:
    assert _when(f"zijn jullie {text} open?") == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("donderdag de tiende, gaat het dan door?", _day(12, 10)),
        ("donderdag de eerste keer, spannend", _day(11, 26)),
        ("over een dag of tien ben ik thuis, wat is er dan?", _day(12, 5)),
        ("morgen-avond iets te doen?", _day(11, 26, Part.EVENING)),
        ("in de week van de 14e", _days(date(2026, 12, 14), date(2026, 12, 20))),
        ("gistravond was er niemand", _day(11, 24, Part.EVENING)),
    ],
)
def test_days_in_rare_words_are_read(text: str, when: When) -> None:
    assert _when(text) == when


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("zijn er ook avonden voor jonge ouders?", Part.EVENING),
        ("was er toch een avond voor familie?", Part.EVENING),
        ("Ik werk in de middag. Is er inloop voor 12 uur?", Part.MORNING),
        ("iets om te doen tegen borreltijd", Part.AFTERNOON),
    ],
)
def test_a_part_of_the_day_that_is_asked_for_goes_before_one_that_is_told(
    text: str, part: Part
) -> None:
    assert _when(text) == When(start=None, end=None, part=part)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mijn tante had het over een eetclub op vrijdag, weet u waar?", 27),
        ("ik had me ingeschreven voor boetseren op donderdag, hoor ik nog wat", 26),
        ("Op de flyer voor zondag stond een telefoonnummer. Is dat van een mens?", 29),
        ("Ik vroeg gisteren naar de grope van maandag. Wie neemt er op?", 30),
        ("Kan ik vrijdag bellen om te vragen naar de groep van maandag?", 30),
        ("Ik bel u morgen even over de kookgroep in Goes van zaterdag, is er plek?", 28),
        ("die van maandag, zit die vol?", 30),
        ("de groep is verplaatst van vrijdag naar zondag, klopt dat?", 29),
        ("de inloop op zaterdag gaat die over gebruiken of over herstel?", 28),
    ],
)
def test_the_day_of_an_activity_counts_before_other_days(text: str, day: int) -> None:
    assert _when(text) == _day(11, day)


def test_a_question_within_words_without_stops_is_a_question() -> None:
    run_on = "als ik zondag gedronken heb mag ik dan maandag naar de groep"
    assert _when(run_on) == _day(11, 30)


def test_those_days_point_back_at_the_days_that_were_told() -> None:
    told = "Begin december moet ik mijn huis uit. Ken je in die dagen een plek in Zierikzee?"
    assert _when(told) == _days(date(2026, 12, 1), date(2026, 12, 10))


def test_a_day_off_is_a_day_for_which_something_is_sought() -> None:
    off = "ik heb maandag vrij genomen en nu zit ik thuis is er in Goes een inloop"
    assert _when(off) == _day(11, 30)


def test_a_birthday_party_is_a_day_that_then_points_back_at() -> None:
    party = "Volgende week ben ik jarig en ik zit alleen. Is er dan een eetgroep?"
    assert _when(party) == _days(date(2026, 11, 30), date(2026, 12, 6))


@pytest.mark.parametrize(
    "text",
    [
        "Ik schrijf me morgen in, maar wat kost het eigenlijk?",
        "Mijn dokter stopt op 18 december want hij gaat weg. Mag ik bij jullie komen?",
        "Mijn man is in mei overleden, op een dinsdag. Is er een rouwgroep?",
        "kan het ook op een andere dag dan dinsdag?",
        "Hij dronk van nieuwjaar tot pasen niet. Waar kan ik heen?",
        "Ik kreeg een brief van 12 november van de gemeente. Mag ik naar de inloop?",
        "De folder van 3 maart lag bij de dokter. Waar is de groep?",
        "Twee keer per zondag ging ik naar de kerk. Bidden jullie ook?",
        "Vorig jaar met kerst ben ik weggelopen. Hoe gaat een eerste keer?",
        "ik heb begin mei niks geslapen, kan dat kwaad",
    ],
)
def test_errands_somebody_elses_plans_and_what_was_are_no_when(text: str) -> None:
    assert _when(text) is None
