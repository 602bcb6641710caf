"""The real program with a message for many, killed in the middle of it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot_api import TOKEN, BotApi
from followers import let_follow, saying
from program import PATIENCE, started

from bot.app.clocks import utc_now
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.interest import Interest, Sort
from bot.store.follows import Interests
from bot.store.migrate import migrate
from bot.store.outbox import announce
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite
from bot.store.vault import open_vault

EVENING = Interest(sort=Sort.ACTIVITY, activity="aa-emmen/groepsavond")
CHATS = range(1, 61)


async def patiently(api: BotApi, holds: Callable[[], bool]) -> None:
    """Waits until something holds, also where the program starts slowly."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            with suppress(TimeoutError):
                await api.until(holds)


async def test_nobody_is_forgotten_though_the_program_is_killed_half_way(tmp_path: Path) -> None:
    data, key = tmp_path / "gegevens", tmp_path / "sleutel"
    data.mkdir()
    vault = open_vault("", key)
    async with Sqlite(data / FILE) as database:
        await migrate(database, utc_now())
        await let_follow(database, [f"telegram:{chat}" for chat in CHATS], EVENING, vault=vault)
        message = Announcement(
            id="a1", purpose=Purpose.CHANGE, bubbles=saying("Dicht."), due=utc_now()
        )
        async with database.transaction() as inside:
            keys = await Interests(vault).meeting(inside, lambda one: one == EVENING)
            assert await announce(inside, message, keys, None, utc_now()) == len(CHATS)
    async with BotApi() as api:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": api.address,
            "HANDWIJZER_KEY_FILE": str(key),
        }
        async with started("run", data=data, **settings) as program:
            await patiently(api, lambda: len(api.sent()) >= len(CHATS) // 2)
            program.process.kill()
            await program.ended()
        told = len(api.sent())
        async with started("run", data=data, **settings):
            await patiently(api, lambda: {sent["chat_id"] for sent in api.sent()} == set(CHATS))
    assert len(CHATS) // 2 <= told < len(CHATS)
    assert len(api.sent()) <= len(CHATS) + 3  # what was under way at that moment
