"""After a day of traffic nothing of anybody stands in files, log, output or metrics."""

import asyncio
import signal
import socket
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest
from bot_api import TOKEN, BotApi
from postgres_server import dump, fresh
from program import PATIENCE, started

from bot.app.clocks import local_now

PATHS = ("health", "metrics")
LEARNT = "weights"  # of the data: made of the knowledge alone, before anybody has said anything
NAMES = ("Zwaantje", "Geheimberg", "zwaantje_geheim")
CHATS = {"vraagt": 70001234567, "crisis": 70007654321, "volgt": 70005555555}
TEXTS = (
    "is er een inloop in Assen waar ik met mijn zus Roelfien terecht kan",
    "mijn nummer is 0612345678 en ik woon op de Kerkhoflaan",
    "ik wil dood, ik heb de pillen van oma Jantina verzameld",
    "ik hoor stemmen die zeggen dat ik de buurman iets moet aandoen",
    "mag ik stoppen met mijn olanzapine",
    "qwertzuiop struisvogelkwartet",
    "wat kost dat?",
)
# Words that stand in a message and in nothing that the bot says or keeps of itself.
TRACES = (
    *NAMES, *map(str, CHATS.values()), "Roelfien", "0612345678", "Kerkhoflaan", "Jantina",
    "pillen van", "olanzapine", "struisvogelkwartet", "waar ik met mijn", "wil dood", "iets moet",
)  # fmt: skip


def sender(chat: int) -> dict[str, object]:
    first, last, username = NAMES
    person = {"first_name": first, "last_name": last, "username": username}
    return {"id": chat, "is_bot": False, "language_code": "nl", **person}


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - the program sets no event of ours
            await asyncio.sleep(0.01)


async def say(api: BotApi, chat: int, text: str) -> None:
    before = len(api.texts(chat))
    await api.write(text, chat=chat, **{"from": sender(chat)})
    await until(lambda: len(api.texts(chat)) > before)


async def press(api: BotApi, chat: int, words: str) -> None:
    await until(lambda: bool(choices(api, chat, words)))
    data = choices(api, chat, words)[-1]
    before = len(api.texts(chat))
    message = api.message("vraag", chat=chat)
    query = {"id": f"q{api.next_update}", "from": sender(chat), "chat_instance": "1"}
    await api.update(callback_query={**query, "data": data, "message": message})
    await until(lambda: len(api.texts(chat)) > before)


def choices(api: BotApi, chat: int, words: str) -> list[str]:
    keyboards = [sent.get("reply_markup", {}) for sent in api.sent(chat=chat)]
    keys = [key for one in keyboards for row in one.get("inline_keyboard", []) for key in row]
    return [key["callback_data"] for key in keys if words in key["text"]]


@pytest.mark.parametrize("log", ["text", "json"])
async def test_a_day_of_traffic_leaves_no_trace_of_anybody(tmp_path: Path, log: str) -> None:
    data, port = tmp_path / "data", free_port()
    async with BotApi() as api:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": api.address,
            "HANDWIJZER_HEALTH_PORT": str(port),
            "HANDWIJZER_LOG": log,
        }
        async with started("run", data=data, **settings) as program:
            await program.until("health and metrics at")
            learnt = everything_in(data / LEARNT)
            for text in TEXTS:
                await say(api, CHATS["vraagt"], text)
            for _ in range(12):
                await say(api, CHATS["crisis"], TEXTS[2])
            await say(api, CHATS["volgt"], "houd me op de hoogte van alles rond Assen")
            await press(api, CHATS["volgt"], "Elke maandag")
            await press(api, CHATS["volgt"], "Ja")
            await api.update(message={"date": "vreemd", "chat": NAMES[0]})
            metrics = await asyncio.to_thread(read_from, port)
            program.process.send_signal(signal.SIGTERM)
            assert await program.ended() == 0
    with sqlite3.connect(data / "handwijzer.db") as database:
        kept = database.execute("SELECT COUNT(*) FROM person").fetchone()[0]
    written = everything_in(tmp_path, but=data / LEARNT)
    told = "\n".join((*program.output, *program.errors, metrics))
    assert everything_in(data / LEARNT) == learnt
    assert kept == 1  # somebody is followed, so there was something to hide
    assert "handwijzer_answers_total" in metrics
    assert "suicide" not in metrics
    assert [trace for trace in TRACES if trace.encode() in written or trace in told] == []


BOSS, FOLLOWER = 70004444444, 70003333333
DESK_TRACES = (
    *NAMES, str(BOSS), str(FOLLOWER), "Kolkhuis", "Roelfien", "0612345678",
    "struisvogelkwartet",
)  # fmt: skip
REASON = "want Roelfien Kolkhuis is ziek, bel 0612345678"


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_a_day_at_the_desk_leaves_no_trace_of_anybody(
    tmp_path: Path, engine: str, request: pytest.FixtureRequest
) -> None:
    data, port = tmp_path / "data", free_port()
    url = fresh(request.getfixturevalue("postgres_url")) if engine == "postgres" else ""
    async with BotApi() as api:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": api.address,
            "HANDWIJZER_HEALTH_PORT": str(port),
            "DATABASE_URL": url,
        }
        async with started("invite", "--administrator", data=data, **settings) as invite:
            token = (await invite.until("https://t.me/")).rpartition("=")[2]
        async with started("run", data=data, **settings) as program:
            await a_day_at_the_desk(api, token)
            told = [await asyncio.to_thread(read_from, port, path) for path in PATHS]
            program.process.kill()
            await program.ended()
        for command in ("audit", "doctor", "backup", "gaps"):
            async with started(command, data=data, **settings) as shown:
                await shown.ended()
            told += [*shown.output, *shown.errors]
    written = everything_in(tmp_path) + (dump(url) if url else b"")
    said = "\n".join((*program.output, *program.errors, *told))
    assert b"Verbouwing." in written or b"verbouwing" in written  # what was sent is public
    assert "coordinator" in said or "beheerder" in said  # there is a trail, of pseudonyms
    assert [one for one in (*DESK_TRACES, token) if one.encode() in written or one in said] == []


async def a_day_at_the_desk(api: BotApi, token: str) -> None:
    """Somebody follows, a draft with a name in it is thrown away, and another one is sent."""
    soon = local_now().date() + timedelta(days=1)
    await say(api, BOSS, f"/start {token}")
    await say(api, FOLLOWER, "houd me op de hoogte van de AA in Emmen")
    await press(api, FOLLOWER, "AA-avond")
    await press(api, FOLLOWER, "Ja, doe maar")
    await say(api, BOSS, f"AA emmen dicht op {soon:%d-%m-%Y}, {REASON}")
    await press(api, BOSS, "Weg")
    await say(api, BOSS, f"AA emmen dicht op {soon:%d-%m-%Y}, verbouwing")
    await press(api, BOSS, "Versturen")
    await say(api, FOLLOWER, "struisvogelkwartet")
    await say(api, FOLLOWER, "/abonnementen")
    await api.update(my_chat_member=departure(FOLLOWER))
    await say(api, BOSS, "/logboek")


def departure(chat: int) -> dict[str, object]:
    bot = {"id": 123456, "is_bot": True, "first_name": "Handwijzer"}
    gone = {"user": bot, "status": "kicked", "until_date": 0}
    here = {"id": chat, "type": "private", "first_name": NAMES[0]}
    member = {"user": bot, "status": "member"}
    return {
        "chat": here, "from": sender(chat), "date": 0, "old_chat_member": member,
        "new_chat_member": gone,
    }  # fmt: skip


def everything_in(folder: Path, but: Path | None = None) -> bytes:
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (but is None or not path.is_relative_to(but))
    ]
    return b"".join(str(path).encode() + path.read_bytes() for path in files)


def read_from(port: int, path: str = "metrics") -> str:
    with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
        return answer.read().decode()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
