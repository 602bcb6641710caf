"""How far it is, also where water lies between."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.places.distance import kilometres, way_round

VLISSINGEN, BRESKENS = (51.4425, 3.5736), (51.3958, 3.5556)
ENKHUIZEN, STAVOREN = (52.7033, 5.2917), (52.8850, 5.3583)
HARLINGEN, TERSCHELLING = (53.1747, 5.4236), (53.3811, 5.2850)
EMMEN, HOOGEVEEN = (52.7792, 6.9069), (52.7225, 6.4764)
ZEEWOLDE, HARDERWIJK = (52.3300, 5.5417), (52.3417, 5.6208)

_LAT = st.floats(50.75, 53.5)
_LON = st.floats(3.4, 7.2)


@pytest.mark.parametrize(
    ("a", "b", "straight", "round_"),
    [
        (VLISSINGEN, BRESKENS, 5.4, 38.5),
        (ENKHUIZEN, STAVOREN, 20.6, 40.4),
        (HARLINGEN, TERSCHELLING, 24.8, 30.5),
        (ZEEWOLDE, HARDERWIJK, 5.5, 9.0),
    ],
)
def test_water_between_is_gone_around(
    a: tuple[float, float], b: tuple[float, float], straight: float, round_: float
) -> None:
    assert kilometres(*a, *b) == pytest.approx(straight, abs=0.3)
    assert way_round(*a, *b) == pytest.approx(round_, abs=0.5)


def test_over_land_the_way_is_straight() -> None:
    assert way_round(*EMMEN, *HOOGEVEEN) == kilometres(*EMMEN, *HOOGEVEEN)


def test_two_towns_on_one_shore_are_not_parted_by_a_bend_in_it() -> None:
    terneuzen, hulst = (51.3358, 3.8278), (51.2800, 4.0528)
    assert way_round(*terneuzen, *hulst) == kilometres(*terneuzen, *hulst)


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres(52.0, 5.0, 53.0, 5.0) == pytest.approx(111.2)


@example(51.0, 4.0, 52.0, 4.0)
@given(_LAT, _LON, _LAT, _LON)
def test_the_way_round_is_the_same_both_ways_and_never_shorter(
    a_lat: float, a_lon: float, b_lat: float, b_lon: float
) -> None:
    there = way_round(a_lat, a_lon, b_lat, b_lon)
    assert there == pytest.approx(way_round(b_lat, b_lon, a_lat, a_lon))
    assert there >= kilometres(a_lat, a_lon, b_lat, b_lon) - 0.1
