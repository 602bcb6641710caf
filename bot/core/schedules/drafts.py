"""Group the clauses of a schedule phrase into drafts: which hours go with which days."""

from dataclasses import replace

from bot.core.schedules.clauses import Clause
from bot.core.schedules.day_drafts import (
    take_dates,
    take_days,
    take_except,
    take_feasts,
    take_ranks,
)
from bot.core.schedules.draft import Draft, Grouping
from bot.core.schedules.items import (
    AllHours,
    Also,
    Breaks,
    ByAppointment,
    Count,
    Dates,
    DayPhrase,
    Except,
    Feasts,
    From,
    Hours,
    Item,
    Length,
    Months,
    Moved,
    Often,
    Once,
    Parity,
    PartOfDay,
    PublicHolidays,
    RankOnly,
    Rhythm,
    SameHours,
    Season,
    Then,
    Unclear,
    Undecided,
    Until,
    WeekNumbers,
)
from bot.core.schedules.limit_drafts import take_limit
from bot.core.schedules.remarks import read_remark, remark_end
from bot.core.schedules.sharing import (
    share_leading_start,
    share_trailing_hours,
    share_trailing_limits,
)
from bot.core.schedules.token import T, Tokens, kind_at, skip_back


def group(clauses: tuple[Clause, ...], ts: Tokens, text: str) -> Grouping:
    """The drafts that the clauses of a phrase make, in order."""
    grouping = Grouping()
    told_until = 0
    for place, clause in enumerate(clauses):
        if clause.first < told_until:
            continue
        following = _following(clauses, place)
        if isinstance(clause.item, Once):
            before = clauses[place - 1].item if place else None
            _take_once(grouping, before, following)
            continue
        end = remark_end(grouping.current, clause, ts)
        if end:
            told_until = end
            grouping.remarks.append(read_remark(clause, end, ts, text))
            continue
        _take(grouping, clause, following, ts)
    share_trailing_limits(grouping)
    share_leading_start(grouping)
    share_trailing_hours(grouping)
    return grouping


def _following(clauses: tuple[Clause, ...], place: int) -> Item | None:
    for clause in clauses[place + 1 :]:
        if not isinstance(clause.item, Also):
            return clause.item
    return None


def _take(grouping: Grouping, clause: Clause, following: Item | None, ts: Tokens) -> None:
    item = clause.item
    match item:
        case DayPhrase():
            take_days(grouping, item, kind_at(ts, clause.first - 1))
            grouping.current.once, grouping.once = grouping.current.once or grouping.once, False
        case Dates():
            take_dates(grouping, item, clause, kind_at(ts, clause.first - 1))
        case Feasts() | PublicHolidays():
            take_feasts(grouping, item, following)
        case Except():
            local = isinstance(following, DayPhrase) and _in_brackets(ts, clause)
            take_except(grouping, item, following, local=local)
        case Hours():
            grouping.current.hours.append(item)
        case RankOnly():
            take_ranks(grouping.current, item)
        case Also():
            _take_also(grouping, item)
        case Then():
            _take_then(grouping, following)
        case SameHours():
            _take_same_hours(grouping)
        case ByAppointment():
            grouping.by_appointment = True
            _leave_out_appointments(grouping)
        case Parity() | Months() | From() | Until() | Rhythm() | Often() | Count():
            take_limit(grouping, item, None if _in_brackets(ts, clause) else following)
        case _:
            only_then = _is_only_then(grouping.current, clause, following, ts)
            _take_detail(grouping.current, item, only_then=only_then)


def _take_once(grouping: Grouping, before: Item | None, following: Item | None) -> None:
    """ "Komende dinsdag" and "dinsdag a.s." are one day; beside a date the words add nothing."""
    if isinstance(following, DayPhrase):
        grouping.once = True
    elif isinstance(before, DayPhrase):
        grouping.current.once = True


def _take_same_hours(grouping: Grouping) -> None:
    """ "Dinsdag idem" has the hours of the days before it."""
    draft = grouping.current
    told = next((one.hours for one in reversed(grouping.drafts[:-1]) if one.hours), [])
    if draft.has_days and not draft.hours:
        draft.hours = list(told)


def _is_only_then(draft: Draft, clause: Clause, following: Item | None, ts: Tokens) -> bool:
    """Whether it is held then only: "alleen in de schoolvakanties, dinsdag 10-12"."""
    before = skip_back(ts, clause.first - 1, T.THE)
    if not isinstance(clause.item, Breaks) or kind_at(ts, before) is not T.IN:
        return False
    word = ts[before - 1].value if kind_at(ts, before - 1) is T.WORD else None
    opens = not draft.has_days and isinstance(following, DayPhrase)
    return opens or word in ("alleen", "uitsluitend", "enkel", "slechts")


def _take_also(grouping: Grouping, item: Also) -> None:
    draft = grouping.current
    if len(grouping.drafts) > 1 and draft.has_days and not draft.hours:
        draft.added = True  # "zondag ook om 17.30"
    elif isinstance(draft.opened_by, From) and not draft.has_days:
        draft.added = True  # "di en do 10-12, vanaf januari ook op zaterdag"
    else:
        grouping.also = item


def _leave_out_appointments(grouping: Grouping) -> None:
    """Days that are only by appointment, after others with hours, are none of its days."""
    draft = grouping.current
    if len(grouping.drafts) > 1 and draft.has_days and not draft.is_complete:
        draft.days, draft.stretches, draft.feasts = (), (), ()


def _take_then(grouping: Grouping, following: Item | None) -> None:
    """What follows "daarna" begins after the end, or after the last date, that was said."""
    draft = grouping.current
    if isinstance(following, Rhythm) and draft.start and draft.start.day and not draft.has_days:
        draft.start = replace(draft.start, first_time=True)  # "vanaf 21 januari, daarna wekelijks"
        return
    if not isinstance(following, DayPhrase) or not (draft.until or draft.stretches):
        return
    start = From()  # an end that fixes no date leaves the begin open too
    if draft.until is not None:
        start = From(day=draft.until.day, after=draft.until.inclusive)
        if draft.until.month is not None and not draft.until.inclusive:
            start = From(month=draft.until.month)
    else:
        last = draft.stretches[-1]
        start = From(day=last.last or last.first, after=not last.exclusive)
    draft = grouping.begin(start)
    draft.start = start


def _take_detail(draft: Draft, item: Item, *, only_then: bool) -> None:
    match item:
        case Breaks():
            draft.undecided = draft.undecided or only_then
        case PartOfDay(part=part):
            draft.parts.append(part)
        case AllHours():
            draft.all_hours = True
        case Season():
            draft.season = True
        case Length(minutes=minutes):
            draft.length = minutes
        case WeekNumbers(weeks=weeks):
            draft.weeks = weeks
        case Moved():
            draft.moved.append(item)
        case Unclear():
            draft.unclear = item
        case Undecided():
            draft.undecided = True
        case _:
            pass


def _in_brackets(ts: Tokens, clause: Clause) -> bool:
    return kind_at(ts, clause.first - 1) is T.OPEN and kind_at(ts, clause.end) is T.CLOSE
