"""A small programme to keep: one organisation with its locations and activities."""

from datetime import date, datetime

from bot.core.model import (
    Activity,
    Aspect,
    Audience,
    Contact,
    Fact,
    Kind,
    Location,
    Organisation,
    Origin,
    Source,
    Status,
    Theme,
    Tri,
)
from bot.store.programme import Records

NOW = datetime(2026, 11, 25, 13, 0)
SOURCE = Source(url="https://example.org", name="Site", dated="2026-10", read=date(2026, 11, 1))


def organisation(identity: str = "club") -> Organisation:
    return Organisation(
        id=identity,
        name="De Club ‘Ons’",
        kind="zelfregiecentrum",
        summary="Een plek.",
        status=Status.ACTIVE,
        source=SOURCE,
        names=("Club",),
        served=((52.5, 6.1), (52.6, 6.2)),
        contact=Contact(phone="0591 123456"),
    )


def location(identity: str = "club/huis") -> Location:
    return Location(id=identity, name="Het huis", town="Emmen", lat=52.78, lon=6.9)


def activity(identity: str = "club/inloop", **fields: object) -> Activity:
    known: dict[str, object] = {
        "organisation": "club",
        "name": "Inloop",
        "kind": Kind.DROP_IN,
        "location": "club/huis",
        "themes": (Theme.ALCOHOL, Theme.ADDICTION),
        "audiences": (Audience.YOUNG,),
        "when": "elke dinsdag 10.00-12.00 uur",
        "facts": {Aspect.COST: Fact(value=Tri.NO, detail="koffie is gratis")},
        "source": SOURCE,
        "origin": Origin(path="organisaties/club.yaml", line=12),
    }
    return Activity(id=identity, **{**known, **fields})  # type: ignore[arg-type]


def records(*activities: Activity) -> Records:
    return Records(
        organisations=(organisation(),),
        locations=(location(),),
        activities=activities or (activity(),),
    )
