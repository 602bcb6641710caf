"""Calendars of others become phrases that an editor could have written."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model import Format
from bot.core.programme import changes as core
from bot.core.programme.programme import schedule_of
from bot.core.schedules.occurrences import occurrences
from bot.exchange.icalendar.file import ics_for
from bot.exchange.icalendar.reading import read_icalendar
from bot.exchange.proposal import What
from bot.exchange.record import Batch
from tests.exchange.programme_pieces import FEED, HORIZON, change, listing
from tests.exchange.test_icalendar_expansion import listings


def calendar(*properties: str, more: str = "") -> Batch:
    event = "\r\n".join(
        ["BEGIN:VEVENT", "UID:een", "SUMMARY:Praatgroep", *properties, "END:VEVENT"]
    )
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:proef\r\n{event}\r\n{more}END:VCALENDAR\r\n"
    return read_icalendar(text.encode(), FEED)


START = "DTSTART;TZID=Europe/Amsterdam:20261203T193000"
END = "DTEND;TZID=Europe/Amsterdam:20261203T210000"


@pytest.mark.parametrize(
    ("rule", "when"),
    [
        ("FREQ=WEEKLY", "elke donderdag 19.30-21.00 vanaf {start}"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "elke dinsdag en donderdag 19.30-21.00 vanaf {start}"),
        ("FREQ=DAILY", "elke dag 19.30-21.00 vanaf {start}"),
        ("FREQ=WEEKLY;INTERVAL=2", "om de week op donderdag 19.30-21.00 vanaf {start}"),
        ("FREQ=MONTHLY;BYDAY=1TH", "elke eerste donderdag van de maand 19.30-21.00"),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1", ""),
        ("FREQ=MONTHLY;BYMONTHDAY=3", "elke 3e van de maand 19.30-21.00"),
        ("FREQ=MONTHLY", "elke 3e van de maand 19.30-21.00"),
        (
            "FREQ=WEEKLY;INTERVAL=3;COUNT=4",
            "om de 3 weken op donderdag 19.30-21.00 vanaf {start}, tot en met 4 februari 2027",
        ),
        (
            "FREQ=WEEKLY;UNTIL=20261217T183000Z",
            "elke donderdag 19.30-21.00 vanaf {start}, tot en met 17 december 2026",
        ),
        (
            "FREQ=WEEKLY;BYMONTH=12,1,2",
            "elke donderdag in december, januari en februari 19.30-21.00",
        ),
        (
            f"FREQ=YEARLY;BYDAY=TH;BYWEEKNO={','.join(map(str, range(1, 54, 2)))}",
            "elke donderdag in de oneven weken 19.30-21.00",
        ),
        ("FREQ=YEARLY;BYDAY=TH;BYWEEKNO=3,10", ""),
        ("FREQ=YEARLY", ""),
        ("FREQ=SECONDLY", None),
    ],
)  # fmt: skip
def test_a_rule_becomes_a_phrase_or_is_left_to_a_person(rule: str, when: str | None) -> None:
    batch = calendar(START, END, f"RRULE:{rule}")
    told = [] if when is None else [when.format(start="3 december 2026")]
    assert [meeting.activity.when for meeting in batch.meetings] == told
    assert bool(batch.mistakes) is (not when)


def test_exceptions_of_the_series_are_kept() -> None:
    batch = calendar(
        START, END, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Amsterdam:20261231T193000"
    )
    assert batch.meetings[0].activity.except_ == "31 december 2026"


def test_dates_of_their_own_are_listed() -> None:
    batch = calendar(START, END, "RDATE;TZID=Europe/Amsterdam:20270107T193000")
    assert batch.meetings[0].activity.when == "3 december 2026 en 7 januari 2027 19.30-21.00"


def test_a_time_in_utc_is_told_in_local_time() -> None:
    assert (
        calendar("DTSTART:20261203T183000Z").meetings[0].activity.when == "3 december 2026 19.30"
    )
    assert calendar("DTSTART:20270603T173000Z").meetings[0].activity.when == "3 juni 2027 19.30"


def test_a_whole_day_has_no_hours() -> None:
    batch = calendar("DTSTART;VALUE=DATE:20261203", "RRULE:FREQ=WEEKLY")
    assert batch.meetings[0].activity.when == "elke donderdag vanaf 3 december 2026"


def test_what_is_over_is_not_taken_over() -> None:
    batch = calendar("DTSTART;TZID=Europe/Amsterdam:20250102T193000")
    assert (batch.meetings, [one.field for one in batch.mistakes]) == ((), ["DTSTART"])


def test_a_place_and_unknown_properties_are_kept_and_people_are_not() -> None:
    batch = calendar(
        START,
        "LOCATION:De Hoek\\, Dorpsstraat 1\\, 7811 AA Emmen",
        "X-ZAAL:boven",
        "ORGANIZER;CN=Jan:mailto:jan@proef.example",
    )
    meeting = batch.meetings[0]
    place = meeting.location
    assert place is not None
    assert (place.name, place.street, place.town) == ("De Hoek", "Dorpsstraat 1", "Emmen")
    assert meeting.extra == {"X-ZAAL": "boven"}
    assert "jan" not in str(meeting).casefold()


def test_an_online_meeting_has_no_place() -> None:
    meeting = calendar(START, "LOCATION:https://meet.proef.example/x").meetings[0]
    assert (meeting.activity.format, meeting.location) == (Format.ONLINE, None)


def test_cancelled_and_moved_dates_become_proposals() -> None:
    cancelled = change(core.What.CANCELLED, date(2026, 12, 3), reason="ziekte")
    moved = change(core.What.MOVED, date(2026, 12, 10), place="de bieb")
    content = ics_for(listing(), (cancelled, moved), HORIZON)
    proposals = read_icalendar(content, FEED).meetings[0].proposals
    assert [(one.what, one.days, one.place) for one in proposals] == [
        (What.CANCELLED, (date(2026, 12, 3),), ""),
        (What.MOVED, (date(2026, 12, 10),), "de bieb"),
    ]


@pytest.mark.parametrize(
    "content", [b"", b"geen agenda", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\xff"]
)
def test_what_is_no_calendar_is_refused_with_a_reason(content: bytes) -> None:
    batch = read_icalendar(content, FEED)
    assert batch.meetings == ()
    assert [one.fatal for one in batch.mistakes] in ([True], [False], [])


@pytest.mark.parametrize(
    "broken",
    ["DTSTART:kapot", "DTEND:morgen", "RRULE:FREQ=SOMS;BYDAY=XX", "EXDATE:kapot"],
)
def test_a_property_that_is_broken_is_named_and_the_other_events_are_taken(broken: str) -> None:
    name = broken.partition(":")[0]
    mine = [START] if name != "DTSTART" else []
    whole = f"BEGIN:VEVENT\r\nUID:twee\r\nSUMMARY:Inloop\r\n{START}\r\nEND:VEVENT\r\n"
    batch = calendar(*mine, broken, more=whole)
    assert [meeting.activity.name for meeting in batch.meetings] == ["Inloop"]
    assert [(one.record, one.field) for one in batch.mistakes] == [("een", name)]


def test_a_file_that_was_cut_off_is_said_to_be() -> None:
    batch = read_icalendar(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Inl", FEED)
    assert [one.message[:28] for one in batch.mistakes] == ["Dit bestand is afgebroken: d"]


@given(st.sampled_from(["DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "DURATION"]), st.text())
def test_any_value_of_a_date_is_read_or_named(name: str, value: str) -> None:
    calendar(
        START, f"{name}:{value.replace(chr(10), '').replace(chr(13), '')}", "RRULE:FREQ=DAILY"
    )


@settings(max_examples=60, deadline=None)
@given(listings)
def test_our_own_calendar_is_read_back_to_the_same_dates(one) -> None:  # type: ignore[no-untyped-def]
    content = ics_for(one, (), HORIZON)
    batch = read_icalendar(content, FEED) if content else Batch(feed=FEED)
    found, open_ = set(), 0
    for meeting in batch.meetings:
        schedule = schedule_of(meeting.activity)
        open_ += schedule is None
        dates = occurrences(schedule, HORIZON.first, HORIZON.last) if schedule else ()
        found |= {each.start for each in dates or ()}
    regular = schedule_of(one.activity)
    dates = (regular and occurrences(regular, HORIZON.first, HORIZON.last)) or ()
    ours = {each.start for each in dates}
    assert found <= ours
    assert open_ or found == ours


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert read_icalendar(b"BEGIN:VCALENDAR\r\n" + content, FEED).feed is FEED
