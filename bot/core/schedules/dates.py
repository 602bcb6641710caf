"""Read the dates in a schedule phrase: "9, 16 en 23 december", "19 december t/m 3 januari"."""

from dataclasses import dataclass, replace

from bot.core.calendar.dutch_calendar import DayWord
from bot.core.model import Part
from bot.core.schedules.items import Dates, Day, Months, Stretch
from bot.core.schedules.token import LISTS, RANGES, T, Tokens, kind_at, skip

_MOST_WAITING = 31  # more numbers than a month has days wait for no month
_DATED = (T.MONTH, T.DATE)
_FURTHEST = 3 * _MOST_WAITING
_GLUE = (T.THE, T.AT, T.OF, T.IN)


@dataclass(slots=True)
class _Written:
    """One date while its month is still to come."""

    word: DayWord | None
    day: int
    month: int
    year: int | None
    start: int
    end: int
    joined: T | None  # the range mark before it, if any


def read_dates(ts: Tokens, i: int, *, dashes: bool = False) -> tuple[Dates, int] | None:
    """The dates that begin at a token, and the place after them.

    With dashes, "24-12" is a date too; elsewhere those are hours.
    """
    found: list[_Written] = []
    begin = end = i
    complete = 0
    ahead = ts[i : i + _FURTHEST]
    backwards = kind_at(ts, i) is T.DAY and _is_told_backwards(ts, i + 1)
    if not dashes and not backwards and all(token.kind not in _DATED for token in ahead):
        return None
    joined: T | None = None
    while len(found) - complete < _MOST_WAITING:
        # After a named month "10-12" is hours again: "24 december, 10-12".
        dashed = dashes and all(kind_at(ts, k) is not T.MONTH for k in range(begin, i))
        written = _read_one(ts, i, joined, dashes=dashed)
        if written is None:
            break
        found.append(written[0])
        i = _give_month(ts, written[1], found[complete:])
        if found[-1].month:
            complete, end = len(found), i
        if found[-1].joined in (T.DASH, T.TILL) and not found[-1].month:
            break  # "10-12, 1 februari": those were hours
        joined, i = _separator(ts, i)
        if joined is None and i == end and not _separated(ts, i):
            break
    if not complete or _is_weekly(found[:complete]):
        return None
    return Dates(stretches=_stretches(found[:complete])), end


def _is_weekly(written: list[_Written]) -> bool:
    """Whether days in the plural run from one date to another: "maandagen 4 t/m 25 januari"."""
    first = written[0]
    return first.word is not None and first.word.habit and any(one.joined for one in written)


def _separated(ts: Tokens, i: int) -> bool:
    return kind_at(ts, i - 1) in (*LISTS, *RANGES)


def _separator(ts: Tokens, i: int) -> tuple[T | None, int]:
    if kind_at(ts, i) in RANGES:
        return ts[i].kind, i + 1
    if kind_at(ts, i) in LISTS:
        return None, skip(ts, i, *LISTS)
    return None, i


def _read_one(
    ts: Tokens, i: int, joined: T | None, *, dashes: bool
) -> tuple[_Written, int] | None:
    glue = (T.THE,) if joined else (T.THE, T.AT) if _separated(ts, i) else _GLUE
    start = i = skip(ts, i, *glue)
    word = None
    if kind_at(ts, i) is T.DAY:
        word = ts[i].value
        i = skip(ts, i + 1, T.THE, T.ONCE)
        comma = kind_at(ts, i) is T.COMMA and not word.habit
        if comma and kind_at(ts, i + 1) in (T.NUM, T.DATE):
            i += 1
    if kind_at(ts, i) is T.DATE:
        day, month, year = ts[i].value
        return _Written(word, day, month, year, ts[start].start, ts[i].end, joined), i + 1
    if kind_at(ts, i) not in (T.NUM, T.ORD) or not 1 <= ts[i].value <= 31:
        return None
    if kind_at(ts, i) is T.NUM and _counts(ts, i + 1):
        return None
    day = ts[i].value
    month = 0
    if _is_dashed(ts, i) and (dashes or (word is not None and _is_told_backwards(ts, i))):
        month = ts[i + 2].value
        i += 2
    return _Written(word, day, month, None, ts[start].start, ts[i].end, joined), i + 1


def _is_told_backwards(ts: Tokens, i: int) -> bool:
    """Whether "ma 11-1 19.30 uur" is a date: a larger number first and an hour right behind it.

    In a list one such date makes dates of all.
    """
    backwards = False
    while kind_at(ts, i) is T.NUM and _is_dashed(ts, i):
        backwards = backwards or ts[i].value > ts[i + 2].value
        following = skip(ts, i + 3, *LISTS, T.AT, T.OF)
        if kind_at(ts, following) is not T.DAY:
            return backwards and kind_at(ts, skip(ts, i + 3, T.AT, T.OF)) is T.CLOCK
        i = following + 1  # "di 8-12, ma 11-1 en do 14-1 van 19.30 tot 21.30 uur"
    return False


def _counts(ts: Tokens, i: int) -> bool:
    """Whether a number before it counts meetings: "op 4 maandagen, 11 januari t/m 1 februari"."""
    if kind_at(ts, i) is T.DAY:
        return bool(ts[i].value.habit)
    return kind_at(ts, i) in (T.SESSIONS, T.TIMES, T.WEEK)


def _is_dashed(ts: Tokens, i: int) -> bool:
    if kind_at(ts, i + 1) is not T.DASH or kind_at(ts, i + 2) is not T.NUM:
        return False
    return kind_at(ts, i + 3) is not T.MONTH and 1 <= ts[i + 2].value <= 12


def _give_month(ts: Tokens, i: int, waiting: list[_Written]) -> int:
    if kind_at(ts, i) is not T.MONTH:
        return i
    year = ts[i + 1].value if kind_at(ts, i + 1) is T.YEAR else None
    for written in waiting:
        if not written.month:
            written.month = ts[i].value
            written.year = year
    following = i + (2 if year else 1)
    waiting[-1].end = ts[following - 1].end
    return following


def _stretches(written: list[_Written]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    for one in written:
        part = one.word.part if one.word else None
        day = Day(
            day=one.day,
            month=one.month,
            year=one.year,
            weekday=one.word.weekday if one.word else None,
            part=part,
            start=one.start,
            end=one.end,
        )
        if one.joined and stretches and stretches[-1].last is None:
            till = one.joined is T.TILL
            stretches[-1] = replace(stretches[-1], last=day, exclusive=till)
        else:
            stretches.append(Stretch(first=day))
    return tuple(_spread_words(stretches))


def _spread_words(stretches: list[Stretch]) -> list[Stretch]:
    """A weekday and a part said once hold for the numbers after it: "maandagmiddag 2, 9 en 16"."""
    part: Part | None = None
    spread = []
    for stretch in stretches:
        part = stretch.first.part or part
        spread.append(replace(stretch, first=replace(stretch.first, part=part)))
    return spread


def read_dates_between(ts: Tokens, i: int) -> tuple[Dates, int] | None:
    """All days from one date to another: "tussen 21 en 31 december"."""
    if kind_at(ts, i) is not T.BETWEEN:
        return None
    found = read_dates(ts, i + 1)
    if found is None or len(found[0].stretches) != 2:
        return None
    first, last = found[0].stretches
    return Dates(stretches=(Stretch(first=first.first, last=last.first),)), found[1]


def read_dates_in_month(ts: Tokens, i: int) -> tuple[Dates, int] | None:
    """Dates after the name of their month: "januari: 9, 16 en 23"."""
    if kind_at(ts, i) is not T.MONTH:
        return None
    month = ts[i]
    year = ts[i + 1].value if kind_at(ts, i + 1) is T.YEAR else None
    i += 2 if year else 1
    colon = kind_at(ts, i) in (T.COLON, T.OPEN)
    i = skip(ts, i, T.COLON, T.AT, T.THE, T.OPEN)
    # "In december op de 18e" is a date; "in december de 1e" is still to name its day.
    ranked = kind_at(ts, i) is T.ORD and kind_at(ts, i - 1) is T.THE
    told = colon or (ranked and kind_at(ts, i - 2) is T.AT)
    said_again = read_dates(ts, i) if colon else None
    if said_again and all(one.first.month == month.value for one in said_again[0].stretches):
        return said_again  # "in februari: 4, 11, 18 en 25 februari"
    days, end = _days_of_month(ts, i, month.value, year)
    if len(days) > 1 or (days and told):
        return Dates(stretches=tuple(days)), end
    return None


def _days_of_month(ts: Tokens, i: int, month: int, year: int | None) -> tuple[list[Stretch], int]:
    """The numbers of days of one month, in a list, and the place after them."""
    days: list[Stretch] = []
    end = i
    while kind_at(ts, i) in (T.NUM, T.ORD) and 1 <= ts[i].value <= 31:
        if kind_at(ts, i + 1) in (T.MONTH, T.DASH, T.TILL, T.TIMES, T.SESSIONS, T.WEEK, T.DAY):
            break
        day = Day(
            day=ts[i].value,
            month=month,
            year=year,
            weekday=None,
            part=None,
            start=ts[i].start,
            end=ts[i].end,
        )
        days.append(Stretch(first=day))
        end = i + 1
        i = skip(ts, end, *LISTS)
        if i == end:
            break
    return days, end


def read_months(ts: Tokens, i: int) -> tuple[Months, int] | None:
    """Months as such: "juli en augustus", "oktober t/m maart", "januari 2027"."""
    begin, i = i, skip(ts, i, T.THE, T.MONTHS)
    if kind_at(ts, i) is T.SEASON and kind_at(ts, skip(ts, i + 1, T.OPEN)) is T.MONTH:
        i = skip(ts, i + 1, T.OPEN)  # "de zomermaanden juli en augustus"
    if kind_at(ts, i) is not T.MONTH:
        return read_quarter(ts, i) or _read_year(ts, begin)
    months = [ts[i].value]
    i += 1
    while True:
        mark = kind_at(ts, i)
        following = skip(ts, i, *LISTS, T.IN) if mark in LISTS else i + 1
        if mark not in (*LISTS, *RANGES) or kind_at(ts, following) is not T.MONTH:
            break
        months += _months_to(months[-1], ts[following].value, through=mark in RANGES)
        i = following + 1
    year = ts[i].value if kind_at(ts, i) is T.YEAR else None
    return Months(months=tuple(dict.fromkeys(months)), year=year), i + (1 if year else 0)


def read_quarter(ts: Tokens, i: int) -> tuple[Months, int] | None:
    """The months of "eerste kwartaal 2027"."""
    i = skip(ts, i, T.IN, T.THE)
    if kind_at(ts, i) is not T.ORD or kind_at(ts, i + 1) is not T.QUARTER:
        return None
    quarter = 4 if ts[i].value == -1 else ts[i].value
    if not 1 <= quarter <= 4:
        return None
    end = skip(ts, i + 2, T.OF)
    year = ts[end].value if kind_at(ts, end) is T.YEAR else None
    months = tuple(range(3 * quarter - 2, 3 * quarter + 1))
    return Months(months=months, year=year), end + 1 if year else i + 2


def _read_year(ts: Tokens, i: int) -> tuple[Months, int] | None:
    """The months of "in 2027"."""
    if kind_at(ts, i - 1) is not T.IN or kind_at(ts, i) is not T.YEAR:
        return None
    return Months(months=tuple(range(1, 13)), year=ts[i].value), i + 1


def _months_to(first: int, last: int, *, through: bool) -> list[int]:
    if not through:
        return [last]
    return [(first + step - 1) % 12 + 1 for step in range(1, (last - first) % 12 + 1)]
