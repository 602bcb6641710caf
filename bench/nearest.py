"""Whether a group at least 10 km nearer this week is ever left out, over real groups and towns.

python -m bench.nearest
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

import numpy as np

from bench.meetings import MEETINGS, real_programme, towns
from bot.core.message import Place, Slots, When
from bot.core.places.distance import kilometres
from bot.core.programme.programme import Programme
from bot.core.programme.search import MUCH_NEARER, search

_MONDAY = datetime(2026, 7, 20)  # noqa: DTZ001 - local wall-clock time; soon after the feed


def main() -> int:
    """Asks from every town on seven days, with and without naming the day; 1 where one hides."""
    if not MEETINGS.is_file():
        print(f"OVERGESLAGEN: {MEETINGS} is er niet.")
        return 0
    programme, places = real_programme(), towns()
    # Every group here meets weekly, so each that has a place and a time is on this week.
    on_site = {
        int(index)
        for index in np.unique(programme.point_of)
        if programme.activities[int(index)].when
    }
    points = [
        (float(programme.lat[point]), float(programme.lon[point]))
        for point, index in enumerate(programme.point_of.tolist())
        if index in on_site
    ]
    about = f"{len(programme.activities)} groepen × {len(places)} plaatsen × 7 dagen"
    total = 0
    for named in (False, True):
        gaps = list(_gaps(programme, places, points, named=named))
        hidden = sum(gap >= MUCH_NEARER for gap in gaps)
        print(
            f"{about}, {'vandaag genoemd' if named else 'zonder dag'}: "
            f"{hidden} van {len(gaps)} vragen ({hidden / len(gaps):.2%}) verzwijgen iets dat "
            f"10 km of meer dichterbij is; grootste verschil {max(0.0, *gaps):.1f} km"
        )
        total += hidden
    return int(total > 0)


def _gaps(
    programme: Programme,
    places: Sequence[Place],
    points: list[tuple[float, float]],
    *,
    named: bool,
) -> Iterator[float]:
    """For each question how many kilometres nearer the nearest group is than what is shown."""
    for place in places:
        nearest = min(kilometres(place.lat, place.lon, *point) for point in points)
        for day in range(7):
            now = datetime.combine((_MONDAY + timedelta(days=day)).date(), time(14))
            when = When(start=now.date(), end=now.date()) if named else None
            found = search(programme, Slots(place=place, when=when), now)
            straight = (one.straight for one in found.near if one.straight is not None)
            yield min(straight, default=999) - nearest


if __name__ == "__main__":
    sys.exit(main())
