"""The programme that is served: the knowledge synced into the database, with all the rest in it.

Whatever is wrong with the database, there is a programme: then it comes from the knowledge alone.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from bot.core.knowledge import Knowledge
from bot.core.programme.names import called
from bot.core.programme.programme import Programme, build_programme, programme_of_files
from bot.store.database import Database, StoreError
from bot.store.engine import open_database
from bot.store.migrate import migrate
from bot.store.programme import KNOWLEDGE, Records, Refused, load, sweep, sync

FILE = "handwijzer.db"  # in the data directory

_ALONE = "Ik ga verder met de kennis alleen, zonder doorgegeven wijzigingen."
_NOT_TAKEN = "De kennis is niet overgenomen, het programma van hiervoor blijft staan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """The programme to serve, and in Dutch what the operator has to know about it."""

    # The runner of asyncio writes out what its task gives, to find that it is no signal: 20 ms.
    programme: Programme = field(repr=False)
    warning: str = ""
    revision: int = -1  # -1: not from a database


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Now, as an instant in UTC and as the day it is in the Netherlands."""

    instant: datetime
    today: date


def keep_programme(
    path: Path, knowledge: Knowledge, moment: Moment, *, forced: bool = False, url: str = ""
) -> Served:
    """Opens the database, brings it up to date with the knowledge, and closes it; blocks.

    It is the PostgreSQL at `url`, else the file at `path`.
    """
    return asyncio.run(_keep_at((path, url), knowledge, moment, forced=forced))


def records_of(knowledge: Knowledge) -> Records:
    """All that the knowledge folder holds of the programme."""
    return Records(
        organisations=tuple(knowledge.organisations.values()),
        locations=tuple(knowledge.locations.values()),
        activities=tuple(knowledge.activities.values()),
    )


async def _keep_at(
    where: tuple[Path, str], knowledge: Knowledge, moment: Moment, *, forced: bool
) -> Served:
    try:
        async with open_database(*where) as database:
            await migrate(database, moment.instant)
            return await _keep(database, knowledge, moment, forced=forced)
    except StoreError as error:
        programme = programme_of_files(knowledge)
        return Served(programme=programme, warning=f"{error} {_ALONE}")


async def _keep(
    database: Database, knowledge: Knowledge, moment: Moment, *, forced: bool
) -> Served:
    done = await sync(database, KNOWLEDGE, records_of(knowledge), moment.instant, forced=forced)
    await sweep(database, moment.today)
    stored = await load(database, moment.today)
    return Served(
        programme=build_programme(
            stored.organisations,
            stored.locations,
            stored.activities,
            stored.changes,
            called(stored.organisations.values(), knowledge.lexicon),
            knowledge.school,
        ),
        warning=f"{done.reason} {_NOT_TAKEN}" if isinstance(done, Refused) else "",
        revision=stored.revision,
    )
