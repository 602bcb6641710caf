"""Reads the places: the built file that travels with the package and the editors' three files."""

import re
from importlib import resources
from pathlib import Path

from bot.core.places.gazetteer import Gazetteer, Manner, gather, place_key
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.reader import read_file

QUARTERS, NICKNAMES, EVERYDAY = "wijken.yaml", "bijnamen.yaml", "gewone-woorden.yaml"
MANNERS = {
    "alleen met hoofdletter": Manner.CAPITAL,
    "met hoofdletter of aan het eind": Manner.CLOSING,
    "na een plaatswoord": Manner.AFTER,
    "met hoofdletter of na een plaatswoord": Manner.EITHER,
}
FAMILIAR = "lijkt op een plaats"
COUNTRY = ((50.7, 53.6), (3.3, 7.3))  # south to north, west to east
_POINT = re.compile(r"(\d\d\.\d+)\s*,\s*(\d\.\d+)\Z")
_CODES = re.compile(r"[1-9]\d{3}(?:[ ,]+[1-9]\d{3})*\Z")

Lines = dict[str, str]  # key → lines of the built file, one under the other


def read_gazetteer(
    folder: Path, report: Report, everyday: frozenset[str] = frozenset()
) -> Gazetteer:
    """The gazetteer of the built file and the files in `folder`; problems go to the report.

    `everyday` holds words that no misspelt town is ever read into, besides those in the folder.
    """
    lines = _built()
    if entry := _open(folder, QUARTERS, report):
        _add_quarters(entry, lines, report)
    provinces: dict[str, str] = {}
    if entry := _open(folder, NICKNAMES, report):
        _add_regions(entry, lines, report)
        _add_names(entry, lines, report)
        provinces = _provinces(entry)
        entry.done()
    manners: dict[str, Manner] = {}
    if entry := _open(folder, EVERYDAY, report):
        manners = {word: manner for key, manner in MANNERS.items() for word in entry.texts(key)}
        everyday |= frozenset(entry.text(FAMILIAR).split())
        entry.done()
    return gather(lines, provinces=provinces, manners=manners, familiar=everyday)


def _built() -> Lines:
    """The lines of the built file by key, without the heading."""
    text = resources.files("bot.data").joinpath("places.tsv").read_text(encoding="utf-8")
    found: Lines = {}
    for line in text.split("\n")[1:-1]:
        key = line[: line.index("\t")]
        found[key] = f"{found[key]}\n{line}" if key in found else line
    return found


def _open(folder: Path, name: str, report: Report) -> Entry | None:
    return read_file(folder / name, report, f"{folder.name}/{name}")


def _add_quarters(entry: Entry, lines: Lines, report: Report) -> None:
    towns = entry.keys()
    for town in towns:
        home = _town(town, lines)
        if home is None:
            _unknown(town, entry.places[town], lines, report)
        elif quarters := entry.entry(town):
            names = quarters.keys()
            for name in names:
                where = quarters.words(name)
                point = where and _point(where, lines, report)
                if point:
                    _add_quarter(name, point, home, lines)


def _add_quarter(name: str, point: tuple[float, float], home: list[str], lines: Lines) -> None:
    """Adds the line of a neighbourhood; what the built file had of it near by gives way."""
    key = place_key(name)
    lat, lon = point
    known = lines.get(key, "").splitlines()
    kept = [line for line in known if not _beside(line.split("\t"), lat, lon)]
    columns = (key, "quarter", name, f"{lat:.4f}", f"{lon:.4f}", home[5], home[2], "")
    lines[key] = "\n".join((*kept, "\t".join(columns)))


def _beside(columns: list[str], lat: float, lon: float) -> bool:
    return abs(float(columns[3]) - lat) < 0.06 and abs(float(columns[4]) - lon) < 0.09


def _town(name: str, lines: Lines) -> list[str] | None:
    """The columns of the largest town of this name."""
    found = [line.split("\t") for line in lines.get(place_key(name), "").splitlines()]
    return max(found, key=lambda columns: int(columns[7] or 0), default=None)


def _point(where: Words, lines: Lines, report: Report) -> tuple[float, float] | None:
    """The middle of the postcodes, or the point itself."""
    if match := _POINT.match(where.text):
        lat, lon = float(match[1]), float(match[2])
        (south, north), (west, east) = COUNTRY
        if south <= lat <= north and west <= lon <= east:
            return lat, lon
    elif _CODES.match(where.text):
        codes = re.findall(r"\d{4}", where.text)
        known = [lines[code].split("\t") for code in codes if code in lines]
        if len(known) == len(codes):
            middle = [sum(float(row[n]) for row in known) / len(known) for n in (3, 4)]
            return middle[0], middle[1]
        lost = ", ".join(code for code in codes if code not in lines)
        report.error(where.spot, "postcode", f"Deze postcode bestaat niet: {lost}.")
        return None
    report.error(
        where.spot,
        "plek",
        f"‘{where.text}’ is geen postcode en geen punt in Nederland.",
        "Schrijf de vier cijfers van de postcode (7823) of een punt (52.7850, 6.8970).",
    )
    return None


def _add_names(entry: Entry, lines: Lines, report: Report) -> None:
    names = entry.entry("namen")
    for name in names.keys() if names else ():
        town = _town(name, lines)
        if names and town:
            for other in names.texts(name):
                key = place_key(other)
                line = "\t".join((key, "alias", *town[2:]))
                lines[key] = f"{lines[key]}\n{line}" if key in lines else line
        elif names:
            _unknown(name, names.places[name], lines, report)


def _add_regions(entry: Entry, lines: Lines, report: Report) -> None:
    regions = entry.entry("streken")
    for name in regions.keys() if regions else ():
        town = regions.words(name) if regions else None
        home = _town(town.text, lines) if town else None
        if town and home:
            key = place_key(name)
            lines[key] = "\t".join((key, "region", name, *home[3:]))
        elif town:
            _unknown(town.text, town.spot, lines, report)


def _provinces(entry: Entry) -> dict[str, str]:
    found = {}
    provinces = entry.entry("provincies")
    for name in provinces.keys() if provinces else ():
        found[name] = name
        found.update((other, name) for other in (provinces.texts(name) if provinces else ()))
    return found


def _unknown(name: str, spot: Spot, lines: Lines, report: Report) -> None:
    names = {line.split("\t")[2] for line in lines.values() if "\tpostcode\t" not in line}
    hint = did_you_mean(name, sorted(names))
    report.error(spot, "onbekende-plaats", f"We kennen geen plaats die ‘{name}’ heet.", hint)
