"""Every example in the editors' page about `wanneer` means what the page says."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.schedules.dutch import describe
from bot.core.schedules.schedule import Schedule, Unreadable, read_schedule

PAGE = Path(__file__).parents[3] / "docs" / "redactie" / "wanneer.md"
READ_ON = date(2026, 12, 1)  # as the page says


def _rows() -> list[tuple[str, ...]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if "|" in line
    ]
    return [row for row in rows if row[0] not in ("Je schrijft", "---")]


def _told(text: str) -> tuple[str, ...]:
    schedule = read_schedule(text, anchor=READ_ON)
    if isinstance(schedule, Unreadable):
        return (text, schedule.advice)
    assert isinstance(schedule, Schedule)
    if schedule.missing:
        advice = " ".join(one.advice for one in schedule.missing).strip()
        return (text, "; ".join(schedule.missing), advice)
    return (text, describe(schedule))


def test_the_page_holds_examples_of_all_shapes() -> None:
    assert len(_rows()) >= 60


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_an_example_of_the_page_means_what_it_says(row: tuple[str, ...]) -> None:
    assert _told(row[0]) == row
