"""Where an organisation is and whom it serves: its locations, its towns and its provinces."""

import re

from bot.core.model import Location
from bot.core.places.gazetteer import Gazetteer
from bot.knowledge.double_ids import report_double
from bot.knowledge.dutch import UNKNOWN_WORD
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import did_you_mean

COUNTRY = "Nederland"
PROVINCES = (
    *("Drenthe", "Flevoland", "Fryslân", "Friesland", "Gelderland", "Groningen", "Limburg"),
    *("Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland"),
)
_POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Za-z]{2})\Z")


def locations_of(identity: str, entry: Entry, gazetteer: Gazetteer) -> dict[str, Location]:
    """The locations of one file, by their short id there."""
    found: dict[str, Location] = {}
    for block in entry.entries("plekken"):
        short = block.needed("id")
        if short in found:
            report_double(block, "plek")
        found[short] = _location(f"{identity}/{short}", block, gazetteer)
        block.done()
    return found


def _location(identity: str, block: Entry, gazetteer: Gazetteer) -> Location:
    town = block.needed("plaats")
    known = "" if town == UNKNOWN_WORD else town
    lat, lon = _point(block, known, block.text("postcode"), gazetteer)
    return Location(
        id=identity,
        name=block.needed("naam"),
        town=known,
        street=block.text("straat"),
        postcode=block.text("postcode"),
        directions=block.text("uitleg"),
        lat=lat,
        lon=lon,
    )


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


def served_by(
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
