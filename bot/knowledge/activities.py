"""What one can attend at an organisation: its activities, with their facts and contact."""

from collections.abc import Mapping

from bot.core.model import (
    UNKNOWN,
    Activity,
    Aspect,
    Contact,
    Fact,
    Format,
    Source,
    Status,
    Tri,
)
from bot.knowledge.double_ids import report_double
from bot.knowledge.dutch import (
    ASPECTS,
    AUDIENCES,
    FORMATS,
    KINDS,
    STATUSES,
    THEMES,
    TRIS,
    UNKNOWN_WORD,
)
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import did_you_mean
from bot.knowledge.sources import source_of


def activities_of(
    identity: str, entry: Entry, towns: Mapping[str, str], source: Source, status: Status
) -> dict[str, Activity]:
    """The activities of one file by their id everywhere.

    `towns` holds the ids of its locations by their short ids; source and status are those of the
    organisation, for an activity that names none.
    """
    found: dict[str, Activity] = {}
    for block in entry.entries("activiteiten"):
        activity = _activity(identity, block, towns, source, status)
        if activity.id in found:
            report_double(block, "activiteit")
        found[activity.id] = activity
    return found


def _activity(
    identity: str, block: Entry, towns: Mapping[str, str], source: Source, status: Status
) -> Activity:
    when = block.text("wanneer")
    own = block.entry("bron")
    activity = Activity(
        id=f"{identity}/{block.needed('id')}",
        organisation=identity,
        name=block.needed("naam"),
        kind=block.choice("soort", KINDS),
        location=_place(block, towns),
        themes=block.choices("thema", THEMES),
        audiences=block.choices("voor", AUDIENCES),
        format=block.choice("vorm", FORMATS) or Format.IN_PERSON,
        when="" if when == UNKNOWN_WORD else when,
        except_=block.text("behalve"),
        about=block.text("kort"),
        facts=_facts(block.entry("toegang")),
        contact=contact_of(block.entry("contact")),
        status=block.choice("status", STATUSES) or status,
        source=source_of(own, block) if own else source,
        origin=block.origin,
    )
    block.done()
    return activity


def _place(block: Entry, towns: Mapping[str, str]) -> str | None:
    words = block.words("plek")
    if words is None:
        return None
    if words.text not in towns:
        block.report.error(
            words.spot,
            "onbekende-plek",
            f"Er is geen plek met id ‘{words.text}’ in dit bestand.",
            did_you_mean(words.text, towns) or "Zet hem eerst onder ‘plekken’.",
        )
    return towns.get(words.text)


def _facts(entry: Entry | None) -> dict[Aspect, Fact]:
    """The typed facts: yes, no or unknown, and after a comma the words that explain."""
    found: dict[Aspect, Fact] = {}
    if entry is None:
        return found
    entry.expect(ASPECTS)
    for key in entry.keys():
        words = entry.words(key)
        aspect = ASPECTS.get(key)
        if aspect is None:
            entry.report.error(
                entry.places[key],
                "onbekende-sleutel",
                f"‘{key}’ kennen we niet onder ‘toegang’.",
                did_you_mean(key, ASPECTS) or "Wel bekend: " + ", ".join(ASPECTS) + ".",
            )
        elif words is not None:
            found[aspect] = _fact(entry, words)
    return found


def _fact(entry: Entry, words: Words) -> Fact:
    first, _, rest = words.text.partition(",")
    value: Tri | None = TRIS.get(first.strip().casefold())
    if value is None:
        entry.report.error(
            words.spot,
            "ja-nee-onbekend",
            f"‘{words.text}’ begint niet met ja, nee of onbekend.",
            f"Zet het ervoor, met een komma: ‘ja, {words.text}’ of ‘nee, {words.text}’.",
        )
        return UNKNOWN
    return Fact(value=value, detail=rest.strip())


def contact_of(entry: Entry | None) -> Contact | None:
    """How to reach somebody, as it stands under `contact`; None where nothing does."""
    if entry is None:
        return None
    contact = Contact(
        phone=entry.text("telefoon"),
        mail=entry.text("mail"),
        web=entry.text("web"),
        note=entry.text("uitleg"),
    )
    entry.done()
    return contact
