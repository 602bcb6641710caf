"""Fetches updates by long polling and acknowledges only what has been handled."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeGuard

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.fault import ChannelError
from bot.channels.recent import Recent
from bot.channels.telegram_sender import Pause, backoff, seconds_of

BATCH = 100  # the most that getUpdates gives
REFUSED = (
    "Telegram kent dit token niet. Controleer TELEGRAM_BOT_TOKEN, of maak een nieuw token bij "
    "@BotFather."
)

RawUpdate = dict[str, Any]
Fetch = Callable[[int | None, int], Awaitable[list[RawUpdate]]]  # offset, seconds to wait
Accept = Callable[[RawUpdate, Callable[[bool], None]], None]  # the update, and how it ended

_LOG = logging.getLogger(__name__)
_LONG_POLL = 30  # seconds
_SETTLE = 0.3  # seconds that a batch gets before others are fetched beside it
_STALLS = 16  # times a settling batch may block the way before it is passed
_REFUSALS = 3  # in a row, for one may be a hiccup on the way


def is_update(value: object) -> TypeGuard[RawUpdate]:
    """Tell an update by its number."""
    return isinstance(value, dict) and type(value.get("update_id")) is int


class Ledger:
    """Knows which updates are in hand, and up to where everything has been handled."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._passed: set[int] = set()
        self._closed = Recent()
        self._next: int | None = None
        self.idle = asyncio.Event()
        self.idle.set()

    @property
    def offset(self) -> int | None:
        """The first update that Telegram must keep: everything before it has been handled."""
        return min(self._open - self._passed, default=self._next)

    def take(self, number: int) -> bool:
        """Take an update in hand; False when it is in hand or handled already."""
        if number in self._open or number in self._closed:
            return False
        self._open.add(number)
        self.idle.clear()
        return True

    def seen(self, number: int) -> None:
        """Note the last update of a batch; Telegram may start again at a lower number."""
        self._next = number + 1

    def close(self, number: int, _well: bool = True) -> None:
        """Note that the handling of an update has ended, well or not."""
        self._open.discard(number)
        self._passed.discard(number)
        self._closed.put(number)
        if not self._open:
            self.idle.set()

    def pass_by(self) -> None:
        """Stop holding Telegram to the updates in hand; they are still being handled here."""
        self._passed |= self._open


class Poller:
    """Hears updates for as long as it runs, through any failure that may pass."""

    def __init__(
        self, *, fetch: Fetch, accept: Accept, pause: Pause, settle: float = _SETTLE
    ) -> None:
        self._fetch = fetch
        self._accept = accept
        self._pause = pause
        self._settle = settle
        self._failures = 0
        self._refusals = 0
        self._stalls = 0
        self._heard: float | None = None
        self._stirred: float | None = None
        self.ledger = Ledger()

    @property
    def silent_for(self) -> float | None:
        """Seconds since the last poll that succeeded; None before the first."""
        if self._heard is None:
            return None
        return asyncio.get_running_loop().time() - self._heard

    @property
    def stuck_for(self) -> float:
        """Seconds since a poll began that should have ended, well or not; a pause is no such."""
        if self._stirred is None:
            return 0.0
        return max(0.0, asyncio.get_running_loop().time() - self._stirred)

    async def run(self) -> None:
        """Poll until cancelled, or until Telegram refuses the token (ChannelError)."""
        while True:
            self._stirred = asyncio.get_running_loop().time()
            try:
                updates = await self._fetch(self.ledger.offset, _LONG_POLL)
            except InvalidToken:
                await self._bear_refusal()
            except TelegramError as error:
                await self._bear(error)
            else:
                self._note_success()
                self._take(updates)
                await self._let_settle()

    async def confirm(self) -> None:
        """Tell Telegram what has been handled, so that none of it comes again; best effort."""
        try:
            await self._fetch(self.ledger.offset, 0)
        except TelegramError as error:
            _LOG.warning("could not confirm the last updates: %s", type(error).__name__)

    def _take(self, updates: list[RawUpdate]) -> None:
        fresh = [update for update in updates if self.ledger.take(update["update_id"])]
        if updates:
            self.ledger.seen(updates[-1]["update_id"])
        for update in fresh:
            self._accept(update, partial(self.ledger.close, update["update_id"]))
        blocked = len(updates) >= BATCH and not fresh
        self._stalls = self._stalls + 1 if blocked else 0
        if self._stalls >= _STALLS:
            _LOG.warning("slow updates no longer hold up the others; a crash now may lose them")
            self.ledger.pass_by()
            self._stalls = 0

    async def _let_settle(self) -> None:
        # Not wait_for: in Python 3.11 it can swallow a cancellation, and polling would never end.
        with suppress(TimeoutError):
            async with asyncio.timeout(self._settle):
                await self.ledger.idle.wait()

    def _note_success(self) -> None:
        if self._failures:
            _LOG.info("Telegram can be reached again")
        self._failures = self._refusals = 0
        self._heard = asyncio.get_running_loop().time()

    async def _bear_refusal(self) -> None:
        self._refusals += 1
        if self._refusals >= _REFUSALS:
            raise ChannelError(REFUSED) from None
        await self._rest(backoff(self._refusals))

    async def _bear(self, error: TelegramError) -> None:
        self._failures += 1
        wait = seconds_of(error) if isinstance(error, RetryAfter) else backoff(self._failures)
        if isinstance(error, Conflict):
            _LOG.error("another program listens with this token (409); stop one of the two")
        elif self._failures % 10 == 1:
            _LOG.warning("cannot hear Telegram (%s); trying again", type(error).__name__)
        await self._rest(wait)

    async def _rest(self, seconds: float) -> None:
        self._stirred = asyncio.get_running_loop().time() + seconds
        await self._pause(seconds)
