"""Reads one record in the fields of Meeting Guide into our terms."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.core.model import (
    Activity,
    Aspect,
    Contact,
    Fact,
    Format,
    Kind,
    Organisation,
    Source,
    Status,
    Tri,
)
from bot.exchange.meeting_guide.fellowships import fellowship_of
from bot.exchange.meeting_guide.place import read_place
from bot.exchange.meeting_guide.row import Row
from bot.exchange.meeting_guide.times import read_times
from bot.exchange.meeting_guide.types import (
    AUDIENCES,
    CLOSED,
    CODES,
    LANGUAGES,
    ONLINE,
    OPEN,
    SHUT,
    WHEELCHAIR,
)
from bot.exchange.privacy import personal_numbers, without_numbers
from bot.exchange.record import (
    FED,
    Feed,
    ImportedMeeting,
    Json,
    Mistake,
    Provenance,
    digest,
    slug_of,
)

_PERSONAL = re.compile(r"contact_\d+_(?:name|email|phone)\Z|last_contact\Z")
_MONEY = frozenset({"venmo", "square", "paypal", "homegroup_online"})
_TEXTS = ("name", "notes", "location_notes", "group_notes", "conference_url_notes")
_MODERN = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")


def read_meeting(
    row: Any, number: int, feed: Feed, allowed: frozenset[str], mistakes: list[Mistake]
) -> ImportedMeeting | None:
    """The record in our terms with all its fields in `extra`; None where it cannot be one."""
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str):
        where = f"nummer {number}"
        message = "Dit is geen bijeenkomst met een naam (name)."
        mistakes.append(Mistake(record=where, field="name", message=message, fatal=True))
        return None
    slug = row.get("slug", row.get("id"))
    given = isinstance(slug, (str, int)) and not isinstance(slug, bool) and str(slug).strip()
    identity = str(slug).strip() if given else _made_slug(row)
    read = Row(_decent(row, identity, allowed, mistakes), identity, feed, mistakes)
    if not given:
        read.wrong("slug", "Er is geen slug; er is er een gemaakt van naam, dag en tijd.")
    return _meeting(read)


def _made_slug(row: Mapping[str, Any]) -> str:
    parts = [str(row.get(key, "")) for key in ("name", "day", "time", "address", "city")]
    return f"{slug_of(parts[0])[:50]}-{digest(*parts)}"


def _decent(
    row: Mapping[str, Any], identity: str, allowed: frozenset[str], mistakes: list[Mistake]
) -> dict[str, Any]:
    """The fields without those of private people; what is left out is noted, not kept."""
    fields = {key: value for key, value in row.items() if not _is_left_out(key)}
    for key in row.keys() - fields.keys():
        why = "gegevens van een persoon" if _PERSONAL.match(key) else "een betaaladres"
        mistakes.append(Mistake(record=identity, field=key, message=f"Weggelaten: {why}."))
    for key in _TEXTS:
        value = fields.get(key)
        if isinstance(value, str) and personal_numbers(value, allowed):
            fields[key] = without_numbers(value, allowed)
            message = "Weggelaten: een mobiel nummer van een persoon."
            mistakes.append(Mistake(record=identity, field=key, message=message))
    return fields


def _is_left_out(key: str) -> bool:
    return bool(_PERSONAL.match(key)) or key in _MONEY


def _short(identity: str) -> str:
    """The id of a record as part of ours; what had to change to fit stays apart by a digest."""
    safe = slug_of(identity)
    return safe if safe == identity else f"{safe[:50]}-{digest(identity)}"


def _meeting(row: Row) -> ImportedMeeting:
    feed, codes = row.feed, codes_of(row.fields.get("types"))
    organisation = _organisation(row)
    location = read_place(row, _is_online(row, codes))
    when, said_instead = read_times(row)
    fellowship = fellowship_of(row.text("entity"))
    activity = Activity(
        id=f"{feed.id}/{_short(row.identity)}",
        organisation=organisation.id,
        name=row.text("name") or row.text("group"),
        kind=Kind.PEER_GROUP,
        location=location.id if location else None,
        themes=fellowship.themes,
        audiences=tuple(
            dict.fromkeys(
                (*fellowship.audiences, *(AUDIENCES[c] for c in codes if c in AUDIENCES))
            )
        ),
        format=Format.IN_PERSON if location else _remote(row),
        when=when,
        about="\n".join(words for words in (said_instead, *_about(row)) if words),
        facts=_facts(codes),
        contact=_contact(row, online=location is None),
        status=_status(row, codes),
        source=_source(row),
    )
    provenance = Provenance(feed=feed, identity=row.identity, format="")
    return ImportedMeeting(
        activity=activity,
        organisation=organisation,
        location=location,
        provenance=provenance,
        extra=row.fields,
    )


def codes_of(types: Json) -> tuple[str, ...]:
    """The codes of a record, from a list or from words with commas between them."""
    if isinstance(types, str):
        return tuple(code.strip() for code in types.split(",") if code.strip())
    if isinstance(types, list):
        return tuple(code.strip() for code in types if isinstance(code, str) and code.strip())
    return ()


def _is_online(row: Row, codes: tuple[str, ...]) -> bool:
    """Whether one takes part from a distance only; who also meets somewhere is there in person."""
    attendance = row.text("attendance_option")
    if attendance in ("online", "in_person", "hybrid"):
        return attendance == "online"
    street = row.text("address") or row.text("formatted_address")
    if row.text("approximate") == "yes":
        street = ""
    reachable = row.link("conference_url") or row.text("conference_phone")
    return not street and bool(reachable or ONLINE & set(codes))


def _remote(row: Row) -> Format:
    by_phone = row.text("conference_phone") and not row.link("conference_url")
    return Format.PHONE if by_phone else Format.ONLINE


def _organisation(row: Row) -> Organisation:
    entity = row.text("entity")
    fellowship, feed = fellowship_of(entity), row.feed
    source = Source(url=_site(row), name=feed.name, read=feed.read, note=FED)
    return Organisation(
        id=f"{feed.id}-{slug_of(entity)}" if entity else feed.id,
        name=fellowship.name or entity or feed.name,
        names=(entity,) if entity and fellowship.name else (),
        kind="lotgenotenorganisatie",
        summary=fellowship.summary or f"Groepen van {entity or feed.name}.",
        status=Status.ACTIVE,
        contact=Contact(
            phone=row.text("entity_phone"),
            mail=row.text("entity_email"),
            web=row.link("entity_url") or row.link("entity_website_url"),
        ),
        source=source,
    )


def _site(row: Row) -> str:
    """Where the feed came from; of one read from a file, the site that its records are on."""
    page = urlsplit(row.link("url"))
    if "://" in row.feed.address or not page.netloc:
        return row.feed.address
    return f"{page.scheme}://{page.netloc}/"


def _about(row: Row) -> tuple[str, ...]:
    return (row.text("notes"), row.text("group_notes"))


def _facts(codes: tuple[str, ...]) -> dict[Aspect, Fact]:
    found: dict[Aspect, Fact] = {}
    if WHEELCHAIR & set(codes):
        found[Aspect.WHEELCHAIR] = Fact(value=Tri.YES)
    tongues = [CODES[code] for code in codes if code in LANGUAGES]
    if tongues:
        found[Aspect.LANGUAGE] = Fact(value=Tri.YES, detail=", ".join(dict.fromkeys(tongues)))
    if OPEN in codes and CLOSED not in codes:
        detail = "het is een open groep: bezoekers zijn welkom"
        found[Aspect.BRING_SOMEONE] = Fact(value=Tri.YES, detail=detail)
    if CLOSED in codes and OPEN not in codes:
        detail = "het is een gesloten groep: alleen voor wie het zelf aangaat"
        found[Aspect.BRING_SOMEONE] = Fact(value=Tri.NO, detail=detail)
    return found


def _contact(row: Row, *, online: bool) -> Contact | None:
    conference, phone = row.link("conference_url"), row.text("conference_phone")
    hints = [row.text("conference_url_notes"), row.text("conference_phone_notes")]
    if online:
        contact = Contact(web=conference, phone=phone, note=" ".join(filter(None, hints)))
    else:
        also = f"Ook online: {conference or phone}" if conference or phone else ""
        contact = Contact(note=" ".join(words for words in (also, *hints) if words))
    own = replace(contact, mail=row.text("email"), phone=contact.phone or row.text("phone"))
    return own if own != Contact() else None


def _status(row: Row, codes: tuple[str, ...]) -> Status:
    shut = SHUT in codes or row.text("attendance_option") == "inactive"
    return Status.PAUSED if shut else Status.ACTIVE


def _source(row: Row) -> Source:
    feed = row.feed
    return Source(
        url=row.link("url") or feed.address,
        name=feed.name,
        dated=_dated(row),
        read=feed.read,
        note=FED,
    )


def _dated(row: Row) -> str | None:
    match = _MODERN.match(row.text("updated"))
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        row.wrong("updated", f"‘{row.text('updated')}’ is geen datum.")
        return None
