"""Writes schema.org JSON-LD: each activity as an Event with its schedule and exceptions."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.model import Aspect, Format, Occurrence, Status, Tri
from bot.core.programme.changed import Changed, State
from bot.exchange.calendar_words import description_of
from bot.exchange.listing import Listing
from bot.exchange.loss import Export, Loss
from bot.exchange.plan import Changes, Horizon, Plan, key_of, plan_of
from bot.exchange.series import Series
from bot.knowledge.dutch import AUDIENCES

ZONE = ZoneInfo("Europe/Amsterdam")
_HERE = "https://schema.org/"
_MOST = 60  # dates that are listed one by one
_NAMED_DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
    "SA": "Saturday", "SU": "Sunday",
}  # fmt: skip
_UNITS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
_NOT_SAID = frozenset({"BYWEEKNO", "BYSETPOS"})
_MODES = {
    Format.IN_PERSON: "OfflineEventAttendanceMode",
    Format.ONLINE: "OnlineEventAttendanceMode",
    Format.PHONE: "OnlineEventAttendanceMode",
}
Json = dict[str, Any]


def write_schema_org(listings: Iterable[Listing], changes: Changes, horizon: Horizon) -> Export:
    """The listings as one graph."""
    events: list[Json] = []
    losses: list[Loss] = []
    for listing in listings:
        plan = plan_of(listing, changes.get(listing.activity.id, ()), horizon)
        events.append(_event(listing, plan, losses))
        losses += _losses(listing)
    graph = {"@context": "https://schema.org", "@graph": events}
    content = json.dumps(graph, ensure_ascii=False, indent=1).encode()
    return Export(content=content, losses=tuple(losses), count=len(events))


def _event(listing: Listing, plan: Plan | None, losses: list[Loss]) -> Json:
    activity, organisation = listing.activity, listing.organisation
    source = activity.source
    event: Json = {
        "@type": "Event",
        "@id": f"urn:handwijzer:{activity.id}",
        "name": activity.name,
        "description": description_of(listing),
        "eventAttendanceMode": _HERE + _MODES[activity.format],
        "eventStatus": _HERE + _status(activity.status),
        "inLanguage": "nl",
        "isAccessibleForFree": _free(listing),
        "audience": [
            {"@type": "Audience", "audienceType": name}
            for name, audience in AUDIENCES.items()
            if audience in activity.audiences
        ],
        "organizer": {
            "@type": "Organization",
            "name": organisation.name,
            "description": organisation.summary,
            "url": organisation.contact.web,
            "telephone": organisation.contact.phone,
        },
        "location": _location(listing, ""),
        "url": source.url if source else "",
        "dateModified": source.read.isoformat() if source and source.read else "",
        **(_times(listing, plan, losses) if plan else {}),
    }
    return _filled(event)


def _filled(told: Json) -> Json:
    """An object without what is empty, in all that it holds."""
    kept = {key: _within(value) for key, value in told.items()}
    return {key: value for key, value in kept.items() if value not in ("", None, [], {})}


def _within(value: Any) -> Any:
    if isinstance(value, dict):
        return _filled(value)
    return [_within(one) for one in value] if isinstance(value, list) else value


def _status(status: Status) -> str:
    shut = {Status.PAUSED: "EventPostponed", Status.STOPPED: "EventCancelled"}
    return shut.get(status, "EventScheduled")


def _free(listing: Listing) -> bool | None:
    value = listing.activity.fact(Aspect.COST).value
    return None if value is Tri.UNKNOWN else value is Tri.NO


def _location(listing: Listing, elsewhere: str) -> Json:
    activity, place, contact = listing.activity, listing.location, listing.activity.contact
    if elsewhere:
        return {"@type": "Place", "name": elsewhere}
    if activity.format is not Format.IN_PERSON:
        return {"@type": "VirtualLocation", "url": contact.web if contact else ""}
    if place is None:
        return {}
    exact = place.exact and place.lat is not None
    return {
        "@type": "Place",
        "name": place.name,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": place.street,
            "postalCode": place.postcode,
            "addressLocality": place.town,
            "addressCountry": "NL",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        if exact
        else {},
    }


# Times


def _times(listing: Listing, plan: Plan, losses: list[Loss]) -> Json:
    schedules: list[Json] = []
    single: list[Occurrence] = list(plan.extra)
    for series in plan.series:
        parts = dict(part.split("=") for part in series.rule.split(";") if part)
        if parts and not _NOT_SAID & set(parts):
            schedules.append(_schedule(series, parts, plan))
            single += [told for one in series.covered if (told := _told_apart(one, plan))]
        else:
            dates = [one for one in series.covered if key_of(one) not in plan.gone]
            single += [plan.changed.get(key_of(one), one) for one in dates]
    if len(single) > _MOST:
        reason = f"alleen de eerste {_MOST} losse datums staan erin"
        losses.append(Loss(record=listing.activity.id, fact="wanneer", reason=reason))
    single.sort(key=lambda one: one.start.isoformat())
    first = min((one for s in plan.series for one in s.covered), key=_order, default=None)
    first = first or (single[0] if single else None)
    return {
        "startDate": _moment(first.start) if first else "",
        "endDate": _moment(first.end) if first and first.end else "",
        "eventSchedule": schedules,
        "subEvent": [_sub_event(listing, one) for one in single[:_MOST]],
    }


def _order(one: Occurrence) -> str:
    return one.start.isoformat()


def _moment(moment: datetime | date) -> str:
    """A moment with its distance to UTC; a bare date as it is."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=ZONE).isoformat()
    return moment.isoformat()


def _schedule(series: Series, parts: dict[str, str], plan: Plan) -> Json:
    first = series.first
    start, end = first.start, first.end
    gone = [one.start for one in series.covered if _is_off(one, plan)]
    out = sorted([*series.left_out, *gone], key=str)
    return {
        "@type": "Schedule",
        "repeatFrequency": f"P{parts.get('INTERVAL', '1')}{_UNITS[parts['FREQ']]}",
        "byDay": [_named(day) for day in parts.get("BYDAY", "").split(",") if day],
        "byMonth": _numbers(parts.get("BYMONTH", "")),
        "byMonthDay": _numbers(parts.get("BYMONTHDAY", "")),
        "startDate": _day(start).isoformat(),
        "endDate": ""
        if series.endless and not plan.bounded
        else _day(series.covered[-1].start).isoformat(),
        "startTime": f"{start:%H:%M:%S}" if isinstance(start, datetime) else "",
        "endTime": f"{end:%H:%M:%S}" if end else "",
        "exceptDate": [_moment(moment) for moment in out],
        "scheduleTimezone": "Europe/Amsterdam",
    }


def _named(day: str) -> str:
    """A weekday as schema.org has it; one with a rank as iCalendar has it."""
    return _HERE + _NAMED_DAYS[day] if day in _NAMED_DAYS else day


def _numbers(words: str) -> list[int]:
    return [int(number) for number in words.split(",") if number]


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _is_off(one: Occurrence, plan: Plan) -> bool:
    return key_of(one) in plan.gone or _told_apart(one, plan) is not None


def _told_apart(one: Occurrence, plan: Plan) -> Changed | None:
    """The changed date that takes the place of a regular one; a note alone does not."""
    changed = plan.changed.get(key_of(one))
    return changed if changed is not None and changed.state is not State.AS_PLANNED else None


def _sub_event(listing: Listing, one: Occurrence) -> Json:
    changed = one if isinstance(one, Changed) else None
    was = changed.was if changed else None
    moved = was is not None and one.start != was.start
    status = "EventRescheduled" if moved else "EventScheduled"
    if changed is not None and changed.is_off:
        status = "EventCancelled"
    reason = " ".join([changed.reason, *changed.notes]).strip() if changed else ""
    return {
        "@type": "Event",
        "name": listing.activity.name,
        "startDate": _moment(one.start),
        "endDate": _moment(one.end) if one.end else "",
        "eventStatus": _HERE + status,
        "previousStartDate": _moment(changed.was.start)
        if moved and changed and changed.was
        else "",
        "description": reason,
        "location": _location(listing, changed.place if changed else ""),
    }


def _losses(listing: Listing) -> Iterator[Loss]:
    activity = listing.activity
    if activity.facts:
        reason = "staat alleen als tekst in de omschrijving"
        yield Loss(record=activity.id, fact="toegang", reason=reason)
    if activity.status in (Status.UNVERIFIED, Status.CONFLICTING):
        yield Loss(record=activity.id, fact="status", reason="er is geen woord voor ‘niet zeker’")
