"""The place of a Meeting Guide record."""

import math
import re
from collections.abc import Mapping
from typing import Any, Protocol

from bot.core.model import Location
from bot.exchange.record import Feed, digest

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
_COUNTRIES = frozenset({"nederland", "netherlands", "the netherlands", "nl"})
COUNTRY = ((50.5, 53.7), (3.2, 7.4))  # south to north, west to east; with a rim over the border


class PlacedRow(Protocol):
    """What of a record is needed to read its place."""

    @property
    def fields(self) -> Mapping[str, Any]:
        """All fields as they came."""

    @property
    def feed(self) -> Feed:
        """Where the record comes from."""

    def text(self, key: str) -> str:
        """A field as plain text."""

    def wrong(self, key: str, message: str) -> None:
        """Notes something that could not be taken over."""


def read_place(row: PlacedRow, online: bool) -> Location | None:
    """Where one goes to; None for what is only online, and for what has no place at all."""
    if online:
        return None
    street, town, postcode = _address(row)
    name = row.text("location") or street or town
    if not name:
        row.wrong("address", "Er staat geen adres en geen plaats bij.")
        return None
    if not town:
        row.wrong("city", "Er staat geen plaats bij het adres.")
    lat, lon, exact = _point(row)
    # One address is one place, however its name is written in the other records.
    at = digest(street.casefold(), postcode, town.casefold(), "" if street else name.casefold())
    own = digest(name, row.text("location_notes"), str(lat), str(lon))[:4]
    return Location(
        id=f"{row.feed.id}/plek-{at}-{own}",
        name=name,
        town=town,
        street=street,
        postcode=postcode,
        directions=row.text("location_notes"),
        lat=lat,
        lon=lon,
        exact=exact,
    )


def _address(row: PlacedRow) -> tuple[str, str, str]:
    street, town, postcode = row.text("address"), row.text("city"), row.text("postal_code")
    if not (street or town):
        street, town, found = _taken_apart(row.text("formatted_address"))
        postcode = postcode or found
    match = _POSTCODE.search(postcode)
    return street, town, f"{match[1]} {match[2].upper()}" if match else postcode


def _taken_apart(address: str) -> tuple[str, str, str]:
    """Street, town and postcode of "Straat 1, 1018 AW Amsterdam, Nederland"."""
    parts = [part.strip() for part in address.split(",")]
    parts = [part for part in parts if part and part.casefold() not in _COUNTRIES]
    for place, part in enumerate(parts):
        if match := _POSTCODE.match(part):
            town = part[match.end() :].strip() or (parts[place + 1 : place + 2] or [""])[0]
            return ", ".join(parts[:place]), town, match[0]
    if len(parts) > 1:
        return parts[0], parts[1], ""
    return ("", parts[0], "") if parts else ("", "", "")


def _point(row: PlacedRow) -> tuple[float | None, float | None, bool]:
    """Latitude, longitude, and whether they are of the house."""
    exact = row.text("approximate") != "yes"
    given: list[Any] = [row.fields.get("latitude"), row.fields.get("longitude")]
    if given == [None, None] and (words := row.text("coordinates")):
        given = list(words.split(","))
        exact = exact and len(given) == 2  # four numbers are the sides of an area
        given = given if len(given) == 2 else []
    try:
        lat, lon = (float(number) for number in given)
    except (TypeError, ValueError):
        if any(number not in (None, "") for number in given):
            row.wrong("latitude", "De coördinaten zijn geen getallen.")
        return None, None, False
    (south, north), (west, east) = COUNTRY
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
        row.wrong("latitude", "De coördinaten bestaan niet.")
        return None, None, False
    if not (south <= lat <= north and west <= lon <= east):
        row.wrong("latitude", "De coördinaten liggen niet in Nederland; ze zijn niet gebruikt.")
        return None, None, False
    return lat, lon, exact
