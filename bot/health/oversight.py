"""Keeps an eye on the running program: counts, the endpoint, and systemd's sign of life."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from bot.health.counting import Counting
from bot.health.endpoint import Condition, Endpoint
from bot.health.systemd import stay_alive
from bot.store.database import Database, StoreError
from bot.store.vitals import deliveries_by_state, keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What can be seen of the program."""

    silence: Callable[[], float | None]  # seconds since Telegram was last heard by polling
    knows: Callable[[], bool]  # whether more than the help lines is served
    clock: Callable[[], datetime]  # local
    database: Database | None


@asynccontextmanager
async def overseen(
    counting: Counting, sight: Sight, environment: Mapping[str, str], at: tuple[str, int] | None
) -> AsyncIterator[str]:
    """Keeps watch while this lasts; gives the endpoint's address, empty without one.

    `at` is the host and port to tell it at. May raise ChannelError.
    """
    async with AsyncExitStack() as stack:
        address = ""
        if at is not None:
            endpoint = Endpoint(counting.registry, lambda: _look(counting, sight), *at)
            runner = await endpoint.start()
            stack.push_async_callback(runner.cleanup)
            address = f"http://{at[0]}:{runner.addresses[0][1]}/"
        if sight.database is not None:
            await _beside(stack, counting.run(sight.database, sight.clock))
        await _beside(stack, stay_alive(environment))
        yield address


async def _look(counting: Counting, sight: Sight) -> Condition:
    silence = sight.silence()
    well = sight.database is not None and await keeps(sight.database)
    if well and sight.database is not None:
        with suppress(StoreError):
            for state, number in (await deliveries_by_state(sight.database)).items():
                counting.deliveries.labels(state).set(number)
    counting.silence.set(silence or 0.0)
    return Condition(telegram_silent_seconds=silence, knowledge=sight.knows(), database=well)


async def _beside(stack: AsyncExitStack, work: Coroutine[None, None, None]) -> None:
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    stack.push_async_callback(end)
