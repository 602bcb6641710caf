"""Reckons with days: the coming third, the first Tuesday of a month, when a feast falls."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bot.core.calendar.public_holidays import Feast, days_of

Span = tuple[date, date]  # first and last day
SchoolHolidays = Mapping[str, tuple[Span, ...]]

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)

_FARTHEST_YEAR = 150  # years from today, so that no birthday is out of reach
_SATURDAY, _SUNDAY = 5, 6
_DAY_AFTER = 3  # the rank of the day after a feast of two
RANKED = {
    Feast.CHRISTMAS: (Feast.CHRISTMAS_DAY, Feast.BOXING_DAY),
    Feast.EASTER: (Feast.EASTER_SUNDAY, Feast.EASTER_MONDAY),
    Feast.WHITSUN: (Feast.WHIT_SUNDAY, Feast.WHIT_MONDAY),
}
# The first such weekday from a day on; Monday is 0.
_WEEKDAYS = {
    "mothers_day": (5, 8, 6),
    "fathers_day": (6, 15, 6),
    "purple_friday": (12, 8, 4),
    "blue_monday": (1, 15, 0),
    "thanksgiving": (11, 22, 3),
}
_LESSER = {
    "valentine": (2, 14),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "animals_day": (10, 4),
}


def monday_of(day: date) -> date:
    """The Monday of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday from a day on, that day included; Monday is 0."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def from_today(span: Span, today: date) -> Span:
    """What is left of a span that is on; one that is over or to come is whole."""
    first, last = span
    return (max(first, today), last) if last >= today else span


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the month has no such day."""
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def coming_date(today: date, month: int, day: int, year: int | None = None) -> date | None:
    """The date in the year said, else the first such date from today on.

    None of a year that lies too far away to reckon with weeks before and after it.
    """
    if year is not None and abs(year - today.year) > _FARTHEST_YEAR:
        return None
    if year is not None:
        return valid_day(year, month, day)
    found = (valid_day(today.year + ahead, month, day) for ahead in range(5))
    return next((one for one in found if one and one >= today), None)


def coming_day_number(today: date, number: int) -> date | None:
    """The first day from today on with this number in its month."""
    starts = (month_ahead(today, ahead)[0] for ahead in range(3))
    found = (valid_day(start.year, start.month, number) for start in starts)
    return next((one for one in found if one and one >= today), None)


def month_span(today: date, month: int, year: int | None = None) -> Span:
    """The whole month in the year said, else the one that is on or comes next."""
    if year is None:
        year = today.year + (month < today.month)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month_ahead(today: date, ahead: int) -> Span:
    """The whole month so many months from now."""
    index = today.year * 12 + today.month - 1 + ahead
    return month_span(today, index % 12 + 1, index // 12)


def nth_in(span: Span, rank: int, weekday: int | None) -> date | None:
    """The so-manieth day of a span, or its so-manieth weekday; a rank of -1 is the last."""
    days = [span[0] + n * DAY for n in range((span[1] - span[0]).days + 1)]
    found = [day for day in days if weekday is None or day.weekday() == weekday]
    index = rank - 1 if rank > 0 else rank
    return found[index] if -len(found) <= index < len(found) else None


def numbered_week(today: date, number: int) -> Span | None:
    """The ISO week of this number that is on or comes next."""
    for year in range(today.year - 1, today.year + 8):
        if number < 1 or number > date(year, 12, 28).isocalendar().week:
            continue
        monday = date.fromisocalendar(year, number, 1)
        if monday + 6 * DAY >= today:
            return monday, monday + 6 * DAY
    return None


def feast_span(name: str, rank: int, today: date, year: int | None) -> Span | None:
    """The days of a feast in the year said, else of the next one; rank 2 is its second day.

    "Derde kerstdag" is the day after both.
    """
    if name == "advent" and rank:
        return _advent_sunday(rank, today, year)
    feast = RANKED[Feast(name)][rank - 1] if name in RANKED and rank in (1, 2) else name
    years = [year] if year else [today.year - 1 + ahead for ahead in range(4)]
    spans: Iterable[Span] = (_feast_days(feast, each) for each in years)
    if name in RANKED and rank == _DAY_AFTER:
        spans = ((last + DAY, last + DAY) for _, last in spans)
    return next((span for span in spans if year or span[1] >= today), None)


def _advent_sunday(rank: int, today: date, year: int | None) -> Span | None:
    """One of the four Sundays of Advent, the last of rank -1."""
    if rank not in (-1, 1, 2, 3, 4):
        return None
    years = [year] if year else [today.year, today.year + 1]
    firsts = (next_weekday(date(each, 11, 27), _SUNDAY) for each in years)
    sundays = (first + (rank - 1 if rank > 0 else 3) * WEEK for first in firsts)
    return next(((day, day) for day in sundays if year or day >= today), None)


def _feast_days(name: str, year: int) -> Span:
    if name == Feast.OLD_AND_NEW:
        return date(year, 12, 31), date(year + 1, 1, 1)
    if name in ("christmas_week", "christmas_weekend"):
        monday = monday_of(date(year, 12, 25))
        return (monday if name == "christmas_week" else monday + 5 * DAY), monday + 6 * DAY
    if name == "between_holidays":
        return date(year, 12, 27), date(year, 12, 30)
    if name == "advent":
        return next_weekday(date(year, 11, 27), _SUNDAY), date(year, 12, 24)
    if name == "holidays":
        return date(year, 12, 25), date(year + 1, 1, 1)
    if name in _WEEKDAYS:
        month, first, weekday = _WEEKDAYS[name]
        day = next_weekday(date(year, month, first), weekday)
        return day, day
    if name in _LESSER:
        return date(year, *_LESSER[name]), date(year, *_LESSER[name])
    days = days_of(Feast(name), year)
    return days[0], days[-1]


def beside(span: Span, marks: str, weekday: int | None) -> Span:
    """The week, weekend, day or weekday before (x) or after (A) a span, as the marks have it."""
    start, end = span
    after = "A" in marks
    if "K" in marks:
        free = start.weekday() >= _SATURDAY  # a school holiday begins at the end of its week
        before = monday_of(start) - (0 if free else 1) * WEEK
        monday = monday_of(end) + WEEK if after else before
        return monday, monday + 6 * DAY
    if "E" in marks:
        saturday = next_weekday(end + DAY, 5) if after else next_weekday(start - WEEK, 6) - DAY
        return saturday, saturday + DAY
    if weekday is None:
        day = end + DAY if after else start - DAY
    else:
        day = next_weekday(end + DAY if after else start - WEEK, weekday)
    return day, day


def school_holiday(name: str, today: date, known: SchoolHolidays) -> Span | None:
    """The holiday that is on or comes next; the Christmas one can be reckoned."""
    found = [span for span in known.get(name, ()) if span[1] >= today]
    if found or name != "kerstvakantie":
        return min(found, default=None)
    years = (today.year - 1 + ahead for ahead in range(3))
    return next(span for year in years if (span := _christmas_holiday(year))[1] >= today)


def _christmas_holiday(year: int) -> Span:
    # Two weeks from the last Saturday up to Christmas Day: so it has been set for many years.
    start = next_weekday(date(year, 12, 19), 5)
    return start, start + 15 * DAY
