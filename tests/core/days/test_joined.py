"""A day and a part of it in one word."""

import pytest

from bot.core.days.words.joined import sense_of
from bot.core.days.words.listed import WORDS
from bot.core.days.words.senses import Sense
from bot.core.model import Part


@pytest.mark.parametrize(
    ("word", "sense"),
    [
        ("zaterdagmiddag", Sense("I", 5, Part.AFTERNOON)),
        ("dinsavond", Sense("I", 1, Part.EVENING)),
        ("woavonds", None),
        ("zondagsmorgens", Sense("I", 6, Part.MORNING)),
        ("sneontejun", Sense("I", 5, Part.EVENING)),
        ("morgenaovend", Sense("T", 1, Part.EVENING)),
        ("vandaagavonds", Sense("T", 0, Part.EVENING)),
        ("avondmaandag", None),
        ("ma", Sense("Z", 0)),
        ("", None),
    ],
)
def test_a_day_and_a_part_are_read_from_one_word(word: str, sense: Sense | None) -> None:
    assert sense_of(word) == sense


def test_a_word_of_the_list_is_not_taken_apart() -> None:
    assert {word for word in WORDS if sense_of(word) is not WORDS[word]} == set()
