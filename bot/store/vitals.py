"""What can be told of the database from outside: whether it answers, and what is waiting."""

from collections.abc import Mapping

from bot.store.database import Database, StoreError


async def answers(database: Database) -> bool:
    """Whether the database gives rows."""
    try:
        await database.fetch("SELECT number FROM revision")
    except StoreError:
        return False
    return True


async def is_sound(database: Database) -> bool:
    """Whether SQLite finds nothing wrong with its file."""
    try:
        rows = await database.fetch("PRAGMA quick_check")
    except StoreError:
        return False
    return [tuple(row.values()) for row in rows] == [("ok",)]


async def deliveries_by_state(database: Database) -> Mapping[str, int]:
    """How many deliveries stand how."""
    rows = await database.fetch("SELECT state, COUNT(*) AS number FROM delivery GROUP BY state")
    return {str(row["state"]): int(row["number"] or 0) for row in rows}
