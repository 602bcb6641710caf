"""The chats that something is kept for."""

from pathlib import Path

import pytest

from bot.store.people import (
    chat_of,
    enter_person,
    find_person,
    forget_person,
    move_person,
    rekey_people,
)
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault, VaultError

CHAT = "telegram:123456789"
OLD, NEW = b"o" * 32, b"n" * 32


async def test_a_chat_keeps_its_id_and_can_be_written_to(database: Sqlite) -> None:
    vault = Vault((OLD,))
    person = await enter_person(database, vault, CHAT)
    assert await enter_person(database, vault, CHAT) == person
    assert await find_person(database, vault, CHAT) == person
    assert await chat_of(database, vault, person) == CHAT


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_the_file_does_not_hold_the_number_of_a_chat(
    database: Sqlite, tmp_path: Path
) -> None:
    await enter_person(database, Vault((OLD,)), CHAT)
    assert b"123456789" not in held_in(tmp_path)


def held_in(folder: Path) -> bytes:
    """All that stands in the files of a folder."""
    return b"".join(one.read_bytes() for one in folder.iterdir())


async def test_forgetting_erases_and_says_whether_there_was_something(database: Sqlite) -> None:
    vault = Vault((OLD,))
    person = await enter_person(database, vault, CHAT)
    assert await forget_person(database, vault, CHAT)
    assert not await forget_person(database, vault, CHAT)
    assert await find_person(database, vault, CHAT) is None
    assert await chat_of(database, vault, person) is None


async def test_a_chat_that_has_moved_is_found_by_its_new_number(database: Sqlite) -> None:
    vault = Vault((OLD,))
    person = await enter_person(database, vault, CHAT)
    await move_person(database, vault, person, "telegram:-100")
    assert await find_person(database, vault, CHAT) is None
    assert await chat_of(database, vault, person) == "telegram:-100"


async def test_a_chat_that_has_moved_onto_a_known_one_is_kept_once(database: Sqlite) -> None:
    vault = Vault((OLD,))
    person = await enter_person(database, vault, CHAT)
    other = await enter_person(database, vault, "telegram:-100")
    await move_person(database, vault, person, "telegram:-100")
    assert await chat_of(database, vault, person) is None
    assert await chat_of(database, vault, other) == "telegram:-100"


async def test_a_new_key_takes_along_what_was_kept_under_the_old_one(database: Sqlite) -> None:
    person = await enter_person(database, Vault((OLD,)), CHAT)
    assert await rekey_people(database, Vault((NEW, OLD))) == 1
    assert await rekey_people(database, Vault((NEW, OLD))) == 0
    only_new = Vault((NEW,))
    assert await find_person(database, only_new, CHAT) == person
    assert await chat_of(database, only_new, person) == CHAT


async def test_a_lost_key_is_told_and_changes_nothing(database: Sqlite) -> None:
    person = await enter_person(database, Vault((OLD,)), CHAT)
    with pytest.raises(VaultError):
        await rekey_people(database, Vault((NEW,)))
    assert await chat_of(database, Vault((OLD,)), person) == CHAT
