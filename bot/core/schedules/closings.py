"""Turn what a schedule phrase leaves out into patterns of closed days."""

from datetime import date, timedelta

from bot.core.calendar.public_holidays import days_of
from bot.core.schedules.draft import Draft
from bot.core.schedules.items import (
    BetweenFeasts,
    Breaks,
    Dates,
    DayPhrase,
    Feasts,
    Months,
    Parity,
    PublicHolidays,
    RankOnly,
    Stretch,
    Target,
    WeekNumbers,
)
from bot.core.schedules.patterns import Missing, day_patterns
from bot.core.schedules.recurrence import (
    ALL_WEEK,
    Between,
    FeastDays,
    FreeDays,
    InMonths,
    IsoWeeks,
    Pattern,
    Ranked,
    Weekly,
)
from bot.core.schedules.resolve import resolve_stretch
from bot.core.schedules.school_holidays import SchoolBreaks

_DAY = timedelta(days=1)


def closing_of(
    target: Target, draft: Draft, anchor: date, missing: list[Missing]
) -> list[Pattern | SchoolBreaks]:
    match target:
        case Dates(stretches=stretches):
            return [_between(stretch, anchor) for stretch in stretches]
        case Feasts(feasts=feasts):
            return [FeastDays(feast=feast) for feast in feasts]
        case BetweenFeasts():
            return [_between_feasts(target, anchor)]
        case PublicHolidays():
            return [FreeDays()]
        case Breaks(names=names, region=region):
            return [SchoolBreaks(names=names, region=region)]
        case Months(months=months, year=None):
            return [InMonths(months=months)]
        case WeekNumbers(weeks=weeks):
            return [IsoWeeks(weeks=weeks)]
        case _:
            return _closing_days(target, draft, missing)


def _closing_days(
    target: DayPhrase | RankOnly | Months | Parity, draft: Draft, missing: list[Missing]
) -> list[Pattern | SchoolBreaks]:
    match target:
        case DayPhrase(days=days):
            ignored: list[Missing] = []
            return [
                pattern
                for one in days
                for pattern, _ in day_patterns(one, Draft(days=days), None, ignored)
            ]
        case Months(months=months, year=int(year)):
            return [
                Between(first=date(year, month, 1), last=_month_end(year, month))
                for month in months
            ]
        case Parity(parity=parity, months=False):
            return [Weekly(weekdays=ALL_WEEK, parity=parity)]
        case Parity(parity=parity):
            return [InMonths(months=tuple(m for m in range(1, 13) if m % 2 == parity))]
        case RankOnly(ranks=ranks, weeks=False) if draft.days:
            weekdays = tuple(day for days in draft.days for day in days.weekdays)
            return [Ranked(ranks=ranks, weekdays=weekdays)]
        case _:
            missing.append(Missing.DECISION)
            return []


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _DAY


def _between(stretch: Stretch, anchor: date) -> Between:
    first, last = resolve_stretch(stretch, anchor)
    return Between(first=first, last=last)


def _between_feasts(target: BetweenFeasts, anchor: date) -> Between:
    years = (anchor.year, anchor.year + 1, anchor.year + 2)
    lasts = [day for year in years for day in days_of(target.last, year)]
    firsts = [day for year in years for day in days_of(target.first, year)]
    first = next(day for day in firsts if day >= anchor)
    last = next(day for day in lasts if day > first)
    return Between(first=first, last=last)
