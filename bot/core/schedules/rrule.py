"""The rules of a schedule as RFC 5545 writes them."""

from bot.core.schedules.recurrence import (
    EveryDays,
    MonthDays,
    Pattern,
    Ranked,
    Rule,
    Weekly,
    Yearly,
)
from bot.core.schedules.schedule import Schedule

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rrules(schedule: Schedule) -> tuple[str | None, ...]:
    """The RRULE of each rule; None where its dates must be listed instead."""
    return tuple(_rrule_of(rule) for rule in schedule.rules)


def _rrule_of(rule: Rule) -> str | None:
    if rule.moved or rule.weeks:
        return None
    parts = _frequency(rule.pattern, rule.months)
    if parts is None:
        return None
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    elif rule.last is not None:
        parts.append(f"UNTIL={rule.last:%Y%m%d}T235959")
    return ";".join(parts)


def _frequency(pattern: Pattern, months: tuple[int, ...]) -> list[str] | None:
    by_month = [f"BYMONTH={','.join(map(str, months))}"] if months else []
    match pattern:
        case Weekly(weekdays=weekdays, parity=int(parity)):
            weeks = ",".join(str(week) for week in range(1, 54) if week % 2 == parity)
            return ["FREQ=YEARLY", f"BYWEEKNO={weeks}", _byday(weekdays), *by_month]
        case Weekly(weekdays=weekdays, every=every):
            return ["FREQ=WEEKLY", f"INTERVAL={every}", "WKST=MO", _byday(weekdays), *by_month]
        case Ranked(ranks=ranks, weekdays=weekdays, pooled=True):
            places = ",".join(map(str, ranks))
            return ["FREQ=MONTHLY", _byday(weekdays), f"BYSETPOS={places}", *by_month]
        case Ranked(ranks=ranks, weekdays=weekdays):
            days = ",".join(f"{rank}{BYDAY[day]}" for day in weekdays for rank in ranks)
            return ["FREQ=MONTHLY", f"BYDAY={days}", *by_month]
        case MonthDays(days=numbers):
            return ["FREQ=MONTHLY", f"BYMONTHDAY={','.join(map(str, numbers))}", *by_month]
        case EveryDays(every=every):
            return ["FREQ=DAILY", f"INTERVAL={every}", *by_month]
        case Yearly(month=month, day=number):
            return ["FREQ=YEARLY", f"BYMONTH={month}", f"BYMONTHDAY={number}"]
        case _:
            return None


def _byday(weekdays: tuple[int, ...]) -> str:
    return "BYDAY=" + ",".join(BYDAY[day] for day in weekdays)
