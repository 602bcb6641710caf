"""At night messages wait for the morning, unless that is too late."""

from datetime import date, datetime

import pytest

from bot.core.following.quiet_hours import Sending, sending_at

EVENING, NIGHT = datetime(2026, 11, 24, 21, 0), datetime(2026, 11, 25, 3, 30)
MORNING = datetime(2026, 11, 25, 8, 0)


def test_by_day_it_is_sent_at_once() -> None:
    for now in (datetime(2026, 11, 24, 8, 0), datetime(2026, 11, 24, 20, 59, 59)):
        assert sending_at(now, None) == Sending(due=now, silent=False)


@pytest.mark.parametrize("now", [EVENING, NIGHT])
def test_at_night_it_waits_for_eight_in_the_morning(now: datetime) -> None:
    for begins in (None, datetime(2026, 11, 25, 19, 30), date(2026, 11, 26)):
        assert sending_at(now, begins) == Sending(due=MORNING, silent=False)


@pytest.mark.parametrize("now", [EVENING, NIGHT])
def test_what_would_be_known_too_late_goes_at_once_without_a_sound(now: datetime) -> None:
    for begins in (now, datetime(2026, 11, 25, 8, 30), date(2026, 11, 25)):
        assert sending_at(now, begins) == Sending(due=now, silent=True)
