"""The seam over one SQLite file."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.store.database import (
    DatabaseBrokenError,
    DatabaseBusyError,
    DatabaseGoneError,
    DatabaseUnwritableError,
    StatementError,
)
from bot.store.sqlite import Sqlite

TABLE = "CREATE TABLE word (id TEXT PRIMARY KEY, times INTEGER NOT NULL DEFAULT 0)"
INSERT = "INSERT INTO word (id) VALUES (:id)"


def all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_values_go_by_name_and_come_back_by_name(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        assert await database.execute(INSERT, {"id": "'; DROP TABLE word; --"}) == 1
        assert await database.fetch("SELECT * FROM word") == [
            {"id": "'; DROP TABLE word; --", "times": 0}
        ]


async def test_a_statement_for_several_rows_counts_them_all(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        assert await database.execute(INSERT, [{"id": "a"}, {"id": "b"}, {"id": "c"}]) == 3
        assert await database.execute("UPDATE word SET times = 1 WHERE id > :id", {"id": "a"}) == 2


async def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        with pytest.raises(ZeroDivisionError):
            async with database.transaction() as inside:
                await inside.execute(INSERT, {"id": "a"})
                raise ZeroDivisionError
        assert await database.fetch("SELECT * FROM word") == []


async def test_a_read_does_not_see_a_transaction_that_has_not_ended(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        async with database.transaction() as inside:
            await inside.execute(INSERT, {"id": "a"})
            assert await database.fetch("SELECT * FROM word") == []
            assert len(await inside.fetch("SELECT * FROM word")) == 1
        assert len(await database.fetch("SELECT * FROM word")) == 1


async def test_two_tasks_that_write_at_once_both_keep_their_words(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        await database.execute(INSERT, {"id": "a"})

        async def count() -> None:
            async with database.transaction() as inside:
                rows = await inside.fetch("SELECT times FROM word")
                await asyncio.sleep(0)
                times = int(rows[0]["times"] or 0) + 1
                await inside.execute("UPDATE word SET times = :times", {"times": times})

        await asyncio.gather(*(count() for _ in range(20)))
        assert await database.fetch("SELECT times FROM word") == [{"times": 20}]


async def test_a_task_that_is_cancelled_does_not_block_the_next(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)

        async def write() -> None:
            async with database.transaction() as inside:
                await inside.execute(INSERT, {"id": "a"})
                await asyncio.sleep(60)

        for turns in range(8):
            task = asyncio.create_task(write())
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        await database.execute(INSERT, {"id": "b"})
        assert await database.fetch("SELECT id FROM word") == [{"id": "b"}]


async def test_a_reader_cannot_write(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        with pytest.raises(DatabaseUnwritableError):
            await database.fetch(TABLE)


async def test_a_row_that_points_nowhere_is_refused(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        await database.execute("CREATE TABLE use (word TEXT REFERENCES word (id))")
        with pytest.raises(sqlite3.IntegrityError):
            await database.execute("INSERT INTO use (word) VALUES ('a')")


async def test_the_log_is_written_back_when_it_closes(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        assert await database.fetch("PRAGMA journal_mode") == [{"journal_mode": "wal"}]
    names = [path.name for path in tmp_path.iterdir()]  # noqa: ASYNC240 - a test may wait
    assert names == ["a.db"]


async def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db"):
        assert (tmp_path / "a.db").stat().st_mode & 0o777 == 0o600


async def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"dit is geen database, dit is tekst. " * 500)
    with pytest.raises(DatabaseBrokenError, match=r"a\.db is beschadigd"):
        async with Sqlite(path):
            pass


async def test_a_file_that_another_program_holds_is_called_busy(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        async with Sqlite(path, patience=0.05) as database:
            with pytest.raises(DatabaseBusyError, match="is bezet"):
                await database.execute(TABLE)
    other.close()


async def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnwritableError, match="kan ik niet openen"):
        async with Sqlite(tmp_path / "nergens" / "a.db"):
            pass


@pytest.mark.parametrize("other", [None, b"", b"een ander bestand"])
async def test_nothing_is_written_to_a_file_that_is_there_no_more(tmp_path, other) -> None:
    path = tmp_path / "a.db"
    async with Sqlite(path) as database:
        await database.execute("CREATE TABLE word (text TEXT)")
        path.rename(tmp_path / "weg.db")
        if other is not None:
            path.write_bytes(other)
        with pytest.raises(DatabaseGoneError, match="is weggehaald of vervangen"):
            await database.execute("INSERT INTO word VALUES ('verloren')")


async def test_a_full_disk_is_told_and_what_stood_there_stands(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute("CREATE TABLE word (text TEXT)")
        await database.execute("INSERT INTO word VALUES ('eerst')")
        # As many pages as there are now: SQLite then says what it says when the disk is full.
        await database._writer.fetch("PRAGMA max_page_count = 1")
        with pytest.raises(DatabaseUnwritableError, match="schijf is vol"):
            await database.execute("INSERT INTO word VALUES (:text)", [{"text": "x" * 4000}] * 10)
        assert await database.fetch("SELECT text FROM word") == [{"text": "eerst"}]


async def test_a_table_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        with pytest.raises(StatementError, match=r"andere vorm .*no such table: word"):
            await database.fetch("SELECT * FROM word")


async def test_what_was_erased_is_in_no_file_once_the_log_is_emptied(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        await database.execute(INSERT, {"id": "iemand"})
        await database.execute("DELETE FROM word")
        before = b"iemand" in all_bytes(tmp_path)
        await database.empty_log()
        after = b"iemand" in all_bytes(tmp_path)
    assert (before, after) == (True, False)


async def test_emptying_the_log_waits_for_nobody(tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await database.execute(TABLE)
        reader = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM word").fetchall()
        await database.execute(INSERT, {"id": "iemand"})
        await database.empty_log()
        reader.close()
        assert await database.fetch("SELECT id FROM word") == [{"id": "iemand"}]
