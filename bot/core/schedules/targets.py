"""Read which days are named to be left out, or kept: dates, months, feasts, holidays, weeks."""

from dataclasses import replace

from bot.core.schedules.dates import (
    read_dates,
    read_dates_between,
    read_dates_in_month,
    read_months,
)
from bot.core.schedules.days import read_days, read_rank_only
from bot.core.schedules.items import (
    BetweenFeasts,
    Breaks,
    Dates,
    DayPhrase,
    Feasts,
    Months,
    PublicHolidays,
    Target,
    WeekNumbers,
)
from bot.core.schedules.rhythm import read_parity
from bot.core.schedules.school_holidays import Region
from bot.core.schedules.times import read_hours
from bot.core.schedules.token import LISTS, RANGES, T, Tokens, kind_at, skip


def read_targets(ts: Tokens, i: int) -> tuple[tuple[Target, ...], int] | None:
    """A list of them, until a day that begins a rule of its own."""
    targets: list[Target] = []
    end = i
    while True:
        found = _read_target(ts, i, dashes=not targets)
        if found is None or (targets and _begins_a_rule(ts, i, targets, found)):
            break
        targets.append(found[0])
        end = found[1]
        i = skip(ts, end, *LISTS, T.OR, T.COLON)
        if i == end:
            break
    return (tuple(targets), end) if targets else None


def _begins_a_rule(ts: Tokens, i: int, targets: list[Target], found: tuple[Target, int]) -> bool:
    """Whether a day after a comma begins something new: "…, donderdag 13-15"."""
    if not isinstance(found[0], DayPhrase):
        return False
    if isinstance(targets[-1], DayPhrase) and kind_at(ts, i - 1) is T.AND:
        return False
    return kind_at(ts, skip(ts, i, T.AT, T.THE)) is T.EVERY or (
        read_hours(ts, skip(ts, found[1], T.COLON)) is not None
    )


def _read_target(ts: Tokens, i: int, *, dashes: bool) -> tuple[Target, int] | None:
    i = skip(ts, i, T.IN, T.AT, T.OF, T.FROM, T.THE, T.COLON, T.OPEN, T.ABOUT)
    if between := read_dates_between(ts, i):
        return between
    if kind_at(ts, i) is T.BETWEEN or kind_at(ts, i) is T.FEAST:
        return read_feasts(ts, i)
    if dates := read_dates(ts, i, dashes=dashes):
        return dates
    if kind_at(ts, i) is T.FREE_DAYS:
        return PublicHolidays(), i + 1
    for read in (read_breaks, read_weeks, read_dates_in_month, read_months, read_days):
        found = read(ts, i)
        if found is not None:
            return found
    return read_rank_only(ts, i) or read_parity(ts, i)


def read_feasts(ts: Tokens, i: int) -> tuple[Feasts | BetweenFeasts, int] | None:
    between = kind_at(ts, i) is T.BETWEEN
    i = skip(ts, i, T.BETWEEN, T.THE)
    feasts = []
    end = i
    while kind_at(ts, i) is T.FEAST:
        feasts.append(ts[i].value)
        end = i + 1
        i = skip(ts, end, *LISTS, T.AT, T.THE) if kind_at(ts, end) in LISTS else end
        if i == end:
            break
    if not feasts:
        return None
    if between:
        return BetweenFeasts(first=feasts[0], last=feasts[-1]), end
    return Feasts(feasts=tuple(feasts)), end


def read_breaks(ts: Tokens, i: int) -> tuple[Breaks | Dates | Months, int] | None:
    if kind_at(ts, i) not in (T.BREAK, T.RECESS):
        return None
    names = ts[i].value
    i += 1
    while kind_at(ts, i) in LISTS and kind_at(ts, skip(ts, i, *LISTS, T.THE)) is T.BREAK:
        i = skip(ts, i, *LISTS, T.THE)
        names += ts[i].value
        i += 1
    # The dates themselves say more than the name: "kerstvakantie (19 december t/m 3 januari)".
    inside = skip(ts, i, T.OPEN, T.COLON, T.OF, T.FROM, T.IN)
    if dates := read_dates(ts, inside, dashes=inside > i):
        return replace(dates[0], of_break=True), skip(ts, dates[1], T.CLOSE)
    if months := read_months(ts, inside):
        return months[0], skip(ts, months[1], T.CLOSE)
    words = [ts[k].value for k in range(i, min(i + 4, len(ts))) if ts[k].kind is T.WORD]
    region = next((Region(word) for word in words if word in tuple(Region)), None)
    return Breaks(names=tuple(dict.fromkeys(names)), region=region), i


def read_weeks(ts: Tokens, i: int) -> tuple[WeekNumbers, int] | None:
    if kind_at(ts, i) is not T.WEEK or kind_at(ts, i + 1) is not T.NUM:
        return None
    weeks = [ts[i + 1].value]
    i += 2
    while kind_at(ts, i) in (*LISTS, *RANGES):
        place = skip(ts, i + 1, T.WEEK)
        if kind_at(ts, place) is not T.NUM or kind_at(ts, place + 1) is T.MONTH:
            break
        last = ts[place].value
        through = kind_at(ts, i) in RANGES and weeks[-1] < last <= 53
        weeks += range(weeks[-1] + 1, last + 1) if through else [last]
        i = place + 1
    return WeekNumbers(weeks=tuple(weeks)), i
