"""The desk: what is decided is done, all of it or nothing, and told."""

from pathlib import Path

import pytest
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
        said = await counter.chat("telegram:1").say("/stop")
    assert "Dat kon ik nu niet wissen, door een storing bij ons." in said


async def test_without_a_desk_it_is_said_that_nothing_was_done(snapshot: Snapshot) -> None:
    assistant = Assistant(snapshot, HOUSE, lambda: WEDNESDAY)
    reply = await assistant.answer(Message(text="/start uit-iets"), "telegram:1")
    assert [bubble.text for bubble in reply.bubbles] == [NOT_DONE["nl"]]


@pytest.mark.parametrize(("missing", "told"), [(True, 2), (False, 1)])
async def test_whoever_stops_hears_that_what_is_kept_cannot_be_reached(
    snapshot: Snapshot, missing: bool, told: int
) -> None:
    assistant = Assistant(snapshot, HOUSE, lambda: WEDNESDAY)
    assistant.attend(None, missing=missing)
    telegram = await assistant.answer(Message(text="/stop"), "telegram:1")
    page = await assistant.answer(Message(text="/stop"), "web:1")
    assert (len(telegram.bubbles), len(page.bubbles)) == (told, 1)
