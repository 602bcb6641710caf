"""Performs the deeds of a decision in one transaction, and says how each ended."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.deeds import Deed, Forget
from bot.core.happenings import Failed, Forgot, Happening
from bot.store.database import Database, Statements, StoreError

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Within which transaction, for which chat and at which moment a deed is done.

    `now` is local wall-clock time in Europe/Amsterdam, `instant` the same in UTC without a zone.
    """

    inside: Statements
    chat: str
    now: datetime
    instant: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Tells now twice: on the wall in Amsterdam, and as an instant in UTC without a zone."""

    local: Callable[[], datetime]
    instant: Callable[[], datetime]


class Desk:
    """Does what has been decided; an open database is handed to it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Performs deeds on this database."""
        self._database = database
        self._clock = clock

    async def perform(self, deeds: tuple[Deed, ...], chat: str) -> tuple[Happening, ...]:
        """Does all of them or none; how they ended."""
        try:
            async with self._database.transaction() as inside:
                act = Act(
                    inside=inside,
                    chat=chat,
                    now=self._clock.local(),
                    instant=self._clock.instant(),
                )
                return tuple([await _do(act, deed) for deed in deeds])
        except StoreError as error:
            _LOG.error("deeds were not done: %s", error)
            return (Failed(),)


async def _do(act: Act, deed: Deed) -> Happening:
    """One deed; a new one gets its line here and its work in a module of its own."""
    match deed:
        case Forget():
            return Forgot()
