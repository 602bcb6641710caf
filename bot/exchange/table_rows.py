"""One activity as a row under the Dutch names of the knowledge files, and back."""

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
from bot.exchange.listing import ASPECT_NAMES, Listing
from bot.exchange.loss import Loss
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

FORMAT = "tabel"
_OWN = (
    *("id", "organisatie", "naam", "soort", "thema", "voor", "vorm", "wanneer", "behalve", "kort"),
    *("plek", "straat", "postcode", "plaats", "uitleg", "breedte", "lengte"),
    *("telefoon", "mail", "web", "contact-uitleg", "status", "bron", "datum"),
)
COLUMNS = (*_OWN, *ASPECTS)
_TRI_NAMES = {tri: name for name, tri in TRIS.items()}
Word = TypeVar("Word", bound=StrEnum)


def _name(table: Mapping[str, Word], value: Word | None) -> str:
    return next((name for name, one in table.items() if one is value), "")


def row_of(listing: Listing) -> dict[str, str]:
    """The row of one listing; what is not known stays empty."""
    activity, place = listing.activity, listing.location
    contact, source = activity.contact or Contact(), activity.source
    row = {
        "id": listing.identity or activity.id,
        "organisatie": listing.organisation.name,
        "naam": activity.name,
        "soort": _name(KINDS, activity.kind),
        "thema": ", ".join(_name(THEMES, one) for one in activity.themes),
        "voor": ", ".join(_name(AUDIENCES, one) for one in activity.audiences),
        "vorm": _name(FORMATS, activity.format),
        "wanneer": activity.when,
        "behalve": activity.except_,
        "kort": activity.about,
        "telefoon": contact.phone,
        "mail": contact.mail,
        "web": contact.web,
        "contact-uitleg": contact.note,
        "status": _name(STATUSES, activity.status),
        "bron": source.url if source else "",
        "datum": (source.dated or "") if source else "",
        **(_place_cells(place) if place else {}),
    }
    facts = {ASPECT_NAMES[aspect]: _fact_text(fact) for aspect, fact in activity.facts.items()}
    return {**row, **facts}


def _place_cells(place: Location) -> dict[str, str]:
    known = place.exact and place.lat is not None and place.lon is not None
    return {
        "plek": place.name,
        "straat": place.street,
        "postcode": place.postcode,
        "plaats": place.town,
        "uitleg": place.directions,
        "breedte": str(place.lat) if known else "",
        "lengte": str(place.lon) if known else "",
    }


def _fact_text(fact: Fact) -> str:
    return _TRI_NAMES[fact.value] + (f", {fact.detail}" if fact.detail else "")


def losses_of(listing: Listing) -> Iterator[Loss]:
    """What a row has no column for."""
    for key in listing.extra:
        reason = "staat bij de bron, en heeft hier geen kolom"
        yield Loss(record=listing.activity.id, fact=key, reason=reason)
    if listing.organisation.summary:
        reason = "van de organisatie staat alleen de naam in de tabel"
        yield Loss(record=listing.activity.id, fact="organisatie", reason=reason)


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
