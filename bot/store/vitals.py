"""What can be told of the database from outside: whether it keeps things, and what is waiting."""

from collections.abc import Mapping

from bot.store.database import Database, StatementError, Statements, StoreError
from bot.store.sqlite import Sqlite
from bot.store.transfer import TABLES


async def keeps(database: Database) -> bool:
    """Whether the database takes what is written; it is given what stands there already.

    That needs no room of its own: on a full disk it still succeeds, where more does not.
    """
    if isinstance(database, Sqlite) and not database.has_room:
        return False
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


async def is_new(database: Statements) -> bool:
    """Whether nothing of ours was ever put in it."""
    return all([await _lacks(database, table) for table in TABLES])


async def missing_tables(database: Statements) -> tuple[str, ...]:
    """The tables of this release that it does not have."""
    return tuple([table for table in TABLES if await _lacks(database, table)])


async def _lacks(database: Statements, table: str) -> bool:
    try:
        await database.fetch(f"SELECT 1 FROM {table} LIMIT 1")
    except StatementError:
        return True
    return False
