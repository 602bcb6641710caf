"""Which reminders are due when."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_town import SOURCE, activity, cancelled, town

from bot.core.following.interest import Interest, Sort
from bot.core.following.reminders import due_reminders, reminded_at

DAY = Interest(sort=Sort.DAY_BEFORE, activity="inloop")
HOUR = Interest(sort=Sort.HOUR_BEFORE, activity="inloop")
TUESDAY = date(2026, 12, 1)
INLOOP = activity("inloop", "elke dinsdag 10.00-12.00 uur")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, 1, hour, minute) + timedelta(days=day - 1)


@pytest.mark.parametrize(
    ("now", "sorts"),
    [
        (at(0, 9, 59), []),
        (at(0, 10), [Sort.DAY_BEFORE]),
        (at(0, 11, 59), [Sort.DAY_BEFORE]),
        (at(0, 12), []),
        (at(1, 8, 59), []),
        (at(1, 9), [Sort.HOUR_BEFORE]),
        (at(1, 9, 59), [Sort.HOUR_BEFORE]),
        (at(1, 10), []),
    ],
)
def test_a_reminder_is_due_a_day_or_an_hour_before(now: datetime, sorts: list[Sort]) -> None:
    due = due_reminders(town(INLOOP), {"k1": DAY, "k2": HOUR}, now)
    assert [one.sort for one in due] == sorts


def test_the_same_date_has_the_same_id_and_another_date_another() -> None:
    ids = [due_reminders(town(INLOOP), {"k": DAY}, at(day, 10))[0].id for day in (0, 0, 7)]
    assert ids[0] == ids[1]
    assert ids[0] != ids[2]


def test_of_what_is_cancelled_nobody_is_reminded() -> None:
    programme = town(INLOOP, changes=(cancelled("inloop", TUESDAY),))
    assert due_reminders(programme, {"k": DAY}, at(0, 10)) == ()


def test_of_what_is_too_old_to_rely_on_nobody_is_reminded() -> None:
    old = replace(SOURCE, dated="2019-01-01", read=date(2019, 1, 1))
    programme = town(replace(INLOOP, source=old))
    assert due_reminders(programme, {"k": DAY}, at(0, 10)) == ()


def test_of_what_is_no_more_nobody_is_reminded() -> None:
    gone = Interest(sort=Sort.DAY_BEFORE, activity="weg")
    follows = Interest(sort=Sort.ACTIVITY, activity="inloop")
    assert due_reminders(town(INLOOP), {"k": gone, "l": follows}, at(0, 10)) == ()


@pytest.mark.parametrize(
    ("start", "moment"),
    [
        (datetime(2026, 12, 1, 7, 0), datetime(2026, 11, 30, 8, 0)),
        (datetime(2026, 12, 1, 19, 30), datetime(2026, 11, 30, 19, 30)),
        (datetime(2026, 12, 1, 21, 30), datetime(2026, 11, 30, 20, 30)),
        (date(2026, 12, 1), datetime(2026, 11, 30, 10, 0)),
    ],
)
def test_a_day_before_is_never_at_night(start: datetime | date, moment: datetime) -> None:
    assert reminded_at(start, Sort.DAY_BEFORE) == moment


def test_without_an_hour_there_is_no_hour_before() -> None:
    assert reminded_at(date(2026, 12, 1), Sort.HOUR_BEFORE) is None
