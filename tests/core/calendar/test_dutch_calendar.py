"""The Dutch words of the calendar mean what people mean by them."""

from datetime import date

import pytest

from bot.core.calendar.dutch_calendar import (
    DayWord,
    cardinal,
    fold,
    month,
    ordinal,
    part_of_day,
    short_weekday,
    weekday,
)
from bot.core.calendar.dutch_clock import (
    find_clocks,
    minute_of_day,
    opening_and_closing,
    read_clock,
)
from bot.core.calendar.public_holidays import Feast, days_of, find_feast, free_days
from bot.core.model import Part


def test_folding_keeps_every_offset() -> None:
    text = "’s Ávonds – één İ keer"
    assert (fold("’s Ávonds – één"), len(fold(text))) == ("'s avonds - een", len(text))


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("maandag", DayWord(weekday=0)),
        ("maandags", DayWord(weekday=0, habit=True)),
        ("zaterdagmiddag", DayWord(weekday=5, part=Part.AFTERNOON)),
        ("donderdagavonden", DayWord(weekday=3, part=Part.EVENING, habit=True)),
        ("zondagmorgen", DayWord(weekday=6, part=Part.MORNING)),
        ("maan", None),
    ],
)
def test_a_weekday_may_be_joined_to_a_part_of_the_day(word: str, meaning: DayWord | None) -> None:
    assert weekday(word) == meaning


def test_abbreviated_days_and_months_are_known() -> None:
    assert [short_weekday(word) for word in ("ma", "vrij", "zo", "maandag")] == [0, 4, 6, None]
    assert [month(word) for word in ("sept", "mrt", "nov.", "mei", "maan")] == [9, 3, 11, 5, None]


def test_numbers_are_read_in_words_and_digits() -> None:
    words = ("een", "twaalf", "eenentwintig", "8", "acht")
    assert [cardinal(word) for word in words] == [1, 12, 21, 8, 8]
    ranks = ("2e", "1ste", "derde", "achtste", "eenendertigste", "laatste", "voorlaatste", "twee")
    assert [ordinal(word) for word in ranks] == [2, 1, 3, 8, 31, -1, -2, None]


def test_parts_of_the_day_are_known_in_all_their_forms() -> None:
    words = ("'s avonds", "smorgens", "namiddag", "nachts", "vanavond", "dag")
    assert [part_of_day(word) for word in words] == [
        Part.EVENING,
        Part.MORNING,
        Part.AFTERNOON,
        Part.NIGHT,
        Part.EVENING,
        None,
    ]


@pytest.mark.parametrize(
    ("said", "part", "meant"),
    [
        ("19.30", None, "19:30"),
        ("19u30", None, "19:30"),
        ("9u", None, "09:00"),
        ("24.00", None, "24:00"),
        ("7 uur", None, "19:00"),
        ("7 uur", Part.MORNING, "07:00"),
        ("7.30", None, "07:30"),
        ("half acht", Part.EVENING, "19:30"),
        ("half elf", None, "10:30"),
        ("kwart over twee", None, "14:15"),
        ("vijf voor half drie", None, "14:25"),
        ("tien over zeven", Part.MORNING, "07:10"),
        ("kwart voor een", None, "12:45"),
        ("12 uur", Part.AFTERNOON, "12:00"),
        ("12 uur", Part.NIGHT, "24:00"),
        ("zeven uur", Part.EVENING, "19:00"),
    ],
)
def test_a_clock_time_is_read_by_the_part_of_the_day(
    said: str, part: Part | None, meant: str
) -> None:
    clock = read_clock(said)
    assert clock is not None
    minutes = minute_of_day(clock, part)
    assert (f"{minutes // 60:02d}:{minutes % 60:02d}", clock.end) == (meant, len(said))


@pytest.mark.parametrize(
    ("said", "part", "meant"),
    [
        ("half tien tot half twaalf", None, (570, 690)),
        ("22.00 tot 2.00", None, (1320, 1560)),
        ("7 uur tot 15 uur", None, (420, 900)),
        ("10 uur tot 5 uur", None, (600, 1020)),
        ("8 uur tot 12 uur", Part.EVENING, (1200, 1440)),
        ("20.00 uur tot 8.30 uur", None, (1200, 1950)),
    ],
)
def test_opening_and_closing_times_are_read_together(
    said: str, part: Part | None, meant: tuple[int, int]
) -> None:
    opening, closing = find_clocks(said)
    assert opening_and_closing(opening, closing, part) == meant


@pytest.mark.parametrize(
    "said", ["12.10.2026", "€ 2.50", "2,50 euro", "24.30", "half januari", "8"]
)
def test_what_is_no_clock_time_is_not_read_as_one(said: str) -> None:
    assert list(find_clocks(said)) == []


def test_the_public_holidays_of_2026_are_the_official_ones() -> None:
    free = {(day.month, day.day) for day in free_days(2026)}
    assert free == {
        (1, 1), (4, 5), (4, 6), (4, 27), (5, 14), (5, 24), (5, 25), (12, 25), (12, 26),
    }  # fmt: skip
    assert days_of(Feast.GOOD_FRIDAY, 2026) == (date(2026, 4, 3),)


def test_kings_day_moves_to_saturday_when_it_would_fall_on_a_sunday() -> None:
    assert days_of(Feast.KINGS_DAY, 2031) == (date(2031, 4, 26),)


def test_feasts_are_found_by_the_names_people_use() -> None:
    names = ("tweede kerstdag", "2e kerstdag", "hemelvaart", "koningsdag", "pakjesavond", "kerst")
    found = [find_feast(name) for name in names]
    assert [word.feast if word else None for word in found] == [
        Feast.BOXING_DAY,
        Feast.BOXING_DAY,
        Feast.ASCENSION,
        Feast.KINGS_DAY,
        Feast.SAINT_NICHOLAS,
        Feast.CHRISTMAS,
    ]
    assert find_feast("kerstvakantie") is None
