"""Read the clauses of a schedule phrase: what each of them says, from left to right."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.recurrence import ALL_WEEK
from bot.core.schedule_dates import (
    LISTS,
    RANGES,
    Tokens,
    kind_at,
    read_dates,
    read_dates_in_month,
    read_months,
    skip,
)
from bot.core.schedule_days import read_days, read_rank_only
from bot.core.schedule_items import (
    AllHours,
    Also,
    BetweenFeasts,
    Breaks,
    ByAppointment,
    Count,
    Dates,
    DayPhrase,
    Days,
    Except,
    Feasts,
    From,
    Item,
    Months,
    Moved,
    Often,
    Parity,
    PartOfDay,
    PublicHolidays,
    Rhythm,
    Target,
    Unclear,
    Undecided,
    Until,
    WeekNumbers,
)
from bot.core.schedule_times import read_hours, read_length
from bot.core.schedule_words import T
from bot.core.school_holidays import Region

_LINKS = frozenset({"is", "zijn", "was", "we", "wij", "er", "dan", "open"})
_SILENT = frozenset(
    {T.WORD, T.COMMA, T.STOP, T.OPEN, T.CLOSE, T.AND, T.OR, T.DASH, T.SLASH, T.WEEK, T.DOORS}
)
_FILLERS = (T.IN, T.AT, T.OF, T.THE, T.COLON, T.ABOUT)


@dataclass(frozen=True, slots=True)
class Clause:
    """An item and the tokens it was read from; apart tells whether a mark stands before it."""

    item: Item
    first: int
    end: int
    apart: bool = False


def clauses_of(ts: Tokens) -> tuple[Clause, ...]:
    """All clauses of a phrase, in order; tokens that say nothing about time are passed over."""
    found: list[Clause] = []
    i = 0
    while i < len(ts):
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
        item, end = _with_shut(ts, item, end)
        apart = kind_at(ts, i - 1) in (T.COMMA, T.STOP, T.OPEN, T.COLON, None)
        found.append(Clause(item, i, end, apart))
        i = end
    return tuple(found)


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


def _with_shut(ts: Tokens, item: Item, end: int) -> tuple[Item, int]:
    """Days followed by "gesloten" or "niet" are left out, unless that word begins its own list."""
    if not isinstance(item, (DayPhrase, Dates, Feasts, PublicHolidays, Breaks, Months)):
        return item, end
    i = end
    while kind_at(ts, i) is T.WORD and ts[i].value in _LINKS:
        i += 1
    if kind_at(ts, i) not in (T.SHUT, T.EXCEPT) or _read_targets(ts, i + 1) is not None:
        return item, end
    after_days = kind_at(ts, i) is T.SHUT or ts[i].value in ("niet", "geen", "uitgezonderd")
    if not after_days or (ts[i].value == "niet" and kind_at(ts, i + 1) is T.WORD):
        return item, end  # "niet nodig" says nothing about days
    last = i + 1
    while kind_at(ts, last) in (T.SHUT, T.WORD, T.DOORS, T.SESSIONS) and last - i < 4:
        last += 1
    return Except(targets=(item,)), last


# Exceptions


def _read_except(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) not in (T.EXCEPT, T.SHUT):
        return None
    begin = i + 1
    while kind_at(ts, begin) in (T.WORD, T.DOORS, T.SESSIONS, T.SHUT, T.EXCEPT) and begin - i < 4:
        begin += 1
    found = _read_targets(ts, begin)
    if found is not None:
        return Except(targets=found[0]), found[1]
    firm = kind_at(ts, i) is T.EXCEPT and ts[i].value not in ("niet", "geen", "exclusief")
    if firm or (kind_at(ts, i) is T.EXCEPT and kind_at(ts, i + 1) is T.IN):
        place = min(skip(ts, i + 1, *_FILLERS), len(ts) - 1)
        return Unclear(start=ts[place].start, end=ts[place].end), i + 1
    return None


def _read_targets(ts: Tokens, i: int) -> tuple[tuple[Target, ...], int] | None:
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
    if kind_at(ts, i) is T.BETWEEN or kind_at(ts, i) is T.FEAST:
        return _read_feasts(ts, i)
    if dates := read_dates(ts, i, dashes=dashes):
        return dates
    if kind_at(ts, i) is T.FREE_DAYS:
        return PublicHolidays(), i + 1
    for read in (_read_breaks, _read_weeks, read_dates_in_month, read_months, read_days):
        found = read(ts, i)
        if found is not None:
            return found
    return read_rank_only(ts, i) or _read_parity(ts, i)


def _read_feasts(ts: Tokens, i: int) -> tuple[Feasts | BetweenFeasts, int] | None:
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


def _read_breaks(ts: Tokens, i: int) -> tuple[Breaks | Dates, int] | None:
    if kind_at(ts, i) is not T.BREAK:
        return None
    names = ts[i].value
    i += 1
    while kind_at(ts, i) in LISTS and kind_at(ts, skip(ts, i, *LISTS, T.THE)) is T.BREAK:
        i = skip(ts, i, *LISTS, T.THE)
        names += ts[i].value
        i += 1
    # The dates themselves say more than the name: "kerstvakantie (19 december t/m 3 januari)".
    inside = skip(ts, i, T.OPEN, T.COLON, T.OF, T.FROM)
    if inside > i and (dates := read_dates(ts, inside, dashes=True)):
        return dates[0], skip(ts, dates[1], T.CLOSE)
    words = [ts[k].value for k in range(i, min(i + 4, len(ts))) if ts[k].kind is T.WORD]
    region = next((Region(word) for word in words if word in tuple(Region)), None)
    return Breaks(names=tuple(dict.fromkeys(names)), region=region), i


def _read_weeks(ts: Tokens, i: int) -> tuple[WeekNumbers, int] | None:
    if kind_at(ts, i) is not T.WEEK or kind_at(ts, i + 1) is not T.NUM:
        return None
    weeks = [ts[i + 1].value]
    i += 2
    while kind_at(ts, i) in (*LISTS, *RANGES) and kind_at(ts, i + 1) is T.NUM:
        last = ts[i + 1].value
        through = kind_at(ts, i) in RANGES and weeks[-1] < last <= 53
        weeks += range(weeks[-1] + 1, last + 1) if through else [last]
        i += 2
    return WeekNumbers(weeks=tuple(weeks)), i


# Rhythm and number


def _read_rhythm(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) is T.RHYTHM:
        number, unit = ts[i].value
        return Rhythm(every=number, unit=unit), i + 1
    alternate = kind_at(ts, i) is T.AT and ts[i].value == "om" and kind_at(ts, i + 1) is T.THE
    if kind_at(ts, i) is not T.EVERY and not alternate:
        return None
    i += 2 if alternate else 1
    number = 2 if alternate else 1
    if kind_at(ts, i) in (T.NUM, T.ORD) and ts[i].value > 0:
        number = ts[i].value
        i += 1
    elif kind_at(ts, i) is T.OTHER:
        number, i = 2, i + 1
    return _unit(ts, i, number)


def _unit(ts: Tokens, i: int, number: int) -> tuple[Rhythm, int] | None:
    unit = {
        T.WEEK: "week",
        T.MONTHS: "month",
        T.DAYS: "day",
        T.YEARS: "year",
        T.QUARTER: "quarter",
    }.get(ts[i].kind if i < len(ts) else T.WORD)
    if unit is None:
        return None
    if unit == "day" and number % 7 == 0:
        return Rhythm(every=number // 7, unit="week"), i + 1
    return Rhythm(every=number, unit=unit), i + 1


def _read_often(ts: Tokens, i: int) -> tuple[Item, int] | None:
    number, i = _how_many(ts, i)
    if number is None:
        return None
    i = skip(ts, i, T.WORD) if kind_at(ts, i) is T.WORD else i
    counted = kind_at(ts, i) in (T.TIMES, T.DAYS, T.PART, T.SESSIONS, T.DAY)
    if counted:
        i += 1
    elif kind_at(ts, i - 1) is not T.TIMES:
        return None
    if kind_at(ts, i) not in (T.PER, T.IN, T.EVERY, T.QUARTER):
        return None
    i = skip(ts, i, T.PER, T.IN, T.THE, T.EVERY)
    every = 1
    if kind_at(ts, i) is T.NUM:
        every, i = ts[i].value, i + 1
    rhythm = _unit(ts, i, every)
    if rhythm is None:
        return None
    if number == 1:
        return rhythm
    return Often(times=number, unit=rhythm[0].unit), rhythm[1]


def _how_many(ts: Tokens, i: int) -> tuple[int | None, int]:
    kind = kind_at(ts, i)
    if kind is T.NUM:
        return ts[i].value, i + 1
    if kind is T.TIMES and ts[i].value in (1, 2, 3, 4, 6):
        return ts[i].value, i + 1
    if kind is T.THE and ts[i].value == "een" and kind_at(ts, i + 1) in (T.TIMES, T.DAYS, T.PART):
        return 1, i + 1
    return None, i


def _read_count(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) is not T.NUM or ts[i].value == 0:
        return None
    number = ts[i].value
    i += 1
    if kind_at(ts, i) is T.WORD and kind_at(ts, i + 1) in (T.SESSIONS, T.PART, T.DAYS):
        i += 1
    if kind_at(ts, i) is T.RHYTHM and kind_at(ts, i + 1) is T.SESSIONS:
        return Count(number=number), i
    if kind_at(ts, i) in (T.SESSIONS, T.TIMES):
        return Count(number=number), i if kind_at(ts, i + 1) is T.OF else i + 1
    if kind_at(ts, i) is T.WEEK:
        return Count(number=number, weeks=True), skip(ts, i + 1, T.LONG)
    if kind_at(ts, i) in (T.PART, T.DAYS):
        return Count(number=number), i + 1
    return None


def _read_parity(ts: Tokens, i: int) -> tuple[Parity, int] | None:
    begin = skip(ts, i, T.IN, T.THE, T.AT)
    kind = kind_at(ts, begin)
    if kind not in (T.EVEN, T.ODD):
        return None
    end = begin + 1
    unit = kind_at(ts, end)
    if unit not in (T.WEEK, T.MONTHS, T.CLOSE):
        return None
    parity = Parity(parity=int(kind is T.ODD), months=unit is T.MONTHS)
    return parity, end if unit is T.CLOSE else end + 1


# Begin and end

_VAGUE_STARTS = frozenset({"voorjaar", "najaar", "herfst", "winter", "zomer", "lente", "seizoen"})


def _read_from(ts: Tokens, i: int) -> tuple[Item, int] | None:
    kind = kind_at(ts, i)
    begin = i + 1
    first_time = kind in (T.FIRST_TIME, T.BEGIN)
    if kind is T.ORD and ts[i].value == 1 and kind_at(ts, i + 1) is T.SESSIONS:
        first_time, begin = True, i + 2
    elif kind not in (T.FROM, T.SINCE, T.BEGIN, T.FIRST_TIME, T.PER):
        return None
    while kind_at(ts, begin) in (*_FILLERS, T.FROM, T.BEGIN) or _is_link(ts, begin):
        begin += 1
    since = kind is T.SINCE
    dates = read_dates(ts, begin, dashes=True)
    if dates and dates[0].stretches[0].last is None and len(dates[0].stretches) == 1:
        day = dates[0].stretches[0].first
        return From(day=day, since=since, first_time=first_time), dates[1]
    if dates:
        return None
    vague = _read_vague_from(ts, begin, kind)
    if vague is not None:
        return From(since=since), vague
    if kind_at(ts, begin) is T.MONTH:
        month = ts[begin].value
        year = ts[begin + 1].value if kind_at(ts, begin + 1) is T.YEAR else None
        end = begin + (2 if year else 1)
        return From(month=Months(months=(month,), year=year), since=since), end
    if since and kind_at(ts, begin) is T.YEAR:
        return From(since=True), begin + 1
    return None


def _is_link(ts: Tokens, i: int) -> bool:
    return kind_at(ts, i) is T.WORD and ts[i].value in _LINKS


def _read_vague_from(ts: Tokens, i: int, kind: T | None) -> int | None:
    """Where a start ends that fixes no date: "half januari", "begin maart", "het najaar"."""
    if kind_at(ts, i) in (T.HALFWAY, T.FINISH) and kind_at(ts, i + 1) is T.MONTH:
        return i + 2
    if kind_at(ts, i - 1) in (T.BEGIN, T.FINISH) and kind_at(ts, i) is T.MONTH:
        return i + 1
    if kind is T.BEGIN and kind_at(ts, i - 1) is T.IN and kind_at(ts, i) is T.MONTH:
        return i + 1
    vague = (*_VAGUE_STARTS, "volgend", "volgende")
    if kind in (T.FROM, T.SINCE) and kind_at(ts, i) is T.WORD and ts[i].value in vague:
        return i + 1
    return None


def _read_until(ts: Tokens, i: int) -> tuple[Item, int] | None:
    kind = kind_at(ts, i)
    last_time = kind is T.ORD and ts[i].value == -1 and kind_at(ts, i + 1) in (T.SESSIONS, T.TIMES)
    if kind not in (T.TILL, T.THROUGH, T.FINISH) and not last_time:
        return None
    begin = skip(ts, i + (2 if last_time else 1), T.AT, T.THE, T.COLON, T.ABOUT)
    while _is_link(ts, begin):
        begin = skip(ts, begin + 1, T.AT, T.COLON)
    inclusive = kind is not T.TILL
    whole = kind_at(ts, begin) is T.FINISH
    begin = skip(ts, begin, T.FINISH)
    dates = read_dates(ts, begin, dashes=True)
    if dates and len(dates[0].stretches) == 1 and dates[0].stretches[0].last is None:
        return Until(day=dates[0].stretches[0].first, inclusive=inclusive), dates[1]
    if kind_at(ts, begin) is T.MONTH:
        month = Months(
            months=(ts[begin].value,),
            year=ts[begin + 1].value if kind_at(ts, begin + 1) is T.YEAR else None,
        )
        return Until(month=month, inclusive=inclusive or whole), begin + (2 if month.year else 1)
    if kind_at(ts, begin) is T.BREAK and ts[begin].value:
        return Until(breaks=Breaks(names=ts[begin].value)), begin + 1
    return None


# The rest


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
        open_then = _read_targets(ts, i + 1)
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
        days = Days(weekdays=ALL_WEEK, part=ts[i + 1].value)
        return DayPhrase(days=(days,)), i + 2
    return None


def _read_fixed(ts: Tokens, i: int) -> tuple[Item, int] | None:
    fixed: dict[T, Item] = {
        T.BY_APPOINTMENT: ByAppointment(),
        T.UNDECIDED: Undecided(),
        T.ALTERNATING: Undecided(),
        T.ALL_HOURS: AllHours(),
        T.FREE_DAYS: PublicHolidays(),
    }
    item = fixed.get(ts[i].kind)
    return (item, i + 1) if item else None


def _read_main_dates(ts: Tokens, i: int) -> tuple[Item, int] | None:
    found = read_dates(ts, i)
    if found is None:
        return read_dates_in_month(ts, i)
    dates, end = found
    starts = kind_at(ts, skip(ts, end, T.WORD) if end + 1 < len(ts) else end) is T.BEGIN
    if starts and len(dates.stretches) == 1 and dates.stretches[0].last is None:
        begin = skip(ts, end, T.WORD)
        if read_hours(ts, begin) is None:
            return From(day=dates.stretches[0].first, first_time=True), begin + 1
    return found


def _read_main_months(ts: Tokens, i: int) -> tuple[Item, int] | None:
    return read_months(ts, i)


_READERS: tuple[Callable[[Tokens, int], tuple[Item, int] | None], ...] = (
    _read_fixed,
    _read_except,
    _read_also,
    read_length,
    _read_moved,
    _read_often,
    _read_rhythm,
    _read_from,
    _read_main_dates,
    _read_until,
    _read_parity,
    _read_every_part,
    read_days,
    _read_count,
    read_hours,
    _read_feasts,
    _read_breaks,
    read_rank_only,
    _read_part,
    _read_main_months,
)
