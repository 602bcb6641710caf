"""Asks the sources that the operator named, in turn and not too often, and takes them over.

Nothing that a resident wrote or is goes along: a source is only asked for what it holds.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from bot.exchange.feed import Fetched, Mark, Unchanged, Unfetched, fetch_feed
from bot.exchange.held import Asked, last_asked, note_asked
from bot.exchange.offers import offers_of
from bot.exchange.record import Feed
from bot.exchange.taking import Reading, Surroundings, read_source, take_over
from bot.store.database import Database

EVERY = timedelta(hours=12)  # a list of meetings changes a few times a week
_LOOK = 60.0  # seconds between two looks at which source is due

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A source that is asked again and again: its short name, and where it is."""

    id: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What asking works with; `instant` is UTC without its zone."""

    database: Database
    data: Path
    around: Surroundings
    instant: Callable[[], datetime]
    inside: bool = False  # whether addresses of this machine may be asked


class Sources:
    """Keeps sources fresh; what stands in the way is logged once, until it is something else."""

    def __init__(self, addresses: tuple[Address, ...], hands: Hands) -> None:
        self._addresses = addresses
        self._hands = hands
        self._told: dict[str, str] = {}

    async def run(self) -> None:
        """Asks what is due, for ever; without sources it asks nobody."""
        while self._addresses:
            for one in self._addresses:
                try:
                    if self.is_due(one):
                        self.tell(one, await self.ask(one))
                except Exception as error:  # noqa: BLE001 - one source must not stop the others
                    self.tell(one, f"er ging iets mis: {type(error).__name__}")
            await asyncio.sleep(_LOOK)

    def is_due(self, address: Address) -> bool:
        """Whether it is time to ask a source, also after a restart."""
        asked = last_asked(self._hands.data, address.id)
        if asked is None or asked.address != address.url:
            return True
        return not timedelta() <= self._hands.instant() - asked.at < EVERY

    async def ask(self, address: Address) -> str:
        """Asks one source and takes over what is new; what stands in the way, in Dutch."""
        hands, now = self._hands, self._hands.instant()
        before = last_asked(hands.data, address.id)
        mark = before.mark if before and before.address == address.url else Mark()
        found = await fetch_feed(address.url, mark, inside=hands.inside)
        reason, taken = "", mark
        if isinstance(found, Unfetched):
            reason = found.reason
        elif isinstance(found, Fetched):
            reason = await self._take(address, found, now)
            taken = mark if reason else found.mark
        asked = Asked(address=address.url, at=now, mark=taken)
        await asyncio.to_thread(note_asked, hands.data, address.id, asked)
        if isinstance(found, Unchanged):
            _LOG.info("%s: niets veranderd", address.id)
        return reason

    def tell(self, address: Address, reason: str) -> None:
        """Logs what stands in the way of a source, unless that was told the last time."""
        if reason and self._told.get(address.id) != reason:
            _LOG.warning("%s (%s): %s", address.id, address.url, reason)
        self._told[address.id] = reason

    async def _take(self, address: Address, found: Fetched, now: datetime) -> str:
        hands, host = self._hands, urlsplit(address.url).hostname or address.id
        feed = Feed(id=address.id, name=host, address=address.url, read=now.date())
        reading = await asyncio.to_thread(
            read_source, found.content, feed, hands.data, hands.around
        )
        if reading.fatal:
            return "De bron is niet te lezen."
        reason = reading.refusal
        reason = reason or await take_over(reading, hands.database, hands.data, now)
        if not reason:
            self._tell_news(address, reading, now)
        return reason

    def _tell_news(self, address: Address, reading: Reading, now: datetime) -> None:
        told = reading.difference
        offers = offers_of(reading.batch, reading.findings, now)
        _LOG.info(
            "%s: %d nieuw, %d veranderd, %d verdwenen, %d voorstellen",
            address.id,
            len(told.new),
            len(told.changed),
            len(told.gone),
            len(offers),
        )
