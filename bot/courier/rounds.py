"""What happens by the clock: planned messages, reminders, the list of a week, and erasing.

Every round asks what is due now; each message has an id that says what it is about, so that one
that was made already, before a restart too, is not made again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from bot.channels.fault import place_of
from bot.core.calendar.dutch_zone import instant_of
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.concerns import concern_of
from bot.core.following.interest import Interest, Sort
from bot.core.following.quiet_hours import sending_at
from bot.core.following.reminders import Reminder, due_reminders
from bot.core.following.week import is_week_due, week_around, week_id
from bot.core.reply import Bubble
from bot.core.talk.reminder_text import reminder_bubble, week_bubble
from bot.core.talk.teller import Teller, in_each_language
from bot.desk.act import Clock, Served
from bot.store.backup import remove_old
from bot.store.changes import fetch_changes
from bot.store.database import Database, StoreError
from bot.store.erasing import leave_no_trace
from bot.store.follows import Interests, drop_interests
from bot.store.outbox import announce, planned_until, release
from bot.store.programme import known_ids
from bot.store.retention import apply_rules

_LOG = logging.getLogger(__name__)
_EVERY = 20.0  # seconds between two rounds
_MOST_DONE = 10_000  # ids remembered, so that nothing is written for what was made already


class Rounds:
    """Makes its rounds for as long as it runs."""

    def __init__(
        self,
        database: Database,
        interests: Interests,
        served: Callable[[], Served | None],
        clock: Clock,
        *,
        copies: Path | None = None,
    ) -> None:
        """`served` gives what residents are told from at that moment; None without knowledge.

        `copies` is the folder of which old ones are erased, also where no new ones are made.
        """
        self._database = database
        self._interests = interests
        self._served = served
        self._clock = clock
        self._copies = copies
        self._done: set[str] = set()
        self._erased_on: date | None = None

    async def run(self) -> None:
        """Serves until it is cancelled."""
        while True:
            await self.make()
            await asyncio.sleep(_EVERY)

    async def make(self) -> None:
        """Makes one round; what goes wrong in one thing leaves the others alone."""
        served = self._served()
        jobs: list[Callable[[], Awaitable[None]]] = [self._erase]
        if served is not None:
            jobs += [
                partial(self._release, served),
                partial(self._remind, served),
                partial(self._send_week, served),
            ]
        for job in jobs:
            try:
                await job()
            except StoreError as error:
                _LOG.error("a round waits: %s", error)
            except Exception as error:  # noqa: BLE001 - a bug in one job must not end the rounds
                _LOG.error("a round failed: %s", place_of(error))

    async def _erase(self) -> None:
        today = self._clock.local().date()
        if self._erased_on == today:
            return
        erased = dict(await apply_rules(self._database, self._clock.instant()))
        async with self._database.transaction() as inside:
            known = await known_ids(inside, "activity")
            gone = await self._interests.meeting(
                inside, lambda one: bool(one.activity) and one.activity not in known
            )
            if known and gone:  # a database without any programme tells nothing
                erased["interest"] = await drop_interests(inside, gone)
        await leave_no_trace(self._database)
        if self._copies is not None:
            erased["copies"] = await asyncio.to_thread(
                remove_old, self._copies, self._clock.instant()
            )
        self._erased_on = today
        if any(erased.values()):
            told = ", ".join(f"{table} {rows}" for table, rows in erased.items() if rows)
            _LOG.info("erased what was kept long enough: %s", told)

    async def _release(self, served: Served) -> None:
        """Lets planned messages go to whoever follows by now what they are about."""
        for planned in await planned_until(self._database, self._clock.instant()):
            async with self._database.transaction() as inside:
                changes = await fetch_changes(inside, date.min)
                mine = [one for one in changes if one.id in planned.changes]
                concern = concern_of(served.programme, mine)
                keys = await self._interests.meeting(inside, concern)
                begins = min((one.first for one in mine), default=None)
                sending = sending_at(self._clock.local(), begins)
                due = instant_of(sending.due)
                await release(inside, planned.id, keys, due, silent=sending.silent)

    async def _remind(self, served: Served) -> None:
        now = self._clock.local()
        followed = await self._interests.fetch(self._database)
        for reminder in due_reminders(served.programme, followed, now):
            if reminder.id not in self._done:
                await self._announce(_reminding(reminder, served, now), reminder.keys)

    async def _send_week(self, served: Served) -> None:
        now = self._clock.local()
        if not is_week_due(now):
            return
        for key, interest in (await self._interests.fetch(self._database)).items():
            identity = week_id(key, now.date())
            if interest.sort is Sort.WEEKLY and identity not in self._done:
                message = await asyncio.to_thread(_week, identity, interest, served, now)
                await self._announce(message, (key,))

    async def _announce(self, message: Announcement, keys: tuple[str, ...]) -> None:
        async with self._database.transaction() as inside:
            await announce(inside, message, keys, None, self._clock.instant())
        if len(self._done) >= _MOST_DONE:
            self._done.clear()
        self._done.add(message.id)


def _reminding(reminder: Reminder, served: Served, now: datetime) -> Announcement:
    start = reminder.occurrence.start
    sending = sending_at(now, start)
    if isinstance(start, datetime):
        over = start
    else:
        over = datetime.combine(start + timedelta(days=1), time())
    return Announcement(
        id=reminder.id,
        purpose=Purpose.REMINDER,
        bubbles=_texts(served, now, partial(reminder_bubble, reminder)),
        due=instant_of(sending.due),
        expires=instant_of(over),
        silent=sending.silent,
    )


def _week(identity: str, interest: Interest, served: Served, now: datetime) -> Announcement:
    held = week_around(served.programme, interest, now.date())
    return Announcement(
        id=identity,
        purpose=Purpose.WEEKLY,
        bubbles=_texts(served, now, partial(week_bubble, interest, held)),
        due=instant_of(now),
        expires=instant_of(datetime.combine(now.date() + timedelta(days=2), time())),
    )


def _texts(
    served: Served, now: datetime, write: Callable[[Teller], Bubble]
) -> Mapping[str, Bubble]:
    return in_each_language(served.knowledge, served.programme, now, write)
