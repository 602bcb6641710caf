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
