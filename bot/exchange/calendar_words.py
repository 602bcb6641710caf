"""What a calendar entry says in words: description, place and categories, in Dutch."""

from collections.abc import Iterator

from bot.core.calendar.day_text import source_date_text
from bot.core.model import Aspect, Contact, Tri
from bot.core.programme.programme import schedule_of
from bot.core.schedules.dutch import describe
from bot.exchange.listing import ASPECT_NAMES, Listing
from bot.knowledge.dutch import AUDIENCES, KINDS, THEMES, TRIS

_KIND_NAMES = {kind: name for name, kind in KINDS.items()}
_THEME_NAMES = {theme: name for name, theme in THEMES.items()}
_AUDIENCE_NAMES = {audience: name for name, audience in AUDIENCES.items()}
_TRI_NAMES = {tri: name for name, tri in TRIS.items()}


def description_of(listing: Listing) -> str:
    """All that is known of an activity, line by line, with the source and its date."""
    return "\n".join(line for line in _lines(listing) if line)


def _lines(listing: Listing) -> Iterator[str]:
    activity = listing.activity
    yield activity.about
    yield f"Van: {listing.organisation.name}"
    schedule = schedule_of(activity)
    yield f"Wanneer: {describe(schedule)}" if schedule else ""
    yield listing.location.directions if listing.location else ""
    for aspect, fact in activity.facts.items():
        if fact.value is not Tri.UNKNOWN:
            yield f"{fact_text(aspect, fact.value, fact.detail)}"
    yield contact_text(activity.contact or listing.organisation.contact)
    yield _checked(listing)


def fact_text(aspect: Aspect, value: Tri, detail: str) -> str:
    """One fact as people read it: "verwijzing: nee"."""
    return f"{ASPECT_NAMES[aspect]}: {_TRI_NAMES[value]}" + (f", {detail}" if detail else "")


def contact_text(contact: Contact) -> str:
    """How to get in touch, on one line."""
    ways = (contact.phone, contact.mail, contact.web, contact.note)
    said = " · ".join(way for way in ways if way)
    return f"Contact: {said}" if said else ""


def _checked(listing: Listing) -> str:
    source = listing.activity.source
    if source is None:
        return ""
    read = (
        f", nagelezen op {source_date_text(source.read.isoformat(), 'nl')}" if source.read else ""
    )
    return f"Bron: {source.name or source.url}{read}"


def place_text(listing: Listing) -> str:
    """The place on one line: name, street, postcode and town."""
    location = listing.location
    if location is None:
        return ""
    town = f"{location.postcode} {location.town}".strip()
    parts = dict.fromkeys((location.name, location.street, town))
    return ", ".join(part for part in parts if part)


def categories_of(listing: Listing) -> list[str]:
    """Kind, themes and audiences by their Dutch names."""
    activity = listing.activity
    kind = [_KIND_NAMES[activity.kind]] if activity.kind else []
    themes = [_THEME_NAMES[theme] for theme in activity.themes]
    return [*kind, *themes, *(_AUDIENCE_NAMES[audience] for audience in activity.audiences)]
