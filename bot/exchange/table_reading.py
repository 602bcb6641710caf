"""Reads a row under the Dutch names of the knowledge files as one activity."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.core.model import (
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
from bot.core.schedules.schedule import Unreadable, read_schedule
from bot.exchange.privacy import personal_numbers, without_numbers
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
from bot.exchange.table_rows import COLUMNS, FORMAT
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
from bot.knowledge.problems import did_you_mean

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row as it came, with the list that its mistakes go to."""

    cells: Mapping[str, str]
    identity: str
    mistakes: list[Mistake]

    def text(self, key: str) -> str:
        """A cell as plain text."""
        return plain_text(self.cells.get(key, ""))

    def wrong(self, key: str, message: str) -> None:
        """Notes something that could not be taken over."""
        self.mistakes.append(Mistake(record=self.identity, field=key, message=message))

    def choice(self, key: str, table: Mapping[str, Word]) -> Word | None:
        """A cell that holds one of the known words."""
        return next(iter(self.choices(key, table)), None)

    def choices(self, key: str, table: Mapping[str, Word]) -> tuple[Word, ...]:
        """A cell that holds known words with commas between them."""
        found = []
        for part in self.text(key).split(","):
            word = part.strip().casefold()
            if word in table:
                found.append(table[word])
            elif word:
                self.wrong(key, f"‘{part.strip()}’ kennen we niet. {did_you_mean(word, table)}")
        return tuple(dict.fromkeys(found))

    def number(self, key: str) -> float | None:
        """A cell that holds a number, with a comma or a point."""
        words = self.text(key).replace(",", ".")
        try:
            return float(words) if words else None
        except ValueError:
            self.wrong(key, f"‘{words}’ is geen getal.")
            return None


def read_dutch(
    rows: Iterable[Mapping[str, str]], feed: Feed, allowed: frozenset[str] = frozenset()
) -> Batch:
    """The records of a table under our own headings."""
    mistakes: list[Mistake] = []
    found: dict[str, ImportedMeeting] = {}
    for number, row in enumerate(rows, 2):  # the first row of a sheet holds the headings
        cells = {head.casefold(): cell for head, cell in row.items()}
        if not cells.get("naam"):
            message = "Deze rij heeft geen naam."
            mistakes.append(
                Mistake(record=f"rij {number}", field="naam", message=message, fatal=True)
            )
            continue
        identity = cells.get("id") or f"{slug_of(cells['naam'])}-{digest(*cells.values())}"
        read = _Cells(_decent(cells, identity, allowed, mistakes), identity, mistakes)
        meeting = _meeting(read, feed)
        if meeting.activity.id in found:
            read.wrong("id", "Deze id komt vaker voor; alleen de eerste rij telt.")
        found.setdefault(meeting.activity.id, meeting)
    return Batch(feed=feed, meetings=tuple(found.values()), mistakes=tuple(mistakes))


def _decent(
    cells: Mapping[str, str], identity: str, allowed: frozenset[str], mistakes: list[Mistake]
) -> dict[str, str]:
    found = dict(cells)
    for key in ("naam", "kort", "uitleg", "contact-uitleg"):
        if personal_numbers(found.get(key, ""), allowed):
            found[key] = without_numbers(found[key], allowed)
            message = "Weggelaten: een mobiel nummer van een persoon."
            mistakes.append(Mistake(record=identity, field=key, message=message))
    return found


def _meeting(row: _Cells, feed: Feed) -> ImportedMeeting:
    organisation, location = _organisation(row, feed), _place(row, feed)
    return ImportedMeeting(
        activity=_activity(row, feed, organisation, location),
        organisation=organisation,
        location=location,
        provenance=Provenance(feed=feed, identity=row.identity, format=FORMAT),
        extra={key: value for key, value in row.cells.items() if key not in COLUMNS},
    )


def _organisation(row: _Cells, feed: Feed) -> Organisation:
    """Who holds it; the feed itself where the row does not say."""
    name = row.text("organisatie")
    return Organisation(
        id=f"{feed.id}-{slug_of(name)}" if name else feed.id,
        name=name or feed.name,
        kind="organisatie",
        summary=f"Activiteiten van {name or feed.name}.",
        status=Status.ACTIVE,
        source=Source(url=feed.address, name=feed.name, read=feed.read, note=FED),
    )


def _activity(
    row: _Cells, feed: Feed, organisation: Organisation, location: Location | None
) -> Activity:
    safe = slug_of(row.identity)
    own = safe if safe == row.identity else f"{safe[:50]}-{digest(row.identity)}"
    return Activity(
        id=f"{feed.id}/{own}",
        organisation=organisation.id,
        name=row.text("naam"),
        kind=row.choice("soort", KINDS),
        location=location.id if location else None,
        themes=row.choices("thema", THEMES),
        audiences=row.choices("voor", AUDIENCES),
        format=row.choice("vorm", FORMATS) or Format.IN_PERSON,
        when=_readable(row, "wanneer", feed.read, ""),
        except_=_readable(row, "behalve", feed.read, "elke dag, behalve "),
        about=row.text("kort"),
        facts=dict(_facts(row)),
        contact=_contact(row),
        status=row.choice("status", STATUSES) or Status.ACTIVE,
        source=_source(row, feed),
    )


def _source(row: _Cells, feed: Feed) -> Source:
    return Source(
        url=row.text("bron") or feed.address,
        name=feed.name,
        dated=row.text("datum") or None,
        read=feed.read,
        note=FED,
    )


def _readable(row: _Cells, key: str, anchor: date, before: str) -> str:
    """A schedule phrase that can be read; another one is left out, with what would work."""
    words = row.text(key)
    if not words or words == UNKNOWN_WORD:
        return ""
    schedule = read_schedule(before + words, anchor=anchor)
    if isinstance(schedule, Unreadable):
        row.wrong(key, f"‘{schedule.word or words}’ kunnen we niet lezen. {schedule.advice}")
        return ""
    return words


def _place(row: _Cells, feed: Feed) -> Location | None:
    town, street, name = row.text("plaats"), row.text("straat"), row.text("plek")
    if not (town or street or name):
        return None
    lat, lon = row.number("breedte"), row.number("lengte")
    given = (name, street, row.text("postcode"), town, row.text("uitleg"), str(lat), str(lon))
    return Location(
        id=f"{feed.id}/plek-{digest(*given)}",
        name=name or street or town,
        town=town,
        street=street,
        postcode=row.text("postcode"),
        directions=row.text("uitleg"),
        lat=lat,
        lon=lon,
        exact=lat is not None and lon is not None,
    )


def _contact(row: _Cells) -> Contact | None:
    contact = Contact(
        phone=row.text("telefoon"),
        mail=row.text("mail"),
        web=row.text("web"),
        note=row.text("contact-uitleg"),
    )
    return contact if contact != Contact() else None


def _facts(row: _Cells) -> Iterator[tuple[Aspect, Fact]]:
    for name, aspect in ASPECTS.items():
        words = row.text(name)
        if not words:
            continue
        first, _, rest = words.partition(",")
        value: Tri | None = TRIS.get(first.strip().casefold())
        if value is None:
            row.wrong(name, f"‘{words}’ begint niet met ja, nee of onbekend.")
        else:
            yield aspect, Fact(value=value, detail=rest.strip())
