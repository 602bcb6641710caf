"""The steps that bring a database up to shape."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.store.database import Database
from bot.store.migrate import Migration, MigrationError, migrate, shipped_migrations
from bot.store.sqlite import Sqlite

NOW = datetime(2026, 11, 25, 13, 0)
ONE = Migration(
    number=1, name="one", text="CREATE TABLE a (x TEXT);\nINSERT INTO a VALUES ('p');\n"
)
TWO = Migration(
    number=2, name="two", text="-- with a word; of comment\nCREATE TABLE b (y TEXT);\n"
)


async def tables(database: Database) -> list[object]:
    rows = await database.fetch(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    )
    return [row["name"] for row in rows]


async def test_each_step_is_run_once(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        assert await migrate(database, NOW, [ONE]) == 1
        assert await migrate(database, NOW, [ONE, TWO]) == 1
        assert await migrate(database, NOW, [ONE, TWO]) == 0
        assert await tables(database) == ["a", "b", "migration"]
        assert await database.fetch("SELECT x FROM a") == [{"x": "p"}]


async def test_a_broken_step_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    broken = Migration(
        number=2, name="two", text="CREATE TABLE b (y TEXT);\nDELETE FROM a;\nINSERT INTO c;\n"
    )
    async with Sqlite(tmp_path / "a.db") as database:
        await migrate(database, NOW, [ONE])
        with pytest.raises(MigrationError, match=r"Stap 2 \(two\) .* lukt niet"):
            await migrate(database, NOW, [ONE, broken])
        assert await tables(database) == ["a", "migration"]
        assert await database.fetch("SELECT x FROM a") == [{"x": "p"}]
        assert await migrate(database, NOW, [ONE, TWO]) == 1


async def test_a_step_that_was_altered_afterwards_is_noticed(tmp_path: Path) -> None:
    altered = Migration(number=1, name="one", text="CREATE TABLE a (x INTEGER);\n")
    async with Sqlite(tmp_path / "a.db") as database:
        await migrate(database, NOW, [ONE])
        with pytest.raises(MigrationError, match=r"Stap 1 \(one\).*veranderd"):
            await migrate(database, NOW, [altered])


async def test_other_line_ends_are_no_alteration(tmp_path: Path) -> None:
    windows = Migration(number=1, name="one", text=ONE.text.replace("\n", "\r\n"))
    async with Sqlite(tmp_path / "a.db") as database:
        await migrate(database, NOW, [ONE])
        assert await migrate(database, NOW, [windows]) == 0


async def test_a_database_of_a_newer_release_is_left_alone(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await migrate(database, NOW, [ONE, TWO])
        with pytest.raises(MigrationError, match="nieuwere Handwijzer"):
            await migrate(database, NOW, [ONE])


async def test_the_shipped_steps_make_the_tables(tmp_path: Path) -> None:
    steps = shipped_migrations()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    async with Sqlite(tmp_path / "a.db") as database:
        assert await migrate(database, NOW) == len(steps)
        assert {"change", "record", "revision", "source"} <= set(await tables(database))
