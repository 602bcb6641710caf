"""What reading a long message costs: as much a word as a short one."""

import sys
from collections import Counter
from datetime import datetime
from types import FrameType

import pytest

from bot.core.days.dates import find_when

NOW = datetime(2026, 11, 25, 14)


@pytest.mark.parametrize(
    "turn",
    [
        "vrijdag en wil ",
        "de vrijdag erna ",
        "tussen maandag en vrijdag ",
        "dat vrijdag ",
        "gemeente vrijdag ",
        "alleen vrijdag kan ",
    ],
)
def test_a_message_four_times_as_long_takes_no_more_than_five_times_the_steps(turn: str) -> None:
    short, long = (turn * 50, turn * 200)
    find_when(long, NOW)  # so that its words are known
    assert steps(long) < 5 * steps(short)


def steps(text: str) -> int:
    """How often a function or a loop within an expression goes on while a message is read."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, arg: object) -> None:
        counted[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_when(text, NOW)
    finally:
        sys.setprofile(before)
    return counted["call"]
