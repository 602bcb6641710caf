"""A database in one SQLite file: one writer behind a lock, and reads that never wait for it."""

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import aiosqlite

from bot.store.database import (
    DatabaseBrokenError,
    DatabaseBusyError,
    DatabaseGoneError,
    DatabaseUnwritableError,
    Row,
    StatementError,
    Statements,
    StoreError,
)
from bot.store.owner import leave

_PATIENCE = 5.0  # seconds that another program may hold the file
_SHORT_PATIENCE = 200  # milliseconds
_CRUMBS = 1024 * 1024  # bytes
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is erased is overwritten, not only left out
)


class _Connection:
    """One connection as the seam sees it."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self.raw = connection
        self._path = path

    async def fetch(self, statement: str, values: Row | None = None) -> list[Row]:
        """The rows a statement gives."""
        with translated(self._path):
            rows = await self.raw.execute_fetchall(statement, values or {})
            return [dict(row) for row in rows]

    async def execute(self, statement: str, values: Row | Iterable[Row] | None = None) -> int:
        """Runs a statement once, or for each of several rows; how many rows changed."""
        with translated(self._path):
            if values is None or isinstance(values, Mapping):
                cursor = await self.raw.execute(statement, values or {})
            else:
                cursor = await self.raw.executemany(statement, list(values))
            changed = cursor.rowcount
            await cursor.close()
            return changed


class Sqlite:
    """An open SQLite file; use it as `async with`, for what stays open keeps the program alive."""

    def __init__(self, path: Path, patience: float = _PATIENCE) -> None:
        """Opens nothing yet; `patience` is how long to wait for another program, in seconds."""
        self._path = path
        self._patience = patience
        self._lock = asyncio.Lock()
        self._open: list[aiosqlite.Connection] = []
        self._file = (0, 0)
        self._writer: _Connection | None = None
        self._reader: _Connection | None = None

    async def __aenter__(self) -> Self:
        """Opens the file, and makes it where there is none."""
        try:
            with translated(self._path):
                # Made by us and not by SQLite, so that nobody else on the machine may read it.
                if not self._path.exists():
                    self._path.touch(mode=0o600)
                    leave(self._path)
                self._file = _file_at(self._path)
            self._writer = await self._connect(*_PRAGMAS)
            self._reader = await self._connect("PRAGMA query_only = ON")
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes both connections."""
        await self.close()

    async def close(self) -> None:
        """Closes what is open; the last one out writes the log back into the file."""
        while self._open:
            with contextlib.suppress(sqlite3.Error):
                await self._open.pop().close()

    async def fetch(self, statement: str, values: Row | None = None) -> list[Row]:
        """The rows a statement gives, as they were when the last transaction ended."""
        return await _opened(self._reader).fetch(statement, values)

    async def execute(self, statement: str, values: Row | Iterable[Row] | None = None) -> int:
        """Runs one statement in a transaction of its own; how many rows changed."""
        async with self.transaction() as inside:
            return await inside.execute(statement, values)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Statements]:
        """All or nothing, one at a time; refused where the file is there no more."""
        writer = _opened(self._writer)
        async with self._lock:
            with translated(self._path):
                self._check_file()
            # A task that was cancelled while it began or ended one may have left it open.
            await writer.raw.rollback()
            await writer.execute("BEGIN IMMEDIATE")
            try:
                yield writer
                await writer.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    await writer.raw.rollback()
                raise

    async def empty_log(self) -> None:
        """Writes the log back into the file, for what was erased may still be read in either.

        Where another program reads for long just now, it waits for the next time.
        """
        writer = _opened(self._writer)
        async with self._lock:
            await writer.raw.rollback()
            await writer.fetch(f"PRAGMA busy_timeout = {_SHORT_PATIENCE}")
            try:
                await writer.fetch("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                await writer.fetch(f"PRAGMA busy_timeout = {round(self._patience * 1000)}")

    @property
    def has_room(self) -> bool:
        """Whether the disk takes more than the crumbs that fit in what the file has already."""
        try:
            return shutil.disk_usage(self._path.parent).free >= _CRUMBS
        except OSError:
            return False

    def _check_file(self) -> None:
        """Raises DatabaseGoneError where what is written now would be lost without a trace."""
        try:
            same = _file_at(self._path) == self._file
        except FileNotFoundError:
            same = False
        if not same:
            raise DatabaseGoneError(
                f"Het bestand {self._path} is weggehaald of vervangen terwijl de bot draait. "
                "Start de bot opnieuw; tot dan bewaar ik niets."
            )

    async def _connect(self, *pragmas: str) -> _Connection:
        with translated(self._path):
            connection = await aiosqlite.connect(
                self._path, isolation_level=None, timeout=self._patience
            )
            self._open.append(connection)
            connection.row_factory = sqlite3.Row
            for pragma in pragmas:
                await connection.execute_fetchall(pragma)
            return _Connection(connection, self._path)


def _file_at(path: Path) -> tuple[int, int]:
    """Which file a path leads to, whatever it holds."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _opened(connection: _Connection | None) -> _Connection:
    if connection is None:
        raise RuntimeError("this database is not open")
    return connection


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises what the driver and the file system raise as an error of the store."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        translation = _translate(error, path)
        if translation is None:
            raise
        raise translation from error
    except OSError as error:
        raise DatabaseUnwritableError(
            f"De database {path} kan ik niet openen ({error.strerror})."
        ) from error


def _translate(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The error of the store that this is; None where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseBusyError(
            f"De database {path} is bezet. Draait Handwijzer al? "
            "Stop de andere en probeer het opnieuw."
        )
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return DatabaseBrokenError(
            f"De database {path} is beschadigd. Zet een reservekopie terug, of haal het "
            "bestand weg: het programma komt dan weer uit de kennis, en doorgegeven "
            "wijzigingen zijn weg."
        )
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return DatabaseUnwritableError(
            f"De database {path} kan ik niet openen of beschrijven. "
            "Kijk naar de rechten van de map."
        )
    if code == sqlite3.SQLITE_FULL:
        return DatabaseUnwritableError(f"De schijf is vol, {path} kan niet groter worden.")
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(f"De schijf met {path} geeft een fout.")
    if code == sqlite3.SQLITE_ERROR:  # its words name tables and columns, never what is in them
        return StatementError(
            f"De database {path} heeft een andere vorm dan dit programma verwacht ({error}). "
            "Zet een reservekopie terug."
        )
    return None
