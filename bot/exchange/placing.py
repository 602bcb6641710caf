"""Places what a source tells without coordinates: at its postcode, or at its town."""

from dataclasses import replace

from bot.core.model import Location
from bot.core.places.gazetteer import Gazetteer


def placed(location: Location, gazetteer: Gazetteer) -> Location:
    """The location with the point of its postcode or town, so that it is found near by.

    A point of the source stays. Of a town that is there more than once nobody knows which it is.
    """
    if location.lat is not None and location.lon is not None:
        return location
    places = gazetteer.named(location.postcode[:4]) if location.postcode else ()
    if not places and location.town:
        places = gazetteer.named(location.town)
    if len({(one.municipality, one.province) for one in places}) != 1:
        return location
    return replace(location, lat=places[0].lat, lon=places[0].lon, exact=False)
