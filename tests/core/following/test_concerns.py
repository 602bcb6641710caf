"""Whom a change is about."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.core.following.concerns import concern_of
from bot.core.following.interest import Interest, Sort, around
from bot.core.message import Place
from bot.core.model import Activity, Format, Location, Organisation, Source, Status, Theme
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.programme import Programme, build_programme

SOURCE = Source(url="https://club.nl/", read=date(2026, 11, 1))
EMMEN = Place(name="Emmen", lat=52.78, lon=6.9)
ASSEN = Place(name="Assen", lat=53.0, lon=6.56)  # 33 km away


def activity(identity: str, **fields: object) -> Activity:
    known = {"organisation": "club", "name": identity, "kind": None, "location": "huis"}
    return Activity(id=identity, source=SOURCE, **{**known, **fields})  # type: ignore[arg-type]


@pytest.fixture
def programme() -> Programme:
    club = Organisation(
        id="club", name="Club", kind="inloop", summary="", status=Status.ACTIVE, source=SOURCE
    )
    house = Location(id="huis", name="Huis", town="Emmen", lat=52.78, lon=6.9)
    return build_programme(
        {"club": club, "ander": replace(club, id="ander")},
        {"huis": house},
        (
            activity("inloop"),
            activity("alcohol", themes=(Theme.ALCOHOL,)),
            activity("rouw", themes=(Theme.GRIEF,), organisation="ander"),
            activity("online", format=Format.ONLINE, location=None),
        ),
    )


def change(scope: Scope, subject: str) -> Change:
    return Change(
        id="c1",
        what=What.CANCELLED,
        scope=scope,
        subject=subject,
        first=date(2026, 12, 1),
        last=date(2026, 12, 1),
        entered=datetime(2026, 11, 25),
        effective=date(2026, 11, 25),
        author=Author.COORDINATOR,
    )


def test_a_change_of_a_location_touches_all_that_is_held_there(programme: Programme) -> None:
    def touched(scope: Scope, subject: str) -> list[str]:
        return [one.id for one in concern_of(programme, [change(scope, subject)]).activities]

    assert touched(Scope.LOCATION, "huis") == ["alcohol", "inloop", "rouw"]
    assert touched(Scope.ORGANISATION, "club") == ["alcohol", "inloop", "online"]
    assert touched(Scope.ACTIVITY, "rouw") == ["rouw"]
    assert touched(Scope.ACTIVITY, "weg") == []


@pytest.mark.parametrize(
    ("interest", "subject", "told"),
    [
        (Interest(sort=Sort.ACTIVITY, activity="inloop"), "inloop", True),
        (Interest(sort=Sort.ACTIVITY, activity="inloop"), "alcohol", False),
        (Interest(sort=Sort.HOUR_BEFORE, activity="inloop"), "inloop", True),
        (around(Sort.PLACE, EMMEN), "inloop", True),
        (around(Sort.PLACE, ASSEN), "inloop", False),
        (around(Sort.PLACE, EMMEN), "online", False),
        (around(Sort.WEEKLY, EMMEN), "inloop", False),
        (around(Sort.THEME, ASSEN, 50, Theme.ALCOHOL), "alcohol", True),
        (around(Sort.THEME, ASSEN, 25, Theme.ALCOHOL), "alcohol", False),
        (around(Sort.THEME, EMMEN, 25, Theme.ADDICTION), "alcohol", True),
        (around(Sort.THEME, EMMEN, 25, Theme.ALCOHOL), "rouw", False),
        (around(Sort.THEME, EMMEN, 25, Theme.ALCOHOL), "inloop", True),
    ],
)
def test_who_asked_for_it_is_told(
    programme: Programme, interest: Interest, subject: str, told: bool
) -> None:
    assert concern_of(programme, [change(Scope.ACTIVITY, subject)])(interest) is told
