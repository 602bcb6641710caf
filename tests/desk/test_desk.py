"""The desk: what is decided is done, all of it or nothing, and told."""

from pathlib import Path

from counter import Counter
from resident import HOUSE, WEDNESDAY

from bot.assistant import Assistant, Snapshot
from bot.core.desk.words import NOT_DONE
from bot.core.message import Message
from bot.store.sqlite import Sqlite


async def test_whoever_asks_something_while_the_database_is_held_is_answered(
    counter: Counter,
) -> None:
    async with counter.database.transaction():
        assert "Emmen" in await counter.chat("telegram:1").say("inloop in Emmen")


async def test_what_cannot_be_kept_is_said(counter: Counter, tmp_path: Path) -> None:
    async with Sqlite(tmp_path / "desk.db") as other, other.transaction():
        assert (await counter.chat("telegram:1").say("/stop")).endswith(NOT_DONE)


async def test_without_a_desk_it_is_said_that_nothing_was_done(snapshot: Snapshot) -> None:
    assistant = Assistant(snapshot, HOUSE, lambda: WEDNESDAY)
    reply = await assistant.answer(Message(text="/start uit-iets"), "telegram:1")
    assert [bubble.text for bubble in reply.bubbles] == [NOT_DONE]
