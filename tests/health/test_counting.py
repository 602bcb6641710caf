"""Answers are counted, and nothing below ten leaves the memory."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from resident import HOUSE, WEDNESDAY

from bot.assistant import Assistant, Snapshot
from bot.core.figures import Count, Figure, Sort, periods_of
from bot.core.message import Message
from bot.health.counting import Counting
from bot.store.migrate import migrate
from bot.store.sqlite import Sqlite
from bot.store.tally import fetch_figures

WEEK = Count(period="2026-W48", sort=Sort.PLACE, name="Assen")
QUESTION = "is er een inloop in Assen?"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Sqlite]:
    async with Sqlite(tmp_path / "a.db") as opened:
        await migrate(opened, WEDNESDAY)
        yield opened


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def assistant(snapshot: Snapshot, counting: Counting) -> Assistant:
    assistant = Assistant(snapshot, HOUSE, lambda: WEDNESDAY)
    assistant.be_seen_by(counting.note)
    return assistant


async def ask(assistant: Assistant, text: str, times: int) -> None:
    for number in range(times):
        await assistant.answer(Message(text=text), f"web:{number}")


async def test_what_comes_to_ten_is_written_and_added_to(
    assistant: Assistant, counting: Counting, database: Sqlite
) -> None:
    await ask(assistant, QUESTION, 9)
    await counting.keep(database)
    assert await database.fetch("SELECT * FROM tally") == []
    await ask(assistant, QUESTION, 4)
    await counting.keep(database)
    await ask(assistant, QUESTION, 2)
    await counting.keep(database)
    figures = await fetch_figures(database, periods_of(WEDNESDAY.date()))
    assert Figure(count=WEEK, number=15) in figures
    assert [one for one in figures if one.number != 15] == []


async def test_a_crisis_is_counted_as_a_level_of_the_day_and_as_nothing_else(
    assistant: Assistant, counting: Counting, database: Sqlite
) -> None:
    await ask(assistant, "ik wil dood, is er een inloop in Assen?", 10)
    await counting.keep(database)
    rows = await database.fetch("SELECT period, sort, name, number FROM tally")
    assert rows == [{"period": "2026-11-25", "sort": "level", "name": "suicide", "number": 10}]


async def test_small_numbers_are_forgotten_when_their_week_is_over(
    assistant: Assistant, counting: Counting, database: Sqlite
) -> None:
    await ask(assistant, QUESTION, 9)
    await counting.close_day(database, (WEDNESDAY + timedelta(days=7)).date())
    await ask(assistant, QUESTION, 9)
    await counting.keep(database)
    assert await database.fetch("SELECT * FROM tally") == []


async def test_the_metrics_show_no_topic_before_its_tenth_time(
    assistant: Assistant, counting: Counting
) -> None:
    await ask(assistant, QUESTION, 9)
    before = generate_latest(counting.registry).decode()
    await ask(assistant, QUESTION, 11)
    after = generate_latest(counting.registry).decode()
    assert "handwijzer_topics_total{" not in before
    assert 'handwijzer_topics_total{topic="find_activity"} 20.0' in after


async def test_the_metrics_hold_topics_and_no_places_levels_or_chats(
    assistant: Assistant, counting: Counting
) -> None:
    await ask(assistant, QUESTION, 13)
    await ask(assistant, "ik wil dood", 13)
    told = generate_latest(counting.registry).decode()
    assert 'handwijzer_topics_total{topic="find_activity"} 10.0' in told
    assert "handwijzer_answer_seconds_count 26.0" in told
    assert [word for word in ("Assen", "suicide", "web:", "dood") if word in told] == []
