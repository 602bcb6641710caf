"""How far a role reaches, in words, and which organisations and regions an activity belongs to."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from bot.core.message import Place
from bot.core.model import Activity, Location, Organisation
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import Gazetteer
from bot.core.programme.changes import Scope as About
from bot.core.programme.programme import Programme
from bot.core.roles import Action, Person, Reach, Role, Scope, Subject, may

NOTHING_IN_PARTICULAR = Subject()  # only a role that reaches everything reaches it
_ROLES = {Role.ADMINISTRATOR: "beheerder", Role.COORDINATOR: "coördinator"}


def role_text(role: Role, scope: Scope, organisations: Mapping[str, Organisation]) -> str:
    """A role with its reach: "coördinator van Herstelruimte Emmen"."""
    match scope.reach:
        case Reach.ALL:
            return _ROLES[role] if role is Role.ADMINISTRATOR else f"{_ROLES[role]} van alles"
        case Reach.ORGANISATION:
            known = organisations.get(scope.subject)
            return f"{_ROLES[role]} van {known.name if known else scope.subject}"
        case Reach.REGION:
            return f"{_ROLES[role]} in {scope.subject}"


def regions_of(activity: Activity, programme: Programme, gazetteer: Gazetteer) -> frozenset[str]:
    """The towns, municipalities and provinces an activity lies in, in lower case."""
    location = programme.location(activity)
    organisation = programme.organisation(activity)
    if location is None or not location.town:
        return frozenset(name.casefold() for name in (*organisation.region, *organisation.areas))
    return regions_at(location, gazetteer)


def regions_at(location: Location, gazetteer: Gazetteer) -> frozenset[str]:
    """The town, municipality and province of a location, in lower case."""
    lat, lon = location.lat, location.lon
    about = (round(lat, 1), round(lon, 1)) if lat is not None and lon is not None else None
    return _regions(gazetteer.named, location.town, about)


@lru_cache(maxsize=20_000)
def _regions(
    find: Callable[[str], tuple[Place, ...]], town: str, near: tuple[float, float] | None
) -> frozenset[str]:
    """The regions of the town of this name that lies nearest; towns come up again and again."""
    namesakes = find(town)
    if near is not None:
        lat, lon = near
        namesakes = tuple(
            sorted(namesakes, key=lambda one: kilometres(lat, lon, one.lat, one.lon))
        )
    names = {town.casefold()}
    for place in namesakes[:1]:
        names |= {place.municipality.casefold(), place.province.casefold()}
    return frozenset(name for name in names if name)


def subject_of(activity: Activity, programme: Programme, gazetteer: Gazetteer) -> Subject:
    """What an act on one activity is about."""
    return Subject(
        organisations=frozenset({activity.organisation}),
        regions=regions_of(activity, programme, gazetteer),
    )


def about(
    scope: About, identity: str, programme: Programme, gazetteer: Gazetteer
) -> Subject | None:
    """What a change is about; None where it is about nothing that goes on.

    A location or organisation lies in a region where all its activities do.
    """
    touched = [
        one
        for one in programme.activities
        if identity
        == {
            About.ACTIVITY: one.id,
            About.LOCATION: one.location,
            About.ORGANISATION: one.organisation,
        }[scope]
    ]
    if not touched:
        return None
    regions = [regions_of(one, programme, gazetteer) for one in touched]
    return Subject(
        organisations=frozenset(one.organisation for one in touched),
        regions=frozenset.intersection(*regions),
    )


def within_reach(
    person: Person, programme: Programme, gazetteer: Gazetteer
) -> tuple[Activity, ...]:
    """The activities that somebody may change, in the order of the programme."""
    if may(person, Action.CHANGE, NOTHING_IN_PARTICULAR):
        return programme.activities
    by_region = any(grant.scope.reach is Reach.REGION for grant in person.grants)
    known: dict[tuple[str | None, str], frozenset[str]] = {}

    def subject(one: Activity) -> Subject:
        key = (one.location, one.organisation)
        if by_region and key not in known:
            known[key] = regions_of(one, programme, gazetteer)
        held = frozenset({one.organisation})
        return Subject(organisations=held, regions=known.get(key, frozenset()))

    return tuple(one for one in programme.activities if may(person, Action.CHANGE, subject(one)))
