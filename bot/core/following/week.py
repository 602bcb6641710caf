"""What there is around a place in one week, for whoever asked for that every Monday."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2s

from bot.core.following.concerns import points_of
from bot.core.following.interest import Interest
from bot.core.model import Activity, Occurrence
from bot.core.places.distance import kilometres
from bot.core.programme.changed import day_of
from bot.core.programme.programme import Programme

_SENT_AT = time(9)  # on Mondays
_LATE = timedelta(hours=8)  # what could not be sent at nine still goes that Monday
_WEEK = 6  # days after the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One date of one activity."""

    activity: Activity
    occurrence: Occurrence


def is_week_due(now: datetime) -> bool:
    """Whether it is Monday morning, or not too long after."""
    begins = datetime.combine(now.date(), _SENT_AT)
    return now.weekday() == 0 and begins <= now < begins + _LATE


def week_id(key: str, monday: date) -> str:
    """The id of the message of one week for one place; `key` is that of the interest."""
    return f"w{blake2s(f'{key}{monday}'.encode(), digest_size=8).hexdigest()}"


def week_around(programme: Programme, interest: Interest, monday: date) -> tuple[Held, ...]:
    """All dates of a week around a place, in order; nothing of what is too old to rely on."""
    found = [
        Held(activity=activity, occurrence=one)
        for activity in programme.activities
        if _is_around(programme, activity, interest) and not programme.is_stale(activity, monday)
        for one in _dates(programme, activity, monday)
    ]
    return tuple(sorted(found, key=_moment))


def _dates(programme: Programme, activity: Activity, monday: date) -> Iterator[Occurrence]:
    last = monday + timedelta(days=_WEEK)
    for one in programme.dates(activity, monday, _WEEK, monday) or ():
        if monday <= day_of(one) <= last:
            yield one


def _is_around(programme: Programme, activity: Activity, interest: Interest) -> bool:
    return any(
        kilometres(interest.lat, interest.lon, lat, lon) <= interest.within
        for lat, lon in points_of(programme, activity)
    )


def _moment(held: Held) -> tuple[datetime, str]:
    start = held.occurrence.start
    moment = start if isinstance(start, datetime) else datetime.combine(start, time.max)
    return moment, held.activity.id
