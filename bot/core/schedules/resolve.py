"""Find the date that is meant: the year of a date without one, the ends of a stretch."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.calendar.public_holidays import days_of
from bot.core.schedules.draft import Draft
from bot.core.schedules.items import Day, Stretch

_DAY = timedelta(days=1)
_RECENT = timedelta(days=92)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateError(Exception):
    """A date that cannot be right, with its place; caught where the phrase is read."""

    start: int
    end: int
    advice: str


def resolve(day: Day, anchor: date, *, recent: bool = False) -> date:
    """The date that was written; without a year the first one on or after the anchor.

    With recent, one of the last three months before the anchor counts too: what began then runs.
    """
    if not 1 <= day.month <= 12:
        raise DateError(start=day.start, end=day.end, advice="Deze maand bestaat niet.")
    years = range(anchor.year - 1, anchor.year + 9) if day.year is None else (day.year,)
    floor = anchor - _RECENT if recent else anchor
    for year in years:
        found = _date_or_none(year, day.month, day.day)
        if found is not None and (day.year is not None or found >= floor):
            return checked(day, found)
    raise DateError(start=day.start, end=day.end, advice="Deze datum bestaat niet.")


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def checked(day: Day, found: date) -> date:
    if day.weekday is None or day.weekday == found.weekday():
        return found
    advice = (
        f"{found.day} {MONTHS[found.month - 1]} {found.year} is een {WEEKDAYS[found.weekday()]}, "
        f"geen {WEEKDAYS[day.weekday]}. Verbeter de dag of de datum, of zet het jaar erbij."
    )
    raise DateError(start=day.start, end=day.end, advice=advice)


def resolve_stretch(stretch: Stretch, anchor: date) -> tuple[date, date]:
    """The first and last day of a stretch; without years the one that is on or comes next."""
    if stretch.last is None:
        only = resolve(stretch.first, anchor)
        return only, only
    last_day = stretch.last
    if last_day.year is None and stretch.first.year is not None:
        first = resolve(stretch.first, anchor)
        last = resolve(last_day, first)
    else:
        last = resolve(last_day, anchor)
        first = _latest_before(stretch.first, last)
    if last < first:
        raise DateError(
            start=last_day.start, end=last_day.end, advice="Deze periode eindigt voor ze begint."
        )
    return first, last - _DAY if stretch.exclusive and last > first else last


def _latest_before(day: Day, last: date) -> date:
    if day.year is not None:
        return resolve(day, last)
    for year in range(last.year, last.year - 9, -1):
        found = _date_or_none(year, day.month, day.day)
        if found is not None and found <= last:
            return checked(day, found)
    raise DateError(start=day.start, end=day.end, advice="Deze datum bestaat niet.")


def _week_from(number: int, floor: date) -> date:
    """The Monday of the first ISO week with this number that ends on or after a day."""
    for year in range(floor.year - 1, floor.year + 9):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + 6 * _DAY >= floor:
            return monday
    raise DateError(start=0, end=0, advice=f"Week {number} bestaat niet.")


def first_of(draft: Draft, anchor: date) -> date | None:
    start = draft.start
    if start is None:
        return None
    if start.day is not None:
        if start.since and start.day.year is None:
            return _latest_before(start.day, anchor)
        day = resolve(start.day, anchor, recent=True)
        return day + _DAY if start.after else day
    if start.feast is not None:
        feasts = (days_of(start.feast, year) for year in (anchor.year, anchor.year + 1))
        days = next(days for days in feasts if days[0] >= anchor)
        return days[-1] + _DAY if start.after else days[0]
    if start.week is not None:
        return _week_from(start.week, anchor - _RECENT)
    if start.month is not None:
        month = start.month.months[0]
        first = Day(
            day=1, month=month, year=start.month.year, weekday=None, part=None, start=0, end=0
        )
        return (
            _latest_before(first, anchor) if start.since else resolve(first, anchor, recent=True)
        )
    return None


def last_of(draft: Draft, anchor: date, first: date | None) -> date | None:
    until = draft.until
    if until is None:
        return None
    begin = max(anchor, first) if first else anchor
    if until.week is not None:
        monday = _week_from(until.week, begin)
        return monday + 6 * _DAY if until.inclusive else monday - _DAY
    if until.year_end:
        return date(begin.year, 12, 31)
    if until.feast is not None:
        feasts = (days_of(until.feast, year) for year in (begin.year, begin.year + 1))
        days = next(days for days in feasts if days[0] >= begin)
        return days[-1] if until.inclusive else days[0] - _DAY
    if until.day is not None:
        last = resolve(until.day, begin)
        return last if until.inclusive else last - _DAY
    if until.month is not None:
        month = until.month.months[0] % 12 + 1 if until.inclusive else until.month.months[0]
        year = until.month.year
        if year is not None and until.inclusive and month == 1:
            year += 1
        following = Day(day=1, month=month, year=year, weekday=None, part=None, start=0, end=0)
        return resolve(following, begin + _DAY) - _DAY
    return None
