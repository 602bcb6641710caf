"""Dates in free text: which days are meant, and that nothing else is taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exchange.notes.dates import find_stretches

READ = date(2026, 7, 15)  # a Wednesday


def days(text: str, *weekdays: int) -> list[str]:
    return [day.isoformat() for one in find_stretches(text, READ, weekdays) for day in one.days]


def stretch(text: str, *weekdays: int) -> list[tuple[str, str]]:
    found = find_stretches(text, READ, weekdays)
    return [(str(one.first or ""), str(one.last or "")) for one in found if not one.days]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geen groep op 5 augustus", ["2026-08-05"]),
        ("op 5 augustus 2027 geen groep", ["2027-08-05"]),
        ("5 aug '27", ["2027-08-05"]),
        ("5/8/27", ["2027-08-05"]),
        ("05-08-2026", ["2026-08-05"]),
        ("Aug 5th", ["2026-08-05"]),
        ("5, 12 en 19 augustus", ["2026-08-05", "2026-08-12", "2026-08-19"]),
        ("5/8 en 19/8", ["2026-08-05", "2026-08-19"]),
        ("woensdag 5 augustus en woensdag 12 augustus", ["2026-08-05", "2026-08-12"]),
        ("31 februari", []),
        ("10/15 minuten pauze", []),
        ("parkeren kost 7-8€", []),
        ("12 stappen & 12 tradities", []),
        ("om 19.30 tot 20.45 uur", []),
        ("sinds 1/1/25 geen honden", []),
    ],
)
def test_days_are_found(text: str, expected: list[str]) -> None:
    assert days(text, 2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("van 13 juli t/m 24 augustus", [("2026-07-13", "2026-08-24")]),
        ("13-24 aug", [("2026-08-13", "2026-08-24")]),
        ("25/6-13/8", [("2026-06-25", "2026-08-13")]),
        ("20 december t/m 3 januari", [("2026-12-20", "2027-01-03")]),
        ("20 december 2026 t/m 3 januari 2027", [("2026-12-20", "2027-01-03")]),
        ("vanaf 28/7/26", [("2026-07-28", "")]),
        ("per 1 september", [("2026-09-01", "")]),
        ("t/m 30 augustus", [("", "2026-08-30")]),
        ("van 24-06-2026 t/m woensdag 26-08-2026:", [("2026-06-24", "2026-08-26")]),
    ],
)
def test_stretches_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert stretch(text) == expected


def test_the_weekday_of_the_group_tells_which_year_is_meant() -> None:
    assert days("geen groep op 7 september", 6) == ["2025-09-07"]
    assert days("geen groep op 7 september", 0) == ["2026-09-07"]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in find_stretches(text, READ, (2,)))
