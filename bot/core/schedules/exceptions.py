"""Read what a schedule phrase leaves out, and what takes its place."""

from dataclasses import replace

from bot.core.schedules.dates import read_dates
from bot.core.schedules.items import (
    Also,
    BetweenFeasts,
    Breaks,
    Dates,
    DayPhrase,
    Except,
    Feasts,
    Item,
    Months,
    PublicHolidays,
    Target,
    Unclear,
    WeekNumbers,
)
from bot.core.schedules.limits import read_from, read_until
from bot.core.schedules.recurrence import ALL_WEEK
from bot.core.schedules.targets import read_feasts, read_targets
from bot.core.schedules.times import read_hours
from bot.core.schedules.token import FILLERS, LINKS, T, Tokens, kind_at, skip

_SOFT = (
    *("niet", "geen", "exclusief", "overslaan", "slaan", "we slaan", "wij slaan"),
    *("we zijn er niet", "wij zijn er niet"),
)

_DATE_OR_HOURS = (
    "Is dit een datum, schrijf dan de maand erbij: 9 december. Zijn het uren: 9.00-12.00 uur."
)


def _read_left_out(ts: Tokens, i: int) -> tuple[Item, int] | None:
    if kind_at(ts, i) not in (T.EXCEPT, T.SHUT):
        return None
    begin = i + 1
    while kind_at(ts, begin) in (T.WORD, T.DOORS, T.SESSIONS, T.SHUT, T.EXCEPT) and begin - i < 4:
        begin += 1
    if kind_at(ts, i) is T.EXCEPT and _is_date_or_hours(ts, skip(ts, begin, *FILLERS)):
        return Unclear(start=ts[begin].start, end=ts[begin].end, advice=_DATE_OR_HOURS), begin + 1
    found = read_targets(ts, begin)
    if found is not None:
        return Except(targets=found[0]), found[1]
    firm = kind_at(ts, i) is T.EXCEPT and ts[i].value not in _SOFT
    if firm or (kind_at(ts, i) is T.EXCEPT and kind_at(ts, i + 1) is T.IN):
        place = min(skip(ts, i + 1, *FILLERS), len(ts) - 1)
        return Unclear(start=ts[place].start, end=ts[place].end), i + 1
    return None


def _is_date_or_hours(ts: Tokens, i: int) -> bool:
    """Whether nobody can tell "behalve woensdag 9-12" in December from hours."""
    if kind_at(ts, i) is not T.DAY or kind_at(ts, i + 2) is not T.DASH:
        return False
    numbers = kind_at(ts, i + 1) is T.NUM and kind_at(ts, i + 3) is T.NUM
    return numbers and ts[i + 1].value < ts[i + 3].value <= 12


def read_recess(ts: Tokens, i: int) -> tuple[Except, int] | None:
    """A closing by its own name, which needs no "behalve": "zomerstop 12 t/m 26 juli"."""
    if kind_at(ts, i) is not T.RECESS:
        return None
    found = read_targets(ts, i)
    return (Except(targets=found[0]), found[1]) if found else None


_TELLING = frozenset(
    {T.DAY, T.NUM, T.ORD, T.DATE, T.MONTH, T.CLOCK, T.FEAST, T.PART, T.EVERY, T.WEEKEND, T.WORKDAY}
)
_APART = "Schrijf dit apart, bijvoorbeeld: extra open op 23 december 10.00-12.00."


def read_other(ts: Tokens, i: int, left_out: tuple[Target, ...]) -> tuple[Item, int] | None:
    """ "Dan", after what is left out, and what takes its place; None where nothing does.

    Hours that days get instead ("behalve vrijdag, dan 9-12") are read as hours behind days.
    """
    if kind_at(ts, i) is not T.WORD or ts[i].value != "dan":
        return None
    begin = i + 1
    passed = (T.WORD, T.AT, T.IN, T.COLON, T.THE)
    while kind_at(ts, begin) in passed and not _is_om(ts, begin):
        begin += 1
    if kind_at(ts, begin) not in _TELLING and not _is_om(ts, begin):
        return None
    if all(isinstance(one, DayPhrase) for one in left_out) and read_hours(ts, begin):
        return None
    if read_dates(ts, begin) or read_feasts(ts, begin):
        return Also(extra=True, instead=True), begin
    return Unclear(start=ts[i].start, end=ts[i].end, advice=_APART), begin


def _is_om(ts: Tokens, i: int) -> bool:
    return kind_at(ts, i) is T.AT and ts[i].value == "om"


def read_except(ts: Tokens, i: int) -> tuple[Item, int] | None:
    """What is left out, unless other days follow in the same months: "in december dan de 1e"."""
    found = _read_left_out(ts, i)
    if found is None or not isinstance(found[0], Except):
        return found
    targets, end = found[0].targets, found[1]
    other = read_other(ts, skip(ts, end, T.COMMA, T.COLON, T.STOP, T.CLOSE, T.OPEN), targets)
    match targets:
        case (Months(year=None) as months,) if other and isinstance(other[0], Unclear):
            return replace(months, instead=True), other[1]
    return found


_ENDS = "Schrijf tot wanneer die dag nog is, bijvoorbeeld: dinsdag t/m 31 december 10-12."
_CLOSABLE = (
    DayPhrase, Dates, Feasts, BetweenFeasts, PublicHolidays, Breaks, Months, WeekNumbers,
)  # fmt: skip


def with_shut(ts: Tokens, item: Item, end: int) -> tuple[Item, int]:
    """Days followed by "gesloten" or "niet" are left out, unless that word begins its own list."""
    if not isinstance(item, _CLOSABLE):
        return item, end
    i = skip(ts, end, T.COLON, T.DASH)
    while kind_at(ts, i) is T.WORD and ts[i].value in LINKS:
        i += 1
    if kind_at(ts, i) not in (T.SHUT, T.EXCEPT):
        return item, end
    # "ma gesloten di 10-12" is a table; "dagelijks gesloten op maandag" has one list.
    table = kind_at(ts, i) is T.SHUT and kind_at(ts, i + 1) is T.DAY
    table = table and isinstance(item, DayPhrase) and item.days[0].weekdays != ALL_WEEK
    if not table and read_targets(ts, i + 1) is not None:
        return item, end
    after_days = kind_at(ts, i) is T.SHUT or ts[i].value in ("niet", "geen", "uitgezonderd")
    if not after_days or (ts[i].value == "niet" and kind_at(ts, i + 1) is T.WORD):
        return item, end  # "niet nodig" says nothing about days
    last = i + 1
    while kind_at(ts, last) in (T.SHUT, T.WORD, T.DOORS, T.SESSIONS) and last - i < 4:
        last += 1
    if kind_at(ts, last) in (T.PER, T.FROM, T.TILL, T.THROUGH) and _is_dated(ts, last):
        return Unclear(start=ts[i].start, end=ts[i].end, advice=_ENDS), last
    if isinstance(item, DayPhrase) and item.others:
        return Except(targets=()), last  # "overige dagen gesloten" adds nothing
    return Except(targets=(item,)), last


def _is_dated(ts: Tokens, i: int) -> bool:
    return read_from(ts, i) is not None or read_until(ts, i) is not None
