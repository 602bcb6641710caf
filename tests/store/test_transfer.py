"""From a file to PostgreSQL and back: every row, and nobody who stopped."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.store.audit import fetch_log
from bot.store.backup import back_up, back_up_postgres
from bot.store.database import Database, DatabaseBusyError, Row, StoreError
from bot.store.migrate import migrate
from bot.store.people import enter_person, find_person, forget_person
from bot.store.postgres import Postgres
from bot.store.restore import restore, restore_postgres
from bot.store.retention import RULES
from bot.store.sqlite import Sqlite
from bot.store.transfer import TABLES, origin_of
from bot.store.vault import Vault

NOW = datetime(2026, 11, 25, 13)
LATER = NOW + timedelta(hours=1)
VAULT = Vault((bytes(range(32)),))
CHATS = ("telegram:31337", "telegram:4242")
ONE_OF_EACH = (
    "INSERT INTO source VALUES ('kennis', 't')",
    "INSERT INTO record VALUES ('activity', 'a', 'kennis', 'h', '{}', 't', NULL)",
    "INSERT INTO change (id, what, scope, subject, first_day, effective_on, entered_at, author)"
    " VALUES ('c', 'note', 'activity', 'a', '2026-11-25', '2026-11-25', 't', 'editor')",
    "UPDATE revision SET number = 41",
    "INSERT INTO role (id, person, name, scope, pseudonym, given_at, given_by)"
    " SELECT 'r', MIN(id), 'coordinator', 'all', 'els', 't', 'x' FROM person",
    "INSERT INTO invitation VALUES ('h', 'coordinator', 'all', '', 'x', 't', 't', NULL)",
    "INSERT INTO audit VALUES (7, '2026-11-25T13:00:00Z', 'coordinator', 'els', 'sent', '', '')",
    "INSERT INTO draft SELECT 'd', MIN(id), 'geheim', 't' FROM person",
    "INSERT INTO switch VALUES ('s', 'aan')",
    "INSERT INTO interest VALUES ('i', 'geheim', 'k')",
    "INSERT INTO follow SELECT 'i', id FROM person",
    "INSERT INTO announcement (id, purpose, state, body, made_at, due_at, reporter)"
    " SELECT 'n', 'change', 'going', '{\"nl\": \"é %s\"}', 't', 't', MIN(id) FROM person",
    "INSERT INTO delivery (announcement, person, rank, due_at) SELECT 'n', id, 1, 't' FROM person",
    "INSERT INTO courier VALUES (1, 'x', 't')",
    "INSERT INTO tally VALUES ('2026-W48', 'topic', 'inloop', 12)",
    "INSERT INTO claim VALUES (9000000000, 't')",
    "INSERT INTO session VALUES ('h', 'geheim', 1, 't')",
    "INSERT INTO gap VALUES ('g', 'hoe dan', '2026-11-25')",
)


async def fill(database: Database, at: datetime = NOW) -> None:
    await migrate(database, at)
    async with database.transaction() as inside:
        for chat in CHATS:
            await enter_person(inside, VAULT, chat)
        for statement in ONE_OF_EACH:
            await inside.execute(statement)


async def everything(database: Database) -> dict[str, list[Row]]:
    return {
        table: sorted(await database.fetch(f"SELECT * FROM {table}"), key=str) for table in TABLES
    }


async def known(database: Database) -> list[bool]:
    return [await find_person(database, VAULT, chat) is not None for chat in CHATS]


@pytest.fixture
async def full(tmp_path: Path) -> tuple[Path, dict[str, list[Row]]]:
    """A copy of a file with rows in every table, and those rows."""
    path = tmp_path / "vol.db"
    async with Sqlite(path) as database:
        await fill(database)
        rows = await everything(database)
    assert all(rows.values())
    return back_up(path, tmp_path / "kopieen", VAULT, NOW), rows


@pytest.fixture
async def postgres(postgres_engine) -> AsyncIterator[Postgres]:
    async with postgres_engine() as database:
        yield database


def test_every_table_goes_along():
    assert sorted(TABLES) == sorted(rule.table for rule in RULES)


async def test_a_file_moves_to_postgres_whole(full, postgres: Postgres):
    await restore_postgres(full[0], postgres, VAULT, print, LATER)
    assert await everything(postgres) == full[1]


async def test_numbers_go_on_after_a_move(full, postgres: Postgres):
    await restore_postgres(full[0], postgres, VAULT, print, LATER)
    await postgres.execute(
        "INSERT INTO audit (done_at, role, pseudonym, act)"
        " VALUES ('2026-11-26T13:00:00Z', 'coordinator', 'bo', 'sent')"
    )
    assert [entry.pseudonym for entry in await fetch_log(postgres, 9)] == ["bo", "els"]


async def test_postgres_moves_to_a_file_whole(full, postgres: Postgres, tmp_path: Path):
    await fill(postgres)
    file = await back_up_postgres(postgres, tmp_path / "kopieen", VAULT, LATER)
    await restore(file, tmp_path / "weer.db", VAULT, print)
    async with Sqlite(tmp_path / "weer.db") as database:
        assert await everything(database) == await everything(postgres)


async def test_whoever_stopped_since_does_not_come_back_in_postgres(postgres, tmp_path: Path):
    told: list[str] = []
    await fill(postgres)
    file = await back_up_postgres(postgres, tmp_path, VAULT, LATER)
    async with postgres.transaction() as inside:
        await forget_person(inside, VAULT, CHATS[0])
    await restore_postgres(file, postgres, VAULT, told.append, LATER)
    assert (await known(postgres), told) == (
        [False, True], ["Gestopt na deze kopie, en daarom weer gewist: 1."],
    )  # fmt: skip


async def test_people_of_another_postgres_are_not_thrown_away(full, postgres: Postgres):
    await fill(postgres, at=LATER)
    before = await everything(postgres)
    with pytest.raises(StoreError, match="er staan mensen in"):
        await restore_postgres(full[0], postgres, VAULT, print, LATER)
    assert await everything(postgres) == before


async def test_nothing_moves_under_a_running_bot(full, postgres: Postgres, postgres_engine):
    async with postgres_engine() as other:
        await migrate(other, NOW)
        with pytest.raises(DatabaseBusyError, match="De bot draait nog"):
            await restore_postgres(full[0], postgres, VAULT, print, LATER)
    assert await known(postgres) == [False, False]


async def test_a_move_that_breaks_half_way_changes_nothing(full, postgres: Postgres):
    await migrate(postgres, NOW)
    await postgres.execute("ALTER TABLE gap ADD CONSTRAINT nooit CHECK (words = '')")
    with pytest.raises(Exception, match="CheckViolation"):
        await restore_postgres(full[0], postgres, VAULT, print, LATER)
    assert (await known(postgres), await origin_of(postgres)) == (
        [False, False], "2026-11-25T13:00:00.000000Z",
    )  # fmt: skip
