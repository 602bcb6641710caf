"""Whoever opens our calendar sees the dates we do, whatever the schedule and the changes."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import icalendar
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model import Occurrence
from bot.core.programme.changed import is_off
from bot.core.programme.changed_dates import change_occurrences
from bot.core.programme.changes import Change, What
from bot.core.programme.programme import schedule_of
from bot.core.schedules.occurrences import occurrences
from bot.exchange.icalendar.file import ics_for
from bot.exchange.listing import Listing
from tests.exchange.programme_pieces import HORIZON, NOW, change, listing

Dates = set[tuple[str, str | None]]


def opened(content: bytes) -> Dates:
    """The dates that another program finds in a file, without what is cancelled."""
    calendar = icalendar.Calendar.from_ical(content)
    last = HORIZON.last + timedelta(days=1)
    found = recurring_ical_events.of(calendar).between(HORIZON.first, last)
    return {_as_text(one) for one in found if one.get("STATUS") != "CANCELLED"}


def _as_text(event: icalendar.Event) -> tuple[str, str | None]:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if not isinstance(start, datetime):
        return start.isoformat(), None
    local = [moment.replace(tzinfo=None).isoformat() for moment in (start, end)]
    return local[0], local[1] if local[1] != local[0] else None


def ours(one: Listing, changes: list[Change]) -> Dates:
    """The dates that the programme itself tells, without what is cancelled."""
    schedule = schedule_of(one.activity)
    assert schedule is not None
    regular = occurrences(schedule, HORIZON.first, HORIZON.last)
    told = change_occurrences(regular, changes, HORIZON.first, HORIZON.last, NOW.date())
    return {_told(each) for each in told or () if not is_off(each) and _within(each)}


def _within(one: Occurrence) -> bool:
    day = one.start.date() if isinstance(one.start, datetime) else one.start
    return HORIZON.first <= day <= HORIZON.last


def _told(one: Occurrence) -> tuple[str, str | None]:
    end = one.end.isoformat() if one.end and one.end != one.start else None
    return one.start.isoformat(), end


DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
RANKS = ("eerste", "tweede", "derde", "vierde", "laatste")
MONTHS = ("januari", "februari", "april", "juni", "september", "november")
day = st.sampled_from(DAYS)
days = st.lists(day, min_size=1, max_size=3, unique=True).map(" en ".join)
hours = st.sampled_from(
    (
        "10.00-12.00",
        "19.30-21.00",
        "19.30",
        "23.30-01.00",
        "10.00-24.00",
        "",
        "09.00-10.30 en 14.00-15.30",
    )
)
rhythm = st.one_of(
    days.map(lambda it: f"elke {it}"),
    st.just("elke dag"),
    st.tuples(st.sampled_from(RANKS), day).map(lambda it: f"elke {it[0]} {it[1]} van de maand"),
    day.map(lambda it: f"elke tweede en vierde {it} van de maand"),
    st.tuples(day, st.integers(1, 28)).map(
        lambda it: f"om de week op {it[0]} vanaf {it[1]} november 2026"
    ),
    st.tuples(day, st.integers(2, 4)).map(
        lambda it: f"om de {it[1]} weken op {it[0]} vanaf 1 november 2026"
    ),
    day.map(lambda it: f"elke {it} in de even weken"),
    day.map(lambda it: f"elke {it} in de oneven weken"),
    st.tuples(day, day).map(lambda it: f"de {it[0]} voor de derde {it[1]} van de maand"),
    st.integers(1, 31).map(lambda it: f"elke {it}e van de maand"),
    st.tuples(days, st.sampled_from(MONTHS)).map(lambda it: f"elke {it[0]} in {it[1]}"),
    st.tuples(st.integers(1, 28), st.integers(1, 28)).map(
        lambda it: f"op {it[0]} december 2026 en {it[1]} februari 2027"
    ),
    st.tuples(day, st.integers(2, 8)).map(
        lambda it: f"{it[1]} keer op {it[0]} vanaf 7 januari 2027"
    ),
    days.map(lambda it: f"elke {it} tot en met 15 april 2027"),
)
exceptions = st.sampled_from(
    (
        "",
        "feestdagen",
        "24 december 2026",
        "20 december 2026 tot en met 3 januari 2027",
        "juli en augustus",
        "de eerste maandag van de maand",
    )
)
listings = st.builds(
    lambda when, clock, out: listing(f"{when} {clock}".strip(), except_=out),
    rhythm,
    hours,
    exceptions,
)
change_days = st.integers(0, 200).map(lambda it: HORIZON.first + timedelta(days=it))
whats = st.sampled_from(list(What))


@st.composite
def drawn_changes(draw: st.DrawFn, one: Listing) -> list[Change]:
    schedule = schedule_of(one.activity)
    regular = (occurrences(schedule, HORIZON.first, HORIZON.last) if schedule else None) or ()
    found = []
    for number in range(draw(st.integers(0, 5))):
        first = draw(change_days)
        if regular and draw(st.booleans()):
            start = draw(st.sampled_from(regular[:30])).start
            first = start.date() if isinstance(start, datetime) else start
        what = draw(whats)
        long = what in (What.CLOSED_PERIOD, What.OTHER_TIME, What.MOVED) and draw(st.booleans())
        endless = long and what is not What.CLOSED_PERIOD and draw(st.booleans())
        drawn = change(
            what,
            first,
            first + timedelta(days=20) if long else first,
            id=f"w{number}",
            opens=time(draw(st.integers(9, 20)), 15),
            closes=time(22, 0) if draw(st.booleans()) else None,
            place="de bieb" if what is What.MOVED else "",
            note="neem iets mee" if what is What.NOTE else "",
            when=f"elke {draw(day)} 11.00-12.00"
            if what is What.OTHER_TIME and draw(st.booleans())
            else "",
        )
        found.append(replace(drawn, last=None) if endless else drawn)
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_another_program_finds_the_same_dates(data: st.DataObject) -> None:
    one = data.draw(listings)
    changes = data.draw(drawn_changes(one))
    schedule = schedule_of(one.activity)
    if schedule is None or occurrences(schedule, HORIZON.first, HORIZON.last) is None:
        return
    content = ics_for(one, changes, HORIZON)
    assert (opened(content) if content else set()) == ours(one, changes)
