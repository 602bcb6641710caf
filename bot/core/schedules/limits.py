"""Read from when and until when something is, in a schedule phrase."""

from bot.core.schedules.dates import read_dates
from bot.core.schedules.items import Breaks, Dates, Day, From, Item, Months, Until
from bot.core.schedules.token import FILLERS, LINKS, T, Tokens, kind_at, skip

_FIRST_DAYS = ("startdatum", "begindatum")


def read_from(ts: Tokens, i: int) -> tuple[Item, int] | None:
    """When it begins: "vanaf 3 november", "startdatum 21 januari", "na de zomer"."""
    kind = kind_at(ts, i)
    begin = i + 1
    first_time = kind in (T.FIRST_TIME, T.BEGIN)
    first_time = first_time or (kind is T.FROM and ts[i].value in _FIRST_DAYS)
    if kind is T.ORD and ts[i].value == 1 and kind_at(ts, i + 1) is T.SESSIONS:
        first_time, begin = True, i + 2
    elif kind is T.OF and kind_at(ts, i + 1) is T.HALFWAY and kind_at(ts, i + 2) is T.MONTH:
        return From(), i + 3  # "van half september tot …"
    elif kind not in (T.FROM, T.SINCE, T.BEGIN, T.FIRST_TIME, T.PER, T.AFTER):
        return None
    while kind_at(ts, begin) in (*FILLERS, T.FROM, T.BEGIN, T.ONCE) or _is_link(ts, begin):
        begin += 1
    since, after = kind is T.SINCE, kind is T.AFTER
    once = kind_at(ts, begin - 1) is T.ONCE
    dates = read_dates(ts, begin, dashes=not once)
    if dates and (day := _single(dates[0])):
        return From(day=day, since=since, first_time=first_time, after=after), dates[1]
    if kind_at(ts, begin) is T.FEAST and kind in (T.FROM, T.AFTER):
        return From(feast=ts[begin].value, after=after), begin + 1
    if dates or after:
        return None
    if kind is T.FROM and once:
        return From(since=since), begin  # "vanaf komende dinsdag"
    return _from_without_date(ts, begin, kind)


def _from_without_date(ts: Tokens, i: int, kind: T | None) -> tuple[Item, int] | None:
    """A start in a month or a week, or one that no word fixes."""
    since = kind is T.SINCE
    vague = _read_vague_from(ts, i, kind)
    if vague is not None:
        return From(since=since), vague
    if month := _month_at(ts, i):
        return From(month=month[0], since=since), month[1]
    if kind_at(ts, i) is T.WEEK and kind_at(ts, i + 1) is T.NUM:
        return From(week=ts[i + 1].value), i + 2
    if since and kind_at(ts, i) is T.YEAR:
        return From(since=True), i + 1
    return None


def _single(dates: Dates) -> Day | None:
    """The one date that was read, and no stretch."""
    first = dates.stretches[0]
    return first.first if len(dates.stretches) == 1 and first.last is None else None


def _month_at(ts: Tokens, i: int) -> tuple[Months, int] | None:
    """One month, with its year where that is said."""
    if kind_at(ts, i) is not T.MONTH:
        return None
    year = ts[i + 1].value if kind_at(ts, i + 1) is T.YEAR else None
    return Months(months=(ts[i].value,), year=year), i + (2 if year else 1)


def _is_link(ts: Tokens, i: int) -> bool:
    return kind_at(ts, i) is T.WORD and ts[i].value in LINKS


def _read_vague_from(ts: Tokens, i: int, kind: T | None) -> int | None:
    """Where a start ends that fixes no date: "half januari", "begin maart", "het najaar"."""
    if kind_at(ts, i) in (T.HALFWAY, T.FINISH) and kind_at(ts, i + 1) is T.MONTH:
        return i + 2
    if kind_at(ts, i - 1) in (T.BEGIN, T.FINISH) and kind_at(ts, i) is T.MONTH:
        return i + 1
    if kind is T.BEGIN and kind_at(ts, i - 1) is T.IN and kind_at(ts, i) is T.MONTH:
        return i + 1
    vague = ("volgend", "volgende", "seizoen", "nieuwe")
    if kind in (T.FROM, T.SINCE) and kind_at(ts, i) is T.SEASON:
        return i + 1
    if kind in (T.FROM, T.SINCE) and kind_at(ts, i) is T.WORD and ts[i].value in vague:
        return i + 1
    return None


def _is_deadline(ts: Tokens, i: int) -> bool:
    """Whether one has to sign up before the date: "voor 1 december aanmelden"."""
    while i < len(ts) and ts[i].kind not in (T.COMMA, T.STOP, T.CLOSE):
        if ts[i].kind is T.ASIDE:
            return True
        i += 1
    return False


def read_until(ts: Tokens, i: int) -> tuple[Item, int] | None:
    """When it ends: "t/m 3 januari", "tot de zomer", "laatste keer 17 december"."""
    kind = kind_at(ts, i)
    last_time = kind is T.ORD and ts[i].value == -1 and kind_at(ts, i + 1) in (T.SESSIONS, T.TIMES)
    if kind is T.BEFORE and _is_deadline(ts, i):
        return None
    if kind not in (T.TILL, T.THROUGH, T.FINISH, T.BEFORE) and not last_time:
        return None
    begin = skip(ts, i + (2 if last_time else 1), T.AT, T.THE, T.COLON, T.ABOUT, T.ONCE)
    while _is_link(ts, begin):
        begin = skip(ts, begin + 1, T.AT, T.COLON)
    inclusive = kind not in (T.TILL, T.BEFORE)
    whole = kind_at(ts, begin) is T.FINISH
    begin = skip(ts, begin, T.FINISH)
    dates = read_dates(ts, begin, dashes=True)
    if dates and (day := _single(dates[0])):
        return Until(day=day, inclusive=inclusive), dates[1]
    if kind_at(ts, begin) is T.HALFWAY and kind_at(ts, begin + 1) is T.MONTH:
        return _until_half(ts, begin)
    if end := _read_vague_until(ts, begin, last_time=last_time):
        return Until(vague=True), end
    return _until_without_date(ts, begin, inclusive=inclusive, whole=whole)


def _until_without_date(
    ts: Tokens, i: int, *, inclusive: bool, whole: bool
) -> tuple[Item, int] | None:
    """An end with a year, a month, a week, a feast or a holiday; `whole` is to the end of it."""
    years = kind_at(ts, skip(ts, i, T.OF, T.THE)) is T.YEARS
    if whole and (years or _is_this_year(ts, i)):
        return Until(year_end=True), i + 2
    if month := _month_at(ts, i):
        return Until(month=month[0], inclusive=inclusive or whole), month[1]
    if kind_at(ts, i) is T.WEEK and kind_at(ts, i + 1) is T.NUM:
        return Until(week=ts[i + 1].value, inclusive=inclusive), i + 2
    if kind_at(ts, i) is T.FEAST:
        return Until(feast=ts[i].value, inclusive=inclusive), i + 1
    if kind_at(ts, i) is T.BREAK and ts[i].value:
        return Until(breaks=Breaks(names=ts[i].value)), i + 1
    return None


def _until_half(ts: Tokens, i: int) -> tuple[Item, int]:
    """ "Tot half januari" is until and including the fifteenth."""
    month = ts[i + 1]
    year = ts[i + 2].value if kind_at(ts, i + 2) is T.YEAR else None
    day = Day(
        day=15,
        month=month.value,
        year=year,
        weekday=None,
        part=None,
        start=ts[i].start,
        end=month.end,
    )
    return Until(day=day), i + (3 if year else 2)


def _read_vague_until(ts: Tokens, i: int, *, last_time: bool) -> int | None:
    """Where an end ends that fixes no date: "begin februari", "het voorjaar"."""
    if kind_at(ts, i) is T.BEGIN and kind_at(ts, i + 1) is T.MONTH:
        return i + 2
    if kind_at(ts, i) is T.SEASON:
        return i + 1
    if last_time and kind_at(ts, i) in (T.BEFORE, T.AFTER):
        return i + 1
    return None


def _is_this_year(ts: Tokens, i: int) -> bool:
    return kind_at(ts, i) is T.WORD and ts[i].value == "dit" and kind_at(ts, i + 1) is T.YEARS
