"""Days and times in words."""

from datetime import date, datetime

import pytest

from bot.core.calendar.day_text import day_text, occurrence_text, source_date_text
from bot.core.model import Occurrence, Part


def test_a_day_is_written_out() -> None:
    assert day_text(date(2026, 11, 24), "nl") == "dinsdag 24 november"
    assert day_text(date(2026, 11, 24), "en") == "Tuesday 24 November"


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (
            Occurrence(start=datetime(2026, 11, 27, 19), end=datetime(2026, 11, 27, 20, 30)),
            "vrijdag 27 november, 19:00–20:30 uur",
        ),
        (Occurrence(start=datetime(2026, 11, 27, 19)), "vrijdag 27 november, 19:00 uur"),
        (
            Occurrence(start=date(2026, 11, 25), part=Part.AFTERNOON),
            "woensdag 25 november in de middag",
        ),
        (Occurrence(start=date(2026, 11, 25)), "woensdag 25 november"),
    ],
)
def test_only_what_is_known_of_a_date_is_said(occurrence: Occurrence, words: str) -> None:
    assert occurrence_text(occurrence, "nl") == words


@pytest.mark.parametrize(
    ("dated", "words"),
    [("2022-03-06", "6 maart 2022"), ("2024-06", "juni 2024"), ("2018", "2018")],
)
def test_the_date_of_a_source_is_no_more_precise_than_it_is(dated: str, words: str) -> None:
    assert source_date_text(dated, "nl") == words
