"""A small programme in Emmen for the tests of what goes out by the clock."""

from datetime import date, datetime

from bot.core.model import Activity, Location, Organisation, Source, Status
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.programme import Programme, build_programme

SOURCE = Source(url="https://club.nl/", name="Club", dated="2026-11-01", read=date(2026, 11, 1))


def activity(identity: str, when: str, **fields: object) -> Activity:
    """One activity of the club, in its house in Emmen."""
    known = {"organisation": "club", "name": identity.capitalize(), "kind": None}
    known |= {"location": "huis", "source": SOURCE, "when": when}
    return Activity(id=identity, **{**known, **fields})  # type: ignore[arg-type]


def cancelled(identity: str, day: date) -> Change:
    """That an activity is off on a day."""
    return Change(
        id="c1",
        what=What.CANCELLED,
        scope=Scope.ACTIVITY,
        subject=identity,
        first=day,
        last=day,
        entered=datetime(2026, 11, 20),
        effective=date(2026, 11, 20),
        author=Author.COORDINATOR,
        reason="ziekte",
    )


def town(*activities: Activity, changes: tuple[Change, ...] = ()) -> Programme:
    """The programme of the club."""
    club = Organisation(
        id="club", name="De Club", kind="inloop", summary="", status=Status.ACTIVE, source=SOURCE
    )
    house = Location(id="huis", name="Het Huis", town="Emmen", lat=52.78, lon=6.9)
    return build_programme({"club": club}, {"huis": house}, activities, changes)
