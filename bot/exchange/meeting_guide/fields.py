"""What our model says of an activity in the fields of Meeting Guide."""

from collections.abc import Iterable

from bot.core.model import Activity, Aspect, Format, Location, Organisation, Status, Tri
from bot.exchange.meeting_guide.types import (
    CLOSED,
    CODE_OF_AUDIENCE,
    CODES,
    LANGUAGES,
    OPEN,
    SHUT,
)
from bot.exchange.record import Json
from bot.exchange.weekly import DAY, Hours, weekly_hours

ZONE = "Europe/Amsterdam"
ONLINE_CODE = "ONL"
_CODE_OF_LANGUAGE = {CODES[code]: code for code in sorted(LANGUAGES)}


def fields_of(
    activity: Activity, location: Location | None, organisation: Organisation, slug: str
) -> tuple[dict[str, Json], ...]:
    """One record for each opening; a rhythm that is not weekly has its words in the notes."""
    shared = {
        key: value
        for key, value in _shared(activity, location, organisation).items()
        if value not in ("", None, [])
    }
    hours = weekly_hours(activity)
    if hours is None:
        notes = "\n".join(words for words in (timing(activity), activity.about) if words)
        return ({**shared, "slug": slug, **({"notes": notes} if notes else {})},)
    slugs = [slug] if len(hours) == 1 else [f"{slug}-{number}" for number in range(1, 99)]
    return tuple(
        {**shared, "slug": own, **_times(one)} for own, one in zip(slugs, hours, strict=False)
    )


def timing(activity: Activity) -> str:
    """The schedule in the editor's words, exceptions included."""
    return activity.when + (f", behalve {activity.except_}" if activity.except_ else "")


def _shared(
    activity: Activity, location: Location | None, organisation: Organisation
) -> dict[str, Json]:
    source, contact = activity.source, activity.contact
    web = contact.web if contact else ""
    exact = location is not None and location.exact
    return {
        "name": activity.name,
        "timezone": ZONE,
        "types": list(types_of(activity)),
        "location": location.name if location else "",
        "address": location.street if location else "",
        "city": location.town if location else "",
        "postal_code": location.postcode if location else "",
        "country": "NL",
        "latitude": location.lat if location and exact else None,
        "longitude": location.lon if location and exact else None,
        "location_notes": location.directions if location else "",
        "notes": activity.about,
        "entity": organisation.name,
        "url": source.url if source else "",
        "conference_url": web if activity.format is Format.ONLINE else "",
        "entity_phone": organisation.contact.phone,
        "entity_email": organisation.contact.mail,
        "entity_url": organisation.contact.web,
    }


def _times(hours: Hours) -> dict[str, Json]:
    days: list[Json] = [(day + 1) % 7 for day in hours.weekdays]
    found: dict[str, Json] = {"day": days[0] if len(days) == 1 else sorted(days, key=str)}
    if hours.opens is not None:
        found["time"] = _clock(hours.opens)
    if hours.closes is not None:
        found["end_time"] = _clock(hours.closes)
    return found


def _clock(minutes: int) -> str:
    return f"{minutes % DAY // 60:02d}:{minutes % 60:02d}"


def types_of(activity: Activity) -> Iterable[str]:
    """The codes that our model can say."""
    for audience in activity.audiences:
        if code := CODE_OF_AUDIENCE.get(audience):
            yield code
    visitors, language = activity.fact(Aspect.BRING_SOMEONE), activity.fact(Aspect.LANGUAGE)
    if visitors.detail and visitors.value is not Tri.UNKNOWN:
        yield OPEN if visitors.value is Tri.YES else CLOSED
    if activity.fact(Aspect.WHEELCHAIR).value is Tri.YES:
        yield "X"
    for name in language.detail.split(", ") if language.value is Tri.YES else ():
        if code := _CODE_OF_LANGUAGE.get(name):
            yield code
    if activity.format is Format.ONLINE:
        yield ONLINE_CODE
    if activity.status is Status.PAUSED:
        yield SHUT
