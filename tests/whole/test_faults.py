"""The real program when its surroundings fail: nothing is lost, and residents are answered."""

import asyncio
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientSession
from bot_api import TOKEN, BotApi
from program import PATIENCE, Program, ask_page, started

from bot.store.serving import FILE

QUESTION = "is er een inloop in Assen?"
ANSWER = "Leger des Heils"
FOLLOWER, STRANGER = 8, 9


async def test_a_damaged_database_is_told_and_residents_are_answered(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"dit is geen database" * 500)
    async with started("run", data=tmp_path) as program:
        address = await program.until("http://127.0.0.1:")
        answer = await ask_page(address, QUESTION)
    assert ANSWER in answer
    assert "is beschadigd. Zet een reservekopie terug" in "\n".join(program.errors)


async def test_a_full_disk_is_told_and_what_was_kept_can_be_erased_once_there_is_room(
    small_disk: Path,
) -> None:
    ballast = small_disk / "ballast"
    async with BotApi() as api:
        settings = settings_of(api) | {
            "HANDWIJZER_KEY_FILE": str(small_disk.parent / "sleutel"),
            "HANDWIJZER_HEALTH_PORT": "0",
        }
        async with started("run", data=small_disk / "data", **settings) as program:
            await follow(api, FOLLOWER)
            fill(ballast)
            await say(api, FOLLOWER, "/stop")
            await say(api, STRANGER, QUESTION)
            told, condition = api.texts(FOLLOWER)[-1], await health_at(program)
            ballast.unlink()
            await say(api, FOLLOWER, "/stop")
    assert ANSWER in api.texts(STRANGER)[-1]
    assert told.startswith("Volgde je iets? Dat kon ik nu niet wissen, door een storing bij ons.")
    assert api.texts(FOLLOWER)[-1].startswith("Ook gewist: alles wat je volgde (1)")
    assert "De schijf is vol, " in "\n".join(program.errors)
    assert (condition["well"], condition["database"]) == (True, False)


async def test_a_database_that_is_damaged_while_it_is_open_is_told_and_residents_are_answered(
    tmp_path: Path,
) -> None:
    async with BotApi() as api, started("run", data=tmp_path, **settings_of(api)) as program:
        await follow(api, FOLLOWER)
        for file in (tmp_path / FILE, tmp_path / f"{FILE}-wal"):
            file.write_bytes(b"Z" * file.stat().st_size)
        await say(api, FOLLOWER, "/stop")
        await say(api, FOLLOWER, QUESTION)
    assert "Dat kon ik nu niet wissen" in "\n".join(api.texts(FOLLOWER))
    assert ANSWER in api.texts(FOLLOWER)[-1]
    assert "is beschadigd. Zet een reservekopie terug" in "\n".join(program.errors)


async def test_a_key_that_is_gone_is_told_and_none_is_made_in_its_place(tmp_path: Path) -> None:
    key = tmp_path.with_name(f"{tmp_path.name}-sleutel")
    async with BotApi() as api:
        async with started("run", data=tmp_path, **settings_of(api)):
            await follow(api, FOLLOWER)
        kept = key.rename(key.with_suffix(".weg"))
        async with started("run", data=tmp_path, **settings_of(api)) as program:
            await say(api, FOLLOWER, "/stop")
            told, made = api.texts(FOLLOWER)[-1], key.exists()
        kept.rename(key)
        async with started("run", data=tmp_path, **settings_of(api)):
            await say(api, FOLLOWER, "/stop")
    assert (told[:47], made) == ("Volgde je iets? Dat kon ik nu niet wissen, door", False)
    assert "is er niet. Zet de kopie terug" in "\n".join(program.errors)
    assert api.texts(FOLLOWER)[-1].startswith("Ook gewist: alles wat je volgde (1)")


async def test_nothing_is_promised_when_the_database_was_taken_away(tmp_path: Path) -> None:
    async with BotApi() as api, started("run", data=tmp_path, **settings_of(api)) as program:
        await say(api, STRANGER, QUESTION)
        shutil.rmtree(tmp_path)
        await follow(api, FOLLOWER)
    assert api.texts(FOLLOWER)[-1].startswith("Dat lukt nu niet, door een storing bij ons.")
    assert "is weggehaald of vervangen terwijl de bot draait" in "\n".join(program.errors)


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


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "INSERT INTO migration VALUES (9999, 'later', 'x', '2030-01-01')",
            "van een nieuwere Handwijzer",
        ),
        (
            "DELETE FROM migration WHERE number = (SELECT MAX(number) FROM migration)",
            "van de database lukt niet (table ",
        ),
    ],
    ids=["of a newer release", "whose migration breaks"],
)
async def test_a_database_that_does_not_fit_is_told_and_residents_are_answered(
    tmp_path: Path, change: str, told: str
) -> None:
    async with started("run", data=tmp_path) as program:
        await program.until("http://127.0.0.1:")
    database = sqlite3.connect(tmp_path / FILE)
    database.execute(change)
    database.commit()
    database.close()
    async with started("run", data=tmp_path) as program:
        answer = await ask_page(await program.until("http://127.0.0.1:"), QUESTION)
    assert ANSWER in answer
    assert told in "\n".join(program.errors)


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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for weights that have to be fitted, where this machine lets us make one."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("no disk of our own can be made here, so that none can be full")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(ballast: Path) -> None:
    """Writes until there is no room at all."""
    for size in (1 << 20, 512):
        with ballast.open("ab", buffering=0) as file, suppress(OSError):
            while file.write(bytes(size)):
                pass


async def health_at(program: Program) -> dict[str, object]:
    """What the program tells whoever keeps an eye on it."""
    line = await program.until("health and metrics at ")
    async with ClientSession() as session, session.get(f"{line.split()[-1]}health") as answer:
        return await answer.json()


async def say(api: BotApi, chat: int, text: str) -> None:
    """Writes a message and waits for the answer: after /stop that is two bubbles."""
    before = len(api.texts(chat))
    await api.write(text, chat=chat)
    await patiently(lambda: len(api.texts(chat)) > before + (text == "/stop"))


async def follow(api: BotApi, chat: int) -> None:
    """Lets a resident follow what there is around Assen each week, with the yes that it takes."""
    await say(api, chat, "houd me op de hoogte van alles rond Assen")
    for words in ("Elke maandag", "Ja"):
        keyboards = [sent.get("reply_markup", {}) for sent in api.sent(chat=chat)]
        keys = [key for one in keyboards for row in one.get("inline_keyboard", []) for key in row]
        before = len(api.texts(chat))
        data = next(key["callback_data"] for key in reversed(keys) if words in key["text"])
        await api.press(data, chat=chat)
        await patiently(lambda before=before: len(api.texts(chat)) > before)


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
