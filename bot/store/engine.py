"""Chooses between one file and PostgreSQL."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.store.database import Database, StoreError
from bot.store.sqlite import Sqlite

if TYPE_CHECKING:
    from bot.store.postgres import Postgres


def open_database(path: Path, url: str = "") -> AbstractAsyncContextManager[Database]:
    """The database at a URL, else in a file, to be opened by `async with`; or StoreError."""
    return open_postgres(url) if url else Sqlite(path)


def open_postgres(url: str) -> "Postgres":
    """The PostgreSQL at a URL, to be opened by `async with`; StoreError without its driver."""
    try:
        from bot.store.postgres import Postgres  # noqa: PLC0415 - only replicas need the driver
    except ImportError as error:
        raise StoreError(
            "Voor DATABASE_URL is een onderdeel nodig dat er niet is. Installeer het met: "
            '.venv/bin/pip install "psycopg[binary,pool]>=3.2"'
        ) from error
    return Postgres(url)
