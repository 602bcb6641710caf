"""The chats that something is kept for, under an id that says nothing.

    person = await enter_person(inside, vault, "telegram:1")    the id, made where there is none
    await chat_of(database, vault, person)                      "telegram:1"
    await forget_person(inside, vault, "telegram:1")            the row, and all that hangs on it

Other tables point at `person (id)` with ON DELETE CASCADE, so that forgetting is one act.
"""

import secrets

from bot.store.database import Database, Statements
from bot.store.vault import Vault

_PURPOSE = "chat"


def hash_of(vault: Vault, chat: str) -> str:
    """What a chat is found by."""
    return vault.hash(chat, _PURPOSE)


async def find_person(statements: Statements, vault: Vault, chat: str) -> str | None:
    """The id of a chat; None where nothing is kept of it."""
    rows = await statements.fetch(
        "SELECT id FROM person WHERE chat_hash = :hash", {"hash": vault.hash(chat, _PURPOSE)}
    )
    return str(rows[0]["id"]) if rows else None


async def enter_person(inside: Statements, vault: Vault, chat: str) -> str:
    """The id of a chat, which is kept from now on."""
    await inside.execute(
        "INSERT INTO person (id, chat_hash, chat, key_name)"
        " VALUES (:id, :hash, :chat, :key) ON CONFLICT (chat_hash) DO NOTHING",
        {
            "id": secrets.token_hex(8),
            "hash": vault.hash(chat, _PURPOSE),
            "chat": vault.lock(chat, _PURPOSE),
            "key": vault.key_name,
        },
    )
    found = await find_person(inside, vault, chat)
    if found is None:
        raise RuntimeError("a person that was entered is not there")
    return found


async def forget_person(inside: Statements, vault: Vault, chat: str) -> bool:
    """Erases a chat and all that hangs on it; whether there was something to erase."""
    gone = await inside.execute(
        "DELETE FROM person WHERE chat_hash = :hash", {"hash": vault.hash(chat, _PURPOSE)}
    )
    return bool(gone)


async def forget_if_idle(inside: Statements, person: str) -> bool:
    """Erases a person for whom nothing needs to be kept any more; whether that was so."""
    gone = await inside.execute(
        "DELETE FROM person WHERE id = :id AND id NOT IN (SELECT person FROM follow)"
        " AND id NOT IN (SELECT person FROM role) AND id NOT IN (SELECT person FROM draft)",
        {"id": person},
    )
    return bool(gone)


async def chat_of(statements: Statements, vault: Vault, person: str) -> str | None:
    """The chat of a person; None where it has been forgotten."""
    rows = await statements.fetch("SELECT chat FROM person WHERE id = :id", {"id": person})
    return open_chat(vault, str(rows[0]["chat"])) if rows else None


def open_chat(vault: Vault, ciphertext: str) -> str:
    """The chat that a ciphertext of the table stands for."""
    return vault.open(ciphertext, _PURPOSE)


async def move_person(inside: Statements, vault: Vault, person: str, chat: str) -> None:
    """Gives a person another chat, as when Telegram says that one has moved.

    Where something is kept of the other chat already, the person is forgotten: that one is it.
    """
    found = await find_person(inside, vault, chat)
    if found is not None and found != person:
        await inside.execute("DELETE FROM person WHERE id = :id", {"id": person})
        return
    await _write(inside, vault, person, chat)


async def rekey_people(database: Database, vault: Vault) -> int:
    """Brings what was kept under an older key along to the first one; how many rows.

    Raises VaultError, and changes nothing, where one was kept under a key we don't have.
    """
    async with database.transaction() as inside:
        rows = await inside.fetch(
            "SELECT id, chat FROM person WHERE key_name <> :key", {"key": vault.key_name}
        )
        for row in rows:
            chat = open_chat(vault, str(row["chat"]))
            await _write(inside, vault, str(row["id"]), chat)
    return len(rows)


async def has_people(database: Statements) -> bool:
    """Whether anybody is kept, under whatever key."""
    return bool(await database.fetch("SELECT id FROM person LIMIT 1"))


async def check_people(database: Statements, vault: Vault) -> None:
    """Raises VaultError where a chat is kept under a key we don't have."""
    for row in await database.fetch("SELECT MIN(chat) AS chat FROM person GROUP BY key_name"):
        open_chat(vault, str(row["chat"]))


async def _write(inside: Statements, vault: Vault, person: str, chat: str) -> None:
    await inside.execute(
        "UPDATE person SET chat_hash = :hash, chat = :chat, key_name = :key WHERE id = :id",
        {
            "id": person,
            "hash": vault.hash(chat, _PURPOSE),
            "chat": vault.lock(chat, _PURPOSE),
            "key": vault.key_name,
        },
    )
