"""What can be told of the database from outside: whether it keeps things, and what is waiting."""

from collections.abc import Mapping

from bot.store.database import Database, StoreError


async def keeps(database: Database) -> bool:
    """Whether the database takes what is written; it is given what stands there already."""
    try:
        return await database.execute("UPDATE revision SET number = number") == 1
    except StoreError:
        return False


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
