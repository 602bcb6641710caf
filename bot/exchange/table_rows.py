"""One activity as a row under the Dutch names of the knowledge files."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from bot.core.model import (
    Contact,
    Fact,
    Location,
)
from bot.exchange.listing import ASPECT_NAMES, Listing
from bot.exchange.loss import Loss
from bot.knowledge.dutch import (
    ASPECTS,
    AUDIENCES,
    FORMATS,
    KINDS,
    STATUSES,
    THEMES,
    TRIS,
)

FORMAT = "tabel"
_OWN = (
    *("id", "organisatie", "naam", "soort", "thema", "voor", "vorm", "wanneer", "behalve", "kort"),
    *("plek", "straat", "postcode", "plaats", "uitleg", "breedte", "lengte"),
    *("telefoon", "mail", "web", "contact-uitleg", "status", "bron", "datum"),
)
COLUMNS = (*_OWN, *ASPECTS)
_TRI_NAMES = {tri: name for name, tri in TRIS.items()}
Word = TypeVar("Word", bound=StrEnum)


def _name(table: Mapping[str, Word], value: Word | None) -> str:
    return next((name for name, one in table.items() if one is value), "")


def row_of(listing: Listing) -> dict[str, str]:
    """The row of one listing; what is not known stays empty."""
    activity, place = listing.activity, listing.location
    contact, source = activity.contact or Contact(), activity.source
    row = {
        "id": listing.identity or activity.id,
        "organisatie": listing.organisation.name,
        "naam": activity.name,
        "soort": _name(KINDS, activity.kind),
        "thema": ", ".join(_name(THEMES, one) for one in activity.themes),
        "voor": ", ".join(_name(AUDIENCES, one) for one in activity.audiences),
        "vorm": _name(FORMATS, activity.format),
        "wanneer": activity.when,
        "behalve": activity.except_,
        "kort": activity.about,
        "telefoon": contact.phone,
        "mail": contact.mail,
        "web": contact.web,
        "contact-uitleg": contact.note,
        "status": _name(STATUSES, activity.status),
        "bron": source.url if source else "",
        "datum": (source.dated or "") if source else "",
        **(_place_cells(place) if place else {}),
    }
    facts = {ASPECT_NAMES[aspect]: _fact_text(fact) for aspect, fact in activity.facts.items()}
    return {**row, **facts}


def _place_cells(place: Location) -> dict[str, str]:
    known = place.exact and place.lat is not None and place.lon is not None
    return {
        "plek": place.name,
        "straat": place.street,
        "postcode": place.postcode,
        "plaats": place.town,
        "uitleg": place.directions,
        "breedte": str(place.lat) if known else "",
        "lengte": str(place.lon) if known else "",
    }


def _fact_text(fact: Fact) -> str:
    return _TRI_NAMES[fact.value] + (f", {fact.detail}" if fact.detail else "")


def losses_of(listing: Listing) -> Iterator[Loss]:
    """What a row has no column for."""
    for key in listing.extra:
        reason = "staat bij de bron, en heeft hier geen kolom"
        yield Loss(record=listing.activity.id, fact=key, reason=reason)
    if listing.organisation.summary:
        reason = "van de organisatie staat alleen de naam in de tabel"
        yield Loss(record=listing.activity.id, fact="organisatie", reason=reason)
