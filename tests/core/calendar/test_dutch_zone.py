"""The wall clock and the instants it shows, over both clock changes."""

from datetime import datetime

import pytest

from bot.core.calendar.dutch_zone import instant_of, local_of


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        (datetime(2026, 3, 28, 8), datetime(2026, 3, 28, 7)),
        (datetime(2026, 3, 29, 8), datetime(2026, 3, 29, 6)),
        (datetime(2026, 10, 24, 8), datetime(2026, 10, 24, 6)),
        (datetime(2026, 10, 25, 8), datetime(2026, 10, 25, 7)),
    ],
)
def test_eight_in_the_morning_stays_eight(local: datetime, instant: datetime) -> None:
    assert (instant_of(local), local_of(instant)) == (instant, local)
