"""Which messages need not be read for a day or a time at all."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.core.days.grammar import find_pieces
from bot.core.days.marks import may_tell_when, read_marks
from bot.core.days.words.listed import WORDS
from bot.core.days.words.set_phrases import PHRASES

said = st.lists(
    st.sampled_from(
        [
            *WORDS,
            *PHRASES,
            "zaterdagmiddag",
            "woavond",
            "morgenochtend",
            "inloop",
            "kwart",
            "uur",
            "koffie",
            "1",
            ",",
            ".",
            "?",
        ]
    ),
    max_size=6,
).map(" ".join)


@given(said)
def test_whatever_says_a_day_or_a_time_is_read(text: str) -> None:
    pieces = list(find_pieces(read_marks(text), date(2026, 11, 25), {}))
    assert may_tell_when(text) or pieces == []


def test_a_message_without_a_word_of_time_is_not_read() -> None:
    assert not may_tell_when("is er ergens een inloop waar ik kan praten")
