"""Memory that nobody uses goes back to the system."""

import sys

import pytest

from bot.health.memory import give_back


@pytest.mark.skipif(sys.platform != "linux", reason="only GNU's C library can")
def test_memory_is_given_back() -> None:
    assert give_back() is True
