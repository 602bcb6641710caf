"""Reads iCalendar files: each event or series becomes an activity with a schedule phrase."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr
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
from bot.exchange.meeting_place import read_place
from bot.exchange.privacy import personal_numbers, without_numbers
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import (
    FED,
    Batch,
    Feed,
    ImportedMeeting,
    Mistake,
    Provenance,
    digest,
    plain_text,
    slug_of,
)
from bot.exchange.rrule_words import hours_text, listing_phrase, phrase_of_rule

FORMAT = "icalendar"
ZONE = ZoneInfo("Europe/Amsterdam")
_HORIZON = timedelta(days=740)
_MOST = 5_000  # dates of one series that are looked at
_PERSONAL = frozenset({"ATTENDEE", "ORGANIZER", "CONTACT"})
_READ = frozenset(
    "UID SUMMARY DESCRIPTION LOCATION GEO URL DTSTART DTEND DURATION RRULE RDATE EXDATE STATUS "
    "DTSTAMP SEQUENCE RECURRENCE-ID".split()
)
_ONLINE = ("online", "http://", "https://", "zoom", "teams")
Moment = datetime | date


@dataclass(frozen=True, slots=True)
class _Event:
    """One VEVENT with the events that replace some of its dates."""

    part: Component
    overrides: tuple[Component, ...]
    identity: str
    feed: Feed
    mistakes: list[Mistake]

    @property
    def fields(self) -> Mapping[str, Any]:
        """Latitude and longitude, by the names that places are read by."""
        geo = self.part.get("GEO")
        return {"latitude": geo.latitude, "longitude": geo.longitude} if geo else {}

    def text(self, key: str) -> str:
        """A property as plain text."""
        known = {"formatted_address": "LOCATION"}
        value = self.part.get(known.get(key, key))
        return plain_text(str(value)) if value is not None and not isinstance(value, list) else ""

    def wrong(self, key: str, message: str) -> None:
        """Notes something that could not be taken over as it is."""
        self.mistakes.append(Mistake(record=self.identity, field=key, message=message))


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
    for event in _events(calendars, feed, mistakes):
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


def _events(
    calendars: Sequence[Component], feed: Feed, mistakes: list[Mistake]
) -> Iterator[_Event]:
    masters: dict[str, Component] = {}
    others: dict[str, list[Component]] = {}
    for part in (part for calendar in calendars for part in calendar.walk("VEVENT")):
        identity = str(
            part.get("UID") or digest(str(part.get("SUMMARY")), str(part.get("DTSTART")))
        )
        if "RECURRENCE-ID" in part:
            others.setdefault(identity, []).append(part)
        else:
            masters.setdefault(identity, part)
    for identity in others.keys() - masters.keys():
        message = "Dit is een losse wijziging van een reeks die er niet bij staat."
        mistakes.append(Mistake(record=identity, field="UID", message=message))
    for identity, part in masters.items():
        yield _Event(part, tuple(others.get(identity, ())), identity, feed, mistakes)


def _meeting(event: _Event, allowed: frozenset[str]) -> ImportedMeeting | None:
    feed, start = event.feed, _local(_value(event.part, "DTSTART"))
    if start is None:
        event.wrong("DTSTART", "Er staat geen begin (DTSTART) bij.")
        return None
    end = _end(event.part, start)
    starts, left_out = _starts(event, start)
    if not starts or _as_day(starts[-1]) < feed.read:
        event.wrong("DTSTART", "Dit is voorbij; het is niet overgenomen.")
        return None
    when, except_ = _words(event, starts, left_out, end)
    location = None if _is_online(event) else _place(event)
    about = event.text("DESCRIPTION")
    if personal_numbers(about, allowed):
        event.wrong("DESCRIPTION", "Weggelaten: een mobiel nummer van een persoon.")
    link = event.text("URL")
    activity = Activity(
        id=f"{feed.id}/{slug_of(event.identity)[:40]}-{digest(event.identity)}",
        organisation=feed.id,
        name=event.text("SUMMARY") or "zonder naam",
        kind=None,
        location=location.id if location else None,
        format=Format.ONLINE if _is_online(event) else Format.IN_PERSON,
        when=when,
        except_=except_,
        about=without_numbers(about, allowed),
        contact=Contact(web=link) if link.startswith("http") else None,
        status=Status.STOPPED if event.text("STATUS") == "CANCELLED" else Status.ACTIVE,
        source=Source(url=link or feed.address, name=feed.name, read=feed.read, note=FED),
    )
    return ImportedMeeting(
        activity=activity,
        organisation=_organisation(feed),
        location=location,
        provenance=Provenance(feed=feed, identity=event.identity, format=FORMAT),
        extra=_extra(event),
        proposals=tuple(_proposals(event, end)),
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


def _extra(event: _Event) -> dict[str, Any]:
    """The properties we have no place for, as text; never those of people."""
    found = {}
    for name, value in event.part.items():
        if name in _PERSONAL:
            event.wrong(name, "Weggelaten: gegevens van een persoon.")
        elif name not in _READ:
            values = value if isinstance(value, list) else [value]
            found[name] = "; ".join(one.to_ical().decode("utf-8", "replace") for one in values)
    return found


# Dates


def _value(part: Component, name: str) -> Any:
    held = part.get(name)
    return getattr(held, "dt", None)


def _local(moment: Any) -> Moment | None:
    """A moment as wall-clock time in Amsterdam; a bare date stays one."""
    if isinstance(moment, datetime):
        return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo else moment
    return moment if isinstance(moment, date) else None


def _end(part: Component, start: Moment) -> datetime | None:
    if not isinstance(start, datetime):
        return None
    end, length = _local(_value(part, "DTEND")), _value(part, "DURATION")
    if isinstance(length, timedelta):
        return start + length
    return end if isinstance(end, datetime) and end > start else None


def _as_day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _starts(event: _Event, start: Moment) -> tuple[list[Moment], list[Moment]]:
    """All starts within the horizon, exceptions included, and the exceptions among them."""
    part, bare = event.part, not isinstance(start, datetime)
    first = start if isinstance(start, datetime) else datetime.combine(start, time())
    rules = rruleset()
    rules.rdate(first)
    if "RRULE" in part:
        rule = _rule(event)
        if rule is None:
            return [], []
        made = rrulestr(rule, dtstart=first)
        if isinstance(made, rrule):
            rules.rrule(made)
    for moment in _moments(part, "RDATE"):
        rules.rdate(moment)
    last = max(first, datetime.combine(event.feed.read, time())) + _HORIZON
    found: list[Moment] = []
    for moment in rules:
        if moment > last or len(found) >= _MOST:
            break
        found.append(moment.date() if bare else moment)
    out = {moment.date() if bare else moment for moment in _moments(part, "EXDATE")}
    return found, sorted(out & set(found), key=str)


def _rule(event: _Event) -> str | None:
    """The RRULE in local time, its end too; None where it is not one."""
    rule = _rule_parts(event.part)
    if until := rule.get("UNTIL"):
        local = _local(until[0])
        bare = not isinstance(local, datetime)
        rule["UNTIL"] = [f"{local:%Y%m%d}T235959" if bare else f"{local:%Y%m%dT%H%M%S}"]
    if str((rule.get("FREQ") or [""])[0]) not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        event.wrong("RRULE", "Deze herhaling kennen we niet.")
        return None
    zone = getattr(_value(event.part, "DTSTART"), "tzinfo", None)
    if zone is not None and str(zone) in ("UTC", "Z"):
        event.wrong("RRULE", "De tijden staan in UTC: in de zomer kan het een uur schelen.")
    return ";".join(f"{key}={','.join(map(str, values))}" for key, values in rule.items())


def _rule_parts(part: Component) -> dict[str, list[Any]]:
    """The parts of the RRULE; of the first where there are more."""
    given: Any = part.get("RRULE")
    return dict(given[0] if isinstance(given, list) else given or {})


def _moments(part: Component, name: str) -> Iterator[datetime]:
    held = part.get(name)
    for group in held if isinstance(held, list) else [held] if held is not None else []:
        for one in group.dts:
            local = _local(one.dt)
            if isinstance(local, datetime):
                yield local
            elif local is not None:
                yield datetime.combine(local, time())


def _words(
    event: _Event, starts: Sequence[Moment], left_out: Sequence[Moment], end: datetime | None
) -> tuple[str, str]:
    """The schedule phrase and its exceptions; nothing, and a mistake, where none can say it."""
    hours = hours_text(starts[0], end)
    if "RRULE" in event.part and "RDATE" not in event.part:
        parts = _rule_parts(event.part)
        rule = {key: [str(value) for value in values] for key, values in parts.items()}
        if found := phrase_of_rule(rule, hours, (starts, left_out), event.feed.read):
            return found
    kept = [moment for moment in starts if moment not in left_out]
    open_ended = "RRULE" in event.part and not {"UNTIL", "COUNT"} & set(_rule_parts(event.part))
    phrase = None if open_ended or not kept else listing_phrase(kept, hours, event.feed.read)
    if phrase is None:
        event.wrong("RRULE", "Deze herhaling kunnen we niet in woorden zeggen; vul zelf in.")
    return phrase or "", ""


# Place


def _is_online(event: _Event) -> bool:
    words = event.text("LOCATION").casefold()
    return words.startswith(_ONLINE)


def _place(event: _Event) -> Location | None:
    words = event.text("LOCATION")
    if not words:
        return None
    found = read_place(event, online=False)
    name = words.split(",")[0].strip()
    street = found.street.removeprefix(name).lstrip(", ") if found else ""
    return replace(found, name=name, street=street or found.street) if found else None


# Exceptions of one date


def _proposals(event: _Event, end: datetime | None) -> Iterator[Proposal]:
    for part in event.overrides:
        old, new = _local(_value(part, "RECURRENCE-ID")), _local(_value(part, "DTSTART"))
        if old is None:
            continue
        day, past = (_as_day(old),), _as_day(old) < event.feed.read
        if str(part.get("STATUS", "")) == "CANCELLED":
            reason = plain_text(str(part.get("COMMENT") or ""))
            yield Proposal(what=What.CANCELLED, days=day, reason=reason, past=past)
            continue
        new_end = _end(part, new) if new else None
        if new is not None and (new != old or (new_end and end and new_end.time() != end.time())):
            time_ = hours_text(new, new_end)
            if _as_day(new) != day[0]:
                yield Proposal(what=What.CANCELLED, days=day, past=past)
                yield Proposal(what=What.EXTRA, days=(_as_day(new),), time=time_, past=past)
            else:
                yield Proposal(what=What.OTHER_TIME, days=day, time=time_, past=past)
        place = plain_text(str(part.get("LOCATION") or ""))
        if place and place != event.text("LOCATION"):
            yield Proposal(what=What.MOVED, days=day, place=place, past=past)
