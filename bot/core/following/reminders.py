"""Which reminders are due at a moment: of which date of which activity, for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2s

from bot.core.following.interest import REMINDERS, Interest, Sort
from bot.core.following.quiet_hours import QUIET_FROM, QUIET_UNTIL
from bot.core.model import Activity, Occurrence
from bot.core.programme.changed import is_off
from bot.core.programme.programme import Programme

_LATE = timedelta(hours=2)  # a reminder that we could not give in time is given so long after
_AHEAD = 3  # days in which a reminder may be due
_BARE_DAY = time(10)  # when to remind of a date without an hour, on the day before
_LAST = time(20, 30)  # what would fall into the quiet evening goes just before it
_BEFORE = {Sort.DAY_BEFORE: timedelta(days=1), Sort.HOUR_BEFORE: timedelta(hours=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One date of an activity of which some people are to be reminded now."""

    id: str  # the same for the same date and span, whenever it is asked for
    sort: Sort
    activity: Activity
    occurrence: Occurrence
    keys: tuple[str, ...]  # of the interests that ask for it


def due_reminders(
    programme: Programme, followed: Mapping[str, Interest], now: datetime
) -> tuple[Reminder, ...]:
    """The reminders of this moment; nothing of what is cancelled, or too old to rely on.

    `followed` holds interests by their key, `now` is local.
    """
    wanted: dict[tuple[str, Sort], list[str]] = {}
    for key, interest in followed.items():
        if interest.sort in REMINDERS:
            wanted.setdefault((interest.activity, interest.sort), []).append(key)
    return tuple(
        _reminder(activity, one, sort, tuple(keys))
        for (identity, sort), keys in wanted.items()
        for activity in (programme.activity(identity),)
        if activity is not None
        for one in _due(programme, activity, sort, now)
    )


def reminded_at(start: datetime | date, sort: Sort) -> datetime | None:
    """When to remind of something that begins then; None where the hour is not known.

    A day before is never in the quiet hours.
    """
    if not isinstance(start, datetime):
        day_before = start - timedelta(days=1)
        return datetime.combine(day_before, _BARE_DAY) if sort is Sort.DAY_BEFORE else None
    moment = start - _BEFORE[sort]
    if sort is Sort.HOUR_BEFORE:
        return moment
    if moment.time() < QUIET_UNTIL:
        return datetime.combine(moment.date(), QUIET_UNTIL)
    if moment.time() >= QUIET_FROM:
        return datetime.combine(moment.date(), _LAST)
    return moment


def _due(
    programme: Programme, activity: Activity, sort: Sort, now: datetime
) -> Iterator[Occurrence]:
    today = now.date()
    if programme.is_stale(activity, today):
        return
    for one in programme.dates(activity, today, _AHEAD, today) or ():
        moment = reminded_at(one.start, sort)
        if moment is None or is_off(one) or not moment <= now < moment + _LATE:
            continue
        if not isinstance(one.start, datetime) or now < one.start:
            yield one


def _reminder(
    activity: Activity, occurrence: Occurrence, sort: Sort, keys: tuple[str, ...]
) -> Reminder:
    said = f"{activity.id}\0{occurrence.start.isoformat()}\0{sort}"
    return Reminder(
        id=f"r{blake2s(said.encode(), digest_size=8).hexdigest()}",
        sort=sort,
        activity=activity,
        occurrence=occurrence,
        keys=keys,
    )
