"""How far two points in the Netherlands lie apart, as the crow flies and around the water."""

from dataclasses import dataclass
from math import cos, hypot, inf, radians

NORTH = 111.2  # kilometres to a degree of latitude in the Netherlands
EAST = 111.32  # kilometres to a degree of longitude at the equator

Point = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Water:
    """A water one cannot just cross: the line down its middle, and where one does get across."""

    name: str
    line: tuple[Point, ...]
    gates: tuple[Point, ...]
    box: tuple[float, float, float, float]  # south, north, west, east


def _water(name: str, line: tuple[Point, ...], gates: tuple[Point, ...]) -> Water:
    lats, lons = [lat for lat, _ in line], [lon for _, lon in line]
    return Water(name, line, gates, (min(lats), max(lats), min(lons), max(lons)))


# Read off a map to about 500 m: shores are wider apart than that. Each line begins and ends at
# sea, abroad or at its last bridge. Ferries for people on foot in summer are no gates.
WATERS = (
    _water(
        "Westerschelde",
        (
            (51.450, 3.250), (51.418, 3.560), (51.400, 3.700), (51.372, 3.830), (51.385, 3.900),
            (51.415, 3.960), (51.425, 4.010), (51.395, 4.060), (51.385, 4.120), (51.385, 4.200),
            (51.360, 4.250), (51.280, 4.330),
        ),
        ((51.372, 3.830), (51.270, 4.340)),  # Westerscheldetunnel, Liefkenshoek
    ),
    _water(
        "Oosterschelde",
        (
            (51.680, 3.550), (51.635, 3.690), (51.615, 3.800), (51.618, 3.900), (51.607, 4.020),
            (51.628, 4.065), (51.650, 4.110), (51.665, 4.150),
        ),
        ((51.632, 3.695), (51.617, 3.905), (51.668, 4.150)),  # kering, Zeelandbrug, Philipsdam
    ),
    _water(
        "Oosterschelde",
        ((51.607, 4.000), (51.560, 3.970), (51.530, 4.040), (51.510, 4.100), (51.500, 4.170),
         (51.470, 4.220)),
        ((51.617, 3.905), (51.475, 4.220)),  # Zeelandbrug, Oesterdam
    ),
    _water(
        "Haringvliet en Hollands Diep",
        (
            (51.880, 3.930), (51.838, 4.050), (51.800, 4.150), (51.775, 4.230), (51.740, 4.320),
            (51.715, 4.400), (51.700, 4.460), (51.690, 4.540), (51.715, 4.630), (51.715, 4.750),
            (51.715, 4.860),
        ),
        # Haringvlietdam, Haringvlietbrug, Moerdijkbrug, Keizersveer
        ((51.838, 4.050), (51.715, 4.400), (51.717, 4.638), (51.718, 4.890)),
    ),
    _water(
        "Nieuwe Waterweg",
        (
            (52.000, 4.000), (51.978, 4.100), (51.950, 4.180), (51.912, 4.260), (51.897, 4.330),
            (51.900, 4.400), (51.905, 4.455),
        ),
        # ferry Maassluis-Rozenburg, Maasdeltatunnel, Beneluxtunnel, Maastunnel
        ((51.914, 4.252), (51.908, 4.290), (51.899, 4.395), (51.902, 4.465)),
    ),
    _water(
        "IJsselmeer en Markermeer",
        (
            (52.330, 5.110), (52.400, 5.110), (52.500, 5.220), (52.624, 5.400), (52.700, 5.400),
            (52.800, 5.320), (52.900, 5.200), (53.000, 5.170), (53.040, 5.150),
        ),
        ((52.325, 5.135), (52.624, 5.400), (53.000, 5.170)),  # Hollandse Brug, two dikes
    ),
    _water(
        "Randmeren",
        (
            (52.330, 5.110), (52.325, 5.230), (52.297, 5.297), (52.275, 5.370), (52.262, 5.425),
            (52.290, 5.470), (52.320, 5.560), (52.350, 5.590), (52.365, 5.630), (52.400, 5.700),
            (52.440, 5.780), (52.475, 5.820), (52.530, 5.840), (52.560, 5.830),
        ),
        # Hollandse Brug, Stichtse Brug, Nijkerk, Harderwijk, Elburg, Roggebot
        ((52.325, 5.135), (52.297, 5.297), (52.262, 5.425), (52.362, 5.625), (52.457, 5.812),
         (52.555, 5.835)),
    ),
    _water(
        "Waddenzee",
        (
            (52.980, 4.600), (52.983, 4.800), (53.030, 4.950), (53.150, 5.150), (53.280, 5.300),
            (53.380, 5.600), (53.410, 5.800), (53.430, 6.100), (53.450, 6.300), (53.550, 6.600),
        ),
        ((52.983, 4.780), (53.230, 5.245), (53.411, 5.830), (53.440, 6.190)),  # the four ferries
    ),
)  # fmt: skip


def kilometres(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The straight distance, over an earth that is flat at the middle latitude (within 0.1%)."""
    east = (a_lon - b_lon) * EAST * cos(radians((a_lat + b_lat) / 2))
    return hypot((a_lat - b_lat) * NORTH, east)


def way_round(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The straight distance, or the one over the best gate of each water that lies between."""
    # In one order, so that a point right on a line lies on the same side both ways.
    south, north = sorted(((a_lat, a_lon), (b_lat, b_lon)))
    return _around(south, north, WATERS)


def _around(a: Point, b: Point, waters: tuple[Water, ...]) -> float:
    for number, water in enumerate(waters):
        if _between(a, b, water):
            return _over_a_gate(a, b, water, waters[:number] + waters[number + 1 :])
    return kilometres(*a, *b)


def _over_a_gate(a: Point, b: Point, water: Water, others: tuple[Water, ...]) -> float:
    """The shortest way over one of the gates; each water is crossed once."""
    legs = sorted((kilometres(*a, *gate) + kilometres(*gate, *b), gate) for gate in water.gates)
    best = inf
    for least, gate in legs:
        if least >= best:
            break
        best = min(best, _around(a, gate, others) + _around(gate, b, others))
    return best


def _between(a: Point, b: Point, water: Water) -> bool:
    """Whether the straight line changes sides; one that cuts off a bend twice does not."""
    south, north, west, east = water.box
    (a_lat, a_lon), (b_lat, b_lon) = a, b
    if (a_lat < south and b_lat < south) or (a_lat > north and b_lat > north):
        return False
    if (a_lon < west and b_lon < west) or (a_lon > east and b_lon > east):
        return False
    lat, lon = b_lat - a_lat, b_lon - a_lon
    crossings = 0
    before = None
    for c_lat, c_lon in water.line:
        side = lat * (c_lon - a_lon) - lon * (c_lat - a_lat) > 0
        if before is not None and side != before[0]:
            p_lat, p_lon = before[1], before[2]
            d_lat, d_lon = c_lat - p_lat, c_lon - p_lon
            a_side = d_lat * (a_lon - p_lon) - d_lon * (a_lat - p_lat) > 0
            b_side = d_lat * (b_lon - p_lon) - d_lon * (b_lat - p_lat) > 0
            crossings += a_side != b_side
        before = (side, c_lat, c_lon)
    return crossings % 2 == 1
