"""An immutable snapshot of everything one can attend, ready to be searched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.core.model import Activity, Format, Location, Organisation, Status
from bot.core.schedule import Schedule, Unreadable, read_schedule


@dataclass(frozen=True, slots=True)
class Programme:
    """All activities with where they lie; searched as arrays, answered as records."""

    organisations: Mapping[str, Organisation]
    locations: Mapping[str, Location]
    activities: tuple[Activity, ...]
    point_of: NDArray[np.int32]  # the activity that each point belongs to
    lat: NDArray[np.float32]  # degrees, of each point
    lon: NDArray[np.float32]
    areas: Mapping[int, frozenset[str]]  # provinces, or Nederland, for what has no point

    def location(self, activity: Activity) -> Location | None:
        """Where an activity is held, if that is known."""
        return self.locations.get(activity.location) if activity.location else None

    def organisation(self, activity: Activity) -> Organisation:
        """Who holds an activity."""
        return self.organisations[activity.organisation]

    def activity(self, identity: str) -> Activity | None:
        """The activity with this id."""
        return next((one for one in self.activities if one.id == identity), None)

    def status(self, activity: Activity) -> Status:
        """How sure the source is of an activity; its organisation's word counts where it is worse."""
        own, theirs = activity.status, self.organisation(activity).status
        return own if own is not Status.ACTIVE else theirs


def build_programme(
    organisations: Mapping[str, Organisation],
    locations: Mapping[str, Location],
    activities: Iterable[Activity],
) -> Programme:
    """Lays out the activities one can still go to; what has stopped is left out."""
    going = tuple(
        one
        for one in activities
        if one.status is not Status.STOPPED
        and organisations[one.organisation].status is not Status.STOPPED
    )
    points: list[tuple[int, float, float]] = []
    areas: dict[int, frozenset[str]] = {}
    for index, one in enumerate(going):
        found = _points(one, organisations[one.organisation], locations)
        points += [(index, lat, lon) for lat, lon in found]
        if not found and one.format is Format.IN_PERSON:
            areas[index] = frozenset(organisations[one.organisation].areas)
    return Programme(
        organisations=organisations,
        locations=locations,
        activities=going,
        point_of=np.array([point[0] for point in points], dtype=np.int32),
        lat=np.array([point[1] for point in points], dtype=np.float32),
        lon=np.array([point[2] for point in points], dtype=np.float32),
        areas=areas,
    )


def _points(
    activity: Activity, organisation: Organisation, locations: Mapping[str, Location]
) -> tuple[tuple[float, float], ...]:
    """Where an activity is, or the towns its organisation serves where that is not known."""
    if activity.format is not Format.IN_PERSON:
        return ()
    location = locations.get(activity.location) if activity.location else None
    if location is not None and location.lat is not None and location.lon is not None:
        return ((location.lat, location.lon),)
    return organisation.served


def schedule_of(activity: Activity) -> Schedule | None:
    """The rule behind an activity's words about when; nothing where there are none."""
    if not activity.when:
        return None
    anchor = activity.source.read if activity.source and activity.source.read else date(2026, 1, 1)
    words = activity.when + (f", behalve {activity.except_}" if activity.except_ else "")
    return _read(words, anchor)


@lru_cache(maxsize=50_000)
def _read(words: str, anchor: date) -> Schedule | None:
    schedule = read_schedule(words, anchor=anchor)
    return None if isinstance(schedule, Unreadable) else schedule
