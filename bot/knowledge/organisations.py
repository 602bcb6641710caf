"""Reads one file for each organisation: who it is, where it is, and what one can attend there."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from bot.core.model import (
    UNKNOWN,
    Activity,
    Aspect,
    Contact,
    Fact,
    Format,
    Location,
    Organisation,
    Source,
    Status,
    Tri,
)
from bot.core.places.gazetteer import Gazetteer
from bot.knowledge.drawer import Drawer, take_files
from bot.knowledge.dutch import ASPECTS, AUDIENCES, FORMATS, KINDS, STATUSES, THEMES, TRIS
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.reader import Entry, Words, read_text

UNKNOWN_WORD = "onbekend"
COUNTRY = "Nederland"
PROVINCES = (
    *("Drenthe", "Flevoland", "Fryslân", "Friesland", "Gelderland", "Groningen", "Limburg"),
    *("Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland"),
)
_POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Za-z]{2})\Z")
_DATED = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")


class Directory:
    """The organisations, locations and activities read so far, by id."""

    def __init__(self) -> None:
        """Begins empty."""
        self.organisations: dict[str, Organisation] = {}
        self.locations: dict[str, Location] = {}
        self.activities: dict[str, Activity] = {}

    def add(self, other: "Directory") -> None:
        """Takes over what another one holds."""
        self.organisations.update(other.organisations)
        self.locations.update(other.locations)
        self.activities.update(other.activities)


def read_organisations(
    folder: Path, report: Report, gazetteer: Gazetteer, drawer: Drawer | None = None
) -> Directory:
    """Everything in `organisaties/`; the id of an organisation is the name of its file.

    A drawer gives back what was read of a file that is as it was.
    """
    directory = Directory()
    read = partial(_read_alone, gazetteer)
    for one in take_files(folder, drawer or Drawer(), read, report):
        directory.add(one)
    return directory


def _read_alone(
    gazetteer: Gazetteer, identity: str, name: str, raw: bytes, report: Report
) -> Directory:
    """What one file holds."""
    directory = Directory()
    entry = read_text(raw, name, report)
    if entry is not None:
        read_organisation(identity, entry, directory, gazetteer)
    return directory


def read_organisation(
    identity: str, entry: Entry, directory: Directory, gazetteer: Gazetteer
) -> None:
    """Adds what one file holds to the directory; its problems are in the entry's report."""
    source = _source(entry.entry("bron"), entry)
    name, status = entry.needed("naam"), _status(entry)
    towns = _locations(identity, entry, directory, gazetteer)
    regions = entry.listed("regio")
    served, areas = _served(entry, regions, gazetteer)
    activities = _activities(identity, entry, towns, source, status)
    directory.activities.update(activities)
    directory.organisations[identity] = Organisation(
        id=identity,
        name=name,
        names=entry.texts("namen"),
        kind=entry.needed("soort"),
        status=status,
        status_note=entry.text("status-uitleg"),
        summary=entry.needed("kort"),
        region=tuple(words.text for words in regions),
        served=served,
        areas=areas,
        contact=_contact(entry.entry("contact")) or Contact(),
        source=source,
        locations=tuple(towns.values()),
        activities=tuple(activities),
        editor=entry.text("redacteur"),
        origin=entry.origin,
    )
    entry.done()


def _status(entry: Entry) -> Status:
    if "status" not in entry:
        entry.needed("status")
    return entry.choice("status", STATUSES) or Status.UNVERIFIED


def _locations(
    identity: str, entry: Entry, directory: Directory, gazetteer: Gazetteer
) -> dict[str, str]:
    """The locations of one file: their short id there, and their id everywhere."""
    found: dict[str, str] = {}
    for block in entry.entries("plekken"):
        short = block.needed("id")
        if short in found:
            block.report.error(
                _spot_of(block, "id"),
                "dubbele-id",
                f"Er is al een plek met id ‘{short}’ in dit bestand.",
                "Geef deze een eigen id.",
            )
        town = block.needed("plaats")
        known = "" if town == UNKNOWN_WORD else town
        lat, lon = _point(block, known, block.text("postcode"), gazetteer)
        location = Location(
            id=f"{identity}/{short}",
            name=block.needed("naam"),
            town=known,
            street=block.text("straat"),
            postcode=block.text("postcode"),
            directions=block.text("uitleg"),
            lat=lat,
            lon=lon,
        )
        block.done()
        directory.locations[location.id] = location
        found[short] = location.id
    return found


def _point(
    entry: Entry, town: str, postcode: str, gazetteer: Gazetteer
) -> tuple[float | None, float | None]:
    """Where a place lies: its postcode's middle, or its town's."""
    _check_postcode(entry, gazetteer)
    known = gazetteer.named(town) if town else ()
    words = entry.words("plaats")
    if town and words and not known:
        entry.report.error(
            words.spot,
            "onbekende-plaats",
            f"De plaats ‘{town}’ kennen we niet.",
            _near_place(town, gazetteer) or "Gebruik de officiële naam van het dorp of de stad.",
        )
    places = (gazetteer.named(postcode[:4]) if postcode else ()) or known
    return (places[0].lat, places[0].lon) if places else (None, None)


def _check_postcode(entry: Entry, gazetteer: Gazetteer) -> None:
    words = entry.words("postcode")
    if words is None:
        return
    match = _POSTCODE.match(words.text)
    if match is None or not gazetteer.named(match[1]):
        entry.report.error(
            words.spot,
            "postcode",
            f"‘{words.text}’ is geen postcode die bestaat.",
            f"Schrijf: postcode: {match[1]} {match[2].upper()}"
            if match and gazetteer.named(match[1])
            else "Schrijf vier cijfers, een spatie en twee letters, of laat de regel weg.",
        )
    elif words.text != f"{match[1]} {match[2].upper()}":
        entry.report.warning(
            words.spot,
            "postcode",
            f"‘{words.text}’ schrijven we met een spatie en hoofdletters.",
            f"Schrijf: postcode: {match[1]} {match[2].upper()}",
        )


def _near_place(name: str, gazetteer: Gazetteer) -> str:
    lines = (line for text in gazetteer.rows.values() for line in text.splitlines())
    return did_you_mean(name, {line.split("\t")[2] for line in lines if "\ttown\t" in line})


def _served(
    entry: Entry, regions: tuple[Words, ...], gazetteer: Gazetteer
) -> tuple[tuple[tuple[float, float], ...], tuple[str, ...]]:
    """The points of the towns that are served, and the provinces or the country by name."""
    points: list[tuple[float, float]] = []
    areas: list[str] = []
    for words in regions:
        places = gazetteer.named(words.text)
        if words.text == COUNTRY or (words.text in PROVINCES and not places):
            areas.append(words.text)
        elif places:
            points.append((places[0].lat, places[0].lon))
            if words.text in PROVINCES:
                areas.append(words.text)
        else:
            entry.report.error(
                words.spot,
                "onbekende-plaats",
                f"De plaats of streek ‘{words.text}’ kennen we niet.",
                _near_place(words.text, gazetteer)
                or "Gebruik de officiële naam van een plaats of provincie, of: Nederland.",
            )
    return tuple(points), tuple(areas)


def _activities(
    identity: str, entry: Entry, towns: Mapping[str, str], source: Source, status: Status
) -> dict[str, Activity]:
    found: dict[str, Activity] = {}
    for block in entry.entries("activiteiten"):
        activity = _activity(identity, block, towns, source, status)
        if activity.id in found:
            block.report.error(
                _spot_of(block, "id"),
                "dubbele-id",
                f"Er is al een activiteit met id ‘{block.text('id')}’ in dit bestand.",
                "Geef deze een eigen id.",
            )
        found[activity.id] = activity
    return found


def _spot_of(block: Entry, key: str) -> Spot:
    words = block.words(key)
    return words.spot if words else block.spot


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
        contact=_contact(block.entry("contact")),
        status=block.choice("status", STATUSES) or status,
        source=_source(own, block) if own else source,
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
            "Schrijf bijvoorbeeld: ja, vanaf 18 jaar",
        )
        return UNKNOWN
    return Fact(value=value, detail=rest.strip())


def _contact(entry: Entry | None) -> Contact | None:
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


def _source(entry: Entry | None, parent: Entry) -> Source:
    if entry is None:
        parent.report.error(
            parent.places.get("bron", parent.spot),
            "bron-ontbreekt",
            "Hier ontbreekt de bron.",
            "Zet erbij waar het staat: bron, met adres, naam, datum en gelezen.",
        )
        return Source(url="")
    source = Source(
        url=entry.needed("adres"),
        name=entry.text("naam"),
        dated=_dated(entry),
        read=_day(entry, "gelezen"),
        note=entry.text("uitleg"),
    )
    entry.done()
    return source


def _dated(entry: Entry) -> str | None:
    words = entry.words("datum")
    if words is None or words.text == UNKNOWN_WORD:
        return None
    if not _DATED.match(words.text):
        entry.report.error(
            words.spot,
            "datum",
            f"‘{words.text}’ is geen datum.",
            "Schrijf 2026-11-22, of alleen 2026-11 of 2026, of: onbekend.",
        )
        return None
    return words.text


def _day(entry: Entry, key: str) -> date | None:
    words = entry.words(key)
    if words is None:
        entry.needed(key)
        return None
    try:
        return date.fromisoformat(words.text)
    except ValueError:
        entry.report.error(
            words.spot,
            "datum",
            f"‘{words.text}’ is geen datum.",
            "Schrijf jaar-maand-dag: 2026-11-22.",
        )
        return None
