"""One replica handles an update: its number is claimed in the transaction of its effects."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.store.database import Row, StoreError
from bot.store.instants import instant

_LOG = logging.getLogger(__name__)
_CLAIM = (
    "INSERT INTO claim (update_id, claimed_at) VALUES (:number, :now)"
    " ON CONFLICT (update_id) DO NOTHING"
)


@runtime_checkable
class Claimable(Protocol):
    """A database in which a whole handling is one transaction."""

    def claimed(self, statement: str, values: Row) -> AbstractAsyncContextManager[bool]:
        """One transaction around the handling; whether the claim is ours."""
        ...


def claims(
    database: Claimable, clock: Callable[[], datetime]
) -> Callable[[int], AbstractAsyncContextManager[bool]]:
    """Claims updates by their numbers; without a database each is ours, so that all are answered.

    `clock` tells an instant in UTC without a zone.
    """

    @asynccontextmanager
    async def claim(number: int) -> AsyncIterator[bool]:
        async with AsyncExitStack() as stack:
            values: Row = {"number": number, "now": instant(clock())}
            try:
                ours = await stack.enter_async_context(database.claimed(_CLAIM, values))
            except StoreError as error:
                _LOG.error("an update is handled without a claim: %s", error)
                ours = True
            yield ours

    return claim
