"""People who follow one activity, in the database of the program that is measured."""

import asyncio
from datetime import UTC, datetime

from bench.broadcast_server import MARK
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.interest import Interest, Sort
from bot.core.reply import Bubble
from bot.store.follows import Interests, follow
from bot.store.outbox import announce, progress
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault

FIRST_CHAT = 10_000_000  # of those who follow; residents who ask have lower numbers
# One that is in the programme: of what is no more, following ends.
_FOLLOWED = Interest(sort=Sort.ACTIVITY, activity="weekendtref-amersfoort/inloop")


async def enter(database: Sqlite, vault: Vault, people: int) -> None:
    """Lets so many people follow one thing."""
    async with database.transaction() as inside:
        for chat in range(FIRST_CHAT, FIRST_CHAT + people):
            await follow(inside, vault, f"telegram:{chat}", _FOLLOWED, "nl")


async def announce_to_all(database: Sqlite, vault: Vault, identity: str) -> int:
    """Puts a message for all of them in the database; how many it is for."""
    message = Announcement(
        id=identity,
        purpose=Purpose.CHANGE,
        bubbles={"nl": Bubble(pieces=(f"{MARK}: dinsdag gaat het niet door.",))},
        due=now(),
    )
    async with database.transaction() as inside:
        keys = await Interests(vault).meeting(inside, lambda one: one == _FOLLOWED)
        return await announce(inside, message, keys, None, now())


async def ended(database: Sqlite, identity: str) -> None:
    """Waits until nothing of a message is due."""
    due = 1
    while due:
        await asyncio.sleep(0.2)
        due = (await progress(database, identity)).due


def now() -> datetime:
    """The moment as the store keeps it: in UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)
