"""Writes Human Services Data (HSDS 3.x): a page of services, each with all that belongs to it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from bot.core.model import (
    Activity,
    Aspect,
    Contact,
    Format,
    Location,
    Occurrence,
    Organisation,
    Source,
    Status,
    Tri,
)
from bot.core.programme.changed import Changed
from bot.exchange.calendar_words import fact_text, place_text
from bot.exchange.listing import ASPECT_NAMES, Listing
from bot.exchange.loss import Export, Loss
from bot.exchange.meeting_fields import timing
from bot.exchange.plan import Changes, Horizon, Plan, key_of, plan_of
from bot.exchange.series import Series
from bot.knowledge.dutch import AUDIENCES, KINDS, THEMES

_SPACE = UUID("6f0c2d52-0d0e-5b07-9d2b-6d1c0a7f5e11")  # ours: ids stay the same for ever
_STATUSES = {
    Status.PAUSED: "temporarily closed",
    Status.STOPPED: "defunct",
}
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = ("WEEKLY", "MONTHLY")
_KEPT = ("freq", "interval", "byday", "bymonthday", "wkst")
_MOST_SPLITS = 30
_WHO = (Aspect.DIAGNOSIS, Aspect.IN_CARE, Aspect.RESIDENCY, Aspect.AGE)
_HOW = (Aspect.REFERRAL, Aspect.INDICATION, Aspect.SIGN_UP)
_ELSEWHERE = frozenset({*_WHO, *_HOW, Aspect.COST, Aspect.WHEELCHAIR, Aspect.LANGUAGE})
Json = dict[str, Any]


def write_hsds(listings: Iterable[Listing], changes: Changes, horizon: Horizon) -> Export:
    """The listings as one page of an HSDS service list."""
    services: list[Json] = []
    losses: list[Loss] = []
    for listing in listings:
        plan = plan_of(listing, changes.get(listing.activity.id, ()), horizon)
        services.append(_service(listing, plan, horizon, losses))
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    content = json.dumps(page, ensure_ascii=False, indent=1).encode()
    return Export(content=content, losses=tuple(losses), count=len(services))


def _id(*parts: str) -> str:
    return str(uuid5(_SPACE, "/".join(parts)))


def _service(listing: Listing, plan: Plan | None, horizon: Horizon, losses: list[Loss]) -> Json:
    activity, organisation = listing.activity, listing.organisation
    identity = _id("service", activity.id)
    contact = activity.contact or organisation.contact
    source = activity.source
    service: Json = {
        "id": identity,
        "organization_id": _id("organization", organisation.id),
        "name": activity.name,
        "description": activity.about,
        "url": contact.web or (source.url if source else ""),
        "email": contact.mail,
        "status": _STATUSES.get(activity.status, "active"),
        "application_process": _facts(activity, _HOW),
        "fees_description": _facts(activity, (Aspect.COST,)),
        "eligibility_description": _facts(activity, _WHO),
        "assured_date": source.read.isoformat() if source and source.read else "",
        "alert": _alert(plan),
        "last_modified": _modified(source),
        "organization": _organization(organisation),
        "phones": _phones(contact, identity),
        "languages": _languages(activity, identity),
        "schedules": list(_schedules(listing, plan, horizon, losses)),
        "service_at_locations": _at_locations(listing, identity),
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
        "id": _id("organization", organisation.id),
        "name": organisation.name,
        "alternate_name": ", ".join(organisation.names),
        "description": organisation.summary,
        "email": contact.mail,
        "website": contact.web,
        "phones": _phones(contact, organisation.id),
    }
    return {key: value for key, value in told.items() if value or key == "description"}


def _phones(contact: Contact, owner: str) -> list[Json]:
    return [{"id": _id("phone", owner), "number": contact.phone}] if contact.phone else []


def _languages(activity: Activity, owner: str) -> list[Json]:
    fact = activity.fact(Aspect.LANGUAGE)
    names = fact.detail.split(", ") if fact.value is Tri.YES and fact.detail else []
    return [{"id": _id("language", owner, name), "name": name} for name in names]


def _attributes(activity: Activity, owner: str) -> Iterator[Json]:
    """Kind, themes and audiences as terms of a taxonomy of our own."""
    groups = (("soort", KINDS, (activity.kind,)), ("thema", THEMES, activity.themes),
              ("voor", AUDIENCES, activity.audiences))  # fmt: skip
    for taxonomy, table, values in groups:
        for name, word in table.items():
            if word in values:
                term = {
                    "id": _id("term", taxonomy, word),
                    "code": str(word),
                    "name": name,
                    "description": f"{taxonomy}: {name}",
                    "taxonomy": f"Handwijzer: {taxonomy}",
                }
                yield {
                    "id": _id("attribute", owner, word),
                    "link_id": owner,
                    "link_entity": "service",
                    "taxonomy_term": term,
                }


# Places


def _at_locations(listing: Listing, service: str) -> list[Json]:
    remote = listing.activity.format is not Format.IN_PERSON
    location = _virtual(listing) if remote else _location(listing.location, listing)
    if location is None:
        return []
    return [
        {
            "id": _id("service_at_location", service, location["id"]),
            "service_id": service,
            "location_id": location["id"],
            "location": location,
        }
    ]


def _virtual(listing: Listing) -> Json:
    contact = listing.activity.contact
    told = {
        "id": _id("virtual", listing.activity.id),
        "location_type": "virtual",
        "name": "online",
        "url": contact.web if contact else "",
    }
    return {key: value for key, value in told.items() if value}


def _location(place: Location | None, listing: Listing) -> Json | None:
    if place is None:
        return None
    identity = _id("location", place.id)
    told: Json = {
        "id": identity,
        "location_type": "physical",
        "name": place.name,
        "description": place.directions,
        "latitude": place.lat if place.exact else None,
        "longitude": place.lon if place.exact else None,
    }
    if place.street and place.town and place.postcode:
        address = {
            "id": _id("address", place.id),
            "location_id": identity,
            "address_1": place.street,
            "city": place.town,
            "state_province": listing.extra.get("region") or "",
            "postal_code": place.postcode,
            "country": "NL",
            "address_type": "physical",
        }
        told["addresses"] = [address]
    wheels = listing.activity.fact(Aspect.WHEELCHAIR)
    if wheels.value is not Tri.UNKNOWN:
        words = fact_text(Aspect.WHEELCHAIR, wheels.value, wheels.detail)
        told["accessibility"] = [{"id": _id("access", place.id), "description": words}]
    return {key: value for key, value in told.items() if value not in ("", None)}


# Schedules


def _schedules(
    listing: Listing, plan: Plan | None, horizon: Horizon, losses: list[Loss]
) -> Iterator[Json]:
    if plan is None:
        if listing.activity.when:
            owner = listing.activity.id
            yield {"id": _id("schedule", owner), "description": timing(listing.activity)}
        return
    for number, series in enumerate(plan.series):
        owner = f"{listing.activity.id}/{number}"
        yield from _rows(listing, series, plan, owner, losses)
    for one in (*plan.changed.values(), *plan.extra):
        if not one.is_off and (one.was is None or _differs(one)):
            yield _once(listing, one)


def _differs(one: Changed) -> bool:
    was = one.was
    return was is None or bool(one.place) or (one.start, one.end) != (was.start, was.end)


def _rows(
    listing: Listing, series: Series, plan: Plan, owner: str, losses: list[Loss]
) -> Iterator[Json]:
    """One row, or several around the dates that are not on: the format has no exceptions."""
    parts = dict(part.split("=") for part in series.rule.split(";") if part)
    off = {key_of(one) for one in series.covered if _is_off(one, plan)}
    on = [one for one in series.covered if key_of(one) not in off]
    if not series.rule or parts["FREQ"] not in _FREQUENCIES or set(parts) - _sayable(parts):
        yield from (_once(listing, one) for one in on)
        return
    stretches = list(_stretches(series, off))
    if len(stretches) > _MOST_SPLITS:
        reason = "te veel uitzonderingen; alleen de vaste regel en de tekst staan erin"
        losses.append(Loss(record=listing.activity.id, fact="behalve", reason=reason))
        stretches = [series.covered]
    for number, stretch in enumerate(stretches):
        is_last = stretch is stretches[-1]
        row = _base(listing, stretch[0], f"{owner}/{number}")
        row |= {key: _number(parts[key.upper()]) for key in _KEPT if key.upper() in parts}
        row["dtstart"] = _day(stretch[0]).isoformat()
        if not (is_last and series.endless and not plan.bounded):
            row["until"] = row["valid_to"] = _day(stretch[-1]).isoformat()
        if number:
            row["valid_from"] = row["dtstart"]
        yield row


def _sayable(parts: Json) -> set[str]:
    known = {key.upper() for key in _KEPT}
    return known | ({"FREQ"} if parts else set())


def _is_off(one: Occurrence, plan: Plan) -> bool:
    changed = plan.changed.get(key_of(one))
    return key_of(one) in plan.gone or (
        changed is not None and (changed.is_off or _differs(changed))
    )


def _stretches(series: Series, off: set[Any]) -> Iterator[tuple[Occurrence, ...]]:
    """The dates that are on, parted where the rule has one that is not."""
    out = sorted([*series.left_out, *(start for start, _ in off)], key=str)
    stretch: list[Occurrence] = []
    for one in series.covered:
        if key_of(one) in off:
            continue
        if stretch and any(str(stretch[-1].start) < str(gap) < str(one.start) for gap in out):
            yield tuple(stretch)
            stretch = []
        stretch.append(one)
    if stretch:
        yield tuple(stretch)


def _once(listing: Listing, one: Occurrence) -> Json:
    """A row for one date."""
    day = _day(one)
    row = _base(listing, one, f"{listing.activity.id}/{one.start.isoformat()}")
    row |= {"freq": "WEEKLY", "interval": 1, "byday": _BYDAY[day.weekday()]}
    row |= {"dtstart": day.isoformat(), "until": day.isoformat()}
    row |= {"valid_from": day.isoformat(), "valid_to": day.isoformat()}
    if isinstance(one, Changed):
        words = "; ".join(part for part in (one.place, one.reason, *one.notes) if part)
        row["notes"] = words or row["notes"]
    return row


def _base(listing: Listing, one: Occurrence, owner: str) -> Json:
    row: Json = {
        "id": _id("schedule", owner),
        "service_id": _id("service", listing.activity.id),
        "description": timing(listing.activity),
        "notes": "De tijden zijn die van de klok in Nederland (Europe/Amsterdam).",
    }
    if isinstance(one.start, datetime):
        row["opens_at"] = f"{one.start:%H:%M}"
    if one.end is not None:
        row["closes_at"] = f"{one.end:%H:%M}"
    return row


def _number(words: str) -> str | int:
    return int(words) if words.isdigit() else words


def _day(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def _alert(plan: Plan | None) -> str:
    """What is different in the coming fortnight, in words."""
    if plan is None or not plan.changed:
        return ""
    first = min(_day(one) for one in plan.changed.values())
    soon = [one for one in plan.changed.values() if _day(one) <= first + timedelta(days=14)]
    return "; ".join(_told(one) for one in soon)


def _told(one: Changed) -> str:
    what = "vervalt" if one.is_off else "is anders"
    more = ", ".join(part for part in (one.place, one.reason) if part)
    return f"{_day(one).isoformat()} {what}" + (f": {more}" if more else "")


def _losses(listing: Listing) -> Iterator[Loss]:
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
