"""Moments as they stand in an event, on the clock of Amsterdam; a bare date stays one."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Component

ZONE = ZoneInfo("Europe/Amsterdam")
Moment = datetime | date


def value_of(part: Component, name: str) -> Any:
    """A moment or a length as the library read it; None where there is none."""
    held = part.get(name)
    return getattr(held, "dt", None)


def local_of(moment: Any) -> Moment | None:
    """A moment as wall-clock time in Amsterdam; None of what is no moment."""
    if isinstance(moment, datetime):
        return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo else moment
    return moment if isinstance(moment, date) else None


def moment_of(part: Component, name: str) -> Moment | None:
    """The moment that stands under a name, as wall-clock time in Amsterdam."""
    return local_of(value_of(part, name))


def end_of(part: Component, start: Moment) -> datetime | None:
    """When an event ends, by its end or its length; None where it has none or lasts all day."""
    if not isinstance(start, datetime):
        return None
    end, length = moment_of(part, "DTEND"), value_of(part, "DURATION")
    if isinstance(length, timedelta):
        return start + length
    return end if isinstance(end, datetime) and end > start else None


def day_of(moment: Moment) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment
