"""How far two points in the Netherlands lie apart, as the crow flies and around the water."""

from math import cos, hypot, radians

NORTH = 111.2  # kilometres to a degree of latitude in the Netherlands
EAST = 111.32  # kilometres to a degree of longitude at the equator


def kilometres(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The straight distance over a flat earth at the middle latitude; within 0.1% in the country."""
    east = (a_lon - b_lon) * EAST * cos(radians((a_lat + b_lat) / 2))
    return hypot((a_lat - b_lat) * NORTH, east)
