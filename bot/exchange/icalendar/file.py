"""Writes calendars that others can open or subscribe to: of an activity, a place or a region."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from icalendar import Calendar, Timezone, vText

from bot.core.programme.changes import Change
from bot.exchange.icalendar.entries import events_of
from bot.exchange.icalendar.reading import read_icalendar
from bot.exchange.listing import Listing
from bot.exchange.loss import Export, Loss
from bot.exchange.plan import Changes, Horizon, horizon_from

__all__ = ["Horizon", "horizon_from", "ics_for", "read_icalendar", "write_icalendar"]

_PRODID = "-//Handwijzer//Handwijzer//NL"
_REFRESH = timedelta(hours=12)

# Written out: clocks go forward on the last Sunday of March and back on that of October.
_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""


def ics_for(listing: Listing, changes: Sequence[Change], horizon: Horizon) -> bytes:
    """The calendar file of one activity, for a resident; empty where no date is known."""
    export = write_icalendar(
        [listing], {listing.activity.id: changes}, horizon, name=listing.activity.name
    )
    return export.content if export.count else b""


def write_icalendar(
    listings: Iterable[Listing], changes: Changes, horizon: Horizon, *, name: str = "Handwijzer"
) -> Export:
    """The calendar of some activities; CRLF, folded at 75 octets, text escaped once."""
    calendar = Calendar()
    calendar.add("PRODID", _PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, vText(name))
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(Timezone.from_ical(_ZONE))
    losses: list[Loss] = []
    count = 0
    for listing in listings:
        events, lost = events_of(listing, changes.get(listing.activity.id, ()), horizon)
        losses += lost
        count += bool(events)
        for event in events:
            calendar.add_component(event)
    return Export(content=calendar.to_ical(sorted=False), losses=tuple(losses), count=count)
