"""Whether a group at least 10 km nearer this week is ever left out, over real groups and towns.

python -m bench.nearest
"""

import sys
from datetime import datetime, time, timedelta

import numpy as np

from bench.meetings import MEETINGS, real_programme, towns
from bot.core.message import Slots, When
from bot.core.places.distance import kilometres
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
    total = 0
    for named in (False, True):
        asked = hidden = 0
        worst = 0.0
        for place in places:
            nearest = min(kilometres(place.lat, place.lon, *point) for point in points)
            for day in range(7):
                now = datetime.combine((_MONDAY + timedelta(days=day)).date(), time(14))
                when = When(start=now.date(), end=now.date()) if named else None
                found = search(programme, Slots(place=place, when=when), now)
                shown = min(
                    (m.straight for m in found.near if m.straight is not None), default=999
                )
                asked += 1
                hidden += shown - nearest >= MUCH_NEARER
                worst = max(worst, shown - nearest)
        label = "vandaag genoemd" if named else "zonder dag"
        print(
            f"{len(programme.activities)} groepen × {len(places)} plaatsen × 7 dagen, {label}: "
            f"{hidden} van {asked} vragen ({hidden / asked:.2%}) verzwijgen iets dat 10 km of "
            f"meer dichterbij is; grootste verschil {worst:.1f} km"
        )
        total += hidden
    return int(total > 0)


if __name__ == "__main__":
    sys.exit(main())
