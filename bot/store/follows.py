"""What people follow: each followed thing as ciphertext under a keyed hash, and who follows it.

The things themselves are few and the people many. So a change is compared with the things, opened
in memory, and one statement over the hashes finds the people.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.core.following.interest import Interest
from bot.store.bodies import read_body, write_body
from bot.store.database import Database, Row, Statements
from bot.store.people import enter_person, find_person
from bot.store.vault import Vault

MOST_FOLLOWED = 30  # things that one person may follow

_PURPOSE = "interest"
_MOST_VALUES = 20_000  # in one statement; SQLite takes 32,766, PostgreSQL 65,535


class Interests:
    """Opens what is followed, each thing once for as long as the program runs."""

    def __init__(self, vault: Vault) -> None:
        """Opens with this vault."""
        self._vault = vault
        self._opened: dict[str, Interest] = {}

    async def fetch(self, statements: Statements) -> Mapping[str, Interest]:
        """All things that are followed, by their hash."""
        rows = await statements.fetch("SELECT hash FROM interest")
        hashes = [str(row["hash"]) for row in rows]
        if any(one not in self._opened for one in hashes):
            await self._open(statements)
        return {one: self._opened[one] for one in hashes if one in self._opened}

    async def meeting(
        self, statements: Statements, wanted: Callable[[Interest], bool]
    ) -> tuple[str, ...]:
        """The hashes of the followed things that answer to a question."""
        followed = await self.fetch(statements)
        return tuple(key for key, interest in followed.items() if wanted(interest))

    async def _open(self, statements: Statements) -> None:
        for row in await statements.fetch("SELECT hash, cipher FROM interest"):
            key = str(row["hash"])
            if key not in self._opened:
                body = self._vault.open(str(row["cipher"]), _PURPOSE)
                self._opened[key] = read_body(Interest, body)


async def follow(
    inside: Statements, vault: Vault, chat: str, interest: Interest, language: str
) -> bool:
    """Lets a chat follow something; False where it follows too much already."""
    person = await enter_person(inside, vault, chat)
    body = write_body(interest)
    key = vault.hash(body, _PURPOSE)
    known = await inside.fetch("SELECT interest FROM follow WHERE person = :id", {"id": person})
    if all(row["interest"] != key for row in known) and len(known) >= MOST_FOLLOWED:
        return False
    await inside.execute(
        "INSERT INTO interest (hash, cipher, key_name) VALUES (:hash, :cipher, :key)"
        " ON CONFLICT (hash) DO NOTHING",
        {"hash": key, "cipher": vault.lock(body, _PURPOSE), "key": vault.key_name},
    )
    await inside.execute(
        "INSERT INTO follow (interest, person) VALUES (:interest, :person)"
        " ON CONFLICT (interest, person) DO NOTHING",
        {"interest": key, "person": person},
    )
    await inside.execute(
        "UPDATE person SET language = :language WHERE id = :id",
        {"id": person, "language": language},
    )
    return True


async def followed_by(statements: Statements, vault: Vault, chat: str) -> tuple[Interest, ...]:
    """What a chat follows, always in the same order."""
    person = await find_person(statements, vault, chat)
    if person is None:
        return ()
    rows = await statements.fetch(
        "SELECT interest.cipher FROM follow JOIN interest ON interest.hash = follow.interest"
        " WHERE follow.person = :id",
        {"id": person},
    )
    bodies = sorted(vault.open(str(row["cipher"]), _PURPOSE) for row in rows)
    return tuple(read_body(Interest, body) for body in bodies)


async def unfollow(
    inside: Statements, vault: Vault, chat: str, interests: Sequence[Interest]
) -> int:
    """Ends some of what a chat follows; how many there were."""
    person = await find_person(inside, vault, chat)
    if person is None:
        return 0
    ended = 0
    for interest in interests:
        key = vault.hash(write_body(interest), _PURPOSE)
        ended += await inside.execute(
            "DELETE FROM follow WHERE person = :id AND interest = :key", {"id": person, "key": key}
        )
        await _drop_unfollowed(inside, key)
    return ended


async def end_follows(inside: Statements, person: str) -> int:
    """Ends all that a person follows, as when their chat is closed to us; how much it was."""
    rows = await inside.fetch("SELECT interest FROM follow WHERE person = :id", {"id": person})
    await inside.execute("DELETE FROM follow WHERE person = :id", {"id": person})
    for row in rows:
        await _drop_unfollowed(inside, str(row["interest"]))
    return len(rows)


async def drop_interests(inside: Statements, keys: Sequence[str]) -> int:
    """Ends that anybody follows these things, as of what is no more; how many things."""
    dropped = 0
    for holes, values in among(keys):
        dropped += await inside.execute(f"DELETE FROM interest WHERE hash IN ({holes})", values)
    return dropped


async def count_followers(statements: Statements, keys: Sequence[str]) -> int:
    """How many people follow one or more of these things, each counted once."""
    people: set[str] = set()
    for holes, values in among(keys):
        asked = f"SELECT DISTINCT person FROM follow WHERE interest IN ({holes})"
        if len(keys) <= _MOST_VALUES:
            counted = await statements.fetch(
                f"SELECT COUNT(*) AS number FROM ({asked}) AS one", values
            )
            return int(counted[0]["number"] or 0)
        people.update(str(row["person"]) for row in await statements.fetch(asked, values))
    return len(people)


async def rekey_interests(database: Database, vault: Vault) -> int:
    """Brings what was kept under an older key along to the first one; how many rows.

    Raises VaultError, and changes nothing, where one was kept under a key we don't have.
    """
    async with database.transaction() as inside:
        rows = await inside.fetch(
            "SELECT hash, cipher FROM interest WHERE key_name <> :key", {"key": vault.key_name}
        )
        for row in rows:
            body = vault.open(str(row["cipher"]), _PURPOSE)
            await inside.execute(
                "UPDATE interest SET hash = :new, cipher = :cipher, key_name = :key"
                " WHERE hash = :old",
                {
                    "new": vault.hash(body, _PURPOSE),
                    "cipher": vault.lock(body, _PURPOSE),
                    "key": vault.key_name,
                    "old": row["hash"],
                },
            )
    return len(rows)


def among(keys: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """The holes of a list in a statement, and their values; in as many parts as it takes."""
    for first in range(0, len(keys), _MOST_VALUES):
        values = {f"k{number}": key for number, key in enumerate(keys[first:][:_MOST_VALUES])}
        yield ", ".join(f":{name}" for name in values), values


async def _drop_unfollowed(inside: Statements, key: str) -> None:
    """A thing that nobody follows leaves no trace."""
    await inside.execute(
        "DELETE FROM interest WHERE hash = :key"
        " AND NOT EXISTS (SELECT 1 FROM follow WHERE interest = :key)",
        {"key": key},
    )
