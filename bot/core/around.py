"""Walks over activities from near to far, no further than is asked for."""

from bisect import insort
from collections.abc import Callable, Iterator
from math import cos, inf, radians, sin

import numpy as np
from numpy.typing import NDArray

from bot.core.distance import EAST, NORTH, kilometres, way_round
from bot.core.message import Place
from bot.core.programme import Programme

Mask = NDArray[np.bool_]  # for each activity, whether it counts
Accept = Callable[[int], bool]  # whether the activity with this index will do

# Kilometres; each ring is only sorted when the walk comes to it.
_RINGS = (0.0, 3.0, 8.0, 15.0, 26.0, 50.0, 100.0, 200.0, inf)
_SLACK = 0.998  # the quick distance is right to within a thousandth
_STEP = 64


class Around:
    """The activities around a place and how far they are; without one, those of all places."""

    def __init__(self, programme: Programme, place: Place | None, wanted: Mask) -> None:
        """Looks only at what is wanted."""
        self._programme = programme
        self.place = place
        self._wanted = wanted
        self._known: dict[int, tuple[float, float]] = {}
        self._rings: dict[int, tuple[NDArray[np.int32], NDArray[np.float64]]] = {}
        self._squared = _squared(programme, place, wanted) if place else np.empty(0)

    def nearest(
        self,
        keep: Mask,
        count: int,
        *,
        bound: float = inf,
        accept: Accept | None = None,
        straight: bool = False,
    ) -> list[int]:
        """The nearest that are kept and accepted, in order, at most a number of kilometres away.

        Nearest is by the way around the water unless it is to be `straight`.
        """
        best: list[tuple[float, int]] = []
        seen: set[int] = set()
        for index, least in self._walk(keep) if count > 0 else ():
            if least > bound or (len(best) >= count and least > best[-1][0]):
                break
            if index in seen:
                continue
            seen.add(index)
            far = (self.straight(index) if straight else self.way(index), index)
            if far[0] > bound or (len(best) >= count and far >= best[-1]):
                continue
            if accept is None or accept(index):
                insort(best, far)
                del best[count:]
        return [index for _, index in best]

    def way(self, index: int) -> float:
        """How far an activity is, around the water; without a place, its rank."""
        return self._measured(index)[0]

    def straight(self, index: int) -> float:
        """How far an activity is as the crow flies; without a place, its rank."""
        return self._measured(index)[1]

    def _measured(self, index: int) -> tuple[float, float]:
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = self._measure(index)
        return known

    def _measure(self, index: int) -> tuple[float, float]:
        if self.place is None:
            return float(index), float(index)
        programme, here = self._programme, self.place
        first, last = programme.first_point[index : index + 2].tolist()
        points = list(
            zip(
                programme.lat[first:last].tolist(), programme.lon[first:last].tolist(), strict=True
            )
        )
        straights = sorted((kilometres(here.lat, here.lon, *point), point) for point in points)
        around = inf
        for straight, point in straights:
            if straight >= around:
                break
            around = min(around, way_round(here.lat, here.lon, *point))
        return around, straights[0][0]

    def _walk(self, keep: Mask) -> Iterator[tuple[int, float]]:
        """Indexes with a distance that is never more than the true one, in order of that."""
        if self.place is None:
            for index in np.flatnonzero(keep & self._wanted).tolist():
                yield index, float(index)
            return
        for number in range(len(_RINGS) - 1):
            indexes, far = self._ring(number)
            kept = np.flatnonzero(keep[indexes])
            for start in range(0, len(kept), _STEP):
                some = kept[start : start + _STEP]
                yield from zip(indexes[some].tolist(), far[some].tolist(), strict=True)

    def _ring(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """The points in a ring, nearest first: their activities and a least distance."""
        known = self._rings.get(number)
        if known is not None:
            return known
        low, high = _RINGS[number] ** 2, _RINGS[number + 1] ** 2
        points = np.flatnonzero((self._squared >= low) & (self._squared < high))
        squared = self._squared[points]
        order = np.argsort(squared, kind="stable")
        found = (
            self._programme.point_of[points[order]],
            np.sqrt(squared[order].astype(np.float64)) * _SLACK,
        )
        self._rings[number] = found
        return found


def _squared(programme: Programme, place: Place, wanted: Mask) -> NDArray[np.float32]:
    """The square of the quick distance to each point; infinite for what is not wanted."""
    north = (programme.lat - place.lat).astype(np.float32)
    # The cosine of the middle latitude, as a straight line through that of the place.
    narrower = np.float32(sin(radians(place.lat)) * radians(0.5))
    width = np.float32(EAST) * (np.float32(cos(radians(place.lat))) - narrower * north)
    east = (programme.lon - place.lon).astype(np.float32) * width
    squared = (north * np.float32(NORTH)) ** 2 + east**2
    return np.where(wanted[programme.point_of], squared, np.float32(inf))
