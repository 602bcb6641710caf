"""Coordinators hear which help lines have to be checked again: at /start, else once a week."""

from datetime import timedelta

from counter import Counter

from bot.core.roles import Role

STALE = "meer dan 90 dagen geleden nagekeken"


async def test_lines_that_were_checked_lately_are_not_mentioned(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    said = await boss.say("/start")
    assert "Je bent hier beheerder." in said
    assert STALE not in said


async def test_stale_lines_are_told_once_a_week_and_at_start(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    counter.now += timedelta(days=200)
    assert STALE in await boss.say("hoi")
    assert STALE not in await boss.say("inloop in Emmen")
    assert STALE in await boss.say("/start")
    counter.now += timedelta(days=7)
    assert STALE in await boss.say("inloop in Emmen")


async def test_residents_are_not_told_of_stale_lines(counter: Counter) -> None:
    await counter.hire("web:1", Role.ADMINISTRATOR)
    counter.now += timedelta(days=200)
    assert STALE not in await counter.chat("web:2").say("/start")
