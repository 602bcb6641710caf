"""Read how often something is: every two weeks, once a month, in odd weeks, eight meetings."""

from bot.core.schedules.items import Count, Item, Often, Parity, Rhythm
from bot.core.schedules.token import T, Tokens, kind_at, skip


def read_rhythm(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) is T.RHYTHM:
        number, unit = ts[i].value
        return Rhythm(every=number, unit=unit), i + 1
    if kind_at(ts, i) is T.PER and kind_at(ts, i + 1) in (T.MONTHS, T.QUARTER, T.YEARS):
        return _unit(ts, i + 1, 1)
    if kind_at(ts, i) is T.QUARTER and kind_at(ts, i - 1) is T.THE:
        return _unit(ts, i, 1)  # "de eerste zondag van het kwartaal"
    alternate = kind_at(ts, i) is T.AT and ts[i].value == "om" and kind_at(ts, i + 1) is T.THE
    if kind_at(ts, i) is not T.EVERY and not alternate:
        return None
    i += 2 if alternate else 1
    number = 2 if alternate else 1
    if kind_at(ts, i) is T.ORD and kind_at(ts, skip(ts, i + 2, T.OF, T.THE)) is T.MONTHS:
        return None  # "elke derde week van de maand"
    if kind_at(ts, i) in (T.NUM, T.ORD) and ts[i].value > 0:
        number = ts[i].value
        i += 1
    elif kind_at(ts, i) is T.OTHER:
        number, i = 2, i + 1
    if kind_at(ts, i) is T.DAY and alternate and number == 2:
        return Rhythm(every=2, unit="week"), i  # "om de andere dinsdag"
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


def read_often(ts: Tokens, i: int) -> tuple[Item, int] | None:
    number, i = _how_many(ts, i)
    if number is None:
        return None
    i = skip(ts, i, T.WORD) if kind_at(ts, i) is T.WORD else i
    counted = kind_at(ts, i) in (T.TIMES, T.DAYS, T.PART, T.SESSIONS, T.DAY)
    if counted:
        i += 1
    elif kind_at(ts, i - 1) is not T.TIMES:
        return None
    if kind_at(ts, i) is T.RHYTHM and kind_at(ts, i - 1) is T.TIMES and ts[i].value[0] == 1:
        unit = ts[i].value[1]  # "2x wekelijks"
        return (
            Often(times=number, unit=unit) if number > 1 else Rhythm(every=1, unit=unit)
        ), i + 1
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


def read_count(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) is T.NUMBER_OF:
        i = skip(ts, i + 1, T.COLON, T.ABOUT)
        return (Count(number=ts[i].value), i + 1) if kind_at(ts, i) is T.NUM else None
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


def read_parity(ts: Tokens, i: int) -> tuple[Parity, int] | None:
    begin = skip(ts, i, T.IN, T.THE, T.AT, T.OF)
    kind = kind_at(ts, begin)
    if kind not in (T.EVEN, T.ODD):
        return None
    end = begin + 1
    unit = kind_at(ts, end)
    if unit not in (T.WEEK, T.MONTHS, T.CLOSE):
        return None
    parity = Parity(parity=int(kind is T.ODD), months=unit is T.MONTHS)
    return parity, end if unit is T.CLOSE else end + 1
