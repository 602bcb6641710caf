"""Changes applied to the dates of an activity."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Activity, Occurrence, Part
from bot.core.programme.changed import Changed, State, day_of, is_off
from bot.core.programme.changed_dates import change_occurrences
from bot.core.programme.changes import (
    Author,
    Change,
    Scope,
    What,
    changes_by_activity,
    problem_with,
)
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.schedule import Schedule, read_schedule

TODAY = date(2026, 11, 25)
FIRST, LAST = date(2026, 11, 24), date(2026, 12, 31)
TUESDAY = date(2026, 12, 1)


def change(what: What, first: date = TUESDAY, **fields: object) -> Change:
    known: dict[str, object] = {
        "id": what.value,
        "scope": Scope.ACTIVITY,
        "subject": "club/inloop",
        "last": first,
        "entered": datetime(2026, 11, 20),
        "effective": date(2026, 11, 20),
        "author": Author.COORDINATOR,
    }
    return Change(what=what, first=first, **{**known, **fields})  # type: ignore[arg-type]


def later(one: Change, **fields: object) -> Change:
    """The same change, entered a day later."""
    return replace(one, entered=one.entered + timedelta(days=1), **fields)  # type: ignore[arg-type]


def regular(words: str) -> tuple[Occurrence, ...] | None:
    schedule = read_schedule(words, anchor=TODAY)
    assert isinstance(schedule, Schedule)
    return occurrences(schedule, FIRST, LAST)


def on_tuesday(
    *changes: Change, words: str = "elke dinsdag 10.00-12.00", today: date = TODAY
) -> list[Occurrence]:
    found = change_occurrences(regular(words), changes, FIRST, LAST, today)
    return [one for one in found or () if day_of(one) == TUESDAY]


def only(*changes: Change) -> Changed:
    (one,) = on_tuesday(*changes)
    assert isinstance(one, Changed)
    return one


def test_without_changes_the_dates_are_the_regular_ones() -> None:
    dates = regular("elke dinsdag 10.00-12.00")
    assert change_occurrences(dates, (), FIRST, LAST, TODAY) == dates


def test_a_cancelled_date_stays_with_its_reason() -> None:
    one = only(change(What.CANCELLED, reason="ziekte"))
    assert (one.state, one.reason, one.is_off) == (State.CANCELLED, "ziekte", True)
    assert one.start == datetime(2026, 12, 1, 10)


def test_other_dates_are_left_as_they_were() -> None:
    found = change_occurrences(
        regular("elke dinsdag 10.00-12.00"), [change(What.CANCELLED)], FIRST, LAST, TODAY
    )
    assert [day_of(one) for one in found or () if is_off(one)] == [TUESDAY]
    assert len(found or ()) == 6


def test_a_moved_date_says_where_and_keeps_its_time() -> None:
    one = only(change(What.MOVED, place="de bieb", reason="verbouwing"))
    assert (one.state, one.place, one.reason) == (State.MOVED, "de bieb", "verbouwing")
    assert (one.start, one.is_off) == (datetime(2026, 12, 1, 10), False)


def test_another_time_keeps_what_was_planned_and_fills_no_end_in() -> None:
    one = only(change(What.OTHER_TIME, opens=time(11)))
    assert (one.start, one.end) == (datetime(2026, 12, 1, 11), None)
    assert one.was == Occurrence(start=datetime(2026, 12, 1, 10), end=datetime(2026, 12, 1, 12))


def test_a_time_that_ends_after_midnight_ends_the_next_day() -> None:
    one = only(change(What.OTHER_TIME, opens=time(22), closes=time(0)))
    assert one.end == datetime(2026, 12, 2)


def test_a_closed_period_shuts_every_date_in_it_and_no_other() -> None:
    shut = change(What.CLOSED_PERIOD, date(2026, 12, 20), last=date(2027, 1, 3), reason="kerst")
    found = change_occurrences(regular("elke dinsdag 10.00-12.00"), [shut], FIRST, LAST, TODAY)
    assert [day_of(one).day for one in found or () if is_off(one)] == [22, 29]


def test_until_further_notice_has_no_last_day() -> None:
    shut = change(What.CLOSED_PERIOD, last=None)
    found = change_occurrences(regular("elke dinsdag 10.00-12.00"), [shut], FIRST, LAST, TODAY)
    assert [is_off(one) for one in found or ()] == [False, True, True, True, True, True]


def test_an_extra_date_comes_beside_the_regular_ones() -> None:
    extra = change(What.EXTRA, opens=time(14), closes=time(16))
    found = on_tuesday(extra)
    assert [one.start for one in found] == [
        datetime(2026, 12, 1, 10),
        datetime(2026, 12, 1, 14),
    ]
    assert isinstance(found[1], Changed) and found[1].was is None


def test_an_extra_date_that_is_regular_already_is_not_shown_twice() -> None:
    assert len(on_tuesday(change(What.EXTRA, opens=time(10)))) == 1


def test_an_extra_date_in_the_place_of_a_cancelled_one_is_shown() -> None:
    found = on_tuesday(change(What.CANCELLED), later(change(What.EXTRA, opens=time(10))))
    assert [is_off(one) for one in found] in ([True, False], [False, True])


def test_a_note_changes_nothing_else() -> None:
    one = only(change(What.NOTE, note="neem een mok mee", reason="vaatwasser stuk"))
    assert (one.state, one.notes) == (State.AS_PLANNED, ("neem een mok mee",))


def test_what_goes_on_after_all_is_as_it_was() -> None:
    cancelled = change(What.CANCELLED, reason="ziekte")
    one = only(cancelled, later(change(What.RESUMED)))
    assert (one.is_off, one.reason, one.start) == (False, "", datetime(2026, 12, 1, 10))


def test_what_was_moved_and_then_cancelled_goes_on_where_it_was_moved_to() -> None:
    moved = change(What.MOVED, place="de bieb")
    one = only(moved, later(change(What.CANCELLED)), later(later(change(What.RESUMED))))
    assert (one.state, one.place) == (State.MOVED, "de bieb")


def test_what_was_moved_goes_back_to_its_regular_place() -> None:
    back = on_tuesday(change(What.MOVED, place="de bieb"), later(change(What.RESUMED)))
    assert back == [Occurrence(start=datetime(2026, 12, 1, 10), end=datetime(2026, 12, 1, 12))]


def test_one_day_of_a_closed_period_may_be_open_after_all() -> None:
    shut = change(What.CLOSED_PERIOD, date(2026, 11, 30), last=date(2026, 12, 13))
    found = change_occurrences(
        regular("elke dinsdag 10.00-12.00"),
        [shut, later(change(What.RESUMED))],
        FIRST,
        LAST,
        TODAY,
    )
    assert [day_of(one).day for one in found or () if is_off(one)] == [8]


def test_one_of_two_on_a_day_may_be_cancelled_by_its_time() -> None:
    words = "elke dinsdag 10.00-12.00 en 19.00-21.00"
    found = on_tuesday(change(What.CANCELLED, at=time(19)), words=words)
    assert [is_off(one) for one in found] == [False, True]


def test_a_change_counts_from_the_day_it_is_effective() -> None:
    early = change(What.CANCELLED, effective=date(2026, 11, 28))
    assert not any(map(is_off, on_tuesday(early, today=date(2026, 11, 27))))
    assert all(map(is_off, on_tuesday(early, today=date(2026, 11, 28))))


def test_a_change_entered_today_holds_from_a_later_date() -> None:
    moved = change(What.MOVED, date(2026, 12, 8), last=None, place="het nieuwe pand")
    found = change_occurrences(regular("elke dinsdag 10.00-12.00"), [moved], FIRST, LAST, TODAY)
    places = [one.place if isinstance(one, Changed) else "" for one in found or ()]
    assert places == ["", "", *["het nieuwe pand"] * 4]


def test_another_regular_time_takes_the_place_of_the_old_one_from_a_day_on() -> None:
    new = change(What.OTHER_TIME, date(2026, 12, 7), last=None, when="elke woensdag 13.00-15.00")
    found = change_occurrences(regular("elke dinsdag 10.00-12.00"), [new], FIRST, LAST, TODAY)
    assert [(day_of(one).day, one.start.hour) for one in found or ()] == [  # type: ignore[union-attr]
        *((24, 10), (1, 10)),
        *((9, 13), (16, 13), (23, 13), (30, 13)),
    ]


def test_a_cancelled_date_is_told_even_where_the_words_fix_no_dates() -> None:
    found = change_occurrences(None, [change(What.CANCELLED)], FIRST, LAST, TODAY)
    assert found is not None
    assert [(one.start, is_off(one)) for one in found] == [(TUESDAY, True)]


def test_a_closed_period_fixes_no_dates() -> None:
    shut = change(What.CLOSED_PERIOD, last=date(2026, 12, 31))
    assert change_occurrences(None, [shut], FIRST, LAST, TODAY) is None


def test_a_date_without_a_clock_time_can_be_cancelled() -> None:
    (one,) = on_tuesday(change(What.CANCELLED), words="elke dinsdagavond")
    assert (one.start, one.part, is_off(one)) == (TUESDAY, Part.EVENING, True)


def activity(identity: str, location: str | None = None, holder: str = "club") -> Activity:
    return Activity(
        id=identity, organisation=holder, name="", kind=None, location=location, when=""
    )


def test_a_change_reaches_all_that_is_held_at_a_place_or_by_an_organisation() -> None:
    here = [
        activity("a", "huis"),
        activity("b", "bieb"),
        activity("c", "huis", "ander"),
        activity("d", None, "nog-een"),
    ]
    changes = [
        change(What.CLOSED_PERIOD, id="huis", scope=Scope.LOCATION, subject="huis"),
        later(change(What.CLOSED_PERIOD, id="club", scope=Scope.ORGANISATION, subject="club")),
        change(What.CANCELLED, id="b", subject="b"),
    ]
    found = changes_by_activity(here, changes)
    assert {key: [one.id for one in told] for key, told in found.items()} == {
        "a": ["huis", "club"],
        "b": ["b", "club"],
        "c": ["huis"],
    }


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (change(What.CANCELLED, last=date(2026, 11, 30)), "laatste dag"),
        (change(What.MOVED), "welke plek"),
        (change(What.OTHER_TIME), "nieuwe tijd"),
        (change(What.EXTRA, scope=Scope.LOCATION), "welke activiteit"),
        (change(What.EXTRA, last=None), "welke dag"),
        (change(What.NOTE), "moeten weten"),
        (change(What.OTHER_TIME, when="elke dinsdg"), "dinsdag"),
    ],
)
def test_what_is_wrong_with_a_change_is_said_in_dutch(wrong: Change, words: str) -> None:
    assert words in problem_with(wrong)


@pytest.mark.parametrize(
    "right",
    [
        change(What.CANCELLED),
        change(What.CLOSED_PERIOD, last=None),
        change(What.MOVED, place="de bieb"),
        change(What.OTHER_TIME, opens=time(11)),
        change(What.OTHER_TIME, when="elke woensdag 13.00-15.00"),
        change(What.EXTRA),
        change(What.NOTE, note="neem een mok mee"),
        change(What.RESUMED),
    ],
)
def test_a_change_with_all_it_needs_is_right(right: Change) -> None:
    assert problem_with(right) == ""


days = st.dates(FIRST, LAST)
some_changes = st.lists(
    st.builds(
        change,
        st.sampled_from(What),
        days,
        last=st.none() | st.dates(LAST, LAST + timedelta(days=9)),
        opens=st.none() | st.just(time(14)),
        place=st.sampled_from(["", "de bieb"]),
        entered=st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 30)),
    ).filter(lambda one: one.what is not What.EXTRA or one.last is not None),
    max_size=5,
)
phrases = st.sampled_from(["elke dinsdag 10.00-12.00", "elke dag", "elke 2e vrijdag van de maand"])


@given(phrases, some_changes)
def test_no_regular_date_ever_disappears(words: str, changes: list[Change]) -> None:
    dates = regular(words) or ()
    found = change_occurrences(dates, changes, FIRST, LAST, TODAY) or ()
    was = [one.was if isinstance(one, Changed) and one.was else one for one in found]
    assert [one for one in dates if one not in was] == []


@given(phrases, some_changes)
def test_the_dates_come_in_order(words: str, changes: list[Change]) -> None:
    found = change_occurrences(regular(words), changes, FIRST, LAST, TODAY) or ()
    assert [day_of(one) for one in found] == sorted(day_of(one) for one in found)


@given(phrases, some_changes)
def test_a_period_gives_the_dates_that_a_longer_one_gives_there(
    words: str, changes: list[Change]
) -> None:
    dates = regular(words) or ()
    end = FIRST + timedelta(days=14)
    short = change_occurrences(
        tuple(one for one in dates if day_of(one) <= end), changes, FIRST, end, TODAY
    )
    long = change_occurrences(dates, changes, FIRST, LAST, TODAY) or ()
    assert short == tuple(one for one in long if day_of(one) <= end)


THREE = (date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 22))


def test_separate_days_leave_the_days_between_them_as_they_are() -> None:
    off = change(What.CANCELLED, THREE[0], last=THREE[-1], days=THREE)
    assert problem_with(off) == ""
    found = change_occurrences(regular("elke dinsdag 10.00-12.00"), [off], FIRST, LAST, TODAY)
    assert tuple(day_of(one) for one in found or () if is_off(one)) == THREE


def test_extra_on_separate_days_is_on_those_days_only() -> None:
    extra = change(What.EXTRA, THREE[0], last=THREE[-1], days=THREE, opens=time(19))
    found = change_occurrences((), [extra], FIRST, LAST, TODAY)
    assert tuple(day_of(one) for one in found or ()) == THREE


def test_on_another_day_it_keeps_its_hours() -> None:
    moved = change(What.OTHER_TIME, day=date(2026, 12, 3))
    found = change_occurrences(regular("elke dinsdag 10.00-12.00"), [moved], FIRST, LAST, TODAY)
    new = [one for one in found or () if isinstance(one, Changed)]
    assert [(one.start, one.end) for one in new] == [
        (datetime(2026, 12, 3, 10), datetime(2026, 12, 3, 12))
    ]


def test_only_an_end_keeps_the_start() -> None:
    (one,) = on_tuesday(change(What.OTHER_TIME, closes=time(11)))
    assert (one.start, one.end) == (datetime(2026, 12, 1, 10), datetime(2026, 12, 1, 11))


def test_only_one_day_can_go_to_another_day() -> None:
    moved = change(What.OTHER_TIME, last=date(2026, 12, 8), day=date(2026, 12, 3))
    assert problem_with(moved) == "Alleen wat op één dag is, kan naar één andere dag."


def test_separate_days_lie_between_the_first_and_the_last() -> None:
    off = change(What.CANCELLED, days=THREE)
    assert problem_with(off) == "De losse dagen passen niet bij de eerste en de laatste dag."
