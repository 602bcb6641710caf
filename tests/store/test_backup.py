"""Copies of the database: whole, unreadable without the key, and kept no longer than promised."""

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.store.backup import KEPT, back_up, copies
from bot.store.database import DatabaseBusyError, StoreError
from bot.store.migrate import migrate
from bot.store.people import enter_person, find_person, forget_person, rekey_people
from bot.store.restore import restore
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault, VaultError

NOW = datetime(2026, 11, 25, 13)
VAULT = Vault((bytes(range(32)),))
CHATS = ("telegram:31337", "telegram:4242")


async def kept(path: Path, *chats: str, at: datetime = NOW) -> None:
    async with Sqlite(path) as database:
        await migrate(database, at)
        async with database.transaction() as inside:
            for chat in chats:
                await enter_person(inside, VAULT, chat)


async def known(path: Path) -> list[bool]:
    async with Sqlite(path) as database:
        return [await find_person(database, VAULT, chat) is not None for chat in CHATS]


async def test_a_copy_made_while_the_bot_runs_brings_everything_back(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await kept(path, *CHATS)
    async with Sqlite(path) as database, database.transaction() as inside:
        await forget_person(inside, VAULT, CHATS[1])
        file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    path.unlink()
    await restore(file, path, VAULT, print)
    assert await known(path) == [True, True]


async def test_whoever_stopped_since_does_not_come_back(tmp_path: Path) -> None:
    path, told = tmp_path / "a.db", []
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    async with Sqlite(path) as database, database.transaction() as inside:
        await forget_person(inside, VAULT, CHATS[0])
    await restore(file, path, VAULT, told.append)
    assert (await known(path), told[0][-2:]) == ([False, True], "1.")


async def test_a_copy_tells_nothing_without_its_key_and_is_for_us_only(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    content = file.read_bytes()
    assert [b"SQLite" in content, b"person" in content, file.stat().st_mode & 0o77] == [
        False, False, 0,
    ]  # fmt: skip
    with pytest.raises(VaultError, match="niet te openen met deze sleutel"):
        await restore(file, tmp_path / "b.db", Vault((bytes(32),)), print)


async def test_copies_of_more_than_two_weeks_ago_are_removed(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "kopieen"
    await kept(path, *CHATS)
    moments = [NOW - KEPT - timedelta(seconds=1), NOW - KEPT, NOW]
    for moment in moments:
        back_up(path, folder, VAULT, moment)
    assert [made for _, made in copies(folder)] == moments[:0:-1]


async def test_nothing_is_put_back_under_a_running_bot(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    async with Sqlite(path):
        with pytest.raises(DatabaseBusyError, match="De bot draait nog"):
            await restore(file, path, VAULT, print)
    assert await known(path) == [True, True]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
async def test_what_root_puts_back_is_of_whoever_has_the_folder(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "data"
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    folder.mkdir()
    os.chown(folder, 12345, 12346)
    await restore(file, folder / "a.db", VAULT, print)
    found = (folder / "a.db").stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o77) == (12345, 12346, 0)


async def test_a_damaged_database_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    path.write_bytes(b"kapot" * 1000)
    await restore(file, path, VAULT, print)
    assert await known(path) == [True, True]


@pytest.mark.parametrize("change", [lambda raw: raw[:-1], lambda raw: b"x" + raw, lambda raw: b""])
async def test_a_copy_that_was_touched_is_refused_and_nothing_changes(
    tmp_path: Path, change
) -> None:
    path = tmp_path / "a.db"
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    file.write_bytes(change(file.read_bytes()))
    with pytest.raises(StoreError):
        await restore(file, path, VAULT, print)
    assert await known(path) == [True, True]


async def test_a_copy_under_an_older_key_brings_back_whoever_did_not_stop(tmp_path: Path) -> None:
    path, told = tmp_path / "a.db", []
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    renewed = Vault((bytes(range(32, 64)), bytes(range(32))))
    async with Sqlite(path) as database:
        await rekey_people(database, renewed)
        async with database.transaction() as inside:
            await forget_person(inside, renewed, CHATS[0])
    await restore(file, path, renewed, told.append)
    assert (await known(path), told) == (
        [False, True],
        ["Gestopt na deze kopie, en daarom weer gewist: 1."],
    )


async def test_a_database_that_was_begun_anew_erases_nobody(tmp_path: Path) -> None:
    path, told = tmp_path / "a.db", []
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    path.unlink()
    await kept(path, at=NOW + timedelta(hours=1))
    await restore(file, path, VAULT, told.append)
    assert (await known(path), told[0][:31]) == ([True, True], "De database van nu is een nieuw")


async def test_people_of_another_database_are_not_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await kept(path, CHATS[0])
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    path.unlink()
    await kept(path, CHATS[1], at=NOW + timedelta(hours=1))
    with pytest.raises(StoreError, match="er staan mensen in"):
        await restore(file, path, VAULT, print)
    assert await known(path) == [False, True]


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nog geen database"):
        back_up(tmp_path / "a.db", tmp_path, VAULT, NOW)
    assert sqlite3.sqlite_version_info > (3, 35)


async def test_an_empty_machine_hears_that_everybody_of_the_copy_comes_back(
    tmp_path: Path,
) -> None:
    path, told = tmp_path / "a.db", []
    await kept(path, *CHATS)
    file = back_up(path, tmp_path / "kopieen", VAULT, NOW)
    path.unlink()
    await restore(file, path, VAULT, told.append)
    assert told == ["Er is nog geen database; iedereen uit de kopie komt terug."]


async def test_what_a_copy_that_was_broken_off_left_goes_too(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", tmp_path / "kopieen"
    await kept(path)
    folder.mkdir()
    half = folder / "handwijzer-20261123T130000.deel"
    half.touch()
    file = back_up(path, folder, VAULT, NOW)
    assert sorted(folder.iterdir()) == [file]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
async def test_a_copy_that_root_makes_is_of_whoever_has_the_data(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    os.chown(data, 12345, 12346)
    await kept(data / "a.db")
    file = back_up(data / "a.db", data / "kopieen", VAULT, NOW)
    owners = [(one.stat().st_uid, one.stat().st_gid) for one in (data / "a.db", file.parent, file)]
    assert owners == [(12345, 12346)] * 3
