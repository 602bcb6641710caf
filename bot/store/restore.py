"""Puts a copy back, in a file or in PostgreSQL, without whoever stopped since it was made.

Who stopped can be told only where the database of now is the one that the copy was made of. Where
it is another, nobody is erased from the copy, and a database in which people are is left alone.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.store.backup import open_copy
from bot.store.database import (
    Database,
    DatabaseBrokenError,
    DatabaseBusyError,
    Statements,
    StoreError,
)
from bot.store.migrate import migrate
from bot.store.owner import leave
from bot.store.people import open_chat
from bot.store.sqlite import Sqlite, translated
from bot.store.transfer import origin_of, transfer
from bot.store.vault import Vault

if TYPE_CHECKING:
    from bot.store.postgres import Postgres

Told = Callable[[str], None]  # what whoever runs the bot has to know, in Dutch

_RUNNING = "De bot draait nog. Stop hem eerst, zet dan terug en start hem weer."
_UNREADABLE = "De database van nu is niet te lezen; iedereen uit de kopie komt terug."
_MISSING = "Er is nog geen database; iedereen uit de kopie komt terug."
_ANOTHER = "De database van nu is een nieuwe, zonder mensen; iedereen uit de kopie komt terug."
_NOT_EMPTY = (
    "De database van nu is niet die van de kopie, en er staan mensen in ({people}). Die zouden "
    "weg zijn. Zet het bestand eerst opzij, of neem een lege database."
)


async def restore(file: Path, database: Path, vault: Vault, told: Told) -> None:
    """Puts a copy in the place of the database file; or StoreError, and nothing has changed."""
    content = open_copy(file, vault)
    _nobody_else(database)
    fresh = database.with_name(f"{database.name}.terug")
    try:
        _write(content, fresh, file)
        async with Sqlite(fresh) as copy:
            known = await _present(database, copy, vault, told)
            await _forget_stopped(copy, known, vault, told)
        for name in (database, fresh):
            for beside in ("-wal", "-shm"):
                name.with_name(name.name + beside).unlink(missing_ok=True)
        leave(fresh)
        fresh.replace(database)
    except OSError as error:
        raise StoreError(f"Terugzetten lukte niet ({error.strerror}).") from error
    finally:
        fresh.unlink(missing_ok=True)


async def restore_postgres(
    file: Path, database: "Postgres", vault: Vault, told: Told, now: datetime
) -> None:
    """Puts a copy, whatever it was made of, in the place of all rows; or StoreError, as above."""
    with TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "kopie.db"
        _write(open_copy(file, vault), fresh, file)
        await migrate(database, now)
        async with Sqlite(fresh) as copy:
            await migrate(copy, now)
            async with database.alone(_RUNNING) as inside:
                known = await _chats_beside(inside, copy, vault, told)
                await _forget_stopped(copy, known, vault, told)
                await transfer(copy, inside)
                await database.count_on(inside)


def _write(content: bytes, fresh: Path, file: Path) -> None:
    """Writes the database that a copy holds, for our eyes only, and checks that it is whole."""
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    with translated(fresh), closing(sqlite3.connect(fresh)) as opened:
        found = opened.execute("PRAGMA integrity_check").fetchone()
    if found is None or found[0] != "ok":
        raise StoreError(f"De kopie {file} is beschadigd. Neem een andere.")


def _nobody_else(database: Path) -> None:
    """Raises DatabaseBusyError while a bot has the database open."""
    if not database.is_file():
        return
    with closing(sqlite3.connect(database, timeout=0.5)) as opened:
        try:
            opened.execute("PRAGMA journal_mode = DELETE")  # only for whoever is alone
        except sqlite3.OperationalError:
            raise DatabaseBusyError(_RUNNING) from None
        except sqlite3.DatabaseError:
            return  # damaged: that is what copies are for


async def _present(
    database: Path, copy: Statements, vault: Vault, told: Told
) -> frozenset[str] | None:
    """The chats in the present file; None where it says nothing about who stopped since."""
    if not await asyncio.to_thread(database.is_file):
        told(_MISSING)
        return None
    try:
        async with Sqlite(database) as opened:
            return await _chats_beside(opened, copy, vault, told)
    except (DatabaseBrokenError, sqlite3.Error):
        told(_UNREADABLE)
        return None


async def _chats_beside(
    present: Statements, copy: Statements, vault: Vault, told: Told
) -> frozenset[str] | None:
    """As `_present`; raises StoreError where people would be lost who are in no copy of this."""
    chats = frozenset(chat for _, chat in await _people(present, vault))
    if await origin_of(present) == await origin_of(copy):
        return chats
    if chats:
        raise StoreError(_NOT_EMPTY.format(people=len(chats)))
    told(_ANOTHER)
    return None


async def _people(statements: Statements, vault: Vault) -> list[tuple[str, str]]:
    """Everybody's id and chat: a hash would be another one after a new key."""
    rows = await statements.fetch("SELECT id, chat FROM person")
    return [(str(row["id"]), open_chat(vault, str(row["chat"]))) for row in rows]


async def _forget_stopped(
    copy: Database, known: frozenset[str] | None, vault: Vault, told: Told
) -> None:
    """Erases from a copy whoever is in the present database no more."""
    if known is None:
        return
    gone = [{"id": one} for one, chat in await _people(copy, vault) if chat not in known]
    async with copy.transaction() as inside:
        await inside.execute("DELETE FROM person WHERE id = :id", gone)
    if gone:
        told(f"Gestopt na deze kopie, en daarom weer gewist: {len(gone)}.")
