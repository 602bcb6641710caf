"""The town of a record: absent, unknown, one of several of that name, or far from its point."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.message import Place
from bot.core.model import Format, Location
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import Gazetteer
from bot.exchange.linter.finding import Finding, Rule
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import ImportedMeeting
from bot.exchange.weekly import listed

FAR = 12.0  # kilometres from the middle of the town; the largest towns reach that far
_NO_TOWN = "Er staat geen plaats bij. Wie in de buurt zoekt, vindt dit dus niet."


def find_towns(meeting: ImportedMeeting, gazetteer: Gazetteer) -> Iterator[Finding]:
    """What is amiss with the town of a record."""
    location, record = meeting.location, meeting.provenance.identity
    if location is None or not location.town:
        if meeting.activity.format is Format.IN_PERSON and not _is_placed(location):
            yield _placed(record, Rule.UNKNOWN_TOWN, "", _NO_TOWN)
        return
    towns = gazetteer.named(location.town)
    if not towns:
        message = f"De plaats ‘{location.town}’ kennen we niet."
        yield _placed(record, Rule.UNKNOWN_TOWN, location.town, message)
        return
    point = _point(location.lat, location.lon) or _of_postcode(location.postcode, gazetteer)
    near = sorted(towns, key=lambda town: _away(point, town)) if point else list(towns)
    others = {(town.municipality, town.province) for town in towns}
    if len(others) > 1 and near[0] != towns[0]:
        which = f"{near[0].name} ({near[0].municipality}, {near[0].province})"
        message = f"Er is meer dan één {location.town}. Hier is vast bedoeld: {which}."
        proposal = Proposal(what=What.PLACE, place=which)
        yield replace(
            _placed(record, Rule.NAMESAKE, location.town, message), proposals=(proposal,)
        )
    elif len(others) > 1 and point is None:
        choices = listed([f"{town.municipality} ({town.province})" for town in towns])
        message = f"Er is meer dan één {location.town}: {choices}. Zeg welke."
        yield _placed(record, Rule.NAMESAKE, location.town, message)
    if point and _away(point, near[0]) > FAR:
        away = _away(point, near[0])
        message = f"De coördinaten liggen {away:.0f} km van {location.town}. Klopt de plaats?"
        yield _placed(record, Rule.FAR_AWAY, location.town, message)


def _is_placed(location: Location | None) -> bool:
    return location is not None and (location.lat is not None or bool(location.postcode))


def _placed(record: str, rule: Rule, town: str, message: str) -> Finding:
    return Finding(record=record, rule=rule, field="plaats", quote=town, message=message)


def _point(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    return (lat, lon) if lat is not None and lon is not None else None


def _of_postcode(postcode: str, gazetteer: Gazetteer) -> tuple[float, float] | None:
    found = gazetteer.named(postcode[:4]) if postcode else ()
    return (found[0].lat, found[0].lon) if found else None


def _away(point: tuple[float, float], town: Place) -> float:
    return kilometres(*point, town.lat, town.lon)
