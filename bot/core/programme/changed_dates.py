"""The dates of an activity with its changes applied.

    change_occurrences(regular, changes, first, last, today)

What is cancelled stays among the dates, marked as such, so that it can be told. Later entries win.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.model import Occurrence
from bot.core.programme.changed import Changed, State, day_of, is_off
from bot.core.programme.changes import Change, Scope, What
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.schedule import Unreadable, read_schedule

_DAY = timedelta(days=1)


def stretched(changes: Iterable[Change], first: date, last: date) -> tuple[date, date]:
    """A period with the old days before it when they lead to a new day within it, or after it."""
    begin, end = first, last
    for one in changes:
        if one.day and first <= one.day <= last:
            begin, end = min(begin, one.first), max(end, one.first)
    return begin, end


def change_occurrences(
    regular: tuple[Occurrence, ...] | None,
    changes: Iterable[Change],
    first: date,
    last: date,
    today: date,
) -> tuple[Occurrence, ...] | None:
    """The dates in a period with the changes applied; None where neither fixes any date.

    `regular` holds the regular dates of that period, or None where the words don't fix them.
    """
    dates: list[Occurrence] = list(regular or ())
    for change in changes:
        if change.effective > today or change.first > last:
            continue
        if change.last is not None and change.last < first:
            continue
        dates = _apply(dates, change, first, last, fixed=regular is not None)
    if regular is None and not dates:
        return None
    return tuple(sorted(dates, key=_order))


def _apply(
    dates: list[Occurrence], change: Change, first: date, last: date, *, fixed: bool
) -> list[Occurrence]:
    if change.what is What.EXTRA:
        return [*dates, *_extra(change, dates, first, last)]
    if change.what is What.OTHER_TIME and change.when:
        return _replaced(dates, change, first, last)
    done = [_changed(one, change) if _is_meant(one, change) else one for one in dates]
    if not fixed and change.scope is Scope.ACTIVITY and change.first == change.last:
        # The words don't fix the dates, so the change itself tells of one.
        known = any(_is_meant(one, change) for one in dates)
        if not known and first <= change.first <= last and change.what is not What.RESUMED:
            start = (
                change.first if change.at is None else datetime.combine(change.first, change.at)
            )
            told = _changed(Occurrence(start=start), change)
            done.append(replace(told, was=None) if isinstance(told, Changed) else told)
    return done


def _is_meant(one: Occurrence, change: Change) -> bool:
    """Whether a date is one the change is about: by its regular day and time or its new one."""
    was = one.was if isinstance(one, Changed) and one.was is not None else one
    if not (change.covers(day_of(was)) or change.covers(day_of(one))):
        return False
    if change.at is None:
        return True
    starts = [start for start in (was.start, one.start) if isinstance(start, datetime)]
    return not starts or any(start.time() == change.at for start in starts)


def _extra(change: Change, dates: list[Occurrence], first: date, last: date) -> list[Occurrence]:
    """The extra dates; where there is one at that hour already, nothing comes on top of it."""
    found: list[Occurrence] = []
    day = max(first, change.first)
    while day <= min(last, change.last or change.first):
        start, end = _hours(day, change.opens, change.closes)
        known = any(one.start == start and not is_off(one) for one in dates)
        if change.covers(day) and not known:
            found.append(
                Changed(
                    start=start,
                    end=end,
                    state=State.EXTRA,
                    place=change.place,
                    reason=change.reason,
                    notes=(change.note,) if change.note else (),
                    changes=(change.id,),
                )
            )
        day += _DAY
    return found


def _replaced(
    dates: list[Occurrence], change: Change, first: date, last: date
) -> list[Occurrence]:
    """The dates with another regular time in the place of the old one, from a day on."""
    schedule = read_schedule(change.when, anchor=change.first)
    if isinstance(schedule, Unreadable):
        return dates
    begin, end = max(first, change.first), min(last, change.last or last)
    fresh = occurrences(schedule, begin, end, only_sure=True) if begin <= end else ()
    if fresh is None:
        return dates
    kept = [one for one in dates if _is_extra(one) or not change.covers(day_of(one))]
    new = [
        Changed(
            start=one.start,
            end=one.end,
            part=one.part,
            state=State.OTHER_TIME,
            place=change.place,
            reason=change.reason,
            notes=(change.note,) if change.note else (),
            changes=(change.id,),
        )
        for one in fresh
    ]
    return [*kept, *new]


def _is_extra(one: Occurrence) -> bool:
    return isinstance(one, Changed) and one.state is State.EXTRA


def _changed(one: Occurrence, change: Change) -> Occurrence:
    """One date with one change applied."""
    old = one if isinstance(one, Changed) else _as_changed(one)
    new = replace(
        old,
        changes=(*old.changes, change.id),
        notes=tuple(dict.fromkeys((*old.notes, change.note))) if change.note else old.notes,
    )
    match change.what:
        case What.CANCELLED:
            return replace(new, state=State.CANCELLED, reason=change.reason)
        case What.CLOSED_PERIOD:
            return replace(new, state=State.CLOSED, reason=change.reason)
        case What.MOVED:
            return replace(new, state=State.MOVED, place=change.place, reason=change.reason)
        case What.OTHER_TIME:
            start, end = _new_hours(old, change)
            place = change.place or new.place
            return replace(
                new,
                state=State.OTHER_TIME,
                start=start,
                end=end,
                part=None if change.opens else new.part,
                place=place,
                reason=change.reason,
            )
        case What.RESUMED:
            return _resumed(new, change)
        case _:
            words = change.reason if not change.note else ""
            return replace(new, notes=(*new.notes, words)) if words else new


def _as_changed(one: Occurrence) -> Changed:
    return Changed(start=one.start, end=one.end, part=one.part, state=State.AS_PLANNED, was=one)


def _resumed(one: Changed, change: Change) -> Occurrence:
    """A cancelled date goes on after all, as it was; another goes back to what is regular."""
    if one.is_off:
        return replace(one, state=_state_without_cancelling(one), reason="")
    if one.was is None:
        return one
    if not one.notes and not change.note:
        return one.was
    return replace(_as_changed(one.was), notes=one.notes, changes=one.changes)


def _state_without_cancelling(one: Changed) -> State:
    if one.was is None:
        return State.EXTRA
    if (one.start, one.end) != (one.was.start, one.was.end):
        return State.OTHER_TIME
    return State.MOVED if one.place else State.AS_PLANNED


def _new_hours(old: Occurrence, change: Change) -> tuple[datetime | date, datetime | None]:
    """The start and end after a change; what it says nothing of stays as it was."""
    day = change.day or day_of(old)
    if change.opens or not isinstance(old.start, datetime):
        return _hours(day, change.opens, change.closes)
    closes = change.closes or (old.end.time() if old.end else None)
    return _hours(day, old.start.time(), closes)


def _hours(
    day: date, opens: time | None, closes: time | None
) -> tuple[datetime | date, datetime | None]:
    """The start and end on a day; an end before the start is the next day."""
    if opens is None:
        return day, None
    start = datetime.combine(day, opens)
    if closes is None:
        return start, None
    end = datetime.combine(day, closes)
    return start, end if end > start else end + _DAY


def _order(one: Occurrence) -> tuple[datetime, datetime]:
    start = one.start if isinstance(one.start, datetime) else datetime.combine(one.start, time())
    return start, one.end or start
