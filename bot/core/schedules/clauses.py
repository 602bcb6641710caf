"""Read the clauses of a schedule phrase: what each of them says, from left to right."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.schedules.dates import (
    read_dates,
    read_dates_between,
    read_dates_in_month,
    read_months,
    read_quarter,
)
from bot.core.schedules.days import read_days, read_rank_only
from bot.core.schedules.exceptions import read_except, read_other, read_recess, with_shut
from bot.core.schedules.items import (
    AllHours,
    Also,
    Breaks,
    ByAppointment,
    Dates,
    DayPhrase,
    Days,
    Except,
    Feasts,
    From,
    Hours,
    Item,
    Moved,
    Once,
    PartOfDay,
    PublicHolidays,
    SameHours,
    Season,
    Then,
    Undecided,
)
from bot.core.schedules.limits import read_from, read_until
from bot.core.schedules.recurrence import ALL_WEEK
from bot.core.schedules.rhythm import read_count, read_often, read_parity, read_rhythm
from bot.core.schedules.targets import read_breaks, read_feasts, read_targets, read_weeks
from bot.core.schedules.times import read_hours, read_length
from bot.core.schedules.token import T, Tokens, kind_at, skip, skip_back

_SILENT = frozenset(
    {T.WORD, T.COMMA, T.STOP, T.OPEN, T.CLOSE, T.AND, T.OR, T.DASH, T.SLASH, T.DOORS}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """An item and the tokens it was read from."""

    item: Item
    first: int
    end: int
    apart: bool = False  # a mark stands before it
    in_month: bool = False  # it begins with a month: "januari: 9, 16 en 23"


def clauses_of(ts: Tokens) -> tuple[Clause, ...]:
    """All clauses of a phrase, in order; tokens that say nothing about time are passed over."""
    found: list[Clause] = []
    i = 0
    while i < len(ts):
        left_out = found[-1].item if found else None
        if isinstance(left_out, Except) and (other := read_other(ts, i, left_out.targets)):
            found.append(Clause(other[0], i, other[1]))
            i = other[1]
            continue
        if any(isinstance(one.item, Hours) for one in found):
            i = _skip_part_of_it(ts, i)
        if ts[i].kind in _SILENT:
            i += 1
            continue
        if ts[i].kind is T.ASIDE:
            i = skip_aside(ts, i)
            continue
        read = _read_clause(ts, i)
        if read is None:
            i += 1
            continue
        item, end = read
        item, end = with_shut(ts, item, end)
        in_month = ts[i].kind is T.MONTH
        before = skip_back(ts, i - 1, T.IN) if in_month else i - 1
        apart = kind_at(ts, before) in (T.COMMA, T.STOP, T.OPEN, T.COLON, None)
        found.append(Clause(item, i, end, apart, in_month))
        i = end
    return tuple(found)


def _read_then(ts: Tokens, i: int) -> tuple[Item, int] | None:
    return (Then(), i + 1) if kind_at(ts, i) is T.AFTERWARDS else None


def _skip_part_of_it(ts: Tokens, i: int) -> int:
    """The end of brackets that tell when something within the hours is: "(eten om 18.00)"."""
    if kind_at(ts, i) is not T.OPEN or kind_at(ts, i + 1) is not T.WORD:
        return i
    read = read_hours(ts, skip(ts, i + 1, T.WORD))
    if read is None or kind_at(ts, read[1]) is not T.CLOSE:
        return i
    hours = read[0]
    return i if hours.closes or hours.doors or hours.begins else read[1]


def skip_aside(ts: Tokens, i: int) -> int:
    """The place after a remark about signing up, which ends with the clause."""
    while i < len(ts) and ts[i].kind not in (T.COMMA, T.STOP, T.CLOSE):
        i += 1
    return i


def _read_clause(ts: Tokens, i: int) -> tuple[Item, int] | None:
    for read in _READERS:
        found = read(ts, i)
        if found is not None:
            return found
    return None


def _read_moved(ts: Tokens, i: int) -> tuple[Item, int] | None:
    months = read_months(ts, skip(ts, i, T.IN))
    if months is None:
        return None
    j = skip(ts, months[1], T.COMMA, T.THE, T.COLON)
    number = 1
    if kind_at(ts, j) is T.NUM:
        number, j = ts[j].value, j + 1
    days = {T.WEEK: 7, T.DAYS: 1}.get(ts[j].kind if j < len(ts) else T.WORD)
    way = {T.EARLIER: -1, T.LATER: 1}.get(ts[j + 1].kind if j + 1 < len(ts) else T.WORD)
    if days is None or way is None:
        return None
    return Moved(months=months[0].months, days=way * number * days), j + 2


def _read_also(ts: Tokens, i: int) -> tuple[Item, int] | None:
    kind = kind_at(ts, i)
    if kind not in (T.ALSO, T.EXTRA):
        return None
    end = i + 1
    if kind is T.ALSO:
        open_then = read_targets(ts, i + 1)
        if open_then and any(
            isinstance(target, (Feasts, PublicHolidays, Breaks)) for target in open_then[0]
        ):
            end = open_then[1]
    return Also(extra=kind is T.EXTRA), end


def _read_part(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) is T.PART:
        return PartOfDay(part=ts[i].value), i + 1
    return None


def _read_every_part(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) is T.EVERY and kind_at(ts, i + 1) is T.PART:
        if kind_at(ts, i - 1) in (T.DAY, T.WORKDAY, T.WEEKEND):
            return PartOfDay(part=ts[i + 1].value), i + 2  # "ma t/m do iedere avond"
        days = Days(weekdays=ALL_WEEK, part=ts[i + 1].value)
        return DayPhrase(days=(days,)), i + 2
    return None


def _read_fixed(ts: Tokens, i: int) -> tuple[Item, int] | None:
    fixed: dict[T, Item] = {
        T.BY_APPOINTMENT: ByAppointment(),
        T.UNDECIDED: Undecided(),
        T.ALTERNATING: Undecided(),
        T.ALL_HOURS: AllHours(),
        T.SEASON: Season(),
        T.SAME: SameHours(),
        T.FREE_DAYS: PublicHolidays(),
        T.ONCE: Once(),
    }
    if ts[i].kind in (T.EVEN, T.ODD) and kind_at(ts, i + 1) is T.DAY:
        return Undecided(), i + 1  # "elke oneven vrijdag" counts weeks, or Fridays of a month
    item = fixed.get(ts[i].kind)
    return (item, i + 1) if item else None


def _read_main_dates(ts: Tokens, i: int) -> tuple[Item, int] | None:
    found = read_dates(ts, i)
    if found is None:
        return read_dates_between(ts, i) or read_dates_in_month(ts, i)
    dates, end = found
    after = skip(ts, end, T.WORD) if end + 1 < len(ts) else end
    if kind_at(ts, after) is T.FIRST_TIME and after > end and _is_single(dates):
        return From(day=dates.stretches[0].first, first_time=True), after + 1
    starts = kind_at(ts, after) is T.BEGIN
    if starts and len(dates.stretches) == 1 and dates.stretches[0].last is None:
        begin = skip(ts, end, T.WORD)
        if read_hours(ts, begin) is None:
            return From(day=dates.stretches[0].first, first_time=True), begin + 1
    return found


def _is_single(dates: Dates) -> bool:
    return len(dates.stretches) == 1 and dates.stretches[0].last is None


def _read_unread_odd(ts: Tokens, i: int) -> tuple[Item, int] | None:
    """ "Oneven" beside anything else than weeks or months leaves the days open."""
    return (Undecided(), i + 1) if kind_at(ts, i) is T.ODD else None


def _read_main_months(ts: Tokens, i: int) -> tuple[Item, int] | None:
    return read_months(ts, i)


_READERS: tuple[Callable[[Tokens, int], tuple[Item, int] | None], ...] = (
    _read_fixed,
    read_except,
    read_recess,
    _read_then,
    _read_also,
    read_length,
    _read_moved,
    read_quarter,
    read_often,
    read_rhythm,
    read_from,
    _read_main_dates,
    read_until,
    read_parity,
    _read_every_part,
    read_days,
    read_count,
    read_hours,
    read_feasts,
    read_breaks,
    read_rank_only,
    read_weeks,
    _read_unread_odd,
    _read_part,
    _read_main_months,
)
