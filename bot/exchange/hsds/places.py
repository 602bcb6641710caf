"""Where a service is given, as HSDS tells it: at one location, or at a virtual one."""

from bot.core.model import Aspect, Format, Location, Tri
from bot.exchange.calendar_words import fact_text
from bot.exchange.hsds.record import Json, id_of
from bot.exchange.listing import Listing


def at_locations(listing: Listing, service: str) -> list[Json]:
    """The place of a service, by the id of the service; none where it is not known."""
    remote = listing.activity.format is not Format.IN_PERSON
    location = _virtual(listing) if remote else _location(listing.location, listing)
    if location is None:
        return []
    return [
        {
            "id": id_of("service_at_location", service, location["id"]),
            "service_id": service,
            "location_id": location["id"],
            "location": location,
        }
    ]


def _virtual(listing: Listing) -> Json:
    contact = listing.activity.contact
    told = {
        "id": id_of("virtual", listing.activity.id),
        "location_type": "virtual",
        "name": "online",
        "url": contact.web if contact else "",
    }
    return {key: value for key, value in told.items() if value}


def _location(place: Location | None, listing: Listing) -> Json | None:
    if place is None:
        return None
    identity = id_of("location", place.id)
    told: Json = {
        "id": identity,
        "location_type": "physical",
        "name": place.name,
        "description": place.directions,
        "latitude": place.lat if place.exact else None,
        "longitude": place.lon if place.exact else None,
    }
    if place.street and place.town and place.postcode:
        told["addresses"] = [_address(place, identity, listing)]
    wheels = listing.activity.fact(Aspect.WHEELCHAIR)
    if wheels.value is not Tri.UNKNOWN:
        words = fact_text(Aspect.WHEELCHAIR, wheels.value, wheels.detail)
        told["accessibility"] = [{"id": id_of("access", place.id), "description": words}]
    return {key: value for key, value in told.items() if value not in ("", None)}


def _address(place: Location, identity: str, listing: Listing) -> Json:
    return {
        "id": id_of("address", place.id),
        "location_id": identity,
        "address_1": place.street,
        "city": place.town,
        "state_province": listing.extra.get("region") or "",
        "postal_code": place.postcode,
        "country": "NL",
        "address_type": "physical",
    }
