"""The tests of the store run on both engines; PostgreSQL's are skipped, aloud, without it."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import postgres_server
import pytest

from bot.store.migrate import migrate
from bot.store.postgres import Postgres
from bot.store.sqlite import Sqlite

Engine = Callable[[], Sqlite | Postgres]


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """Opens the same empty database each time, of either engine."""
    if request.param == "sqlite":
        return lambda: Sqlite(tmp_path / "a.db")
    return _empty(request.getfixturevalue("postgres_url"))


@pytest.fixture
async def database(engine: Engine) -> AsyncIterator[Sqlite | Postgres]:
    """An open database with its tables and nothing in them."""
    async with engine() as opened:
        await migrate(opened, datetime(2026, 11, 22))
        yield opened


@pytest.fixture
def postgres_engine(postgres_url: str) -> Engine:
    """Opens the same empty PostgreSQL each time."""
    return _empty(postgres_url)


def _empty(url: str) -> Engine:
    address = postgres_server.fresh(url)
    return lambda: Postgres(address, connections=8)
