"""Read the days in a schedule phrase: weekdays, ranges, ranks in the month, days before others."""

from dataclasses import replace

from bot.core.calendar.dutch_calendar import DayWord
from bot.core.schedules.dates import read_dates
from bot.core.schedules.items import DayPhrase, Days, RankOnly
from bot.core.schedules.recurrence import ALL_WEEK, WEEKEND, WORKDAYS
from bot.core.schedules.token import LISTS, GroupDay, T, Tokens, kind_at, skip

_LEADS = (T.EVERY, T.THE, T.AT, T.OF)
_RANGES = (T.THROUGH, T.TILL)
_NEARBY = 20  # tokens


def read_days(ts: Tokens, i: int) -> tuple[DayPhrase, int] | None:
    """The days that a clause beginning at a token names, and the place after them."""
    start = i
    count = None
    others = kind_at(ts, skip(ts, i, *_LEADS)) is T.OTHER
    i = skip(ts, i, *_LEADS, T.OTHER) if others else i
    if kind_at(ts, i) is T.NUM and _is_plural_day(ts, i + 1):
        count, i = ts[i].value, i + 1
    found: list[Days] = []
    end = i
    while (read := _read_group(ts, skip(ts, i, *_LEADS))) is not None:
        if found and all(one in found for one in read[0]):
            break
        found += read[0]
        end = read[1]
        i = skip(ts, end, *LISTS, T.OR)
        if i == end or _is_group(ts, end - 1) > _is_group(ts, i):
            break
    if not found:
        return None
    named = all(_is_group(ts, k) for k in range(start, end) if kind_at(ts, k) is T.DAY)
    named = named and any(kind_at(ts, k) is T.DAY for k in range(start, end))
    end = _skip_of_month(ts, end)
    either = any(ts[k].kind is T.OR for k in range(start, end))
    ranked = any(days.ranks and not days.shift for days in found)
    single = len(found) == 1 and len(found[0].weekdays) == 1 and ts[start].kind is not T.EVERY
    near = kind_at(ts, end) in (T.BEFORE, T.AFTER) and _is_date(ts, end + 1)
    phrase = DayPhrase(
        days=_merged(found),
        count=count,
        either=either,
        group=named,
        beside=near and (ranked or (single and _is_feast(ts, end + 1))),
        others=others and not ranked,
    )
    return phrase, end


def _is_group(ts: Tokens, i: int) -> bool:
    """Whether a day stands in the name of a group."""
    return kind_at(ts, i) is T.DAY and isinstance(ts[i].value, GroupDay)


def _is_date(ts: Tokens, i: int) -> bool:
    return (
        kind_at(ts, skip(ts, i, T.THE)) in (T.FEAST, T.BREAK, T.ORD, T.NUM)
        or read_dates(ts, i) is not None
    )


def _is_feast(ts: Tokens, i: int) -> bool:
    return kind_at(ts, skip(ts, i, T.THE)) is T.FEAST


def _is_plural_day(ts: Tokens, i: int) -> bool:
    return kind_at(ts, i) is T.DAY and bool(ts[i].value.habit)


def _read_group(ts: Tokens, i: int) -> tuple[list[Days], int] | None:
    """Ranks and the days they rank, or days without a rank, up to a change of rank."""
    ranks, i = _read_ranks(ts, i)
    if ranks and kind_at(ts, i) is T.DAYS:
        return [Days(numbers=ranks)], i + 1
    shifted = _read_shifted(ts, i, ranks)
    if shifted is not None:
        return shifted
    kind = kind_at(ts, i)
    if kind is T.WORKDAY:
        return [Days(weekdays=WORKDAYS, ranks=ranks, pooled=bool(ranks))], i + 1
    if kind is T.WEEKEND:
        return _weekend(ranks), i + 1
    if kind is T.DAILY and not ranks:
        return [Days(weekdays=ALL_WEEK)], i + 1
    if kind is T.DAYS and kind_at(ts, i - 1) is T.OTHER and not ranks:
        return [Days(weekdays=ALL_WEEK)], i + 1
    days, end = _read_day_list(ts, i)
    if not days:
        return None
    return [
        Days(weekdays=(word.weekday,), ranks=ranks, part=word.part) for word in days
    ], _skip_of_month(ts, end)


def _weekend(ranks: tuple[int, ...]) -> list[Days]:
    if not ranks:
        return [Days(weekdays=WEEKEND)]
    # A weekend belongs to the month of its Saturday.
    saturday = Days(weekdays=(5,), ranks=ranks)
    return [saturday, replace(saturday, shift=1)]


def _read_ranks(ts: Tokens, i: int) -> tuple[tuple[int, ...], int]:
    ranks: list[int] = []
    end = i
    while kind_at(ts, i) is T.ORD and ts[i].value != 0:
        ranks.append(ts[i].value)
        end = i + 1
        i = skip(ts, end, *LISTS, T.OR)
        if i == end:
            break
        i = skip(ts, _skip_if_any(ts, i), T.EVERY, T.THE)
    if len(ranks) == 1 and kind_at(ts, end) is T.NUM and _is_plural_day(ts, end + 1):
        number = min(ts[end].value, 5)  # "de eerste drie zaterdagen"
        if ranks == [1]:
            return tuple(range(1, number + 1)), end + 1
        if ranks == [-1]:
            return tuple(range(-number, 0)), end + 1
    return tuple(ranks), skip(ts, end, T.THE) if ranks else end


_IF_ANY = frozenset(
    "als die er is een zijn indien aanwezig wanneer deze bestaat mits zo ja".split()
)


def _skip_if_any(ts: Tokens, i: int) -> int:
    """The place after "(als die er is)", which every fifth Monday says by itself."""
    end = i
    while kind_at(ts, end) in (T.OPEN, T.CLOSE, T.COMMA, T.DASH) or (
        kind_at(ts, end) in (T.WORD, T.THE) and ts[end].value in _IF_ANY
    ):
        end += 1
    return end if kind_at(ts, end) is T.ORD else i


def _read_shifted(ts: Tokens, i: int, ranks: tuple[int, ...]) -> tuple[list[Days], int] | None:
    """The Monday before the third Tuesday: a day by its place beside a ranked one."""
    if ranks or kind_at(ts, i) not in (T.DAY, T.DAYS):
        return None
    side = skip(ts, i + 1, T.WORD)
    if kind_at(ts, side) not in (T.BEFORE, T.AFTER):
        return None
    begin = side + 1
    while kind_at(ts, begin) in (T.THE, T.EVERY, T.AT) or (
        kind_at(ts, begin) is T.WORD and ts[begin].value == "aan"
    ):
        begin += 1
    base_ranks, at = _read_ranks(ts, begin)
    if not base_ranks or kind_at(ts, at) is not T.DAY:
        return None
    base = ts[at].value.weekday
    word: DayWord = ts[i].value if kind_at(ts, i) is T.DAY else DayWord(weekday=base)
    part = word.part
    shift = (word.weekday - base) % 7 or 7
    if kind_at(ts, i) is T.DAYS:
        shift = 1
    if kind_at(ts, side) is T.BEFORE:
        shift = shift - 7 if kind_at(ts, i) is T.DAY and shift < 7 else -shift
    days = Days(weekdays=(base,), ranks=base_ranks, part=part, shift=shift)
    return [days], _skip_of_month(ts, at + 1)


def _read_day_list(ts: Tokens, i: int) -> tuple[list[DayWord], int]:
    words: list[DayWord] = []
    end = i
    if _is_group(ts, i):
        return [ts[i].value], i + 1
    chain = _dash_chain(ts, i)
    ranged = False
    while kind_at(ts, i) is T.DAY and read_dates(ts, i) is None:
        if ts[i].value in words and not ranged:
            break  # "elke di en vr, di 10-12 en vr 14-16"
        words.append(ts[i].value)
        end = i + 1
        if ranged and chain < 3:
            words[-2:] = _between(words[-2], words[-1])
        mark = kind_at(ts, end)
        ranged = mark in (*_RANGES, T.DASH)
        if ranged:
            i = skip(ts, end + 1, T.AT, T.THE)
            chain = chain if mark is T.DASH else 0
            continue
        i = skip(ts, end, *LISTS)
        if i == end and kind_at(ts, i) is not T.DAY:
            break
        i = skip(ts, i, T.AT, T.THE)
        chain = _dash_chain(ts, i)
    return words, end


def _dash_chain(ts: Tokens, i: int) -> int:
    """How many days hang together by hyphens: three or more are a list, two a range."""
    length = _hyphened(ts, i)
    if length != 2:
        return length
    # Beside "ma-wo-vr" also "di-do" is a list.
    return max(length, max((_hyphened(ts, k) for k in range(min(i, _NEARBY))), default=0))


def _hyphened(ts: Tokens, i: int) -> int:
    length = 1
    while kind_at(ts, i) is T.DAY and kind_at(ts, i + 1) is T.DASH:
        i += 2
        length += kind_at(ts, i) is T.DAY
    return length


def _between(first: DayWord, last: DayWord) -> list[DayWord]:
    steps = (last.weekday - first.weekday) % 7
    part = last.part if first.part is None else first.part
    return [DayWord(weekday=(first.weekday + n) % 7, part=part) for n in range(steps + 1)]


def _skip_of_month(ts: Tokens, i: int) -> int:
    begin = i
    if kind_at(ts, i) not in (T.OF, T.IN):
        return i
    i = skip(ts, i, T.OF, T.IN, T.THE, T.EVERY)
    return i + 1 if kind_at(ts, i) is T.MONTHS and kind_at(ts, i + 1) is not T.MONTH else begin


def _merged(found: list[Days]) -> tuple[Days, ...]:
    """Days that differ in nothing but the weekday become one."""
    merged: list[Days] = []
    for days in found:
        for place, other in enumerate(merged):
            same = replace(days, weekdays=other.weekdays) == other
            if same and not days.pooled and not days.numbers:
                together = dict.fromkeys((*other.weekdays, *days.weekdays))
                merged[place] = replace(other, weekdays=tuple(together))
                break
        else:
            merged.append(days)
    return tuple(merged)


def read_rank_only(ts: Tokens, i: int) -> tuple[RankOnly, int] | None:
    """Ranks without a day: "2e en 4e van de maand", "3e week", "de laatste"."""
    ranks, end = _read_ranks(ts, skip(ts, i, T.THE))
    if not ranks:
        return None
    if kind_at(ts, end) in (T.WEEK, T.SESSIONS, T.TIMES):
        return RankOnly(ranks=ranks, weeks=True), _skip_of_month(ts, end + 1)
    after = _skip_of_month(ts, end)
    return RankOnly(ranks=ranks, of_month=after > end), after
