"""A database with people who follow things, for the tests of what goes out to them."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.interest import Interest, Sort
from bot.core.reply import Bubble
from bot.store.database import Database
from bot.store.follows import Interests, follow
from bot.store.outbox import announce
from bot.store.vault import Vault

NOW = datetime(2026, 11, 24, 12, 0)
VAULT = Vault((b"k" * 32,))
DROP_IN = Interest(sort=Sort.ACTIVITY, activity="inloop")
WALK = Interest(sort=Sort.ACTIVITY, activity="wandelen")


def saying(text: str) -> dict[str, Bubble]:
    """A text of an announcement, in Dutch."""
    return {"nl": Bubble(pieces=(text,))}


async def let_follow(
    database: Database, chats: Sequence[str], *interests: Interest, vault: Vault = VAULT
) -> None:
    """Lets each chat follow each of these things."""
    async with database.transaction() as inside:
        for chat in chats:
            for interest in interests:
                await follow(inside, vault, chat, interest, "nl")


async def send_out(
    database: Database,
    *interests: Interest,
    identity: str = "a1",
    due: datetime = NOW,
    expires: datetime | None = None,
    purpose: Purpose = Purpose.CHANGE,
) -> int:
    """Announces "Het gaat niet door." to whoever follows these things; to how many."""
    announcement = Announcement(
        id=identity,
        purpose=purpose,
        bubbles=saying("Het gaat niet door."),
        due=due,
        expires=expires,
    )
    async with database.transaction() as inside:
        keys = await Interests(VAULT).meeting(inside, lambda one: one in interests)
        return await announce(inside, announcement, keys, None, NOW)
