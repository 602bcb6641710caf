"""On the real groups of the shared data, nothing much nearer is kept silent."""

import pytest

from bench.meetings import MEETINGS, real_records, towns, when_of
from bench.nearest import main


@pytest.mark.skipif(
    not MEETINGS.is_file(), reason=f"{MEETINGS} is not here: real groups not tested"
)
def test_from_every_larger_town_the_nearest_group_of_the_week_is_shown() -> None:
    assert main() == 0


@pytest.mark.skipif(
    not MEETINGS.is_file(), reason=f"{MEETINGS} is not here: real groups not tested"
)
def test_every_real_group_becomes_an_activity() -> None:
    organisations, locations, activities = real_records()
    assert (len(organisations), len(activities)) == (3, 943)
    assert all(one.when for one in activities)
    assert len(towns()) >= 243 and len(locations) > 800


def test_a_group_without_an_end_keeps_it_unknown() -> None:
    assert when_of({"day": 0, "time": "19:30"}) == "elke zondag 19:30"
