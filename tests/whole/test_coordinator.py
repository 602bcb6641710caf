"""The real program with a coordinator, a follower and a resident, over the wire."""

import asyncio
import sqlite3
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot_api import TOKEN, BotApi
from program import PATIENCE, started

from bot.app.clocks import local_now
from bot.core.calendar.day_text import day_text
from bot.core.following.quiet_hours import is_quiet
from bot.store.serving import FILE

BOSS, FOLLOWER, ASKER = 1, 2, 3


def choice(sent: list[dict], words: str) -> str:
    """The payload of the last button whose label holds these words."""
    rows = [
        row
        for message in sent
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
    ]
    found = [b["callback_data"] for row in rows for b in row if words in b["text"]]
    assert found, (words, [message["text"] for message in sent])
    return found[-1]


def let_it_be_morning(data: Path) -> None:
    """What waits for the morning may go."""
    held = sqlite3.connect(data / FILE, timeout=PATIENCE)
    held.execute("UPDATE delivery SET due_at = '2000-01-01T00:00:00.000000Z'")
    held.commit()
    held.close()


async def until_said(api: BotApi, chat: int, words: str) -> str:
    """Waits until a chat has been sent a message with these words, and gives it."""
    async with asyncio.timeout(PATIENCE):
        while not any(words in text for text in api.texts(chat)):
            with suppress(TimeoutError):  # a start takes long on a busy machine
                await api.until(lambda: any(words in text for text in api.texts(chat)))
    return next(text for text in api.texts(chat) if words in text)


async def test_a_change_is_told_once_though_the_program_is_killed_after_the_preview(
    tmp_path: Path,
) -> None:
    data = tmp_path / "gegevens"
    today = local_now().date()
    first, last = today + timedelta(days=1), today + timedelta(days=14)
    async with BotApi() as api:
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": api.address}
        async with started("invite", "--administrator", data=data, **settings) as invite:
            link = await invite.until("https://t.me/")
        token = link.rpartition("=")[2]
        async with started("run", data=data, **settings) as program:
            await api.write(f"/start {token}", chat=BOSS)
            await until_said(api, BOSS, "Je bent nu beheerder")
            await api.write("houd me op de hoogte van de AA in Emmen", chat=FOLLOWER)
            await until_said(api, FOLLOWER, "Waarover wil je bericht krijgen?")
            await api.press(choice(api.sent(chat=FOLLOWER), "AA-avond"), chat=FOLLOWER)
            await until_said(api, FOLLOWER, "Zal ik je een bericht sturen")
            await api.press(choice(api.sent(chat=FOLLOWER), "Ja, doe maar"), chat=FOLLOWER)
            said = f"AA emmen dicht van {first:%d-%m-%Y} tm {last:%d-%m-%Y}, verbouwing"
            await api.write(said, chat=BOSS)
            await until_said(api, BOSS, "Dit gaat naar 1 mens")
            program.process.kill()
            await program.ended()
        send = choice(api.sent(chat=BOSS), "Versturen")
        async with started("run", data=data, **settings):
            await api.press(send, chat=BOSS)
            await api.press(send, chat=BOSS)
            if is_quiet(local_now()):
                await until_said(api, BOSS, "Het bericht gaat om 08:00 uur")
                let_it_be_morning(data)
            told = await until_said(api, FOLLOWER, "Dicht.")
            await until_said(api, BOSS, "Dit was al verstuurd.")
            await api.write("AA in Emmen", chat=ASKER)
            answer = await until_said(api, ASKER, "AA-avond")
    assert day_text(first, "nl") in told and "Reden: verbouwing." in told
    assert "dicht" in answer.casefold()
    assert sum("Dicht." in text for text in api.texts(FOLLOWER)) == 1
    held = sqlite3.connect(data / FILE)
    assert held.execute("SELECT COUNT(*) FROM draft").fetchone() == (0,)
    held.close()
