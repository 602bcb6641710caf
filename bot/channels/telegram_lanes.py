"""Keeps each chat's messages in order and lets chats go side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[None]]

BACKLOG = 20  # messages of one chat that may wait; nobody types faster than they are answered


class Lanes:
    """One lane per chat: its work is done one by one, and a lane without work is gone."""

    def __init__(self, *, backlog: int = BACKLOG) -> None:
        self._backlog = backlog
        self._lanes: dict[int, deque[Work]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._lanes)

    def add(self, chat: int, work: Work) -> bool:
        """Line up work, which must not raise, for a chat; False when too much waits already."""
        lane = self._lanes.get(chat)
        if lane is not None and len(lane) >= self._backlog:
            return False
        self.press_on(chat, work)
        return True

    def press_on(self, chat: int, work: Work) -> None:
        """Line up work for a chat, however much waits."""
        lane = self._lanes.get(chat)
        if lane is None:
            lane = self._lanes[chat] = deque()
            task = asyncio.create_task(self._run(chat, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        lane.append(work)

    async def drain(self, seconds: float) -> None:
        """Wait until all work is done, and break off what still goes on after so many seconds."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, chat: int, lane: deque[Work]) -> None:
        try:
            while lane:
                await lane.popleft()()
        finally:
            del self._lanes[chat]
