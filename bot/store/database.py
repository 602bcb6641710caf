"""The seam to a database: three methods, plain SQL, and values by name.

Statements are written once and hold `:name` for each value; a driver translates. What a driver
raises becomes one of the errors here, each with a sentence in Dutch for whoever runs the bot.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Protocol

Value = str | int | float | None
Row = Mapping[str, Value]


class StoreError(Exception):
    """Something with the database that an operator has to look at; in Dutch."""


class DatabaseBrokenError(StoreError):
    """The file is no database, or is damaged."""


class DatabaseGoneError(StoreError):
    """The file was taken away, or is another one, since it was opened."""


class DatabaseBusyError(StoreError):
    """Another program holds the database."""


class DatabaseUnwritableError(StoreError):
    """The file cannot be opened or written."""


class StatementError(StoreError):
    """The database does not know what a statement names: its shape is another than ours."""


class Statements(Protocol):
    """What can be done inside a transaction."""

    async def fetch(self, statement: str, values: Row | None = None) -> list[Row]:
        """The rows a statement gives."""
        ...

    async def execute(self, statement: str, values: Row | Iterable[Row] | None = None) -> int:
        """Runs a statement once, or for each of several rows; how many rows changed."""
        ...


class Database(Statements, Protocol):
    """A place where rows are kept; outside a transaction each statement stands by itself."""

    def transaction(self) -> AbstractAsyncContextManager[Statements]:
        """All or nothing: what happens inside is kept when it ends well, else undone."""
        ...
