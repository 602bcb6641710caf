"""A desk that is open."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from counter import Counter

from bot.assistant import Snapshot


@pytest.fixture
async def counter(tmp_path: Path, snapshot: Snapshot) -> AsyncIterator[Counter]:
    """A desk with nobody at it yet."""
    async with Counter(tmp_path / "desk.db", snapshot) as opened:
        yield opened
