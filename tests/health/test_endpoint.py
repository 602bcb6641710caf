"""The endpoint tells how the program is doing, and only to whoever should hear it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from resident import WEDNESDAY

from bot.health.counting import Counting
from bot.health.oversight import Sight, overseen
from bot.store.migrate import migrate
from bot.store.sqlite import Sqlite


@asynccontextmanager
async def watched(path: Path, silence: float | None) -> AsyncIterator[str]:
    async with Sqlite(path / "a.db") as database:
        await migrate(database, WEDNESDAY)
        sight = Sight(
            silence=lambda: silence,
            knows=lambda: True,
            clock=lambda: WEDNESDAY,
            database=database,
        )
        async with overseen(Counting(), sight, {}, ("127.0.0.1", 0)) as address:
            yield address


@pytest.mark.parametrize(
    ("silence", "status", "well"), [(None, 200, True), (3.0, 200, True), (400.0, 503, False)]
)
async def test_a_supervisor_hears_whether_all_is_well(
    tmp_path: Path, silence: float | None, status: int, well: bool
) -> None:
    async with (
        watched(tmp_path, silence) as address,
        ClientSession() as session,
        session.get(f"{address}health") as answer,
    ):
        told = await answer.json()
    assert (answer.status, told["well"], told["database"]) == (status, well, True)


async def test_a_supervisor_hears_that_nothing_can_be_kept_while_residents_are_answered(
    tmp_path: Path,
) -> None:
    async with watched(tmp_path, None) as address, ClientSession() as session:
        (tmp_path / "a.db").rename(tmp_path / "weg.db")
        async with session.get(f"{address}health") as answer:
            told = await answer.json()
    assert (answer.status, told["well"], told["database"]) == (200, True, False)


async def test_the_metrics_are_in_the_format_of_prometheus(tmp_path: Path) -> None:
    async with (
        watched(tmp_path, 7.0) as address,
        ClientSession() as session,
        session.get(f"{address}metrics") as answer,
    ):
        told = await answer.text()
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert "handwijzer_telegram_silent_seconds 7.0" in told
    assert "process_resident_memory_bytes" in told


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    ],
)
async def test_a_page_of_another_site_hears_nothing(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    async with (
        watched(tmp_path, None) as address,
        ClientSession() as session,
        session.get(f"{address}metrics", headers=headers) as answer,
    ):
        assert answer.status == 403
