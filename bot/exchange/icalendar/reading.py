"""Reads iCalendar files: each event or series becomes an activity with a schedule phrase."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty
from icalendar.prop.broken import vBroken

from bot.core.model import (
    Activity,
    Contact,
    Format,
    Location,
    Organisation,
    Source,
    Status,
)
from bot.exchange.icalendar.moments import Moment, day_of, end_of, moment_of
from bot.exchange.icalendar.overrides import proposals_of
from bot.exchange.icalendar.rule_words import hours_text, listing_phrase, phrase_of_rule
from bot.exchange.icalendar.series_dates import rule_parts, starts_of
from bot.exchange.icalendar.vevent import Vevent, vevents_in
from bot.exchange.meeting_guide.place import read_place
from bot.exchange.privacy import personal_numbers, without_numbers
from bot.exchange.record import (
    FED,
    Batch,
    Feed,
    ImportedMeeting,
    Mistake,
    Provenance,
    digest,
    slug_of,
)

FORMAT = "icalendar"
_PERSONAL = frozenset({"ATTENDEE", "ORGANIZER", "CONTACT"})
_READ = frozenset(
    "UID SUMMARY DESCRIPTION LOCATION GEO URL DTSTART DTEND DURATION RRULE RDATE EXDATE STATUS "
    "DTSTAMP SEQUENCE RECURRENCE-ID".split()
)
_ONLINE = ("online", "http://", "https://", "zoom", "teams")


def read_icalendar(content: bytes, feed: Feed, *, allowed: frozenset[str] = frozenset()) -> Batch:
    """All events of a calendar that are not over; exceptions of one date become proposals."""
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, IndexError, KeyError):
        message = "Dit is geen geldig iCalendar-bestand (.ics)."
        wrong = Mistake(record="", field="", message=message, fatal=True)
        return Batch(feed=feed, mistakes=(wrong,))
    mistakes: list[Mistake] = []
    found: dict[str, ImportedMeeting] = {}
    for event in vevents_in(calendars, feed, mistakes):
        try:
            meeting = _meeting(event, allowed)
        except BrokenCalendarProperty:
            broken = ", ".join(_broken(event.part)) or "een veld"
            event.wrong(broken, "Dit is niet te lezen; de hele afspraak is niet overgenomen.")
            continue
        if meeting is not None:
            found.setdefault(meeting.activity.id, meeting)
    if content.upper().count(b"BEGIN:VEVENT") > content.upper().count(b"END:VEVENT"):
        message = "Dit bestand is afgebroken: de laatste afspraak is niet heel."
        mistakes.append(Mistake(record="", field="", message=message))
    return Batch(feed=feed, meetings=tuple(found.values()), mistakes=tuple(mistakes))


def _broken(part: Component) -> list[str]:
    """The names of the properties of an event that the library could not read."""
    return [name for name, value in part.property_items() if isinstance(value, vBroken)]


def _meeting(event: Vevent, allowed: frozenset[str]) -> ImportedMeeting | None:
    start = moment_of(event.part, "DTSTART")
    if start is None:
        event.wrong("DTSTART", "Er staat geen begin (DTSTART) bij.")
        return None
    end = end_of(event.part, start)
    starts, left_out = starts_of(event, start)
    if not starts or day_of(starts[-1]) < event.feed.read:
        event.wrong("DTSTART", "Dit is voorbij; het is niet overgenomen.")
        return None
    when, except_ = _phrase(event, starts, left_out, end)
    location = None if _is_online(event) else _place(event)
    activity = _activity(event, location, allowed)
    return ImportedMeeting(
        activity=replace(activity, when=when, except_=except_),
        organisation=_organisation(event.feed),
        location=location,
        provenance=Provenance(feed=event.feed, identity=event.identity, format=FORMAT),
        extra=_extra(event),
        proposals=tuple(proposals_of(event, end)),
    )


def _activity(event: Vevent, location: Location | None, allowed: frozenset[str]) -> Activity:
    """What an event says besides when it is."""
    feed, about, link = event.feed, event.text("DESCRIPTION"), event.text("URL")
    if personal_numbers(about, allowed):
        event.wrong("DESCRIPTION", "Weggelaten: een mobiel nummer van een persoon.")
    return Activity(
        id=f"{feed.id}/{slug_of(event.identity)[:40]}-{digest(event.identity)}",
        organisation=feed.id,
        name=event.text("SUMMARY") or "zonder naam",
        kind=None,
        location=location.id if location else None,
        format=Format.ONLINE if _is_online(event) else Format.IN_PERSON,
        about=without_numbers(about, allowed),
        contact=Contact(web=link) if link.startswith("http") else None,
        status=Status.STOPPED if event.text("STATUS") == "CANCELLED" else Status.ACTIVE,
        source=Source(url=link or feed.address, name=feed.name, read=feed.read, note=FED),
    )


def _organisation(feed: Feed) -> Organisation:
    return Organisation(
        id=feed.id,
        name=feed.name,
        kind="agenda",
        summary=f"Activiteiten uit de agenda van {feed.name}.",
        status=Status.ACTIVE,
        source=Source(url=feed.address, name=feed.name, read=feed.read, note=FED),
    )


def _extra(event: Vevent) -> dict[str, Any]:
    """The properties we have no place for, as text; never those of people."""
    found = {}
    for name, value in event.part.items():
        if name in _PERSONAL:
            event.wrong(name, "Weggelaten: gegevens van een persoon.")
        elif name not in _READ:
            values = value if isinstance(value, list) else [value]
            found[name] = "; ".join(one.to_ical().decode("utf-8", "replace") for one in values)
    return found


def _phrase(
    event: Vevent, starts: Sequence[Moment], left_out: Sequence[Moment], end: datetime | None
) -> tuple[str, str]:
    """The schedule phrase and its exceptions; nothing, and a mistake, where none can say it."""
    hours = hours_text(starts[0], end)
    if "RRULE" in event.part and "RDATE" not in event.part:
        parts = rule_parts(event.part)
        rule = {key: [str(value) for value in values] for key, values in parts.items()}
        if found := phrase_of_rule(rule, hours, (starts, left_out), event.feed.read):
            return found
    kept = [moment for moment in starts if moment not in left_out]
    open_ended = "RRULE" in event.part and not {"UNTIL", "COUNT"} & set(rule_parts(event.part))
    phrase = None if open_ended or not kept else listing_phrase(kept, hours, event.feed.read)
    if phrase is None:
        event.wrong("RRULE", "Deze herhaling kunnen we niet in woorden zeggen; vul zelf in.")
    return phrase or "", ""


def _is_online(event: Vevent) -> bool:
    words = event.text("LOCATION").casefold()
    return words.startswith(_ONLINE)


def _place(event: Vevent) -> Location | None:
    words = event.text("LOCATION")
    if not words:
        return None
    found = read_place(event, online=False)
    name = words.split(",")[0].strip()
    street = found.street.removeprefix(name).lstrip(", ") if found else ""
    return replace(found, name=name, street=street or found.street) if found else None
