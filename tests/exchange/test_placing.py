"""Where an imported location lies that came without coordinates."""

import pytest

from bot.core.model import Location
from bot.exchange.placing import placed
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Report

GAZETTEER = read_gazetteer(find_folder({}) / "plaatsen", Report())
(EMMEN,) = GAZETTEER.named("Emmen")


def location(**fields: object) -> Location:
    return Location(id="lijst/huis", name="Huis", **{"town": "", **fields})  # type: ignore[arg-type]


def test_a_town_gives_its_middle_which_is_not_that_of_the_house() -> None:
    found = placed(location(town="Emmen"), GAZETTEER)
    assert (found.lat, found.lon, found.exact) == (EMMEN.lat, EMMEN.lon, False)


def test_a_postcode_says_more_than_a_town() -> None:
    (area,) = GAZETTEER.named("7811")
    found = placed(location(town="Emmen", postcode="7811 MA"), GAZETTEER)
    assert (found.lat, found.lon) == (area.lat, area.lon)


@pytest.mark.parametrize("town", ["Bergen", "Nergenshuizen", ""])
def test_nothing_is_guessed_of_a_town_that_is_twice_there_or_unknown(town: str) -> None:
    assert placed(location(town=town), GAZETTEER).lat is None


def test_a_point_of_the_source_stays() -> None:
    told = location(town="Emmen", lat=52.7, lon=6.8, exact=True)
    assert placed(told, GAZETTEER) == told
