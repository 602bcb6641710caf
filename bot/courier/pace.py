"""When the next message of many may go: so many a second at most, and none during a halt."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

RATE = 25  # messages in any second; Telegram allows about 30, and answers need their room
# One that took longer than the quickest may have arrived so much later than others do, and then
# the second that it counts for begins later too; within bounds, for most of a long one is waiting.
_LEAST_LATE, _UNKNOWN_LATE, _MOST_LATE = 0.018, 0.1, 0.3  # seconds
_GAP = 0.0402  # seconds between two; a little more than 1 / RATE, so that we seldom run into RATE
_LEAST_GAP = 0.02  # seconds between two where we make up for having been held up
_HELD_UP = 0.1  # seconds that are made up for at most
_NEAR = 0.01  # seconds before one may go in which it is fetched
_GIVES_WAY = 0.02  # seconds that one waits while somebody waits for an answer


@dataclass(slots=True, kw_only=True)
class Going:
    """One that went, and how long it took; None while it is under way."""

    begun: float
    took: float | None = None


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
        self._next = 0.0
        self._halted_until = 0.0
        self._lately: deque[Going] = deque(maxlen=RATE)
        self._took: deque[float] = deque(maxlen=2 * RATE)

    @property
    def halted_for(self) -> float:
        """Seconds until anything may go again; 0 when it may."""
        return max(self._halted_until - self._clock(), 0.0)

    def halt(self, seconds: float) -> None:
        """Lets nothing go for so many seconds; a longer halt that is going on stays."""
        self._halted_until = max(self._halted_until, self._clock() + seconds)

    def begin(self) -> Going:
        """Counts one that goes now; say with `end` when it has ended."""
        now = self._clock()
        self._next = max(self._next, now - _HELD_UP) + _GAP
        going = Going(begun=now)
        self._lately.append(going)
        return going

    def end(self, going: Going) -> None:
        """Notes that one has ended, so that less needs to be guessed."""
        going.took = self._clock() - going.begun
        self._took.append(going.took)

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
            await self._pause(wait)

    def _earliest(self) -> float:
        """The moment from which one more may go."""
        at = max(self._next, self._halted_until)
        if self._lately:
            at = max(at, self._lately[-1].begun + _LEAST_GAP)
        if len(self._lately) == RATE:
            first = self._lately[0]
            at = max(at, first.begun + self._late(first) + 1.0)
        return at

    def _late(self, going: Going) -> float:
        """How much later than others it may have arrived, in seconds."""
        if going.took is None:
            return _UNKNOWN_LATE
        return min(max(going.took - min(self._took), _LEAST_LATE), _MOST_LATE)
