"""Memory that nobody uses goes back to the system."""

import sys

import pytest

from bot.health.memory import give_back, use_one_arena


@pytest.mark.skipif(sys.platform != "linux", reason="only GNU's C library can")
def test_memory_is_given_back() -> None:
    assert give_back() is True


@pytest.mark.skipif(sys.platform != "linux", reason="only GNU's C library can")
def test_all_threads_can_take_memory_from_one_place() -> None:
    assert use_one_arena() is True
