"""The same seam over PostgreSQL, for several replicas; the same SQL, written once for SQLite.

    postgresql://user:password@host/name

A transaction that writes waits for the one before it, as with SQLite: statements may then look
first and write afterwards without another replica coming between. Reading never waits. What a
message leads to can be kept inside one claimed transaction; see `claimed`.
"""

import contextlib
import re
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextvars import ContextVar
from functools import lru_cache
from sqlite3 import IntegrityError
from types import TracebackType
from typing import Any, Self

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from bot.store.database import (
    DatabaseBrokenError,
    DatabaseBusyError,
    DatabaseUnwritableError,
    Row,
    StatementError,
    Statements,
    StoreError,
)

_CONNECTIONS = 44  # as many as Telegram sends at once, and some room
_NAME = "handwijzer"  # how PostgreSQL shows our connections
_PATIENCE = 10.0  # seconds to wait for a connection
_WRITING = 4_719_001  # the number of the lock of whoever writes
_VALUE = re.compile(r"(?<![:\w]):([a-z_]\w*)")
_NUMBERED = re.compile(r"(\w+) INTEGER PRIMARY KEY")

_OTHERS = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = :name AND pid <> pg_backend_pid()"
)
_COUNT_ON = (
    "SELECT setval(pg_get_serial_sequence('audit', 'number'),"
    " (SELECT COALESCE(MAX(number), 0) + 1 FROM audit), false)"
)

Connection = psycopg.AsyncConnection[dict[str, Any]]


class _Session:
    """One connection as the seam sees it."""

    def __init__(self, raw: Connection) -> None:
        self.raw = raw

    async def fetch(self, statement: str, values: Row | None = None) -> list[Row]:
        """The rows a statement gives."""
        with translated():
            cursor = await self.raw.execute(_written(statement), dict(values or {}))
            return list(await cursor.fetchall())

    async def execute(self, statement: str, values: Row | Iterable[Row] | None = None) -> int:
        """Runs a statement once, or for each of several rows; how many rows changed."""
        with translated():
            if values is None or isinstance(values, Mapping):
                cursor = await self.raw.execute(_written(statement), dict(values or {}))
                return cursor.rowcount
            rows = [dict(one) for one in values]
            if not rows:
                return 0
            async with self.raw.cursor() as many:
                await many.executemany(_written(statement), rows)
                return many.rowcount


class Postgres:
    """A pool of connections to one PostgreSQL database; use it as `async with`."""

    def __init__(self, url: str, connections: int = _CONNECTIONS) -> None:
        """Opens nothing yet."""
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            url,
            connection_class=psycopg.AsyncConnection[dict[str, Any]],
            min_size=1,
            max_size=connections,
            timeout=_PATIENCE,
            open=False,
            kwargs={
                "autocommit": True,
                "row_factory": dict_row,
                "cursor_factory": psycopg.AsyncClientCursor,
                "application_name": _NAME,
            },
        )
        # The transaction that a message is handled in, for whatever that message does.
        self._held: ContextVar[_Session | None] = ContextVar("held", default=None)

    async def __aenter__(self) -> Self:
        """Opens the pool; raises StoreError where the database cannot be reached."""
        with translated():
            try:
                await self._pool.open(wait=True, timeout=_PATIENCE)
            except BaseException:
                await self._pool.close()
                raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes every connection."""
        await self._pool.close()

    async def fetch(self, statement: str, values: Row | None = None) -> list[Row]:
        """The rows a statement gives."""
        async with self._connected() as session:
            return await session.fetch(statement, values)

    async def execute(self, statement: str, values: Row | Iterable[Row] | None = None) -> int:
        """Runs one statement, all of it or nothing; it waits for nobody but who has its rows."""
        async with self._connected() as session:
            with translated():
                async with session.raw.transaction():
                    return await session.execute(statement, values)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Statements]:
        """All or nothing, one at a time over all replicas; part of a claim where there is one."""
        async with self._connected() as session:
            with translated():
                async with session.raw.transaction():
                    await session.raw.execute("SELECT pg_advisory_xact_lock(%s)", (_WRITING,))
                    yield session

    @contextlib.asynccontextmanager
    async def unchanging(self) -> AsyncIterator[Statements]:
        """Everything as it is at one moment, to be read; nobody waits for it."""
        async with self._connected() as session:
            with translated():
                async with session.raw.transaction():
                    await session.raw.execute(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
                    )
                    yield session

    @contextlib.asynccontextmanager
    async def alone(self, running: str) -> AsyncIterator[Statements]:
        """A transaction with no other program of ours at it; else DatabaseBusyError, said so."""
        async with self.transaction() as inside:
            if await inside.fetch(_OTHERS, {"name": _NAME}):
                raise DatabaseBusyError(running)
            yield inside

    async def count_on(self, inside: Statements) -> None:
        """Lets numbers that PostgreSQL gives out go on after those that were written."""
        await inside.fetch(_COUNT_ON)

    @contextlib.asynccontextmanager
    async def claimed(self, statement: str, values: Row) -> AsyncIterator[bool]:
        """One transaction around the handling of a message; whether the claim is ours.

        The statement adds a row or, where another has it, none; it waits while another may still
        have it. What this task does to the database inside is kept with the claim or not at all.
        """
        with translated():
            async with self._pool.connection() as raw, raw.transaction():
                session = _Session(raw)
                ours = await session.execute(statement, values) > 0
                token = self._held.set(session)
                try:
                    yield ours
                finally:
                    self._held.reset(token)

    @contextlib.asynccontextmanager
    async def _connected(self) -> AsyncIterator[_Session]:
        held = self._held.get()
        if held is not None:
            yield held
            return
        with translated():
            async with self._pool.connection() as raw:
                yield _Session(raw)


@lru_cache(maxsize=512)
def _written(statement: str) -> Any:
    """A statement as this driver wants it: other marks for values, and numbers that count on."""
    if statement.lstrip().startswith("CREATE TABLE"):
        statement = _NUMBERED.sub(
            r"\1 BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", statement
        )
    return _VALUE.sub(r"%(\1)s", statement.replace("%", "%%"))


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Raises what the driver raises as an error of the store."""
    try:
        yield
    except psycopg.errors.IntegrityError as error:
        raise IntegrityError(type(error).__name__) from error
    except (PoolTimeout, psycopg.errors.LockNotAvailable) as error:
        raise DatabaseBusyError(
            "De database antwoordt niet. Controleer DATABASE_URL, en of PostgreSQL draait."
        ) from error
    except psycopg.errors.DiskFull as error:
        raise DatabaseUnwritableError("De schijf van de database is vol.") from error
    except (psycopg.errors.DataCorrupted, psycopg.errors.IndexCorrupted) as error:
        raise DatabaseBrokenError("De database is beschadigd. Zet een kopie terug.") from error
    except psycopg.ProgrammingError as error:
        raise StatementError(
            "De database heeft een andere vorm dan dit programma verwacht "
            f"({type(error).__name__}). Zet een reservekopie terug."
        ) from error
    except psycopg.OperationalError as error:
        raise StoreError(
            f"De verbinding met de database viel weg ({type(error).__name__})."
        ) from error
