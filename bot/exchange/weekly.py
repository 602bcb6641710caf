"""Weekdays with hours, to and from the schedule phrases that editors write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.calendar.dutch_calendar import WEEKDAYS
from bot.core.model import Activity
from bot.core.programme.programme import schedule_of
from bot.core.schedules.recurrence import ALL_WEEK, Rule, Weekly
from bot.core.schedules.schedule import Schedule

DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Weekdays of every week with one opening and closing, in minutes since midnight."""

    weekdays: tuple[int, ...]  # Monday = 0
    opens: int | None = None
    closes: int | None = None  # over 1440 is the next day


def phrase_of(hours: Iterable[Hours]) -> str:
    """The schedule phrase that says these hours: "elke zondag en maandag 19.30-20.45"."""
    return "; ".join(_said(one) for one in hours)


def _said(hours: Hours) -> str:
    days = f"elke {listed(days_named(hours.weekdays))}"
    if hours.opens is None:
        return days
    end = "" if hours.closes is None else f"-{clock(hours.closes % DAY)}"
    return f"{days} {clock(hours.opens)}{end}"


def days_named(weekdays: Sequence[int]) -> tuple[str, ...]:
    """The names of the weekdays in order; the whole week is "dag"."""
    ordered = tuple(sorted(set(weekdays)))
    return ("dag",) if ordered == ALL_WEEK else tuple(WEEKDAYS[day] for day in ordered)


def listed(words: Sequence[str]) -> str:
    """Words as people list them: "a, b en c"."""
    *before, last = words
    return f"{', '.join(before)} en {last}" if before else last


def clock(minutes: int) -> str:
    """A time of day as posters have it: 19.30."""
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def weekly_hours(activity: Activity) -> tuple[Hours, ...] | None:
    """The hours of an activity that is every week and nothing else; None for any other rhythm."""
    schedule = schedule_of(activity)
    if schedule is None or not _is_plain(schedule):
        return None
    by_window: dict[tuple[int | None, int | None], set[int]] = {}
    for rule in schedule.rules:
        days = rule.pattern.weekdays if isinstance(rule.pattern, Weekly) else ()
        windows = [(window.opens, window.closes) for window in rule.windows] or [(None, None)]
        for window in windows:
            by_window.setdefault(window, set()).update(days)
    if any(opens is None and closes is not None for opens, closes in by_window):
        return None
    return tuple(
        Hours(weekdays=tuple(sorted(days)), opens=opens, closes=closes)
        for (opens, closes), days in by_window.items()
    )


def _is_plain(schedule: Schedule) -> bool:
    return bool(
        schedule.rules
        and not (schedule.missing or schedule.closed)
        and all(_is_every_week(rule) for rule in schedule.rules)
    )


def _is_every_week(rule: Rule) -> bool:
    pattern = rule.pattern
    limits = (rule.months, rule.first, rule.last, rule.count, rule.moved, rule.part)
    return (
        isinstance(pattern, Weekly)
        and pattern.every == 1
        and pattern.parity is None
        and not any(limits)
    )
