"""The day and the hours of a Meeting Guide record as a schedule phrase."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.calendar.dutch_calendar import WEEKDAYS
from bot.exchange.meeting_guide.fields import ZONE
from bot.exchange.meeting_guide.row import Row
from bot.exchange.weekly import DAY, Hours, phrase_of

APPOINTMENT = "op afspraak"
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?\Z")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HALF_YEAR = ((1, 15), (3, 20), (4, 5), (7, 15), (10, 20), (11, 1))


def read_times(row: Row) -> tuple[str, str]:
    """The schedule phrase, and words for the description where there can be no phrase."""
    days = _days(row)
    opens, closes = _minutes(row, "time"), _minutes(row, "end_time")
    if not days:
        named = row.fields.get("day") not in (None, "", [])
        return ("", "") if named else (APPOINTMENT, "")
    if opens is None or (closes is not None and opens % DAY == closes % DAY):
        closes = None
    if closes is not None and opens is not None and closes <= opens:
        closes += DAY
    phrase = phrase_of([Hours(weekdays=days, opens=opens, closes=closes)])
    zone = row.text("timezone")
    if opens is None or not zone or _runs_alike(zone, row.feed.read.year):
        return phrase, ""
    row.wrong("timezone", f"De tijden zijn van de tijdzone {zone}; ze zijn niet omgerekend.")
    return "", f"{phrase} (tijd van {zone})"


def _days(row: Row) -> tuple[int, ...]:
    """The weekdays, Monday = 0; a name in Dutch or English will do as well as a number."""
    given = row.fields.get("day")
    found: list[int] = []
    for one in given if isinstance(given, list) else [] if given in (None, "") else [given]:
        day = _day(one)
        if day is None:
            row.wrong("day", f"‘{one}’ is geen dag. Het hoort 0 (zondag) tot en met 6 te zijn.")
        elif day not in found:
            found.append(day)
    return tuple(sorted(found))


def _day(given: object) -> int | None:
    words = str(given).strip().casefold()
    for names in (_ENGLISH, WEEKDAYS):
        if words in names:
            return names.index(words)
    if isinstance(given, bool) or words not in tuple("0123456"):
        return None
    return (int(words) - 1) % 7


def _minutes(row: Row, key: str) -> int | None:
    words = row.text(key)
    if not words:
        return None
    match = _CLOCK.match(words)
    minutes = int(match[1]) * 60 + int(match[2]) if match else DAY + 1
    if minutes > DAY:
        row.wrong(key, f"‘{words}’ is geen tijd. Het hoort 00:00 tot en met 24:00 te zijn.")
        return None
    return minutes


def _runs_alike(zone: str, year: int) -> bool:
    """Whether clocks in a zone say the same as in Amsterdam, the whole year through."""
    if zone == ZONE:
        return True
    try:
        other, own = ZoneInfo(zone), ZoneInfo(ZONE)
    except (KeyError, ValueError, OSError):
        return False
    moments = [datetime(year, month, day, 12) for month, day in _HALF_YEAR]  # noqa: DTZ001
    return all(one.replace(tzinfo=own).utcoffset() == one.replace(tzinfo=other).utcoffset()
               for one in moments)  # fmt: skip
