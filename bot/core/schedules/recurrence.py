"""Patterns of days and the rules made of them: which days they fall on.

All dates and times are wall-clock time in Europe/Amsterdam; nothing here knows a time zone, so a
group at 19.30 stays at 19.30 when the clock changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.calendar.public_holidays import Feast, days_of, free_days
from bot.core.model import Part

ALL_WEEK = (0, 1, 2, 3, 4, 5, 6)
WORKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """Weekdays of every week, of every n-th week from a day, or of even or odd ISO weeks."""

    weekdays: tuple[int, ...]  # Monday = 0
    every: int = 1
    since: date | None = None  # a day in the first week that counts; needed when every > 1
    parity: int | None = None  # 0: even ISO weeks, 1: odd ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """The first, last … of some weekdays in a month; pooled ranks all of them together."""

    ranks: tuple[int, ...]  # -1 is the last
    weekdays: tuple[int, ...]
    pooled: bool = False  # "laatste werkdag": one day, not five


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDays:
    """Days of the month by number; a month without that number is skipped, as in RFC 5545."""

    days: tuple[int, ...]  # -1 is the last day


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """Another pattern, a number of days later or earlier: the Monday before the third Tuesday."""

    base: "Ranked"
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryDays:
    """Every n-th day from a day on."""

    every: int
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The dates themselves."""

    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly:
    """One date of every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeastDays:
    """The days of the year with one name, such as the second day of Christmas."""

    feast: Feast


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDays:
    """The public holidays that "feestdagen" stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """All days from the first to the last, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InMonths:
    """All days of some months of every year."""

    months: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsoWeeks:
    """All days of ISO weeks by number."""

    weeks: tuple[int, ...]


Pattern = (
    Weekly
    | Ranked
    | MonthDays
    | Shifted
    | EveryDays
    | Listed
    | Yearly
    | FeastDays
    | FreeDays
    | Between
    | InMonths
    | IsoWeeks
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The hours on one day, in minutes since midnight; over 1440 is the next day."""

    opens: int | None  # None: only the end is said
    closes: int | None = None
    doors: int | None = None  # when one can come in, where that is earlier than the start


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern of days with its hours and its limits."""

    pattern: Pattern
    windows: tuple[Window, ...] = ()
    part: Part | None = None  # said without a clock time
    months: tuple[int, ...] = ()  # () is the whole year
    weeks: tuple[int, ...] = ()  # ISO weeks; () is all of them
    first: date | None = None
    last: date | None = None
    count: int | None = None  # how many days, from the first
    moved: tuple[tuple[int, int], ...] = ()  # in this month, so many days later
    extra: bool = False  # comes on top of the rest, whatever is closed
    added: bool = False  # "ook": comes on top of the hours that were said before
    instead: bool = False  # takes the place of all that is regular on its days


def falls_on(pattern: Pattern, day: date) -> bool:
    """Whether a pattern holds for a day."""
    match pattern:
        case Weekly():
            return _in_weeks(pattern, day)
        case Ranked():
            return _is_ranked(pattern, day)
        case Shifted(base=base, days=days):
            return _is_ranked(base, day - timedelta(days=days))
        case MonthDays(days=days):
            return day.day in days or day.day - 1 - _month_length(day) in days
        case EveryDays(every=every, since=since):
            return day >= since and (day - since).days % every == 0
        case Listed(days=listed):
            return day in listed
        case Between(first=first, last=last):
            return first <= day <= last
        case _:
            return _in_year(pattern, day)


def _in_year(pattern: Yearly | FeastDays | FreeDays | InMonths | IsoWeeks, day: date) -> bool:
    match pattern:
        case Yearly(month=month, day=number):
            return (day.month, day.day) == (month, number)
        case FeastDays(feast=feast):
            return day in days_of(feast, day.year)
        case FreeDays():
            return day in free_days(day.year)
        case InMonths(months=months):
            return day.month in months
        case IsoWeeks(weeks=weeks):
            return day.isocalendar().week in weeks


def _in_weeks(pattern: Weekly, day: date) -> bool:
    if day.weekday() not in pattern.weekdays:
        return False
    if pattern.parity is not None and day.isocalendar().week % 2 != pattern.parity:
        return False
    if pattern.since is None:
        return True
    weeks = (_monday(day) - _monday(pattern.since)).days // 7
    return day >= pattern.since and weeks % pattern.every == 0


def _is_ranked(pattern: Ranked, day: date) -> bool:
    if day.weekday() not in pattern.weekdays:
        return False
    left = _month_length(day) - day.day
    if not pattern.pooled:
        return (day.day - 1) // 7 + 1 in pattern.ranks or -(left // 7 + 1) in pattern.ranks
    before = sum(_at(day, -n).weekday() in pattern.weekdays for n in range(1, day.day))
    after = sum(_at(day, n).weekday() in pattern.weekdays for n in range(1, left + 1))
    return before + 1 in pattern.ranks or -(after + 1) in pattern.ranks


def _at(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)


def _monday(day: date) -> date:
    return _at(day, -day.weekday())


def _month_length(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - day.replace(day=1)).days


def days_from(first: date, last: date) -> Iterator[date]:
    """All days from the first to the last, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def days_of_rule(
    rule: Rule, first: date, last: date, closed: Iterable[Pattern] = ()
) -> Iterator[date]:
    """The days of a rule in a stretch, without the closed ones; a series counts only open days."""
    shut = tuple(closed)
    begin = max(first, rule.first) if rule.first else first
    if rule.count is not None and rule.first:
        begin = rule.first
    end = min(last, rule.last) if rule.last else last
    left = rule.count
    for day in days_from(begin, end):
        if left == 0:
            return
        if not _holds(rule, day) or any(falls_on(pattern, day) for pattern in shut):
            continue
        left = None if left is None else left - 1
        if day >= first:
            yield day


def _holds(rule: Rule, day: date) -> bool:
    moved_months = {month for month, _ in rule.moved}
    if day.month not in moved_months and _is_regular(rule, day):
        return True
    for month, days in rule.moved:
        planned = _at(day, -days)
        if planned.month == month and _is_regular(rule, planned):
            return True
    return False


def _is_regular(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.weeks and day.isocalendar().week not in rule.weeks:
        return False
    return falls_on(rule.pattern, day)
