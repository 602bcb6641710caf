"""The dates of an activity as series with a rule of RFC 5545, or one by one where it has none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from bot.core.model import Activity, Occurrence
from bot.core.programme.programme import schedule_of
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.recurrence import Rule, Window, days_of_rule
from bot.core.schedules.rrule import rrules
from bot.core.schedules.schedule import Schedule
from bot.core.schedules.school_holidays import SchoolHoliday

_MIDNIGHT = time()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One opening that comes back by a rule, or once; planned exceptions are left out of it."""

    covered: tuple[Occurrence, ...]  # within the horizon, in order; the first is its start
    rule: str = ""  # RRULE without an end; "" is one date
    endless: bool = False
    left_out: tuple[datetime | date, ...] = ()  # starts that the rule gives and that are not on

    @property
    def first(self) -> Occurrence:
        """Where the series starts."""
        return self.covered[0]


def series_of(
    activity: Activity, first: date, last: date, school: Iterable[SchoolHoliday] = ()
) -> tuple[Series, ...] | None:
    """The series that together are exactly the occurrences; None where the dates are not fixed.

    Weeks that may be a school holiday, for all we know, are left out.
    """
    schedule = schedule_of(activity)
    if schedule is None:
        return None
    expected = occurrences(schedule, first, last, school=school, only_sure=True)
    if expected is None:
        return None
    left = {(one.start, one.end, one.part): one for one in expected}
    found: list[Series] = []
    for rule, words in zip(schedule.rules, rrules(schedule), strict=True):
        days = set(days_of_rule(rule, first, last)) if words else set()
        for window in rule.windows or (None,):
            mine = [one for one in left.values() if _day(one) in days and _fits(one, window)]
            series = _series(mine, words or "", rule, (schedule, last)) if mine else None
            if series is not None:
                found.append(series)
                for one in series.covered:
                    del left[one.start, one.end, one.part]
    found += [Series(covered=(one,)) for one in left.values()]
    return tuple(found)


def _day(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def _fits(one: Occurrence, window: Window | None) -> bool:
    """Whether an occurrence has the hours of a window."""
    if not isinstance(one.start, datetime):
        return window is None or window.opens is None
    if window is None or window.opens is None:
        return False
    # A window may open after midnight: then the day of its rule is not the day of its start.
    if window.opens >= 24 * 60:
        return False
    midnight = datetime.combine(one.start.date(), _MIDNIGHT)
    closes = None if window.closes is None else midnight + timedelta(minutes=window.closes)
    return one.start == midnight + timedelta(minutes=window.opens) and one.end == closes


def _series(
    mine: Sequence[Occurrence], words: str, rule: Rule, within: tuple[Schedule, date]
) -> Series | None:
    """The series of a rule; None where listing its dates says it better."""
    pattern = ";".join(
        part for part in words.split(";") if not part.startswith(("UNTIL=", "COUNT="))
    )
    starts = {_moment(one): one for one in mine}
    limited = rule.last or rule.count is not None or within[0].closed
    first, last = min(starts), max(starts)
    if not limited:  # then what the rule gives after the last date that is on counts as well
        last = datetime.combine(within[1], time.max)
    made = list(rrulestr(pattern, dtstart=first).between(first, last, inc=True))
    covered = tuple(starts[moment] for moment in made if moment in starts)
    spare = [moment for moment in made if moment not in starts]
    if len(covered) < 2 or len(spare) > len(covered):
        return None
    plain = isinstance(covered[0].start, datetime)
    return Series(
        covered=covered,
        rule=pattern,
        endless=not (limited or spare or len(covered) < len(mine)),
        left_out=tuple(moment if plain else moment.date() for moment in spare),
    )


def _moment(one: Occurrence) -> datetime:
    if isinstance(one.start, datetime):
        return one.start
    return datetime.combine(one.start, _MIDNIGHT)
