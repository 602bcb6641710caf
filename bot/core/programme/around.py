"""Walks over activities from near to far, no further than is asked for."""

from bisect import insort
from collections.abc import Callable, Iterator
from math import inf

import numpy as np
from numpy.typing import NDArray

from bot.core.message import Place
from bot.core.places.distance import kilometres, way_round
from bot.core.programme.flat import SLACK
from bot.core.programme.programme import Programme

Mask = NDArray[np.bool_]  # for each activity, whether it counts
Accept = Callable[[int], bool]  # whether the activity with this index will do

# Kilometres; of many points, each ring is only sorted when the walk comes to it.
_RINGS = (0.0, 3.0, 8.0, 15.0, 26.0, 50.0, 100.0, inf)
_FEW = 2_000
_STEP = 64


class Around:
    """The activities around a place and how far they are; without one, those of all places."""

    def __init__(self, programme: Programme, place: Place | None, wanted: Mask) -> None:
        """Looks only at what is wanted."""
        self._programme = programme
        self.place = place
        self._wanted = wanted
        self._known: dict[int, tuple[float, float]] = {}
        self._rings: dict[int, tuple[NDArray[np.int32], NDArray[np.float32]]] = {}
        self._points: NDArray[np.intp] | None = None
        if place is not None:
            if not wanted.all():
                self._points = np.flatnonzero(wanted[programme.point_of])
            self._squared = programme.flat.squared(place.lat, place.lon, self._points)
            self._edges = _RINGS if len(self._squared) > _FEW else (0.0, inf)

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
        for number in range(len(self._edges) - 1):
            indexes, far = self._ring(number)
            kept = np.flatnonzero(keep[indexes])
            for start in range(0, len(kept), _STEP):
                some = kept[start : start + _STEP]
                yield from zip(indexes[some].tolist(), far[some].tolist(), strict=True)

    def _ring(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The points in a ring, nearest first: their activities and a least distance."""
        known = self._rings.get(number)
        if known is not None:
            return known
        low, high = self._edges[number] ** 2, self._edges[number + 1] ** 2
        inside = np.flatnonzero((self._squared >= low) & (self._squared < high))
        inside = inside[np.argsort(self._squared[inside], kind="stable")]
        points = inside if self._points is None else self._points[inside]
        found = (
            self._programme.point_of[points],
            np.sqrt(self._squared[inside]) * np.float32(SLACK),
        )
        self._rings[number] = found
        return found
