"""What only PostgreSQL does: claims, and writers that wait for one another."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.store.claims import claims
from bot.store.database import StoreError
from bot.store.engine import open_database
from bot.store.migrate import migrate
from bot.store.postgres import Postgres

NOW = datetime(2026, 11, 25, 13)
pytestmark = pytest.mark.parametrize("engine", ["postgres"], indirect=True)


@pytest.fixture
async def database(engine) -> AsyncIterator[Postgres]:
    async with engine() as opened:
        await migrate(opened, NOW)
        await opened.execute("CREATE TABLE word (text TEXT PRIMARY KEY)")
        yield opened


async def words(database: Postgres) -> list[str]:
    return [str(row["text"]) for row in await database.fetch("SELECT text FROM word")]


async def test_an_update_is_ours_once_and_its_effects_stay_with_it(database: Postgres) -> None:
    claim = claims(database, lambda: NOW)
    async with claim(7) as first:
        await database.execute("INSERT INTO word VALUES ('een')")
    async with claim(7) as second:
        pass
    assert (first, second, await words(database)) == (True, False, ["een"])


async def test_a_handler_that_raises_leaves_neither_claim_nor_effect(database: Postgres) -> None:
    claim = claims(database, lambda: NOW)
    with pytest.raises(ValueError, match="kapot"):
        async with claim(7), database.transaction() as inside:
            await inside.execute("INSERT INTO word VALUES ('een')")
            raise ValueError("kapot")
    async with claim(7) as again:
        pass
    assert (again, await words(database)) == (True, [])


async def test_a_repeat_waits_for_the_first_and_is_then_passed_over(database: Postgres) -> None:
    claim, held, order = claims(database, lambda: NOW), asyncio.Event(), []

    async def handle(name: str) -> None:
        async with claim(7) as ours:
            order.append((name, ours))
            held.set()
            if ours:
                await asyncio.sleep(0.05)

    first = asyncio.create_task(handle("first"))
    await held.wait()
    await asyncio.gather(first, handle("second"))
    assert order == [("first", True), ("second", False)]


async def test_writers_that_look_first_do_not_come_between_one_another(database: Postgres) -> None:
    async def add(name: str) -> None:
        async with database.transaction() as inside:
            if not await inside.fetch("SELECT text FROM word"):
                await asyncio.sleep(0.02)
                await inside.execute("INSERT INTO word VALUES (:name)", {"name": name})

    await asyncio.gather(*(add(name) for name in "abcd"))
    assert len(await words(database)) == 1


async def test_a_server_that_is_not_there_is_told_in_dutch(engine, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("bot.store.postgres._PATIENCE", 0.2)
    with pytest.raises(StoreError, match="DATABASE_URL"):
        async with open_database(tmp_path / "a.db", "postgresql://x@127.0.0.1:1/x"):
            pass
