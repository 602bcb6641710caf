"""A courier at work on a real database, with Telegram's place taken on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot_api import TOKEN, BotApi
from followers import VAULT, saying
from telegram import Bot

from bot.channels.telegram_post import TelegramPost
from bot.channels.telegram_transport import AiohttpTransport
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.interest import Interest, Sort
from bot.core.following.progress import Progress
from bot.courier.courier import Courier
from bot.store.follows import Interests, follow
from bot.store.migrate import migrate
from bot.store.outbox import announce, progress
from bot.store.sqlite import Sqlite

DROP_IN = Interest(sort=Sort.ACTIVITY, activity="inloop")


def now() -> datetime:
    """This instant in UTC, without its zone."""
    return datetime.now(UTC).replace(tzinfo=None)


class PostOffice:
    """The database, the server, and the courier between them."""

    def __init__(self, database: Sqlite, api: BotApi, post: TelegramPost) -> None:
        self.database = database
        self.api = api
        self.post = post
        self.ahead = timedelta()  # by which the clock of the courier has jumped

    def now(self) -> datetime:
        """This instant by the clock of the courier."""
        return now() + self.ahead

    async def let_follow(self, *chats: int) -> None:
        """Lets chats on Telegram follow the drop-in."""
        async with self.database.transaction() as inside:
            for chat in chats:
                await follow(inside, VAULT, f"telegram:{chat}", DROP_IN, "nl")

    async def send_out(self, identity: str = "a1", **fields: object) -> None:
        """Announces that the drop-in is off."""
        announcement = Announcement(
            id=identity,
            purpose=Purpose.CHANGE,
            bubbles=saying("Het gaat niet door."),
            due=self.now(),
            **fields,  # type: ignore[arg-type]
        )
        async with self.database.transaction() as inside:
            keys = await Interests(VAULT).meeting(inside, lambda one: one == DROP_IN)
            await announce(inside, announcement, keys, None, self.now())

    async def until(self, wanted: Progress, identity: str = "a1") -> None:
        """Waits until an announcement is so far; a test that waits in vain fails."""
        async with asyncio.timeout(10):
            while await progress(self.database, identity) != wanted:  # noqa: ASYNC110 - no bell
                await asyncio.sleep(0.02)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Courier]:
        """A courier at work while this lasts."""
        courier = Courier(self.database, VAULT, self.post, self.now)
        working = asyncio.create_task(courier.run())
        try:
            yield courier
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)


@asynccontextmanager
async def post_office(folder: Path) -> AsyncIterator[PostOffice]:
    """A post office with nobody in it yet."""
    transport = AiohttpTransport(through_proxy=False)
    async with BotApi() as api, Sqlite(folder / "a.db") as database:
        await migrate(database, now())
        await transport.initialize()
        bot = Bot(TOKEN, base_url=f"{api.address}/bot", request=transport)
        yield PostOffice(database, api, TelegramPost(bot, lambda: False))
        await transport.shutdown()
        assert api.invalid == []
