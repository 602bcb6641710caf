"""Points laid out so that the distance of all of them to one place takes a few quick steps."""

from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.core.places.distance import EAST, NORTH

SLACK = 0.998  # times the quick distance is never more than the true one, within Europe

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Flat:
    """Kilometres to the north and, times the width at its latitude, degrees to the east."""

    north: Numbers
    width: Numbers  # the root of the cosine of the latitude; two of them make that of the middle
    east: Numbers

    @classmethod
    def of(cls, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> Self:
        """The layout of points in degrees."""
        width = np.sqrt(np.cos(np.radians(lat)))
        return cls(
            (lat * NORTH).astype(np.float32),
            width.astype(np.float32),
            (lon * width).astype(np.float32),
        )

    def squared(self, lat: float, lon: float, points: NDArray[np.intp] | None) -> Numbers:
        """The square of the kilometres to each point, or to each of some points."""
        north, width, east = self.north, self.width, self.east
        if points is not None:
            north, width, east = north[points], width[points], east[points]
        up = north - np.float32(lat * NORTH)
        np.multiply(up, up, out=up)
        aside = east - np.float32(lon) * width
        np.multiply(aside, np.float32(EAST * sqrt(cos(radians(lat)))), out=aside)
        np.multiply(aside, aside, out=aside)
        np.add(up, aside, out=up)
        return up
