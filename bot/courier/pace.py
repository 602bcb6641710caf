"""When the next message of many may go: so many a second at most, and none during a halt.

There are as many places as messages may go in a second. Whatever goes takes one, and keeps it
until a second after it must have arrived: when its answer came or, without one, when something
that went later was answered. So two on one place arrive a second apart or more, however late
either of them is, and no second at the other side has more than there are places.
"""

import asyncio
import math
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

RATE = 25  # messages in any second; Telegram allows about 30, and answers need their room
_SECOND = 1.001  # a clock may be read to the millisecond
_GAP = 1 / RATE  # seconds between two
_LEAST_GAP = 0.02  # seconds between two where we make up for having been held up
_HELD_UP = 0.1  # seconds that are made up for at most
_NEAR = 0.02  # seconds before one may go in which it is fetched
_GIVES_WAY = 0.02  # seconds that one waits while somebody waits for an answer
_OVERTAKEN = 0.03  # seconds that one may come in after one which went later was answered
_SURELY = 0.02  # seconds of the quickest answer that the other side may have worked on it
_QUICKEST_OF = 2 * RATE


@dataclass(slots=True, kw_only=True, eq=False)
class Going:
    """One that went, and until when it keeps its place; for ever while nothing is known of it."""

    begun: float
    until: float = math.inf


class Pace:
    """Spaces the messages evenly over each second."""

    def __init__(
        self,
        clock: Callable[[], float],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`clock` tells seconds that only go up; `pause` waits for so many."""
        self._clock = clock
        self._pause = pause
        self._next = self._begun = 0.0
        self._halted_until = 0.0
        self._places: list[Going] = []
        self._came_in = asyncio.Event()
        self._took: deque[float] = deque(maxlen=_QUICKEST_OF)

    @property
    def halted_for(self) -> float:
        """Seconds until anything may go again; 0 when it may."""
        return max(self._halted_until - self._clock(), 0.0)

    def halt(self, seconds: float) -> None:
        """Lets nothing go for so many seconds; a longer halt that is going on stays."""
        self._halted_until = max(self._halted_until, self._clock() + seconds)

    def begin(self) -> Going:
        """Counts one that goes now; say with `end` when it has ended."""
        self._begun = now = self._clock()
        self._next = max(self._next, now - _HELD_UP) + _GAP
        going = Going(begun=now)
        self._places.append(going)
        return going

    def end(self, going: Going) -> None:
        """Notes that one was answered, and that those which went before it must be there."""
        now = self._clock()
        self._took.append(now - going.begun)
        going.until = self._place_until(now)
        for one in self._places:
            if one.begun < going.begun and one.until == math.inf:
                one.until = self._place_until(now + _OVERTAKEN)
        self._came_in.set()

    def _place_until(self, arrived: float) -> float:
        # What goes needs as long to get there as the quickest did, but for the work on it there.
        return arrived + _SECOND - max(min(self._took) - _SURELY, 0.0)

    async def near(self, is_answering: Callable[[], bool]) -> None:
        """Waits until one more may nearly go; gives way for a moment to whoever asks something."""
        await self._wait(_NEAR)
        if is_answering():
            await self._pause(_GIVES_WAY)

    async def turn(self) -> None:
        """Waits until one more may go."""
        await self._wait(0.0)

    async def _wait(self, before: float) -> None:
        while (wait := self._earliest() - before - self._clock()) > 0:
            if wait < math.inf:
                await self._pause(wait)
            else:
                self._came_in.clear()
                await self._came_in.wait()

    def _earliest(self) -> float:
        """The moment from which one more may go; infinite while nothing is known of any place."""
        now = self._clock()
        self._places = [one for one in self._places if one.until > now]
        at = max(self._next, self._halted_until, self._begun + _LEAST_GAP)
        if len(self._places) >= RATE:
            at = max(at, min(one.until for one in self._places))
        return at
