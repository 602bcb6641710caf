"""Reads one file for each organisation: who it is, where it is, and what one can attend there."""

from functools import partial
from pathlib import Path

from bot.core.model import Activity, Contact, Location, Organisation, Status
from bot.core.places.gazetteer import Gazetteer
from bot.knowledge.activities import activities_of, contact_of
from bot.knowledge.drawer import Drawer, take_files
from bot.knowledge.dutch import STATUSES
from bot.knowledge.entry import Entry
from bot.knowledge.locations import locations_of, served_by
from bot.knowledge.problems import Report
from bot.knowledge.reader import read_text
from bot.knowledge.sources import source_of


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
    source = source_of(entry.entry("bron"), entry)
    name, status = entry.needed("naam"), _status(entry)
    locations = locations_of(identity, entry, gazetteer)
    towns = {short: location.id for short, location in locations.items()}
    directory.locations.update({location.id: location for location in locations.values()})
    regions = entry.listed("regio")
    served, areas = served_by(entry, regions, gazetteer)
    activities = activities_of(identity, entry, towns, source, status)
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
        contact=contact_of(entry.entry("contact")) or Contact(),
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
