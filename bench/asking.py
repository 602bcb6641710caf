"""A resident who asks a question now and then, and how long each answer takes."""

import asyncio
import itertools
import statistics
import time
from collections.abc import Iterator

from bench.asked import questions
from bench.broadcast_server import BroadcastServer
from bench.program import Program

_EVERY = 0.4  # seconds between two questions


async def ask_for(server: BroadcastServer, seconds: float) -> list[float]:
    """The waits of a resident who asks now and then."""
    until, waits = time.perf_counter() + seconds, []
    for text in _texts():
        if time.perf_counter() > until:
            return waits
        waits.append(await _ask(server, text))
        await asyncio.sleep(_EVERY)
    return waits


async def keep_asking(server: BroadcastServer, program: Program, waits: list[float]) -> None:
    """Adds a wait for each question until it is cancelled; what fell in a restart is left out."""
    for text in _texts():
        was_down = program.down
        wait = await _ask(server, text)
        if not (was_down or program.down):
            waits.append(wait)
        await asyncio.sleep(_EVERY)


async def _ask(server: BroadcastServer, text: str) -> float:
    one = (await server.ask([text], 15.0))[0]
    return one.first - one.asked if one.first else 0.0


def _texts() -> Iterator[str]:
    return itertools.cycle(questions())


def middle(waits: list[float]) -> float:
    """The median wait of what was answered, in milliseconds."""
    return statistics.median(one for one in waits if one) * 1e3
