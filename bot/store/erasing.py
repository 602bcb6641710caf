"""Sees to it that what was erased is not left in the files of the database."""

from bot.store.database import Database
from bot.store.sqlite import Sqlite


async def leave_no_trace(database: Database) -> None:
    """Takes what was erased out of SQLite's files; may raise StoreError.

    PostgreSQL does so by itself, in its own time (autovacuum).
    """
    if isinstance(database, Sqlite):
        await database.empty_log()
