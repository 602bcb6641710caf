"""What several replicas know of a chat: encrypted, versioned, for half an hour."""

from datetime import datetime, timedelta

from bot.core.message import Place, Query, Session, Slots
from bot.store.database import Database
from bot.store.sessions import StoredSessions
from bot.store.vault import Vault

CHAT = "telegram:31337"
VAULT = Vault((bytes(range(32)),))
ASSEN = Session(
    query=Query(topic="find_activity", slots=Slots(place=Place(name="Assen", lat=53.0, lon=6.6))),
    language="nl",
    options=(("Kies Emmen", "p:emmen"),),
    touched=datetime(2026, 11, 25, 14),
)


class Clock:
    now = datetime(2026, 11, 25, 13)

    def __call__(self) -> datetime:
        return self.now


async def test_another_replica_recalls_what_one_kept(database: Database) -> None:
    one, other = (StoredSessions(database, VAULT, Clock()) for _ in range(2))
    assert await one.keep(CHAT, ASSEN, 0)
    recalled = await other.recall(CHAT)
    assert (recalled.session, recalled.version) == (ASSEN, 1)


async def test_whoever_comes_second_does_not_write_over_the_first(database: Database) -> None:
    sessions = StoredSessions(database, VAULT, Clock())
    await sessions.keep(CHAT, ASSEN, 0)
    english = Session(language="en")
    done = [await sessions.keep(CHAT, english, 1), await sessions.keep(CHAT, Session(), 1)]
    assert (done, (await sessions.recall(CHAT)).session) == ([True, False], english)
    assert await sessions.keep(CHAT, Session(), 0) is False


async def test_it_is_gone_after_half_an_hour_and_when_told(database: Database) -> None:
    clock = Clock()
    sessions = StoredSessions(database, VAULT, clock)
    await sessions.keep(CHAT, ASSEN, 0)
    await sessions.keep("telegram:2", ASSEN, 0)
    await sessions.forget("telegram:2")
    clock.now += timedelta(minutes=31)
    assert (await sessions.recall(CHAT)).version == 0
    assert (await sessions.sweep(), await database.fetch("SELECT * FROM session")) == (1, [])


async def test_neither_the_chat_nor_the_question_nor_danger_can_be_read(
    database: Database,
) -> None:
    sessions = StoredSessions(database, VAULT, Clock())
    await sessions.keep(CHAT, Session(query=ASSEN.query, alarmed=2), 0)
    row = str(await database.fetch("SELECT * FROM session"))
    assert [word for word in ("31337", "Assen", "find_activity", "alarmed") if word in row] == []
    assert (await sessions.recall(CHAT)).session.alarmed == 0


async def test_after_danger_another_replica_does_not_ask_to_pass_a_question_on(
    database: Database,
) -> None:
    sessions = StoredSessions(database, VAULT, Clock())
    await sessions.keep(CHAT, Session(alarmed=1), 0)
    await sessions.keep("telegram:2", Session(gap_closed=True), 0)
    first, second = [await sessions.recall(chat) for chat in (CHAT, "telegram:2")]
    assert first.session == second.session == Session(gap_closed=True)
