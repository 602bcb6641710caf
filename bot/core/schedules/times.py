"""Read the hours in a schedule phrase: from when, until when, doors or start, and how long."""

from dataclasses import dataclass, replace

from bot.core.calendar.dutch_clock import MIDNIGHT, Clock, bare_hour, minute_of_day
from bot.core.model import Part
from bot.core.schedules.items import Hours, Length
from bot.core.schedules.token import T, Token, Tokens, kind_at, skip

_COUNTS = (
    T.MONTH,
    T.WEEK,
    T.MONTHS,
    T.DAYS,
    T.YEARS,
    T.TIMES,
    T.SESSIONS,
    T.DAY,
    T.QUARTER,
    T.PART,
)
_UNTIL = (T.TILL, T.THROUGH, T.DASH)
_STARTS = (T.CLOCK, T.NUM, T.AT, T.ABOUT, T.COLON)
_SOFT = (T.ABOUT, T.AT, T.THE, T.FINISH)


@dataclass(frozen=True, slots=True)
class _Time:
    clock: Clock
    part: Part | None
    end: int
    weekday: int | None = None


def _time_at(ts: Tokens, i: int, *, bare: bool) -> _Time | None:
    before = None
    if kind_at(ts, i) is T.PART and kind_at(ts, i + 1) in (T.CLOCK, T.NUM):
        before, i = ts[i].value, i + 1
    kind = kind_at(ts, i)
    clock: Clock | None = None
    if kind is T.CLOCK:
        clock = ts[i].value
    elif bare and kind is T.NUM and 0 <= ts[i].value <= 24:
        following = kind_at(ts, i + 1)
        if following not in _COUNTS or following is T.PART:
            clock = _number_as_hour(ts[i])
    elif bare and kind is T.THE and ts[i].value == "een" and _is_one(ts, i):
        clock = bare_hour("een", ts[i].start)
    if clock is None:
        return None
    i = i + 1
    if before is None and kind_at(ts, i) is T.PART:
        before, i = ts[i].value, i + 1
    if before is not None:
        clock = replace(clock, minutes=minute_of_day(clock, before), either=False)
    return _Time(clock, before, i)


def _is_one(ts: Tokens, i: int) -> bool:
    """Whether "een" is an hour: "van een tot vijf", "van elf tot een"."""
    before, after = kind_at(ts, i - 1), kind_at(ts, i + 1)
    if after in _UNTIL:
        return kind_at(ts, i + 2) in (T.NUM, T.CLOCK)
    ended = after in (None, T.COMMA, T.STOP, T.CLOSE, T.PART, T.AND)
    return before in _UNTIL and ended and kind_at(ts, i - 2) in (T.NUM, T.CLOCK, T.PART)


def _number_as_hour(token: Token) -> Clock | None:
    width = token.end - token.start
    clock = bare_hour(str(token.value).zfill(min(width, 2)), token.start)
    spelled = width > 2
    if clock is None or not spelled:
        return clock
    return replace(clock, either=1 <= token.value <= 12, spelled=True, end=token.end)


def read_hours(ts: Tokens, i: int) -> tuple[Hours, int] | None:
    """The hours that begin at a token, and the place after them."""
    start = i
    said = kind_at(ts, i)
    part = None
    if said is T.PART and kind_at(ts, i + 1) in (T.OF, T.BETWEEN, T.CLOCK, T.NUM, T.AT, T.FROM):
        part = ts[i].value
        i += 1
        said = kind_at(ts, i)
    i = skip(ts, i, T.OF, T.FROM, T.BETWEEN, T.AT, T.ABOUT, T.BEGIN, T.COLON)
    first = _time_at(ts, i, bare=True)
    hours = _opening(ts, start, said, first, part) if first else _closing_only(ts, start)
    if hours is None:
        return None
    item, end = hours
    return _with_tags(ts, start, end, item), end


def _opening(
    ts: Tokens, start: int, said: T | None, first: _Time, part: Part | None
) -> tuple[Hours, int] | None:
    second = _closing_after(ts, first.end, between=said is T.BETWEEN)
    number = not any(ts[k].kind is T.CLOCK for k in range(start, first.end))
    if number and first.clock.minutes == MIDNIGHT:
        return None  # "24-12" is Christmas Eve
    if second is None:
        # A number alone is an hour only where the words ask for one: "om 10", "vanaf 10".
        asked = any(ts[k].kind in (T.AT, T.FROM, T.BEGIN) for k in range(start, first.end))
        if number and not (asked and _is_om(ts, start, first.end)):
            return None
        if kind_at(ts, first.end) is T.FINISH and kind_at(ts, first.end + 1) not in _STARTS:
            return Hours(opens=None, closes=first.clock, part=first.part or part), first.end + 1
        onwards = any(ts[k].kind is T.FROM for k in range(start, first.end))
        return Hours(opens=first.clock, part=first.part or part, onwards=onwards), first.end
    elsewhen = second.weekday is not None
    hours = Hours(
        opens=first.clock,
        closes=second.clock,
        part=first.part or part or (None if elsewhen else second.part),
        closing_day=second.weekday,
        closing_part=second.part if elsewhen else None,
    )
    return hours, second.end


def _is_om(ts: Tokens, start: int, end: int) -> bool:
    words = {ts[k].value for k in range(start, end) if ts[k].kind is T.AT}
    return not words or "om" in words


def _closing_after(ts: Tokens, i: int, *, between: bool) -> _Time | None:
    i = skip(ts, i, T.ABOUT)
    mark = kind_at(ts, i)
    if mark not in _UNTIL and not (between and mark is T.AND):
        return None
    i += 1
    if kind_at(ts, i) is not T.THE or not _is_one(ts, i):  # "van tien tot een"
        i = skip(ts, i, *_SOFT)
    if kind_at(ts, i) is T.DAY and kind_at(ts, i + 1) in (T.CLOCK, T.NUM):
        time = _time_at(ts, i + 1, bare=True)  # "vrijdag 22.00 tot zaterdag 6.00"
        day = ts[i].value
        return replace(time, weekday=day.weekday, part=day.part or time.part) if time else None
    return _time_at(ts, i, bare=True)


def _closing_only(ts: Tokens, i: int) -> tuple[Hours, int] | None:
    if kind_at(ts, i) not in (T.TILL, T.THROUGH, T.FINISH):
        return None
    last = _time_at(ts, skip(ts, i + 1, *_SOFT, T.COLON), bare=True)
    if last is None:
        return None
    if kind_at(ts, last.end) is T.FROM:  # "tot 24.00 uur, vanaf 20.00"
        first = _time_at(ts, skip(ts, last.end + 1, *_SOFT), bare=True)
        if first is not None:
            return Hours(opens=first.clock, closes=last.clock, part=first.part), first.end
    return Hours(opens=None, closes=last.clock, part=last.part), last.end


_BETWEEN_WORDS = (T.AT, T.FROM, T.THE, T.COLON, T.OF, T.ABOUT, T.WORD)


def _with_tags(ts: Tokens, start: int, end: int, hours: Hours) -> Hours:
    before = start
    if not any(ts[k].kind is T.BEGIN for k in range(start, end)):
        before = start - 1
        while kind_at(ts, before) in _BETWEEN_WORDS and start - before < 4:
            before -= 1
    doors = kind_at(ts, before) is T.DOORS or _says_doors_after(ts, end)
    begins = any(ts[k].kind is T.BEGIN for k in range(max(before, 0), end))
    begins = begins or kind_at(ts, end) is T.BEGIN
    return replace(hours, doors=doors and not begins, begins=begins)


def _says_doors_after(ts: Tokens, end: int) -> bool:
    if kind_at(ts, end) is not T.DOORS:
        return False
    return kind_at(ts, end + 1) not in (T.FROM, T.AT, T.CLOCK, T.COLON, T.NUM, T.OF)


def read_length(ts: Tokens, i: int) -> tuple[Length, int] | None:
    """How long it takes, where a length is said."""
    begin = skip(ts, i, T.LASTS, T.ABOUT, T.COLON)
    asked = any(ts[k].kind is T.LASTS for k in range(i, begin))
    if kind_at(ts, i) is T.SESSIONS and kind_at(ts, i + 1) is T.OF:
        begin, asked = skip(ts, i + 2, T.EVERY, T.ABOUT), True
    if kind_at(ts, begin) is T.LENGTH:
        return Length(minutes=ts[begin].value), skip(ts, begin + 1, T.LONG)
    clock = ts[begin].value if kind_at(ts, begin) is T.CLOCK else None
    if clock is None or not clock.either or clock.minutes % 60 or clock.minutes > 8 * 60:
        return None
    long = kind_at(ts, begin + 1) is T.LONG
    about = kind_at(ts, i) is T.ABOUT and kind_at(ts, i - 1) not in (
        T.AT,
        T.OF,
        T.TILL,
        T.FROM,
        T.BETWEEN,
    )
    aside = kind_at(ts, i - 1) is T.OPEN and kind_at(ts, begin + 1) is T.CLOSE and i > 1
    if not (asked or long or about or (aside and kind_at(ts, i - 2) is T.CLOCK)):
        return None
    if kind_at(ts, begin + 1) in _UNTIL and not asked:
        return None
    return Length(minutes=clock.minutes), skip(ts, begin + 1, T.LONG)
