"""The hours that a coordinator types in answer to a question."""

from datetime import time

import pytest

from bot.core.desk.drafts.answers import hours_in


@pytest.mark.parametrize(
    ("text", "usual", "hours"),
    [
        ("8 uur 's avonds", None, "20:00"),
        ("donderdag 3 december om half 9 's avonds", None, "20:30"),
        ("van 8 tot 10 's avonds", None, "20:00-22:00"),
        ("9 uur 's morgens", time(19), "09:00"),
        ("om 8 uur", time(19), "20:00"),
        ("8 uur", time(10), "08:00"),
        ("10:00", time(19), "10:00"),
        ("14 tot 16 uur", time(19), "14:00-16:00"),
        ("tot 15:00", None, "-15:00"),
    ],
)
def test_the_part_of_the_day_that_is_said_or_usual_counts(
    text: str, usual: time | None, hours: str
) -> None:
    assert hours_in(text, usual) == hours
