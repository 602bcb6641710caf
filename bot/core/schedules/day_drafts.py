"""Put the days, dates and feasts of a schedule phrase into its drafts."""

from dataclasses import replace

from bot.core.schedules.clauses import Clause
from bot.core.schedules.draft import Draft, Grouping
from bot.core.schedules.items import (
    Count,
    Dates,
    DayPhrase,
    Days,
    Except,
    Feasts,
    Hours,
    Item,
    Months,
    Parity,
    PublicHolidays,
    RankOnly,
)
from bot.core.schedules.recurrence import WEEKEND
from bot.core.schedules.token import T

_FRIDAY = 4
_RANKS = (1, 2, 3, 4, 5)  # of a weekday in a month


def take_days(grouping: Grouping, item: DayPhrase, before: T | None) -> None:
    """Takes weekdays into the draft, or a new one; `before` is the token before them."""
    draft = grouping.current
    if item.group and not draft.named and any(other.has_days for other in grouping.drafts):
        return  # "elke maandag, voor wie van de dinsdaggroep komt"
    if draft.named and not item.group:
        item = _in_name_of(draft, item)
        draft.days, draft.named = (), False
    draft.named = draft.named or item.group
    draft.either = draft.either or (before is T.OR and draft.is_complete)
    if _says_which(draft, item, before):
        return
    if grouping.also and not draft.hours and _is_mention(item, draft):
        grouping.also = None
        return  # "dagelijks, ook in het weekend, 16-20"
    _put_days(grouping, item)


def _says_which(draft: Draft, item: DayPhrase, before: T | None) -> bool:
    """Says which of the days in the draft are meant, where the new ones are some of those."""
    opened = before in (T.OPEN, T.COLON) and draft.days and not draft.is_complete
    if opened and _names_part_of(item, draft):
        draft.days = item.days  # "dagelijks (ma t/m za)"
        return True
    monthly = draft.rhythm is not None and draft.rhythm.unit == "month"
    if monthly and refines(item, draft):
        ranks = item.days[0].ranks  # "maandag 10-12, 1x per maand (eerste maandag)"
        draft.days = tuple(replace(days, ranks=ranks) for days in draft.days)
        return True
    if _is_weekend(draft) and before not in (T.AND, T.COMMA) and _is_from_friday(item):
        draft.days = item.days  # "elk weekend vrijdagavond 20.00 t/m zondag 16.00"
        return True
    return False


def _put_days(grouping: Grouping, item: DayPhrase) -> None:
    """Puts days into the draft, or into a new one where it has some."""
    draft = grouping.current
    ranges_only = draft.stretches and all(stretch.last for stretch in draft.stretches)
    dated = draft.stretches and not ranges_only
    if draft.days or draft.feasts or dated or (grouping.also and draft.has_days):
        draft = grouping.begin()
    draft.days = _others(grouping, item) if item.others else item.days
    draft.undecided = draft.undecided or not draft.days or item.beside
    draft.either = draft.either or item.either
    if item.count is not None and draft.count is None:
        draft.count = Count(number=item.count)
    if draft.rank_weeks:
        draft.undecided = True  # "in de eerste week van de maand op dinsdag" may mean two days
    elif draft.ranks:
        draft.days = tuple(replace(days, ranks=draft.ranks) for days in draft.days)
        draft.ranks = ()


def _others(grouping: Grouping, item: DayPhrase) -> tuple[Days, ...]:
    """Those of the days of which nothing was said yet; none where that cannot be told."""
    left_out = [target for target, _ in grouping.excepted if isinstance(target, DayPhrase)]
    said = [one for draft in grouping.drafts for one in draft.days]
    said += [one for target in left_out for one in target.days]
    wanted = item.days[0]
    if len(item.days) > 1 or any(one.numbers or one.shift or one.pooled for one in said):
        return ()
    if len(wanted.weekdays) > 1:
        named = {day for one in said for day in one.weekdays}
        left = tuple(day for day in wanted.weekdays if day not in named)
        return (replace(wanted, weekdays=left),) if left else ()
    ranks = {
        rank for one in said if set(one.weekdays) & set(wanted.weekdays) for rank in one.ranks
    }
    if any(rank < 0 for rank in ranks):
        return ()
    left_ranks = tuple(rank for rank in _RANKS if rank not in ranks) if ranks else ()
    return (replace(wanted, ranks=left_ranks),)


def _is_weekend(draft: Draft) -> bool:
    return not draft.is_complete and draft.days == (Days(weekdays=WEEKEND),)


def _is_from_friday(item: DayPhrase) -> bool:
    return len(item.days) == 1 and item.days[0].weekdays[:1] == (_FRIDAY,)


def refines(item: Item | None, draft: Draft) -> bool:
    """Whether it says which of the days that were named it is: "(eerste maandag)"."""
    if not isinstance(item, DayPhrase) or not item.days[0].ranks or not draft.days:
        return False
    plain = not any(days.ranks or days.numbers for days in draft.days)
    return plain and _names_part_of(item, draft)


def _in_name_of(draft: Draft, item: DayPhrase) -> DayPhrase:
    """The days that are said, with the part of the day that the name of the group gives them."""
    parts = {days.weekdays: days.part for days in draft.days}
    told = (replace(days, part=days.part or parts.get(days.weekdays)) for days in item.days)
    return replace(item, days=tuple(told))


def _is_mention(item: DayPhrase, draft: Draft) -> bool:
    """Whether days were said already, and nothing else is said of them."""
    plain = not any(days.ranks or days.part or days.numbers for days in (*item.days, *draft.days))
    return bool(draft.days) and plain and _names_part_of(item, draft)


def _names_part_of(item: DayPhrase, draft: Draft) -> bool:
    named = {day for days in item.days for day in days.weekdays}
    return named <= {day for days in draft.days for day in days.weekdays}


def _open_month(grouping: Grouping, item: Dates, *, aside: bool) -> None:
    """In "laatste do van de maand 20 uur (dec: 17 december)" that month has dates of its own."""
    draft = grouping.current
    if (draft.is_complete or aside) and any(days.ranks for days in draft.days):
        months = Months(months=tuple({one.first.month for one in item.stretches}))
        grouping.begin(months).months = months


def take_dates(grouping: Grouping, item: Dates, clause: Clause, before: T | None) -> None:
    """Takes dates into the draft, or a new one; `before` is the token before them."""
    in_month = clause.in_month
    if in_month:
        _open_month(grouping, item, aside=clause.apart and before is T.IN)
    draft = grouping.current
    if item.of_break and draft.is_complete and grouping.also is None:
        grouping.excepted.append((item, draft))
        return
    single = any(stretch.last is None for stretch in item.stretches)
    if draft.named and single and not _wants_dates(draft, clause):
        draft.parts += [days.part for days in draft.days if days.part]
        draft.days, draft.named = (), False  # "Vrijdaggroep, op 11 december en 8 januari"
    if before is T.WEEKEND and _is_weekend(draft):
        if item.stretches[0].last is not None:
            draft.days = ()  # "weekend van 11 t/m 13 december" has a Friday too
    elif _begins_with(item, draft, clause, also=grouping.also is not None, in_month=in_month):
        draft = grouping.begin()
    draft.stretches += item.stretches


def _begins_with(item: Dates, draft: Draft, clause: Clause, *, also: bool, in_month: bool) -> bool:
    """Whether dates begin a draft of their own rather than limit or complete the current one."""
    ranges = all(stretch.last for stretch in item.stretches)
    if draft.feasts:
        return True
    if draft.stretches:
        return draft.is_complete
    if draft.days and not ranges:
        return not (in_month and not draft.hours) and not _wants_dates(draft, clause)
    return draft.is_complete and also


def _wants_dates(draft: Draft, clause: Clause) -> bool:
    open_rhythm = draft.rhythm is not None and (
        draft.rhythm.every > 1 or draft.rhythm.unit != "week"
    )
    counted = draft.count is not None or draft.often is not None
    return open_rhythm or counted or (clause.apart and not draft.is_complete)


def take_feasts(grouping: Grouping, item: Feasts | PublicHolidays, following: Item | None) -> None:
    """Takes days with a name into the draft."""
    draft = grouping.current
    if draft.has_days and not (isinstance(following, Hours) or grouping.also):
        return  # a holiday that is only mentioned
    if draft.has_days:
        draft = grouping.begin()
    draft.feasts += (item,)


def take_except(
    grouping: Grouping, item: Except, following: Item | None, *, local: bool = False
) -> None:
    """Takes what is left out into the grouping; local: from the days before it only."""
    draft = grouping.current
    if local and draft.days and _leave_out_there(draft, item):
        return
    days = [target for target in item.targets if isinstance(target, DayPhrase)]
    if days and draft.hours and isinstance(following, Hours) and len(days) == len(item.targets):
        # "ma t/m vr 9-17, behalve woensdag 9-12": Wednesday has hours of its own.
        draft = grouping.begin(item)
        draft.days = tuple(one for target in days for one in target.days)
        return
    grouping.excepted += [(target, draft) for target in item.targets]


def _leave_out_there(draft: Draft, item: Except) -> bool:
    """Leaves weeks or months out of one draft: "ma 10-12, wo 14-16 (niet in juli), vr 14-16"."""
    match item.targets:
        case (Parity(parity=parity, months=False),) if draft.parity is None:
            draft.parity = 1 - parity
        case (Months(months=months, year=None),) if draft.months is None:
            left = tuple(month for month in range(1, 13) if month not in months)
            draft.months = Months(months=left)
        case _:
            return False
    return True


def take_ranks(draft: Draft, item: RankOnly) -> None:
    """Takes ranks without a day into the draft."""
    monthly = draft.rhythm is not None and draft.rhythm.unit == "month"
    if not (item.weeks or item.of_month or monthly):
        return  # "2e verdieping"
    if draft.days and not item.weeks and not any(days.ranks for days in draft.days):
        draft.days = tuple(replace(days, ranks=item.ranks) for days in draft.days)
    elif item.weeks and draft.days:
        draft.undecided = True
    else:
        draft.ranks += item.ranks
        draft.rank_weeks = draft.rank_weeks or item.weeks
