"""What somebody may follow: an activity, what is around a place, reminders, or a weekly list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.message import Place
from bot.core.model import Theme

AROUND = 10  # km around a place that is followed as a whole


class Sort(StrEnum):
    """What kind of messages an interest asks for."""

    ACTIVITY = "activity"  # changes of one activity
    PLACE = "place"  # changes of whatever is around a place
    THEME = "theme"  # changes of what is about a theme, within so many kilometres
    DAY_BEFORE = "day_before"  # a reminder of each date of an activity, and its changes
    HOUR_BEFORE = "hour_before"
    WEEKLY = "weekly"  # once a week, what there is around a place


# Kilometres around a place that can be chosen.
RANGES: Mapping[Sort, tuple[int, ...]] = {Sort.PLACE: (5, 10, 25), Sort.THEME: (10, 25, 50)}
REMINDERS = frozenset((Sort.DAY_BEFORE, Sort.HOUR_BEFORE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """One thing that can be followed; the same thing is always the same value."""

    sort: Sort
    activity: str = ""  # an id
    theme: Theme | None = None
    place: str = ""  # a name, shown to whoever follows
    lat: float = 0.0  # of the place's middle, never of a person
    lon: float = 0.0
    within: int = 0  # kilometres


def around(sort: Sort, place: Place, within: int = AROUND, theme: Theme | None = None) -> Interest:
    """An interest in what is around a place; give it the middle of a town, not a position."""
    return Interest(
        sort=sort,
        theme=theme,
        place=place.name,
        lat=round(place.lat, 3),
        lon=round(place.lon, 3),
        within=within,
    )
