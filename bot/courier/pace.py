"""When the next message of many may go: so many a second at most, and none during a halt."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

RATE = 25  # messages in any second; Telegram allows about 30, and answers need their room
_SECOND = 1.015  # a little more, for requests overtake one another on the way
_GAP = 0.0402  # seconds between two; a little more than 1 / RATE, so that we seldom run into RATE
_LEAST_GAP = 0.01  # seconds between two where we make up for having been held up
_HELD_UP = 0.3  # seconds that are made up for at most
_GIVES_WAY = 0.02  # seconds that one waits while somebody waits for an answer


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
        self._lately: deque[float] = deque(maxlen=RATE)

    @property
    def halted_for(self) -> float:
        """Seconds until anything may go again; 0 when it may."""
        return max(self._halted_until - self._clock(), 0.0)

    def halt(self, seconds: float) -> None:
        """Lets nothing go for so many seconds; a longer halt that is going on stays."""
        self._halted_until = max(self._halted_until, self._clock() + seconds)

    def note(self) -> None:
        """Counts one that goes now."""
        now = self._clock()
        self._next = max(self._next, now - _HELD_UP) + _GAP
        self._lately.append(now)

    async def turn(self, is_answering: Callable[[], bool]) -> None:
        """Waits until one more may go; gives way for a moment to whoever waits for an answer."""
        gave_way = False
        while (wait := self._earliest() - self._clock()) > 0 or (is_answering() and not gave_way):
            gave_way = gave_way or wait <= 0
            await self._pause(wait if wait > 0 else _GIVES_WAY)

    def _earliest(self) -> float:
        """The moment from which one more may go."""
        at = max(self._next, self._halted_until)
        if self._lately:
            at = max(at, self._lately[-1] + _LEAST_GAP)
        if len(self._lately) == RATE:
            at = max(at, self._lately[0] + _SECOND)
        return at
