"""The desk: what is decided is done, all of it or nothing, and told."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from resident import HOUSE, WEDNESDAY

from bot.assistant import Assistant, Snapshot
from bot.core.deeds import Forget
from bot.core.desk.telling import NOT_DONE
from bot.core.happenings import Failed, Forgot
from bot.core.message import Message
from bot.desk.desk import Clock, Desk
from bot.store.migrate import migrate
from bot.store.sqlite import Sqlite

NOON = datetime(2026, 11, 25, 13)
CLOCK = Clock(local=lambda: WEDNESDAY, instant=lambda: NOON)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Sqlite]:
    async with Sqlite(tmp_path / "desk.db", patience=0.1) as opened:
        await migrate(opened, datetime.now(UTC))
        yield opened


async def test_to_forget_a_chat_is_done(database: Sqlite) -> None:
    assert await Desk(database, CLOCK).perform((Forget(),), "telegram:1") == (Forgot(),)


async def test_whoever_asks_something_while_the_database_is_held_is_answered(
    database: Sqlite, snapshot: Snapshot
) -> None:
    assistant = Assistant(snapshot, HOUSE, lambda: WEDNESDAY)
    assistant.attend(Desk(database, CLOCK))
    async with database.transaction():
        reply = await assistant.answer(Message(text="inloop in Emmen"), "telegram:1")
    assert "Emmen" in reply.bubbles[0].text


async def test_what_cannot_be_kept_is_said(
    database: Sqlite, snapshot: Snapshot, tmp_path: Path
) -> None:
    assistant = Assistant(snapshot, HOUSE, lambda: WEDNESDAY)
    assistant.attend(Desk(database, CLOCK))
    async with Sqlite(tmp_path / "desk.db") as other, other.transaction():
        assert await Desk(database, CLOCK).perform((Forget(),), "telegram:1") == (Failed(),)
        reply = await assistant.answer(Message(text="/stop"), "telegram:1")
    assert reply.bubbles[-1].text == NOT_DONE
