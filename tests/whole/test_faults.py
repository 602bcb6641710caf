"""The real program when its surroundings fail: nothing is lost, and residents are answered."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

from bot_api import TOKEN, BotApi
from program import PATIENCE, ask_page, started

from bot.store.serving import FILE

QUESTION = "is er een inloop in Assen?"
ANSWER = "Leger des Heils"


async def test_a_damaged_database_is_told_and_residents_are_answered(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"dit is geen database" * 500)
    async with started("run", data=tmp_path) as program:
        address = await program.until("http://127.0.0.1:")
        answer = await ask_page(address, QUESTION)
    assert ANSWER in answer
    assert "is beschadigd. Zet een reservekopie terug" in "\n".join(program.errors)


async def test_a_database_that_another_program_holds_is_told_and_residents_are_answered(
    tmp_path: Path,
) -> None:
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        async with started("run", data=tmp_path) as program:
            address = await program.until("http://127.0.0.1:")
            answer = await ask_page(address, QUESTION)
    finally:
        holder.close()
    assert ANSWER in answer
    assert "is bezet. Draait Handwijzer al?" in "\n".join(program.errors)


async def test_a_database_of_a_newer_release_is_told_and_residents_are_answered(
    tmp_path: Path,
) -> None:
    async with started("run", data=tmp_path) as program:
        await program.until("http://127.0.0.1:")
    newer = sqlite3.connect(tmp_path / FILE)
    newer.execute("INSERT INTO migration VALUES (9999, 'later', 'x', '2030-01-01')")
    newer.commit()
    newer.close()
    async with started("run", data=tmp_path) as program:
        answer = await ask_page(await program.until("http://127.0.0.1:"), QUESTION)
    assert ANSWER in answer
    assert "van een nieuwere Handwijzer" in "\n".join(program.errors)


async def test_kill_9_while_many_ask_leaves_nobody_unanswered(tmp_path: Path) -> None:
    chats = range(1, 151)
    async with BotApi() as api:
        settings = settings_of(api)
        for chat in chats:
            await api.write(QUESTION, chat=chat)
        async with started("run", data=tmp_path, **settings) as program:
            await patiently(lambda: len(api.texts()) >= 10)
            program.process.kill()
            await program.ended()
        answered = {chat for chat in chats if api.texts(chat)}
        async with started("run", data=tmp_path, **settings):
            await patiently(lambda: all(api.texts(chat) for chat in chats))
    assert 10 <= len(answered) < len(chats)
    assert [chat for chat in chats if not any(ANSWER in text for text in api.texts(chat))] == []


async def test_kill_9_leaves_the_database_sound(tmp_path: Path) -> None:
    for _ in range(3):
        async with started("run", data=tmp_path) as program:
            await program.until("http://127.0.0.1:")
            program.process.kill()
            await program.ended()
    database = sqlite3.connect(tmp_path / FILE)
    found = database.execute("PRAGMA integrity_check")
    assert found.fetchall() == [("ok",)]
    database.close()


async def patiently(condition: Callable[[], bool]) -> None:
    """Waits as long as a busy machine may need to start the program."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - what the program sends sets no event
            await asyncio.sleep(0.01)


def settings_of(api: BotApi) -> dict[str, str]:
    """What an operator sets to serve on Telegram."""
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": api.address,
    }
