"""Tells everybody who works here, once, that changed knowledge is not served and why."""

from datetime import timedelta
from hashlib import blake2s

from bot.core.calendar.dutch_zone import instant_of
from bot.core.desk.broken_text import Fault, broken_bubble
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.quiet_hours import sending_at
from bot.desk.act import Clock
from bot.store.database import Database
from bot.store.outbox import announce_to
from bot.store.roles import fetch_roster

_OF_USE = timedelta(days=2)


async def tell_broken(database: Database, faults: tuple[Fault, ...], clock: Clock) -> int:
    """Sends the list to everybody with a role; to how many. The same list goes once a day.

    At night it waits for the morning. May raise StoreError.
    """
    now = clock.local()
    async with database.transaction() as inside:
        whom = [one.id for one in (await fetch_roster(inside)).values()]
        if not whom:
            return 0
        said = f"{now.date()}\0{faults}"
        due = instant_of(sending_at(now, None).due)
        message = Announcement(
            id=f"k{blake2s(said.encode(), digest_size=8).hexdigest()}",
            purpose=Purpose.CHANGE,
            bubbles={"nl": broken_bubble(faults)},
            due=due,
            expires=due + _OF_USE,
        )
        new = await announce_to(inside, message, whom, clock.instant())
    return len(whom) if new else 0
