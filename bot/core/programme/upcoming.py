"""When an activity is next: the first date that is not over, and what is cancelled before it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core.message import When
from bot.core.model import Activity, Occurrence, Part
from bot.core.programme.changed import Changed, State, day_of, is_off
from bot.core.programme.changes import What
from bot.core.programme.programme import Programme

WEEK = 6  # days after today that still are "this week"
_STAGES = (8, 35, 100)  # days ahead that are looked at, further only where nothing was found
_TOLD = 14  # days ahead in which what is cancelled is told
_PARTS = {
    Part.MORNING: (5, 12),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (17, 24),
    Part.NIGHT: (22, 30),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """The next date of an activity, seen from a moment and the days that were asked for."""

    next: Occurrence | None = None  # within the days asked for, else the first after they begin
    on_time: bool = True  # it lies within the days and the part of the day asked for
    cancelled: tuple[Changed, ...] = ()  # what is off from now, or from those days, until then
    soon: bool = False  # there is one this week, or before the days asked for end


def upcoming(
    programme: Programme, activity: Activity, now: datetime, when: When | None = None
) -> Upcoming:
    """When an activity is next; nothing is promised of one whose source is stale."""
    today = now.date()
    asked = when if when and is_asked(when) else None
    if programme.is_stale(activity, today):
        return Upcoming(on_time=asked is None)
    going = _going(programme, activity, now, asked)
    on = [one for one in going if not is_off(one)]
    inside = next((one for one in on if is_within(one, asked)), None)
    begin = _first_day(asked, today)
    later = next((one for one in on if day_of(one) >= begin), on[0] if on else None)
    following = inside or _moved_from(on, asked) or later
    end = _last_day(asked) or today
    limit = max(end, today + timedelta(days=WEEK))
    told_until = day_of(following) if following else today + timedelta(days=_TOLD)
    return Upcoming(
        next=following,
        on_time=asked is None or inside is not None,
        cancelled=_cancelled(going, begin, told_until if inside else max(told_until, end))
        if len(on) < len(going)
        else _shut(programme, activity, begin, going),
        soon=bool(on) and day_of(on[0]) <= limit,
    )


def changed_ahead(programme: Programme, activity: Activity, now: datetime) -> Upcoming:
    """What a change says of the dates to come: of these we know, however old the rest is."""
    if activity.id not in programme.changes:
        return Upcoming()
    going, today = _going(programme, activity, now, None), now.date()
    changed = [one for one in going if isinstance(one, Changed)]
    following = next((one for one in changed if not one.is_off), None)
    until = day_of(following) if following else today + timedelta(days=_TOLD)
    off = _cancelled(going, today, until) or _shut(programme, activity, today, going)
    return Upcoming(next=following, cancelled=off)


def _moved_from(on: list[Occurrence], asked: When | None) -> Occurrence | None:
    """The date that was to be within the days asked for, and is on another day now."""
    moved = (
        one
        for one in on
        if isinstance(one, Changed) and one.was and day_of(one) != day_of(one.was)
    )
    return (
        next((one for one in moved if one.was and is_within(one.was, asked)), None)
        if asked
        else None
    )


def _shut(
    programme: Programme, activity: Activity, begin: date, going: list[Occurrence]
) -> tuple[Changed, ...]:
    """The first and the last day of a closed period, where no dates are known that fall in it."""
    if going:
        return ()
    told = programme.changes.get(activity.id, ())
    for number, one in enumerate(told):
        if one.what is not What.CLOSED_PERIOD or one.days:
            continue
        again = [
            later.first
            for later in told[number + 1 :]
            if later.what is What.RESUMED and one.covers(later.first)
        ]
        last = min(again) - timedelta(days=1) if again else one.last
        if last is not None and (last < begin or last <= one.first):
            continue
        shut = Changed(start=one.first, state=State.CLOSED, reason=one.reason, changes=(one.id,))
        return (shut, replace(shut, start=last or one.first))
    return ()


def _cancelled(going: list[Occurrence], begin: date, until: date) -> tuple[Changed, ...]:
    """What is off from a day until another, both included."""
    return tuple(
        one
        for one in going
        if isinstance(one, Changed) and one.is_off and begin <= day_of(one) <= until
    )


def _going(
    programme: Programme, activity: Activity, now: datetime, asked: When | None
) -> list[Occurrence]:
    """The dates that are not over, as far ahead as it takes to find what is asked for."""
    today, last = now.date(), _last_day(asked)
    begin = _first_day(asked, today)
    going: list[Occurrence] = []
    needed = (last - today).days if last else _STAGES[1] if asked else 0
    for days in (*_STAGES, needed + _STAGES[0]):
        found = programme.dates(activity, today - timedelta(days=1), days + 1, today)
        if found is None:
            if activity.id in programme.changes:
                continue  # a change may fix a date further ahead
            break
        going = [one for one in found if not is_over(one, now)]
        on = [one for one in going if not is_off(one)]
        if on and (asked is None or any(is_within(one, asked) for one in on)):
            break
        if days >= needed and any(day_of(one) >= begin for one in on):
            break
    return going


def is_asked(when: When) -> bool:
    """Whether days or a part of the day were asked for."""
    return when.start is not None or when.part is not None


def is_over(occurrence: Occurrence, now: datetime) -> bool:
    """Whether it has ended; where no end is known, two hours after the start."""
    if not isinstance(occurrence.start, datetime):
        return occurrence.start < now.date()
    end = occurrence.end or occurrence.start + timedelta(hours=2)
    return end <= now


def is_within(occurrence: Occurrence, when: When | None) -> bool:
    """Whether it lies within the days and the part of the day that were asked for."""
    if when is None:
        return True
    if when.start and not when.start <= day_of(occurrence) <= (when.end or when.start):
        return False
    return when.part is None or _is_in_part(occurrence, when.part)


def _is_in_part(occurrence: Occurrence, part: Part) -> bool:
    if not isinstance(occurrence.start, datetime):
        return occurrence.part in (part, None)
    first, last = _PARTS[part]
    start = occurrence.start.hour
    end = occurrence.end or occurrence.start + timedelta(hours=1)
    hours = (end - occurrence.start).total_seconds() / 3600
    return start < last and start + hours > first


def _first_day(asked: When | None, today: date) -> date:
    """From where on a date counts; what began yesterday may still be going on."""
    return asked.start if asked and asked.start else today - timedelta(days=1)


def _last_day(asked: When | None) -> date | None:
    return (asked.end or asked.start) if asked else None
