"""One service of HSDS: who gives it, what it is about, whom it is for, and what has no field."""

from collections.abc import Iterable, Iterator

from bot.core.model import (
    Activity,
    Aspect,
    Contact,
    Organisation,
    Source,
    Status,
    Tri,
)
from bot.exchange.calendar_words import fact_text, place_text
from bot.exchange.hsds.places import at_locations
from bot.exchange.hsds.record import Json, id_of
from bot.exchange.hsds.schedules import alert_of, schedules_of
from bot.exchange.listing import ASPECT_NAMES, Listing
from bot.exchange.loss import Loss
from bot.exchange.plan import Plan
from bot.knowledge.dutch import AUDIENCES, KINDS, THEMES

_STATUSES = {
    Status.PAUSED: "temporarily closed",
    Status.STOPPED: "defunct",
}
_WHO = (Aspect.DIAGNOSIS, Aspect.IN_CARE, Aspect.RESIDENCY, Aspect.AGE)
_HOW = (Aspect.REFERRAL, Aspect.INDICATION, Aspect.SIGN_UP)
_ELSEWHERE = frozenset({*_WHO, *_HOW, Aspect.COST, Aspect.WHEELCHAIR, Aspect.LANGUAGE})


def service_of(listing: Listing, plan: Plan | None, losses: list[Loss]) -> Json:
    """A service with all that belongs to it; what it cannot say is added to the losses."""
    activity, organisation = listing.activity, listing.organisation
    identity = id_of("service", activity.id)
    contact = activity.contact or organisation.contact
    source = activity.source
    service: Json = {
        "id": identity,
        "organization_id": id_of("organization", organisation.id),
        "name": activity.name,
        "description": activity.about,
        "url": contact.web or (source.url if source else ""),
        "email": contact.mail,
        "status": _STATUSES.get(activity.status, "active"),
        "application_process": _facts(activity, _HOW),
        "fees_description": _facts(activity, (Aspect.COST,)),
        "eligibility_description": _facts(activity, _WHO),
        "assured_date": source.read.isoformat() if source and source.read else "",
        "alert": alert_of(plan),
        "last_modified": _modified(source),
        "organization": _organization(organisation),
        "phones": _phones(contact, identity),
        "languages": _languages(activity, identity),
        "schedules": list(schedules_of(listing, plan, losses)),
        "service_at_locations": at_locations(listing, identity),
        "attributes": list(_attributes(activity, identity)),
    }
    losses += _losses(listing)
    return {key: value for key, value in service.items() if value not in ("", [], None)}


def _facts(activity: Activity, aspects: Iterable[Aspect]) -> str:
    told = [(aspect, activity.fact(aspect)) for aspect in aspects]
    return "; ".join(
        fact_text(aspect, fact.value, fact.detail)
        for aspect, fact in told
        if fact.value is not Tri.UNKNOWN
    )


def _modified(source: Source | None) -> str:
    return f"{source.read.isoformat()}T00:00:00.000Z" if source and source.read else ""


def _organization(organisation: Organisation) -> Json:
    contact = organisation.contact
    told = {
        "id": id_of("organization", organisation.id),
        "name": organisation.name,
        "alternate_name": ", ".join(organisation.names),
        "description": organisation.summary,
        "email": contact.mail,
        "website": contact.web,
        "phones": _phones(contact, organisation.id),
    }
    return {key: value for key, value in told.items() if value or key == "description"}


def _phones(contact: Contact, owner: str) -> list[Json]:
    return [{"id": id_of("phone", owner), "number": contact.phone}] if contact.phone else []


def _languages(activity: Activity, owner: str) -> list[Json]:
    fact = activity.fact(Aspect.LANGUAGE)
    names = fact.detail.split(", ") if fact.value is Tri.YES and fact.detail else []
    return [{"id": id_of("language", owner, name), "name": name} for name in names]


def _attributes(activity: Activity, owner: str) -> Iterator[Json]:
    """Kind, themes and audiences as terms of a taxonomy of our own."""
    groups = (("soort", KINDS, (activity.kind,)), ("thema", THEMES, activity.themes),
              ("voor", AUDIENCES, activity.audiences))  # fmt: skip
    for taxonomy, table, values in groups:
        for name, word in table.items():
            if word in values:
                term = {
                    "id": id_of("term", taxonomy, word),
                    "code": str(word),
                    "name": name,
                    "description": f"{taxonomy}: {name}",
                    "taxonomy": f"Handwijzer: {taxonomy}",
                }
                yield {
                    "id": id_of("attribute", owner, word),
                    "link_id": owner,
                    "link_entity": "service",
                    "taxonomy_term": term,
                }


def _losses(listing: Listing) -> Iterator[Loss]:
    """What the records of a service have no field for."""
    activity = listing.activity
    if activity.when:
        reason = "er is geen tijdzone met zomertijd; de kloktijden staan er zonder zone in"
        yield Loss(record=activity.id, fact="wanneer", reason=reason)
    place = listing.location
    if place and place_text(listing) and not (place.street and place.town and place.postcode):
        reason = "een adres moet volledig zijn; het staat er niet in"
        yield Loss(record=activity.id, fact="plek", reason=reason)
    for aspect, fact in activity.facts.items():
        if aspect not in _ELSEWHERE and fact.value is not Tri.UNKNOWN:
            reason = "daar is geen veld voor"
            yield Loss(record=activity.id, fact=ASPECT_NAMES[aspect], reason=reason)
