"""The courier: brings what is due, one after the other, and keeps how each ended.

    claim (a transaction) → deliver (a request) → keep how it ended (a transaction)

A request that goes on while the next is claimed is in hand; there may be some tens at once. What
is in hand when the program is killed goes to the courier after it.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import lru_cache

from bot.channels.fault import place_of
from bot.channels.post import (
    Arrived,
    Away,
    Closed,
    Ending,
    Halted,
    Letter,
    Moved,
    Post,
    Refused,
    Uneditable,
    Unsure,
)
from bot.core.reply import Bubble
from bot.courier.pace import Going, Pace
from bot.store.bubbles import read_bubbles
from bot.store.database import Database, Statements, StoreError
from bot.store.deliveries import (
    Delivery,
    claim,
    close_chat,
    drop_message,
    end,
    leave_lane,
    move_chat,
    next_due,
    note_sent,
    put_off,
    take_lane,
)
from bot.store.people import open_chat
from bot.store.vault import Vault

_LOG = logging.getLogger(__name__)
_AT_ONCE = 64  # requests under way
_LANE = timedelta(seconds=3)  # how long another courier waits after this one has died
_LOOK = 0.5  # seconds between two looks; other programs make messages too
_BREATH = 1.0  # seconds that one step may wait, so that the lane is kept
_TROUBLE = 5.0  # seconds to wait when the database cannot be used
_GRACE = 10.0  # seconds to finish what is under way when told to stop
_TRIES = 20  # then a chat counts as unreachable; about an hour and a half
_LONGEST = 300.0  # seconds between two tries


class Courier:
    """Sends what is due for as long as it runs; one at a time does, however many run."""

    def __init__(
        self, database: Database, vault: Vault, post: Post, clock: Callable[[], datetime]
    ) -> None:
        """`clock` tells an instant in UTC without a zone."""
        self._database = database
        self._vault = vault
        self._post = post
        self._clock = clock
        self._name = secrets.token_hex(8)
        self._pace = Pace(time.monotonic)
        self._bell = asyncio.Event()
        self._under_way: dict[asyncio.Task[None], tuple[str, str]] = {}  # with what they bring
        self._lane_until: datetime | None = None
        self._goes_on = True  # there may be more, also what a dead courier had in hand
        self._failures = 0  # times in a row that the other side could not be reached

    def wake(self) -> None:
        """Says that something may be due now."""
        self._bell.set()

    async def run(self) -> None:
        """Serves until it is cancelled; then finishes what is under way."""
        try:
            while True:
                try:
                    await self._step()
                except StoreError as error:
                    _LOG.error("messages wait: %s", error)
                    await asyncio.sleep(_TROUBLE)
                except Exception as error:  # noqa: BLE001 - a bug here must not end all sending
                    _LOG.error("the courier stumbled: %s", place_of(error))
                    await asyncio.sleep(_TROUBLE)
        finally:
            await self._finish()

    async def _step(self) -> None:
        """Sends one, or waits until there may be one."""
        self._bell.clear()
        if self._pace.halted_for:
            await asyncio.sleep(min(self._pace.halted_for, _BREATH))
        elif len(self._under_way) >= _AT_ONCE:
            await asyncio.wait(
                self._under_way, timeout=_BREATH, return_when=asyncio.FIRST_COMPLETED
            )
        elif not self._goes_on and (seconds := await self._until_next()) > 0:
            await self._rest(seconds)
        elif not await self._has_lane():
            await self._rest(_BREATH)
        else:
            await self._send_next()

    async def _send_next(self) -> None:
        await self._pace.near(lambda: self._post.is_answering)
        async with self._database.transaction() as inside:
            delivery = await claim(inside, self._name, self._clock())
        self._goes_on = delivery is not None
        if delivery is None or delivery.key in self._under_way.values():
            return  # a clock that jumps ahead makes due what we still have in hand
        await self._pace.turn()
        task = asyncio.create_task(self._bring(delivery, self._pace.begin()))
        self._under_way[task] = delivery.key
        task.add_done_callback(self._under_way.pop)

    async def _has_lane(self) -> bool:
        now = self._clock()
        if self._lane_until is not None and _LANE / 2 < self._lane_until - now <= _LANE:
            return True
        async with self._database.transaction() as inside:
            taken = await take_lane(inside, self._name, now, now + _LANE)
        self._lane_until = now + _LANE if taken else None
        return taken

    async def _until_next(self) -> float:
        due = await next_due(self._database)
        return _LOOK if due is None else min((due - self._clock()).total_seconds(), _LOOK)

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._bell.wait()

    async def _bring(self, delivery: Delivery, going: Going) -> None:
        try:
            ending = await self._deliver(delivery)
        except Exception as error:  # noqa: BLE001 - the one guard of each delivery
            _LOG.error("a delivery failed: %s", place_of(error))
            ending = Unsure()
        self._pace.end(going)
        self._note_halt(ending)
        for seconds in (0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0):
            await asyncio.sleep(seconds)
            try:
                async with self._database.transaction() as inside:
                    await self._keep(inside, delivery, ending)
            except StoreError as error:
                _LOG.error("how a delivery ended is not kept yet: %s", error)
            else:
                return

    async def _deliver(self, delivery: Delivery) -> Ending | None:
        """How it ended; None where it is too late to be of use."""
        expires = None if delivery.had else delivery.expires
        if expires is not None and self._clock() >= expires:
            return None
        letter = Letter(
            bubble=_bubble(delivery.body, delivery.language),
            silent=delivery.silent,
            message=delivery.message,
        )
        return await self._post.deliver(open_chat(self._vault, delivery.chat), letter)

    def _note_halt(self, ending: Ending | None) -> None:
        """A limit or a broken line holds for all that would be sent."""
        match ending:
            case Halted(seconds=seconds):
                self._pace.halt(seconds)
            case Away():
                if not self._pace.halted_for:
                    self._failures += 1
                    self._pace.halt(_backoff(self._failures, 30.0))
            case _:
                self._failures = 0

    async def _keep(self, inside: Statements, delivery: Delivery, ending: Ending | None) -> None:
        now, name = self._clock(), self._name
        match ending:
            case None:
                await end(inside, name, delivery, "expired", now)
            case Arrived(message=message):
                await note_sent(inside, name, delivery, message, now)
            case Halted() | Away():
                await put_off(inside, name, delivery, now, counts=False)
            case Unsure() if delivery.tries < _TRIES:
                due = now + timedelta(seconds=_backoff(delivery.tries, _LONGEST))
                await put_off(inside, name, delivery, due, counts=True)
            case Unsure():
                await end(inside, name, delivery, "unreachable", now)
            case Closed():
                await close_chat(inside, name, delivery, now)
            case Moved(chat=chat):
                await move_chat(inside, self._vault, name, delivery, chat, now)
            case Uneditable():
                await drop_message(inside, name, delivery, now)
            case Refused():
                _LOG.error("Telegram refuses message %s", delivery.announcement)
                await end(inside, name, delivery, "refused", now)

    async def _finish(self) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_GRACE)
        for task in self._under_way:
            task.cancel()
        with suppress(StoreError):
            async with self._database.transaction() as inside:
                await leave_lane(inside, self._name)


def _backoff(failures: int, longest: float) -> float:
    """Seconds to wait after so many failures in a row: 1, 2, 4 … up to the longest."""
    return min(2.0 ** min(failures - 1, 10), longest)


@lru_cache(maxsize=256)
def _bubble(body: str, language: str) -> Bubble:
    bubbles = read_bubbles(body)
    return bubbles.get(language, bubbles["nl"])
