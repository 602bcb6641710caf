"""The knowledge as it is on disk, with the imported records and the changes of the database."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.core.model import Activity, Location, Organisation
from bot.core.places.gazetteer import Gazetteer
from bot.core.programme.changes import Change
from bot.core.schedules.school_holidays import SchoolHoliday
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import find_folder
from bot.knowledge.organisations import read_organisations
from bot.knowledge.problems import Report
from bot.knowledge.school import read_school
from bot.settings import Settings
from bot.store.engine import open_database
from bot.store.migrate import migrate
from bot.store.programme import load
from bot.store.serving import FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeProgramme:
    """All that is known of the programme, by id; `sound` where the knowledge has no errors."""

    organisations: Mapping[str, Organisation]
    locations: Mapping[str, Location]
    activities: tuple[Activity, ...]
    changes: tuple[Change, ...]
    gazetteer: Gazetteer
    school: tuple[SchoolHoliday, ...]
    sound: bool


async def read_whole(settings: Settings, today: date) -> WholeProgramme:
    """Reads it all; what the knowledge says goes before what was synced. Raises StoreError."""
    folder = find_folder(os.environ)
    report = Report()
    gazetteer = read_gazetteer(folder / "plaatsen", report)
    known = read_organisations(folder / "organisaties", report, gazetteer)
    organisations, locations = dict(known.organisations), dict(known.locations)
    activities = dict(known.activities)
    changes: tuple[Change, ...] = ()
    path = settings.data / FILE
    if settings.database_url or path.is_file():
        async with open_database(path, settings.database_url) as database:
            await migrate(database, datetime.combine(today, time()))
            stored = await load(database, today)
        organisations = {**stored.organisations, **organisations}
        locations = {**stored.locations, **locations}
        activities = {**{one.id: one for one in stored.activities}, **activities}
        changes = stored.changes
    return WholeProgramme(
        organisations=organisations,
        locations=locations,
        activities=tuple(activities.values()),
        changes=changes,
        gazetteer=gazetteer,
        school=read_school(folder, report),
        sound=report.sound,
    )
