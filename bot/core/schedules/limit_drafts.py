"""Put begin, end, rhythm and months of a schedule phrase into its drafts."""

from bot.core.schedules.day_drafts import refines
from bot.core.schedules.draft import Draft, Grouping
from bot.core.schedules.items import (
    Count,
    Dates,
    DayPhrase,
    From,
    Hours,
    Item,
    Months,
    Often,
    Parity,
    RankOnly,
    Rhythm,
    Until,
)

Limit = Parity | Months | From | Until | Rhythm | Often | Count


def take_limit(grouping: Grouping, item: Limit, following: Item | None) -> None:
    """Takes when something begins or ends, how often or in which months it is."""
    draft = grouping.current
    instead = isinstance(item, Months) and item.instead and draft.has_days
    if instead:
        grouping.also = None
    if instead or _begins_a_draft(draft, item, following):
        draft = grouping.begin(item)
    if draft.is_complete and draft.hours:
        draft.trailing |= {type(item).__name__}
    match item:
        case Parity(parity=parity, months=True):
            draft.month_parity = parity
        case Parity(parity=parity):
            draft.parity = parity
        case Months():
            draft.months = item
        case From():
            draft.start = item
        case Until():
            draft.until = item
        case Rhythm():
            draft.undecided = draft.undecided or _contradicts(draft.rhythm, item)
            draft.rhythm = item
        case Often():
            draft.often = item
        case Count():
            draft.count = item


def _begins_a_draft(draft: Draft, item: Limit, following: Item | None) -> bool:
    """Whether it belongs to what follows it, and not to the days that were said."""
    monthly = isinstance(item, Rhythm) and item.unit == "month"
    refined = monthly and refines(following, draft)
    opens = isinstance(following, (DayPhrase, Dates, RankOnly)) and not refined
    if isinstance(item, (Parity, Months, From)) and draft.hours:
        opens = opens or (isinstance(following, Hours) and following.opens is not None)
    second = isinstance(item, Parity) and draft.parity is not None and draft.has_days
    return (draft.is_complete and opens) or second or _names_other_dates(draft, item, following)


def _names_other_dates(draft: Draft, item: Limit, following: Item | None) -> bool:
    """Whether a month gets dates of its own: "…, in december op 17 december"."""
    if not isinstance(item, Months) or not isinstance(following, Dates) or not draft.days:
        return False
    return all(stretch.first.month in item.months for stretch in following.stretches)


def _contradicts(rhythm: Rhythm | None, other: Rhythm) -> bool:
    """Whether two rhythms exclude each other, as in "wekelijks of tweewekelijks"."""
    return rhythm is not None and rhythm.unit == other.unit and rhythm.every != other.every
