"""Whom a change is about: the activities it touches, and the interests those fall under."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.following.interest import REMINDERS, Interest, Sort
from bot.core.model import Activity
from bot.core.places.distance import kilometres
from bot.core.programme.changes import Change, Scope
from bot.core.programme.programme import Programme
from bot.core.programme.request import meant_themes

_STRETCH = 1.1  # a place at the edge of the circle, rounded off, still counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """The activities that something is about; tells which interests ask for it."""

    programme: Programme
    activities: tuple[Activity, ...]

    def __call__(self, interest: Interest) -> bool:
        """Whether whoever has this interest wants to know."""
        return any(_is_about(interest, one, self.programme) for one in self.activities)


def concern_of(programme: Programme, changes: Iterable[Change]) -> Concern:
    """What changes are about: their activity, or all that is held there or by them."""
    wanted = {(change.scope, change.subject) for change in changes}
    touched = tuple(one for one in programme.activities if wanted & set(_names(one)))
    return Concern(programme=programme, activities=touched)


def points_of(programme: Programme, activity: Activity) -> tuple[tuple[float, float], ...]:
    """Where an activity can be gone to, in degrees; nothing for what is online."""
    number = programme.numbers[activity.id]
    first, last = programme.first_point[number], programme.first_point[number + 1]
    lat, lon = programme.lat[first:last], programme.lon[first:last]
    return tuple(zip(lat.tolist(), lon.tolist(), strict=True))


def _names(activity: Activity) -> tuple[tuple[Scope, str], ...]:
    return (
        (Scope.ACTIVITY, activity.id),
        (Scope.LOCATION, activity.location or ""),
        (Scope.ORGANISATION, activity.organisation),
    )


def _is_about(interest: Interest, activity: Activity, programme: Programme) -> bool:
    if interest.sort is Sort.ACTIVITY or interest.sort in REMINDERS:
        return interest.activity == activity.id
    if interest.sort is Sort.WEEKLY:
        return False
    if interest.theme is not None and not _has_theme(interest, activity, programme):
        return False
    reach = max(interest.within, 1) * _STRETCH
    return any(
        kilometres(interest.lat, interest.lon, lat, lon) <= reach
        for lat, lon in points_of(programme, activity)
    )


def _has_theme(interest: Interest, activity: Activity, programme: Programme) -> bool:
    """An activity without themes is for anybody, so for those who follow one too."""
    bits = int(programme.columns.themes[programme.numbers[activity.id]])
    wanted = meant_themes((interest.theme,)) if interest.theme else 0
    return not bits or bool(bits & wanted)
