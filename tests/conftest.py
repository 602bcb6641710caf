"""What all tests share: the shipped knowledge, read once, and a chat to try it in."""

import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from bot.assistant import Snapshot
from bot.core.programme.programme import build_programme
from bot.knowledge.loader import Loaded, find_folder, load

TESTS = Path(__file__).parent
# Fakes at the wire and other pieces are used by more than one folder of tests.
sys.path[:0] = [str(TESTS / name) for name in ("", "channels", "whole", "store")]

import postgres_server  # noqa: E402 - found in the folders above
from bot_api import BotApi  # noqa: E402
from resident import Chat  # noqa: E402

# How long something takes is never tested, for a machine may be busy; `make fuzz` asks for more.
settings.register_profile(
    "ours", deadline=None, max_examples=int(os.environ.get("FUZZ_EXAMPLES", "100"))
)
settings.load_profile("ours")


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The knowledge of this checkout."""
    loaded = load(find_folder({}))
    assert loaded.knowledge is not None, loaded.report.in_order()
    return loaded


@pytest.fixture(scope="session")
def snapshot(shipped: Loaded) -> Snapshot:
    """What is served of it, without anybody's changes."""
    known = shipped.knowledge
    assert known is not None and shipped.safety is not None
    programme = build_programme(known.organisations, known.locations, known.activities.values())
    return Snapshot(safety=shipped.safety, knowledge=known, programme=programme)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A Bot API server on loopback; a request that the specification forbids fails the test."""
    async with BotApi() as server:
        yield server
    assert server.invalid == []


@pytest.fixture
def chat(snapshot: Snapshot) -> Chat:
    """A new chat on Wednesday 25 November 2026 at two."""
    return Chat(snapshot)


@pytest.fixture(scope="session")
def new_chat(snapshot: Snapshot) -> Callable[[datetime], Chat]:
    """Opens a chat at a given time."""
    return lambda now: Chat(snapshot, now)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL for this session."""
    if postgres_server.find("initdb") is None or postgres_server.find("pg_ctl") is None:
        pytest.skip("PostgreSQL is not here, so its half of the store's tests is not run")
    with postgres_server.running() as url:
        yield url
