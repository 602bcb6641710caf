"""The calendar file itself: ids, exceptions, changes, zones and the way it is written."""

from datetime import date, time, timedelta

import icalendar
import pytest

from bot.core.model import Status
from bot.core.programme.changes import Change, What
from bot.exchange.icalendar.file import ics_for, write_icalendar
from tests.exchange.programme_pieces import HORIZON, change, listing

THURSDAY = date(2026, 12, 3)


def events(when: str, *changes: Change, **fields: object) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(ics_for(listing(when, **fields), changes, HORIZON))
    return [part for part in calendar.walk("VEVENT") if isinstance(part, icalendar.Event)]


def line(event: icalendar.Event, name: str) -> str:
    return str(event[name].to_ical().decode())


def test_a_weekly_group_is_one_event_without_an_end() -> None:
    (event,) = events("elke donderdag 19.30-21.00")
    assert line(event, "RRULE") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=TH;WKST=MO"
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert line(event, "DTSTART") == "20261126T193000"
    assert event["UID"] == "proef/inloop@handwijzer"


def test_the_id_stays_when_the_hour_changes() -> None:
    ids = {events(f"elke donderdag {hours}")[0]["UID"] for hours in ("19.30-21.00", "20.00")}
    assert ids == {"proef/inloop@handwijzer"}


def test_a_planned_exception_is_an_exdate_and_a_cancellation_is_not() -> None:
    cancelled = change(What.CANCELLED, THURSDAY, reason="ziekte")
    master, override = events("elke donderdag 19.30-21.00", cancelled, except_="31 december 2026")
    assert line(master, "EXDATE") == "20261231T193000"
    assert master["EXDATE"].params["TZID"] == "Europe/Amsterdam"
    assert line(override, "RECURRENCE-ID") == "20261203T193000"
    assert (override["STATUS"], override["SEQUENCE"]) == ("CANCELLED", 1)
    assert override["UID"] == master["UID"]
    assert str(override["DESCRIPTION"]).startswith("Vervalt: ziekte")


def test_a_move_keeps_its_date_and_names_the_new_place() -> None:
    moved = change(What.MOVED, THURSDAY, place="de bieb, Markt 1")
    _, override = events("elke donderdag 19.30-21.00", moved)
    assert (str(override["LOCATION"]), override["STATUS"]) == ("de bieb, Markt 1", "CONFIRMED")
    assert "GEO" not in override


def test_another_time_is_an_override_at_that_time() -> None:
    later = change(What.OTHER_TIME, THURSDAY, opens=time(20, 15), closes=time(22, 0))
    _, override = events("elke donderdag 19.30-21.00", later)
    assert line(override, "RECURRENCE-ID") == "20261203T193000"
    assert (line(override, "DTSTART"), line(override, "DTEND")) == (
        "20261203T201500",
        "20261203T220000",
    )


def test_an_extra_date_is_an_event_of_its_own() -> None:
    extra = change(What.EXTRA, date(2026, 12, 5), opens=time(10, 0))
    _, one = events("elke donderdag 19.30-21.00", extra)
    assert (line(one, "DTSTART"), "RECURRENCE-ID" in one) == ("20261205T100000", False)
    assert str(one["UID"]) == "proef/inloop.20261205T100000.extra@handwijzer"


def test_the_end_of_a_series_is_said_in_utc() -> None:
    (summer,) = events("elke donderdag 19.30-21.00 tot en met 30 juni 2027")
    assert "UNTIL=20270624T173000Z" in line(summer, "RRULE")
    (winter,) = events("elke donderdag 19.30-21.00 tot en met 31 januari 2027")
    assert "UNTIL=20270128T183000Z" in line(winter, "RRULE")


def test_a_series_of_so_many_ends_on_its_last_date() -> None:
    (event,) = events("8 keer op donderdag 19.30-21.00 vanaf 7 januari 2027")
    assert "COUNT" not in line(event, "RRULE")
    assert "UNTIL=20270225T183000Z" in line(event, "RRULE")


def test_a_rhythm_without_a_rule_becomes_its_dates() -> None:
    found = events("de maandag voor de derde dinsdag van de maand 19.30-21.00")
    assert all("RRULE" not in event for event in found)
    assert [line(event, "DTSTART")[:8] for event in found[:3]] == [
        "20261214",
        "20270118",
        "20270215",
    ]
    assert len({event["UID"] for event in found}) == len(found) == 12


def test_days_without_a_clock_time_are_whole_days() -> None:
    (event,) = events("elke donderdagmiddag")
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert str(event["DESCRIPTION"]).startswith("Het is in de middag; de precieze tijd")


def test_an_unknown_end_stays_unknown() -> None:
    (event,) = events("elke donderdag 19.30")
    assert "DTEND" not in event


def test_what_ends_at_midnight_ends_on_the_next_day() -> None:
    (event,) = events("elke donderdag 20.00-24.00")
    assert line(event, "DTEND") == "20261127T000000"


def test_the_file_is_written_as_the_standard_asks() -> None:
    name = "Inloop; koffie, thee \\ gebak"
    content = ics_for(
        listing(name=name, about="Eerste regel\nTweede, en meer " + "é" * 90), (), HORIZON
    )
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert b"SUMMARY:Inloop\\; koffie\\, thee \\\\ gebak" in lines
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    (event,) = (part for part in icalendar.Calendar.from_ical(content).walk("VEVENT"))
    assert str(event["SUMMARY"]) == name
    assert "Eerste regel\nTweede, en meer é" in str(event["DESCRIPTION"])


def test_the_hour_stays_over_both_changes_of_the_clock() -> None:
    (event,) = events("elke zondag 02.30-04.00")
    assert line(event, "DTSTART") == "20261122T023000"
    assert "UNTIL" not in line(event, "RRULE")


@pytest.mark.parametrize("when", ["eens in de maand op vrijdag", "op afspraak", ""])
def test_what_has_no_fixed_dates_is_no_file_but_a_loss(when: str) -> None:
    export = write_icalendar([listing(when)], {}, HORIZON)
    assert (ics_for(listing(when), (), HORIZON), export.count) == (b"", 0)
    assert "wanneer" in [loss.fact for loss in export.losses]


def test_what_is_closed_for_a_while_is_no_file_but_a_loss() -> None:
    export = write_icalendar([listing(status=Status.PAUSED)], {}, HORIZON)
    assert [loss.fact for loss in export.losses] == ["status"]


def test_a_closed_period_without_an_end_leaves_no_dates_open_after_the_horizon() -> None:
    shut = change(What.CLOSED_PERIOD, date(2027, 7, 1), reason="zomer")
    endless = Change(**{**{f: getattr(shut, f) for f in shut.__slots__}, "last": None})
    master, *overrides = events("elke donderdag 19.30-21.00", endless)
    assert "UNTIL=20271118T183000Z" in line(master, "RRULE")
    assert {event["STATUS"] for event in overrides} == {"CANCELLED"}
    assert len(overrides) == (HORIZON.last - date(2027, 7, 1)) // timedelta(days=7) + 1
