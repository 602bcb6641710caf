"""What a search finds: each match with how far it is, when it is next, and how well it fits."""

from dataclasses import dataclass

from bot.core.model import Activity, Occurrence
from bot.core.programme.changed import Changed

NEARBY = 25.0  # km; further away is said plainly


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One activity that fits, how far it is, when it is next, and how well it fits."""

    activity: Activity
    kilometres: float | None  # around the water
    next: Occurrence | None  # the first that is not over; None where the words don't fix it
    fits: bool  # False: something for everybody, or the neighbouring kind
    on_time: bool  # the next date lies within the days that were asked for
    straight: float | None = None  # kilometres as the crow flies
    cancelled: tuple[Changed, ...] = ()  # dates before the next one that are off
    stale: bool = False  # its source is too old to tell when it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What fits around a place, and what can be done from home or all over the country."""

    near: tuple[Match, ...] = ()
    anywhere: tuple[Match, ...] = ()
    on_time: bool = True  # False: nothing on the days asked for, other days are shown
    exact: bool = True  # False: nothing of the kind or theme asked for is near

    @property
    def nearest_kilometres(self) -> float | None:
        """How far the nearest is."""
        return min((m.kilometres for m in self.near if m.kilometres is not None), default=None)

    @property
    def nearest_on_time(self) -> float | None:
        """How far the nearest is that lies within the days asked for."""
        timely = [m.kilometres for m in self.near if m.on_time and m.kilometres is not None]
        return min(timely, default=None)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.near or self.anywhere)
