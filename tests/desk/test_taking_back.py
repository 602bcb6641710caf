"""What was sent is corrected or taken back, also when it was erased long ago who had it."""

from datetime import timedelta

import pytest
from counter import Counter, DeskChat

from bot.core.desk.words import CORRECTED_BEFORE, SECOND_PAST
from bot.core.message import Matter, Message
from bot.core.reply import Bubble
from bot.core.roles import Reach, Role, Scope
from bot.store.bubbles import read_bubbles

IN_EMMEN = Scope(reach=Reach.REGION, subject="Emmen")
OFF = "AA emmen vrijdag 18 december gaat niet door, de zaal is bezet"
AFTER_A_WEEK = (
    "UPDATE announcement SET sent = 2, reporter = NULL, report_at = NULL",
    "DELETE FROM delivery",
)


@pytest.fixture
async def coordinator(counter: Counter) -> DeskChat:
    """A coordinator who told two people that an evening is off."""
    await counter.let_follow(2)
    hired = await counter.hire("telegram:11", Role.COORDINATOR, IN_EMMEN)
    await hired.say(OFF)
    await hired.press("Versturen")
    return hired


async def forget_who_had_it(counter: Counter) -> None:
    """Eight days go by, in which what was delivered is erased but for the number."""
    counter.now += timedelta(days=8)
    counter.instant += timedelta(days=8)
    for statement in AFTER_A_WEEK:
        await counter.database.execute(statement)


async def due(counter: Counter) -> list[Bubble]:
    """What is to go out, in Dutch, for each whom it goes to."""
    rows = await counter.database.fetch(
        "SELECT announcement.body FROM delivery"
        " JOIN announcement ON announcement.id = delivery.announcement"
        " WHERE delivery.state = 'due'"
    )
    return [read_bubbles(str(row["body"]))["nl"] for row in rows]


def yes_to(identity: object) -> Message:
    """The yes of a colleague who was asked about a message."""
    return Message(matter=Matter.BUTTON, choice=f"d:z:{identity}:yes")


async def take_back(coordinator: DeskChat) -> None:
    await coordinator.press("Intrekken")
    await coordinator.press("Ja, intrekken")


async def test_what_is_taken_back_after_a_week_comes_as_a_new_message(
    counter: Counter, coordinator: DeskChat
) -> None:
    await forget_who_had_it(counter)
    await take_back(coordinator)
    told = await due(counter)
    assert len(told) == 2
    assert "klopte niet en is ingetrokken. Het ging over: vrijdag 18 december." in told[0].text


async def test_what_is_corrected_after_a_week_comes_as_a_new_message(
    counter: Counter, coordinator: DeskChat
) -> None:
    await forget_who_had_it(counter)
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    await coordinator.say("er is een optreden")
    await coordinator.press("Versturen")
    told = await due(counter)
    assert len(told) == 2
    assert "Het komt in de plaats van wat we eerder schreven." in told[0].text


async def test_whoever_takes_back_after_a_week_sees_how_it_goes(
    counter: Counter, coordinator: DeskChat
) -> None:
    await forget_who_had_it(counter)
    await take_back(coordinator)
    (row,) = await counter.database.fetch("SELECT sent, reporter, report_at FROM announcement")
    assert row["sent"] == 0 and row["reporter"] is not None and row["report_at"] is not None


async def test_what_nobody_had_is_taken_back_without_a_message(
    counter: Counter, coordinator: DeskChat
) -> None:
    await take_back(coordinator)
    assert await due(counter) == []


async def test_a_correction_to_a_later_day_counts_until_that_day(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.press("Verbeteren")
    await coordinator.press("De dag")
    await coordinator.say("vrijdag 8 januari")
    await coordinator.press("Versturen")
    (row,) = await counter.database.fetch("SELECT expires_at FROM announcement")
    assert str(row["expires_at"]).startswith("2027-01-08T23:00")


async def test_at_night_what_cannot_be_edited_comes_without_a_sound(
    counter: Counter, coordinator: DeskChat
) -> None:
    counter.now += timedelta(hours=9)
    counter.instant += timedelta(hours=9)
    await take_back(coordinator)
    (row,) = await counter.database.fetch("SELECT silent FROM announcement")
    assert row["silent"] == 1


async def test_one_that_waits_for_a_colleague_is_asked_about_anew_when_corrected(
    counter: Counter, coordinator: DeskChat
) -> None:
    desk = counter.assistant._desk
    assert desk is not None
    desk.second_from = 1
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    await coordinator.say("AA emmen vrijdag 4 december gaat niet door")
    await coordinator.press("Versturen")
    (first,) = await counter.database.fetch("SELECT id FROM announcement WHERE state = 'held'")
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    await coordinator.say("er is een optreden")
    assert "zodra een tweede coördinator" in await coordinator.press("Versturen")
    (now,) = await counter.database.fetch("SELECT id FROM announcement WHERE state = 'held'")
    assert now["id"] != first["id"]
    assert await colleague.send(yes_to(first["id"])) == SECOND_PAST
    assert "gaat naar 2 mensen" in await colleague.send(yes_to(now["id"]))


async def test_what_was_taken_back_cannot_be_corrected(
    counter: Counter, coordinator: DeskChat
) -> None:
    correct = Message(matter=Matter.BUTTON, choice=coordinator.choice("Verbeteren"))
    await take_back(coordinator)
    assert await coordinator.send(correct) == CORRECTED_BEFORE
