"""What there is around a place in a week."""

from datetime import date, datetime

import pytest
from small_town import activity, cancelled, town

from bot.core.following.interest import Sort, around
from bot.core.following.week import is_week_due, week_around, week_id
from bot.core.message import Place
from bot.core.model import Format
from bot.core.programme.changed import is_off

MONDAY = date(2026, 11, 30)
EMMEN = around(Sort.WEEKLY, Place(name="Emmen", lat=52.78, lon=6.9))
ASSEN = around(Sort.WEEKLY, Place(name="Assen", lat=53.0, lon=6.56))


def test_the_dates_of_the_week_come_in_order_also_what_is_off() -> None:
    programme = town(
        activity("wandelen", "elke zondag 14.00 uur"),
        activity("inloop", "elke dinsdag en donderdag 10.00-12.00 uur"),
        activity("lunch", "elke donderdag"),
        activity("online", "elke dag 20.00 uur", format=Format.ONLINE, location=None),
        changes=(cancelled("inloop", date(2026, 12, 3)),),
    )
    held = week_around(programme, EMMEN, MONDAY)
    assert [(one.activity.id, is_off(one.occurrence)) for one in held] == [
        ("inloop", False),
        ("inloop", True),
        ("lunch", False),
        ("wandelen", False),
    ]
    assert week_around(programme, ASSEN, MONDAY) == ()


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 30, 8, 59), False),
        (datetime(2026, 11, 30, 9, 0), True),
        (datetime(2026, 11, 30, 16, 59), True),
        (datetime(2026, 11, 30, 17, 0), False),
        (datetime(2026, 12, 1, 9, 0), False),
    ],
)
def test_it_goes_on_mondays_from_nine(now: datetime, due: bool) -> None:
    assert is_week_due(now) is due


def test_each_place_and_week_has_one_id() -> None:
    assert week_id("a", MONDAY) == week_id("a", MONDAY)
    others = {week_id("a", MONDAY), week_id("b", MONDAY), week_id("a", date(2026, 12, 7))}
    assert len(others) == 3
