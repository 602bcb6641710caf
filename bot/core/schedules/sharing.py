"""Hours and limits of a schedule phrase that are said once, behind the last of several groups."""

from itertools import pairwise

from bot.core.model import Part
from bot.core.schedules.draft import Draft, Grouping
from bot.core.schedules.items import From, Months, Parity, Until


def share_trailing_hours(grouping: Grouping) -> None:
    """Hours said after "in december op 17 december" hold for the other months too.

    So do those after "in de even weken op maandag en in de oneven weken op donderdag".
    """
    for draft, following in reversed(list(pairwise(grouping.drafts))):
        by_turns = draft.parity is not None and following.parity is not None
        feasts = bool(following.feasts) and not following.days  # "op zon- en feestdagen 12-17"
        shared = by_turns or feasts or isinstance(following.opened_by, (Months, Parity))
        if shared and not following.added and draft.has_days and not draft.is_complete:
            draft.hours = list(following.hours)
        elif by_turns and not draft.hours and _parts_of(draft) == _parts_of(following):
            draft.hours = list(following.hours)  # "even weken maandagavond, oneven dinsdagavond"


def _parts_of(draft: Draft) -> set[Part | None]:
    return {days.part for days in draft.days} | set(draft.parts)


def share_leading_start(grouping: Grouping) -> None:
    """A begin said before the first of several groups holds for those behind it too.

    So "vanaf 1 maart op maandag 13-15 en op donderdag 19-21" is all from 1 March on.
    """
    for draft, following in pairwise(grouping.drafts):
        led = draft.start is not None and From.__name__ not in draft.trailing
        if led and draft.hours and following.hours and _is_bare(following):
            following.start = draft.start


def _is_bare(draft: Draft) -> bool:
    """Whether nothing but days and hours is said of them."""
    apart = draft.start or draft.until or draft.opened_by or draft.added
    return bool(draft.days) and not (apart or draft.stretches or draft.rhythm)


def share_trailing_limits(grouping: Grouping) -> None:
    """A begin or end said after the last of several groups holds for all of them."""
    last = grouping.drafts[-1]
    apart = last.opened_by is not None and not isinstance(last.opened_by, Parity)
    if len(grouping.drafts) < 2 or apart or last.added:
        return
    for draft in grouping.drafts[:-1]:
        by_turns = draft.parity is not None and last.parity is not None and not draft.hours
        if not draft.stretches and (by_turns or From.__name__ in last.trailing):
            draft.start = draft.start or last.start
        if not draft.stretches and (by_turns or Until.__name__ in last.trailing):
            draft.until = draft.until or last.until
