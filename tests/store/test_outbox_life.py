"""Whatever happens in whatever order: nobody is forgotten, and after a stop nobody hears more."""

import asyncio
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from followers import DROP_IN, NOW, let_follow, saying, send_out
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.deliveries import (
    Delivery,
    claim,
    drop_message,
    note_sent,
    put_off,
    take_lane,
)
from bot.store.migrate import migrate
from bot.store.outbox import correct, progress, stop
from bot.store.sqlite import Sqlite

PEOPLE = 4
ACTS = ("claim", "sent", "put off", "kill", "correct", "stop", "uneditable")


class Life:
    """One message to four people, and couriers that come and go."""

    def __init__(self, database: Sqlite) -> None:
        self.database = database
        self.now = NOW
        self.courier = 0
        self.version = 1
        self.stopped = False
        self.in_hand: list[Delivery] = []
        self.reads: dict[str, int] = {}  # which version each person has
        self.told_after_stop: list[str] = []

    @property
    def name(self) -> str:
        return f"courier-{self.courier}"

    async def act(self, act: str) -> None:
        self.now += timedelta(seconds=1)
        match act:
            case "claim":
                found = await claim(self.database, self.name, self.now)
                self.in_hand += [found] if found else []
                if found and self.stopped and not found.had:
                    self.told_after_stop.append(found.person)
            case "kill":
                self.in_hand.clear()
                self.courier += 1
                until = self.now + timedelta(seconds=5)
                self.now = until + timedelta(seconds=1)
                assert await take_lane(self.database, self.name, self.now, self.now)
            case "correct":
                self.version += 1
                text = saying(f"Versie {self.version}")
                await correct(self.database, "a1", text, self.now)
            case "stop":
                self.stopped = True
                await stop(self.database, "a1", self.now)
            case _ if self.in_hand:
                await self.finish(self.in_hand.pop(0), act)

    async def finish(self, delivery: Delivery, act: str) -> None:
        if act == "sent":
            self.reads[delivery.person] = delivery.version
            await note_sent(self.database, self.name, delivery, 7, self.now)
        elif act == "uneditable" and delivery.message is not None:
            await drop_message(self.database, self.name, delivery, self.now)
        else:
            await put_off(self.database, self.name, delivery, self.now, counts=True)

    async def end(self) -> None:
        """Lets all that is due go, after a last kill."""
        await self.act("kill")
        for _ in range(4 * PEOPLE):
            await self.act("claim")
            await self.act("sent")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ACTS), max_size=25))
def test_everyone_ends_up_with_the_last_text(acts: Sequence[str]) -> None:
    asyncio.run(live(acts))


async def live(acts: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Sqlite(Path(folder) / "a.db") as database:
            await migrate(database, NOW)
            await let_follow(database, [f"telegram:{one}" for one in range(PEOPLE)], DROP_IN)
            await send_out(database, DROP_IN)
            life = Life(database)
            await take_lane(database, life.name, life.now, life.now)
            for act in acts:
                await life.act(act)
            await life.end()
            ended = await progress(database, "a1")
    assert ended.due == 0
    assert ended.sent + ended.stopped == PEOPLE
    assert set(life.reads.values()) <= {life.version}
    assert life.told_after_stop == []
    if not life.stopped:
        assert len(life.reads) == PEOPLE
