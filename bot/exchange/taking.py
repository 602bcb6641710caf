"""Takes a source over: reads it, compares it with what was taken over before, and keeps it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.core.places.gazetteer import Gazetteer
from bot.exchange.difference import Difference, compare, refusal
from bot.exchange.held import held_meetings, hold
from bot.exchange.intake import Form, read_content
from bot.exchange.linter.finding import Finding
from bot.exchange.linter.lint import lint
from bot.exchange.placing import placed
from bot.exchange.record import Batch, Feed
from bot.store.database import Database, StoreError
from bot.store.programme import Records, Refused, sync


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a source is read with: the places, and telephone numbers that may stay in its texts."""

    gazetteer: Gazetteer
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of reading a source: its records, what differs, and what to look at."""

    batch: Batch
    records: Records  # as the store keeps them
    difference: Difference
    findings: tuple[Finding, ...]
    held: int  # how many records were taken over before

    @property
    def fatal(self) -> bool:
        """Whether the source could not be read at all."""
        return not self.batch.meetings and any(one.fatal for one in self.batch.mistakes)

    @property
    def refusal(self) -> str:
        """Why it is not taken over without being forced, in Dutch; empty where nothing is."""
        return refusal(self.difference, self.held)


def read_source(
    content: bytes, feed: Feed, data: Path, around: Surroundings, form: Form | None = None
) -> Reading:
    """All of a source, beside what the data folder holds of it."""
    batch = read_content(content, feed, form, allowed=around.allowed)
    held = held_meetings(data, feed.id)
    return Reading(
        batch=batch,
        records=_records(batch, around.gazetteer),
        difference=compare(held, batch.meetings),
        findings=lint(batch, around.gazetteer, around.allowed),
        held=len(held),
    )


async def take_over(
    reading: Reading, database: Database, data: Path, now: datetime, *, forced: bool = False
) -> str:
    """Hands the records to the store; why it was refused, in Dutch, or nothing.

    `now` is an instant in UTC.
    """
    batch = reading.batch
    try:
        done = await sync(database, batch.feed.id, reading.records, now, forced=forced)
    except StoreError as error:
        return str(error)
    if isinstance(done, Refused):
        return done.reason
    hold(data, batch.feed.id, batch.meetings)
    return ""


def _records(batch: Batch, gazetteer: Gazetteer) -> Records:
    organisations = {one.organisation.id: one.organisation for one in batch.meetings}
    told = {one.location.id: one.location for one in batch.meetings if one.location}
    locations = {identity: placed(one, gazetteer) for identity, one in told.items()}
    return Records(
        organisations=tuple(organisations.values()),
        locations=tuple(locations.values()),
        activities=tuple(one.activity for one in batch.meetings),
    )
