"""The tests of the store run on both engines; PostgreSQL's are skipped, aloud, without it."""

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import postgres_server
import psycopg
import pytest

from bot.store.postgres import Postgres
from bot.store.sqlite import Sqlite

Engine = Callable[[], Sqlite | Postgres]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL for this session."""
    if postgres_server.find("initdb") is None or postgres_server.find("pg_ctl") is None:
        pytest.skip("PostgreSQL is not here, so its half of the store's tests is not run")
    with postgres_server.running() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """Opens the same empty database each time, of either engine."""
    if request.param == "sqlite":
        return lambda: Sqlite(tmp_path / "a.db")
    return _empty(request.getfixturevalue("postgres_url"))


@pytest.fixture
def postgres_engine(postgres_url: str) -> Engine:
    """Opens the same empty PostgreSQL each time."""
    return _empty(postgres_url)


def _empty(url: str) -> Engine:
    name = f"t{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    address = url.rpartition("/")[0] + f"/{name}"
    return lambda: Postgres(address, connections=8)
