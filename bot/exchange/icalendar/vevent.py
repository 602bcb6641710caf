"""Events as they stand in a calendar, each with those that replace some of its dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from icalendar import Component

from bot.exchange.record import Feed, Mistake, digest, plain_text


@dataclass(frozen=True, slots=True)
class Vevent:
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


def vevents_in(
    calendars: Sequence[Component], feed: Feed, mistakes: list[Mistake]
) -> Iterator[Vevent]:
    """The events of calendars; a replaced date without its series is a mistake."""
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
        yield Vevent(part, tuple(others.get(identity, ())), identity, feed, mistakes)
