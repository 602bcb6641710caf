"""On which days a schedule falls, at what time, and what is said of them.

    occurrences(schedule, first, last)      None where the words do not fix the dates

Times are wall-clock times in Europe/Amsterdam without a zone.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.core.model import Occurrence
from bot.core.schedules.recurrence import (
    Between,
    FeastDays,
    Listed,
    Pattern,
    Rule,
    Window,
    days_of_rule,
)
from bot.core.schedules.schedule import KNOWN_DAYS, Schedule
from bot.core.schedules.school_holidays import Found, SchoolBreaks, SchoolHoliday, breaks_in

_DAY = timedelta(days=1)
_LONGEST_SERIES = timedelta(days=5 * 365)
_FURTHEST_MOVE = timedelta(days=31)  # "in december een week later"


def occurrences(
    schedule: Schedule,
    first: date,
    last: date,
    *,
    closed: tuple[tuple[date, date], ...] = (),
    school: Iterable[SchoolHoliday] = (),
    only_sure: bool = False,
) -> tuple[Occurrence, ...] | None:
    """The occurrences that start in a period, in order; None where the words do not fix them.

    Closed periods are left out; they also tell which school holidays a phrase means. With
    `only_sure` what may fall in a school holiday of which nobody knows the dates is left out too.
    """
    if schedule.missing or not schedule.rules:
        return None
    first, last = max(first, KNOWN_DAYS[0]), min(last, KNOWN_DAYS[1])
    shut = [Between(first=begin, last=end) for begin, end in closed]
    breaks = () if closed else _breaks(schedule, first, last, tuple(school))
    unsure = [stretch for one in breaks for stretch in one.unsure]
    if unsure and not only_sure:
        return None
    regular = [one for one in schedule.closed if not isinstance(one, SchoolBreaks)]
    known = (stretch for one in breaks for stretch in one.known)
    left_out = (*shut, *regular, *known, *unsure)
    plans: dict[date, list[Rule]] = {}
    for place, rule in enumerate(schedule.rules):
        # What opens at 24.00 starts on the day after its own.
        for day in days_of_rule(rule, first - _DAY, last, _shut_for(place, schedule, left_out)):
            plans.setdefault(day, []).append(rule)
    found = [one for day in sorted(plans) for one in _on_day(day, plans[day])]
    return tuple(one for one in found if first <= _day_of(one) <= last)


def _day_of(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def unsure_weeks(
    schedule: Schedule, first: date, last: date, school: Iterable[SchoolHoliday] = ()
) -> tuple[Between, ...]:
    """The stretches that touch a period in which nobody knows whether it goes on."""
    found = _breaks(schedule, first, last, tuple(school))
    return tuple(stretch for one in found for stretch in one.unsure)


def has_school_breaks(schedule: Schedule) -> bool:
    """Whether school holidays matter for its dates."""
    return any(isinstance(one, SchoolBreaks) for one in schedule.closed)


def _breaks(
    schedule: Schedule, first: date, last: date, school: tuple[SchoolHoliday, ...]
) -> tuple[Found, ...]:
    return tuple(
        breaks_in(one, first, last, school)
        for one in schedule.closed
        if isinstance(one, SchoolBreaks)
    )


def _shut_for(place: int, schedule: Schedule, shut: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
    """A day that is named beside a regular rule is open, whatever else is closed."""
    rule = schedule.rules[place]
    named = isinstance(rule.pattern, (Listed, FeastDays)) and len(schedule.rules) > 1
    regular = any(not isinstance(other.pattern, (Listed, FeastDays)) for other in schedule.rules)
    return () if rule.extra or (named and regular) else shut


def _on_day(day: date, rules: list[Rule]) -> list[Occurrence]:
    hours: list[Window] = []
    for rule in rules:
        # What is said later, or of fewer days, takes the place of hours that it overlaps.
        replaced = rule.instead and rule.windows
        kept = [
            window
            for window in hours
            if rule.added
            or (not replaced and not any(_overlap(window, new) for new in rule.windows))
        ]
        hours = kept + list(rule.windows)
    found = [_occurrence(day, window) for window in dict.fromkeys(hours)]
    if not found:
        parts = dict.fromkeys(rule.part for rule in rules)
        found = [Occurrence(start=day, part=part) for part in parts if part or len(parts) == 1]
    return sorted(found, key=_order)


def _overlap(window: Window, new: Window) -> bool:
    if window.opens is None or new.opens is None or window.closes is new.closes is None:
        return True
    ends = (window.closes or window.opens + 60, new.closes or new.opens + 60)
    return window.opens < ends[1] and new.opens < ends[0]


def _occurrence(day: date, window: Window) -> Occurrence:
    if window.opens is None:
        return Occurrence(start=day)
    midnight = datetime.combine(day, time())
    start = midnight + timedelta(minutes=window.opens)
    end = None if window.closes is None else midnight + timedelta(minutes=window.closes)
    return Occurrence(start=start, end=end)


_PART_ORDER = {"morning": 6, "afternoon": 12, "evening": 18, "night": 23}


def _order(one: Occurrence) -> datetime:
    if isinstance(one.start, datetime):
        return one.start
    hour = _PART_ORDER.get(one.part or "", 0)
    return datetime.combine(one.start, time(hour))


def end_of(schedule: Schedule) -> date | None:
    """The day after which it is never on again; None where it has no end that the words fix."""
    if schedule.missing or not schedule.rules:
        return None
    ends = [_end_of_rule(rule, schedule) for rule in schedule.rules]
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _end_of_rule(rule: Rule, schedule: Schedule) -> date | None:
    end = rule.last
    if isinstance(rule.pattern, Listed) and rule.pattern.days:
        end = max(rule.pattern.days)
    elif rule.count is not None and rule.first is not None:
        end = _end_of_series(rule, rule.count, rule.first, schedule)
    return end + _FURTHEST_MOVE if end and rule.moved else end


def _end_of_series(rule: Rule, count: int, first: date, schedule: Schedule) -> date | None:
    """The day of its last meeting; None where school holidays leave that open."""
    shut = tuple(one for one in schedule.closed if not isinstance(one, SchoolBreaks))
    if len(shut) < len(schedule.closed):
        return None
    horizon = min(first, KNOWN_DAYS[1] - _LONGEST_SERIES) + _LONGEST_SERIES
    days = tuple(days_of_rule(rule, first, horizon, shut))
    return days[-1] if len(days) == count else None


def remarks_on(schedule: Schedule, day: date) -> tuple[str, ...]:
    """What the phrase says is special about the meeting on a day."""
    found = []
    for remark in schedule.remarks:
        rank = (day.day - 1) // 7 + 1
        is_last = (day + timedelta(days=7)).month != day.month
        if rank in remark.ranks or (is_last and -1 in remark.ranks):
            found.append(remark.text)
    return tuple(found)
